from __future__ import annotations

import time
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.records import RawArticle, TextSource
from newstemma.text.cleaning import body, clean
from newstemma.text.cleaning.page import read_page
from tests.text.cleaning.pages import LAST, LEAD, SECOND, cleaned, marked, page, report

TITLE = "Harbour Bridge Closed After Crack Is Found"

# Pieces that the rules look for, so that random pages come near every one of them.
PIECES = st.sampled_from(
    [
        TITLE,
        LEAD,
        SECOND,
        "Source: Harbour News",
        "By Ada Quill, Harbour News",
        "GENEVA (AP) — ",
        "Nov. 3, 2025 at 5:14 p.m.",
        "Follow Ada Quill on Facebook",
        "Related Posts",
        "1 of 74",
        "-",
        " -",
        "© 2025 Harbour News",
        "(Harbour.gov)",
        "Harbour NewsTide WatchFlood",
        "\n",
        "\r\n\r\n",
        "\u2028",
        "\xa0",
        "橋が閉鎖された。",
        "\ud800",
    ]
)
TEXTS = st.text() | st.lists(PIECES | st.text(max_size=20), max_size=14).map("".join)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_furniture_is_sorted_disjoint_and_inside_the_text(text: str) -> None:
    article = cleaned(text)
    spans = [piece.span for piece in article.furniture]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_body_and_furniture_share_no_character(text: str) -> None:
    article = cleaned(text)
    stretches = body(article)
    assert all(not s.overlaps(f.span) for s in stretches for f in article.furniture)
    assert all(s.of(text) == s.of(text).strip() != "" for s in stretches)
    assert list(stretches) == sorted(stretches)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_no_letter_is_lost_between_body_and_furniture(text: str) -> None:
    article = cleaned(text)
    covered = [*body(article), *(piece.span for piece in article.furniture)]
    kept = sorted(n for span in covered for n in range(span.start, span.end))
    assert {n for n, c in enumerate(text) if c.isalnum()} <= set(kept)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_what_is_found_stands_where_its_span_says(text: str) -> None:
    article = cleaned(text)
    for found in (article.title, article.byline, article.publisher, article.credit):
        assert found is None or (found.span is not None and found.span.of(text) == found.value)


def test_the_text_is_kept_and_hashed_as_it_is() -> None:
    text = f"{TITLE}\r\n\r\n{LEAD}\r\n"
    article = cleaned(text)
    assert article.text == text
    assert article.sha256 == sha256(text.encode()).hexdigest()


def test_an_ordinary_page_keeps_its_report_and_nothing_else() -> None:
    article = page(
        "NewsLocal SportHarbour Life",
        TITLE,
        TITLE,
        "By Ada Quill, Tidewater Press",
        "Published Nov. 3, 2025 at 5:14 p.m.",
        "Mayor Bruno Vale discusses how long the closure will last.",
        LEAD,
        "The cracked pier at low tide. (Harbour.gov)",
        SECOND,
        "Three weeks without a bridge",
        LAST,
        "Follow Ada Quill on Facebook and Twitter.",
        "Source link",
        "Related Posts",
        "1 of 74",
    )
    assert report(article) == [LEAD, SECOND, LAST]
    assert [kind for kind, _ in marked(article)] == [
        "tags",
        "headline",
        "headline",
        "byline",
        "date",
        "teaser",
        "caption",
        "section",
        "follow",
        "source-link",
        "related",
        "related",
    ]


def test_one_long_line_has_no_furniture() -> None:
    assert marked(cleaned(" ".join([LEAD, SECOND, LAST]))) == []


def test_a_single_sentence_is_the_report() -> None:
    assert report(cleaned(LEAD)) == [LEAD]


def test_a_list_without_prose_keeps_its_lines() -> None:
    lines = ["Apples from the valley", "Two loaves", "Salt and thyme"]
    assert report(page(*lines)) == lines


def test_an_empty_text_has_no_report() -> None:
    assert report(cleaned("")) == []


def test_a_declared_language_wins() -> None:
    raw = RawArticle(path="p", text=LEAD, text_source=TextSource.FILE, language="de-AT")
    assert clean(raw, id="a").language == "de"


@pytest.mark.parametrize(
    "text",
    [
        "A " * 500_000,
        "- " * 300_000,
        ("By " + "Ab " * 230 + "\n") * 300,
        ("share, " * 99 + "q\n") * 300,
        ("AbCd" * 99 + " AbCd" * 20 + "\n") * 2000 + SECOND,
        f"{SECOND}\n" + "Pier " * 3 + "\n-\n" * 40_000,
        f"{SECOND} " * 4000,
        f"{SECOND}\n" * 4000,
    ],
    ids=["capitals", "dashes", "names", "buttons", "glued", "furniture", "one line", "many lines"],
)
def test_hostile_and_long_texts_are_read_in_seconds(text: str) -> None:
    start = time.perf_counter()
    read_page(text)
    assert time.perf_counter() - start < 5
