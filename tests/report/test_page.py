"""The page is whole, safe and the same every time."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newstemma.records import (
    Analysis,
    Article,
    ClaimedRelation,
    Failure,
    Found,
    Stage,
    TrackedNumber,
    Variant,
    Witness,
)
from newstemma.report.page import html
from newstemma.text.segment import sentences, words
from newstemma.views import page
from tests.corroborate import retold
from tests.report import builder
from tests.report.traced import many, traced

_VOID = {"meta", "br", "hr"}
_OURS = set(
    "html head meta title style body a header p h1 strong nav ul li main section h2 h3 div svg "
    "desc g path text circle ol span dl dt dd q ins del mark sup details summary article bdi "
    "blockquote table thead tr th tbody td small code rect".split()
)
_ANALYSES: dict[str, Callable[[], Analysis]] = {
    "ferry": builder.ferry,
    "claimed": retold.analysis,
    "single": builder.single,
    "copies": lambda: builder.copies(60),
    "traced": traced,
    "many": lambda: many(40),
}


class _Page(HTMLParser):
    """What a reader's program would make of the page; fails on a tag that is not closed."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.sources: list[str] = []
        self.headings: list[int] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(markup)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = {key: value or "" for key, value in attrs}
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        self.sources += [value for key, value in given.items() if key in ("src", "srcset", "data")]
        assert not [key for key in given if key.startswith("on")]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open[-1:] != ["style"]:
            self.text += data


@pytest.fixture(params=sorted(_ANALYSES))
def markup(request: pytest.FixtureRequest) -> str:
    return html(page(_ANALYSES[request.param]()))


def test_every_link_inside_the_page_resolves_and_no_id_stands_twice(markup: str) -> None:
    seen = _Page(markup)
    assert len(seen.ids) == len(set(seen.ids))
    assert {link[1:] for link in seen.links if link.startswith("#")} <= set(seen.ids)


def test_the_page_loads_nothing_and_runs_nothing(markup: str) -> None:
    seen = _Page(markup)
    assert seen.tags <= _OURS
    assert seen.sources == []
    assert "url(" not in markup
    assert "@import" not in markup
    assert "default-src 'none'" in markup


def test_the_headings_step_down_one_by_one_under_one_title(markup: str) -> None:
    levels = _Page(markup).headings
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_drawing_is_well_formed_and_named_by_its_title(markup: str) -> None:
    for drawing in re.findall(r"<svg.*?</svg>", markup, flags=re.DOTALL):
        tree = ElementTree.fromstring(drawing)
        title = tree.find("{*}title")
        assert title is not None
        assert title.text
        assert title.get("id") == tree.get("aria-labelledby")


def test_what_is_folded_is_listed_below_the_drawing_article_by_article() -> None:
    markup = html(page(builder.copies(60)))
    listed = re.search(r'<ul id="tree-1-fold-6" class="hung">(.*?)</ul>', markup)
    assert listed
    assert listed[1].count("<li") == 54
    assert markup.count('href="#tree-1-fold-6"') == 2  # for a desk and for a phone


def test_a_line_of_the_tree_leads_to_its_evidence() -> None:
    seen = _Page(html(page(builder.ferry())))
    why = {link[1:] for link in seen.links if link.startswith("#why-")}
    assert why == {"why-A-G", "why-A-E", "why-B-G", "why-D-G", "why-F-G", "why-E-G"}
    assert why <= set(seen.ids)


def test_no_number_is_missing_or_not_a_number(markup: str) -> None:
    assert not re.search(r"\b(nan|inf|None|undefined)\b", _Page(markup).text, flags=re.IGNORECASE)


def test_the_same_analysis_gives_the_same_bytes() -> None:
    assert html(page(builder.ferry())) == html(page(builder.ferry()))


def test_the_first_words_are_the_answer() -> None:
    text = _Page(html(page(builder.ferry()))).text
    assert "7 articles, 2 stories, 3 independent reports" in text
    assert "Count these as 3 sources, not 7" in text


def test_every_claim_stands_with_its_origins_a_click_from_the_words() -> None:
    seen = _Page(html(page(retold.analysis())))
    assert "Claims by support" in seen.text
    assert re.search(r"From .+?: 2 origins, 2 independent reports, 3 articles", seen.text)
    assert {"claims", "sourcing", "conflicts"} <= set(seen.ids)


def _section(markup: str, key: str) -> str:
    found = re.search(rf'<section id="{key}".*?(?=<section id=|</main>)', markup, flags=re.DOTALL)
    assert found
    return found[0]


def _unfolded(markup: str) -> str:
    """The text that stands open, drawings aside."""
    shown = re.sub(r"<svg.*?</svg>", "", markup, flags=re.DOTALL)
    innermost = re.compile(r"<details>(?:(?!<details>).)*?</details>", flags=re.DOTALL)
    while innermost.search(shown):
        shown = innermost.sub("", shown)
    return _Page(shown).text


def test_every_relation_is_drawn_once_a_sheet_and_stands_once_in_the_table() -> None:
    section = _section(html(page(traced())), "actors")
    wide, narrow = re.findall(r"<svg.*?</svg>", section, flags=re.DOTALL)
    for drawing in (wide, narrow):
        assert len(re.findall(r'<a class="edge claimed [a-z]+" href="#at-', drawing)) == 3
    rows = re.findall(r'<th scope="row">(.*?)</th>', section)
    assert [_Page(one).text for one in rows] == [
        "Tomas Brekke accuses Kystlinjensaid flatly",
        "Marit Solbakk is in charge of Kystlinjensaid flatly",
        "Marit Solbakk possibly does not accuse Tomas Brekkesaid to be possible",
    ]


def test_a_line_of_the_network_leads_to_the_first_words_that_say_so() -> None:
    section = _section(html(page(traced())), "actors")
    (first, *_) = re.findall(r'<a class="edge claimed corroborated" href="#(.*?)">', section)
    assert first == f"at-E-{builder.ferry().witnesses[4].text.index('Kystlinjen has said only')}"


def test_each_date_is_told_once_with_what_happened_and_who_says_so() -> None:
    section = _section(html(page(traced())), "timeline")
    assert section.count("4 March 2025") == 1
    assert "Nordfjord Wire in its own voice and Selma Aune" in _Page(section).text


def test_a_number_is_told_from_value_to_value() -> None:
    text = _Page(_section(html(page(traced())), "numbers")).text
    assert re.search(r"people \(told with “treat”\)grows.*Eleven people.*17 people", text)
    assert "passengers" not in text


def test_without_relations_dates_and_numbers_their_sections_are_left_out() -> None:
    seen = _Page(html(page(builder.ferry())))
    assert not {"actors", "timeline", "numbers"} & set(seen.ids)


def test_many_relations_dates_and_numbers_are_folded_and_counted() -> None:
    markup = html(page(many(250)))
    for key in ("actors", "timeline", "numbers"):
        section = _section(markup, key)
        assert "in the JSON report" in section
        assert len(_unfolded(section)) < 20_000 < len(section)
    assert len(re.findall('class="edge claimed', markup)) == 2 * 24


def test_articles_with_the_same_other_words_share_a_version() -> None:
    ferry = builder.ferry()
    text = ferry.witnesses[0].text
    again = replace(
        ferry.witnesses[0],
        article=replace(ferry.witnesses[0].article, id="again", path="again.txt"),
        quotations=tuple(replace(q, article="again") for q in ferry.witnesses[0].quotations),
    )
    assert "Nobody told us anything for an hour," in text
    stories = tuple(
        replace(one, articles=("again", *one.articles)) if one.id == "s2" else one
        for one in ferry.stories
    )
    markup = html(page(replace(ferry, witnesses=(again, *ferry.witnesses), stories=stories)))
    section = _Page(_section(markup, "sayings")).text
    assert section.count("“Nobody told us anything for an hour,”") == 1


def test_a_claim_that_differs_from_another_is_counted_where_it_stands_below_it() -> None:
    told = _Page(html(page(retold.analysis()))).text
    claims = page(retold.analysis()).claims
    beside = {one.label: one.beside for one in claims.grades if one.beside and one.claims}
    assert beside
    for number in beside.values():
        assert f"{number} further below claims that they differ from." in told


def test_failures_are_listed_with_their_reasons() -> None:
    text = _Page(html(page(builder.ferry()))).text
    assert "articles/scan.pdf" in text
    assert "save its text as .txt" in text


def test_nothing_to_show_is_still_a_page() -> None:
    empty = replace(builder.single(), witnesses=(), stories=(), lineages=())
    assert "no article could be read" in _Page(html(page(empty))).text


def test_a_small_pile_makes_a_small_page() -> None:
    assert len(html(page(builder.ferry())).encode()) < 150_000


def test_a_hundred_stories_are_one_short_list() -> None:
    single = builder.single()
    ids = [f"s{number}" for number in range(100)]
    witnesses = tuple(builder.plain(one, builder.WIRE) for one in ids)
    stories = tuple(replace(single.stories[0], id=one, articles=(one,)) for one in ids)
    lineages = tuple(
        replace(single.lineages[0], id=one, story=one, articles=(one,), root=one) for one in ids
    )
    many = replace(single, witnesses=witnesses, stories=stories, lineages=lineages)
    seen = _Page(html(page(many)))
    assert "100 independent reports" in seen.text
    assert "svg" not in seen.tags


def test_a_probability_that_is_no_number_is_not_printed() -> None:
    ferry = builder.ferry()
    broken = replace(ferry.derivations[0], probability=float("nan"))
    markup = html(page(replace(ferry, derivations=(broken, *ferry.derivations[1:]))))
    assert "nan" not in _Page(markup).text.split()
    assert 'width="nan"' not in markup


def test_a_script_in_a_headline_is_shown_as_text() -> None:
    single = builder.single()
    attack = '<script>alert(1)</script><img src=x onerror="alert(2)">'
    witness = builder.plain("alone", f"{attack}\n\nSomething happened.", title=attack)
    seen = _Page(html(page(replace(single, witnesses=(witness,)))))
    assert "script" not in seen.tags
    assert attack in seen.text


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    single = builder.single()
    witness = builder.plain("alone", builder.WIRE, url="javascript:alert(1)")
    seen = _Page(html(page(replace(single, witnesses=(witness,)))))
    assert all(link.startswith(("#", "https://")) for link in seen.links)


# --- any text anywhere --------------------------------------------------------------------

_HOSTILE = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from("<>&\"'`/=\x00\x1b\u202e\u2066\u2028\n\r\t-![]"),
    ),
    min_size=1,
    max_size=60,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_HOSTILE, st.data())
def test_any_text_in_any_field_leaves_only_our_own_tags(text: str, data: st.DataObject) -> None:
    seen = _Page(html(page(_poisoned(text, data))))
    assert seen.tags <= _OURS
    assert {link[1:] for link in seen.links if link.startswith("#")} <= set(seen.ids)
    assert all(link.startswith(("#", "http://", "https://")) for link in seen.links)


def _poisoned(text: str, data: st.DataObject) -> Analysis:
    """The ferry with every free string replaced, and the offsets kept inside the texts."""
    ferry = traced()
    return replace(
        ferry,
        witnesses=tuple(_poisoned_witness(one, text, data) for one in ferry.witnesses),
        stories=tuple(replace(one, title=text) for one in ferry.stories),
        lost_witnesses=tuple(replace(one, name=text, why=text) for one in ferry.lost_witnesses),
        derivations=tuple(
            replace(one, evidence=tuple(replace(e, signal=text, note=text) for e in one.evidence))
            for one in ferry.derivations
        ),
        variants=tuple(_poisoned_variant(one, text) for one in ferry.variants),
        relations_claimed=tuple(_poisoned_relation(one, text) for one in ferry.relations_claimed),
        events=tuple(replace(one, date=text) for one in ferry.events),
        tracked_numbers=tuple(_poisoned_number(one, text) for one in ferry.tracked_numbers),
        failures=(Failure(path=text, stage=Stage.READ, reason=text),),
        run=replace(ferry.run, options=((text, text),)),
    )


def _poisoned_witness(one: Witness, text: str, data: st.DataObject) -> Witness:
    """The text is overwritten in place, so that every span still lies within it."""
    length = len(one.text)
    at = data.draw(st.integers(0, length))
    body = (one.text[:at] + text + one.text[at + len(text) :]).ljust(length)
    article: Article = replace(
        one.article,
        text=body,
        path=text,
        title=Found(value=text),
        byline=Found(value=text),
        publisher=Found(value=text),
        credit=Found(value=text),
        published=Found(value=text),
        url=data.draw(st.sampled_from([text, "https://" + text, "javascript:" + text])),
        language=text,
    )
    tokens = words(body)
    return replace(
        one,
        article=article,
        words=tokens,
        sentences=sentences(body, tokens),
        quotations=tuple(replace(q, speaker=text, cue=text) for q in one.quotations),
    )


def _poisoned_relation(one: ClaimedRelation, text: str) -> ClaimedRelation:
    origins = tuple(replace(origin, name=text) for origin in one.origins)
    return replace(one, source=text, target=text + "!", origins=origins)


def _poisoned_number(one: TrackedNumber, text: str) -> TrackedNumber:
    points = tuple(replace(point, source=text, published=text) for point in one.points)
    return replace(one, thing=text, doer=text, deed=text, points=points)


def _poisoned_variant(one: Variant, text: str) -> Variant:
    return replace(one, note=text)
