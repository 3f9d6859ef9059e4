from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from newstemma.lineage.family import Family, family
from newstemma.read.judged import meant
from newstemma.read.judgements import Judgement, JudgementKind
from newstemma.records import (
    DerivationKind,
    Judgements,
    RawArticle,
    RelationKind,
    TextSource,
    Witness,
)
from newstemma.text.cleaning import clean
from newstemma.text.witness import witness as read_closely
from tests.data import needs, shared
from tests.lineage.builder import witness
from tests.lineage.texts import (
    CUT,
    DIGEST,
    ELSEWHERE,
    FERRY,
    HARBOUR_RADIO,
    OTHER_CUT,
    RETOLD,
    SPEECH_ONE,
    SPEECH_TWO,
)

_FERRY = witness("ferry", FERRY, title="Ferry aground off Norrskar")


@pytest.mark.parametrize("credit", [None, "Norrskar Press"])
def test_one_alone_is_drawn_as_beside_a_stranger(credit: str | None) -> None:
    one = witness("ferry", FERRY, title="Ferry aground off Norrskar", credit=credit)
    alone, beside = family([one]), family([one, witness("speech", SPEECH_ONE)])
    (story,) = (story for story in beside.stories if "ferry" in story.articles)
    assert alone.stories == (story,)
    assert alone.lineages == tuple(row for row in beside.lineages if row.story == story.id)
    assert alone.lost_witnesses == beside.lost_witnesses
    assert bool(alone.lost_witnesses) == bool(credit)
    assert not alone.derivations
    assert not alone.relations


def _edges(drawn: Family) -> dict[tuple[str, str], DerivationKind]:
    return {(edge.child, edge.parent): edge.kind for edge in drawn.derivations}


def _lineages(drawn: Family) -> set[frozenset[str]]:
    return {frozenset(lineage.articles) for lineage in drawn.lineages}


def _relations(drawn: Family) -> dict[tuple[str, str], RelationKind]:
    return {(relation.left, relation.right): relation.kind for relation in drawn.relations}


# --- one story ---------------------------------------------------------------------------------


def test_a_whole_story_is_drawn() -> None:
    drawn = family(
        [
            _FERRY,
            witness("cut", CUT),
            witness("retold", RETOLD),
            witness("radio", HARBOUR_RADIO),
            witness("digest", DIGEST),
            witness("council", ELSEWHERE),
        ]
    )
    assert _edges(drawn) == {
        ("cut", "ferry"): DerivationKind.REPRINT,
        ("retold", "ferry"): DerivationKind.REWRITE,
        ("digest", "ferry"): DerivationKind.DIGEST,
        ("digest", "radio"): DerivationKind.DIGEST,
    }
    assert _lineages(drawn) == {
        frozenset({"ferry", "cut", "retold", "digest"}),
        frozenset({"radio", "digest"}),
        frozenset({"council"}),
    }
    assert [lineage.root for lineage in drawn.lineages] == ["ferry", "radio", "council"]
    assert drawn.stories[0].title == "Ferry aground off Norrskar"
    assert drawn.lost_witnesses == ()


def test_an_independent_report_is_a_lineage_of_its_own_in_the_same_story() -> None:
    drawn = family([_FERRY, witness("radio", HARBOUR_RADIO)])
    assert len(drawn.stories) == 1
    assert len(drawn.lineages) == 2
    assert drawn.derivations == ()


def test_reports_that_quote_one_speech_share_a_source_and_no_lineage() -> None:
    drawn = family([witness("one", SPEECH_ONE), witness("two", SPEECH_TWO)])
    assert _relations(drawn) == {("one", "two"): RelationKind.SHARED_SOURCE}
    assert len(drawn.lineages) == 2


def test_every_derivation_has_evidence() -> None:
    (edge,) = family([_FERRY, witness("retold", RETOLD)]).derivations
    assert {"coverage", "wording"} <= {one.signal for one in edge.evidence}
    assert 0.5 <= edge.probability <= 1


def test_a_roundup_does_not_join_the_stories_it_is_made_from() -> None:
    roundup = "\n".join([*FERRY.splitlines()[4:7], *ELSEWHERE.splitlines()[1:4]])
    drawn = family([_FERRY, witness("council", ELSEWHERE), witness("roundup", roundup)])
    assert {("roundup", "ferry"), ("roundup", "council")} == set(_edges(drawn))
    assert len(drawn.stories) == len(drawn.lineages) == 2


# --- what articles state -------------------------------------------------------------------------


def test_the_earlier_of_two_dated_copies_is_the_parent() -> None:
    drawn = family(
        [
            witness("a", FERRY, published="2025-01-05"),
            witness("b", FERRY, published="2025-01-04"),
        ]
    )
    assert _edges(drawn) == {("a", "b"): DerivationKind.REPRINT}


def test_undated_copies_are_one_lineage_without_a_direction() -> None:
    drawn = family([_FERRY, witness("copy", FERRY)])
    assert drawn.derivations == ()
    assert _relations(drawn) == {("copy", "ferry"): RelationKind.UNKNOWN}
    assert len(drawn.lineages) == 1


def test_a_copy_that_credits_the_publisher_of_the_other_is_the_child() -> None:
    drawn = family(
        [
            witness("a", FERRY, publisher="Skarrow Times", credit="AP"),
            witness("b", FERRY, publisher="The Associated Press"),
        ]
    )
    assert _edges(drawn) == {("a", "b"): DerivationKind.REPRINT}
    assert drawn.lost_witnesses == ()


def test_a_later_version_by_one_publisher_is_an_update() -> None:
    longer = FERRY + "Sundline offered every passenger a refund and a blanket.\n"
    drawn = family(
        [
            witness("first", FERRY, publisher="Norrskar Post", published="2025-01-04"),
            witness("second", longer, publisher="Norrskar Post", published="2025-01-05"),
        ]
    )
    assert _edges(drawn) == {("second", "first"): DerivationKind.UPDATE}


# --- lost witnesses ------------------------------------------------------------------------------


def test_a_credit_to_an_outlet_that_is_not_there_names_a_lost_witness() -> None:
    drawn = family([witness("ferry", FERRY, credit="Reuters"), witness("retold", RETOLD)])
    (lost,) = drawn.lost_witnesses
    assert (lost.name, lost.stands_for_it, lost.children) == ("Reuters", "ferry", ("ferry",))
    assert "Reuters" in lost.why
    assert [lineage.lost_witness for lineage in drawn.lineages] == [lost.id]


def test_a_kept_original_is_not_lost() -> None:
    drawn = family(
        [
            witness("ferry", FERRY, publisher="Associated Press"),
            witness("cut", CUT, credit="AP"),
            witness("other", OTHER_CUT, credit="apnews.com"),
        ]
    )
    assert drawn.lost_witnesses == ()
    assert set(_edges(drawn)) == {("cut", "ferry"), ("other", "ferry")}


def test_two_clients_of_one_agency_that_overlap_have_one_lost_witness() -> None:
    drawn = family([witness("a", CUT, credit="AP"), witness("b", OTHER_CUT, credit="(AP)")])
    (lost,) = drawn.lost_witnesses
    assert lost.name == "Associated Press"
    assert set(lost.children) == {"a", "b"}
    assert _lineages(drawn) == {frozenset("ab")}
    assert drawn.derivations == ()


def test_two_clients_of_one_agency_that_do_not_overlap_have_a_lost_witness_each() -> None:
    drawn = family([witness("a", FERRY, credit="AP"), witness("b", HARBOUR_RADIO, credit="AP")])
    assert len(drawn.lineages) == len(drawn.lost_witnesses) == 2


def test_siblings_without_a_credit_have_a_nameless_lost_witness() -> None:
    drawn = family([witness("a", CUT), witness("b", OTHER_CUT)])
    (lost,) = drawn.lost_witnesses
    assert (lost.name, lost.children) == (None, ("a", "b"))
    assert _lineages(drawn) == {frozenset("ab")}
    assert RelationKind.UNKNOWN in _relations(drawn).values()


def test_an_agency_credited_for_a_picture_or_quotation_inside_is_no_origin() -> None:
    named = FERRY.replace("told rescuers", "told Reuters")
    assert family([witness("a", named)]).lost_witnesses == ()


# --- what people judged --------------------------------------------------------------------------


def _judged(
    *,
    derived: Sequence[tuple[str, str]] = (),
    not_derived: Sequence[tuple[str, str]] = (),
    same: Sequence[tuple[str, str]] = (),
    different: Sequence[tuple[str, str]] = (),
) -> Judgements:
    return Judgements(
        derived=frozenset(derived),
        not_derived=frozenset(not_derived),
        same_story=frozenset(same),
        different_story=frozenset(different),
    )


def test_a_judged_derivation_is_certain_and_joins_a_story_and_a_lineage() -> None:
    pile = [_FERRY, witness("council", ELSEWHERE)]
    drawn = family(pile, judgements=_judged(derived=[("council", "ferry")]))
    (edge,) = drawn.derivations
    assert (edge.child, edge.parent, edge.probability) == ("council", "ferry", 1.0)
    assert edge.evidence[0].signal == "judged"
    assert len(drawn.stories) == len(drawn.lineages) == 1


def test_a_judged_derivation_turns_the_one_that_was_worked_out() -> None:
    drawn = family(
        [_FERRY, witness("retold", RETOLD)], judgements=_judged(derived=[("ferry", "retold")])
    )
    assert set(_edges(drawn)) == {("ferry", "retold")}
    assert drawn.lineages[0].root == "retold"


def test_a_judged_order_of_two_copies_holds_against_their_dates() -> None:
    pile = [
        witness("a", FERRY, published="2025-01-05"),
        witness("b", FERRY, published="2025-01-04"),
    ]
    drawn = family(pile, judgements=_judged(derived=[("b", "a")]))
    assert set(_edges(drawn)) == {("b", "a")}
    assert drawn.relations == ()


def test_what_was_judged_not_to_be_derived_is_a_report_of_its_own() -> None:
    pile = [_FERRY, witness("retold", RETOLD)]
    drawn = family(pile, judgements=_judged(not_derived=[("retold", "ferry")]))
    assert (drawn.derivations, drawn.relations) == ((), ())
    assert len(drawn.stories) == 1
    assert len(drawn.lineages) == 2


def test_what_is_not_derived_from_one_may_be_of_its_lineage_by_another() -> None:
    pile = [_FERRY, witness("cut", CUT), witness("retold", RETOLD)]
    judged = _judged(not_derived=[("retold", "ferry")], derived=[("retold", "cut")])
    drawn = family(pile, judgements=judged)
    assert set(_edges(drawn)) == {("cut", "ferry"), ("retold", "cut")}
    assert len(drawn.lineages) == 1


def test_two_judged_parents_make_a_digest() -> None:
    pile = [_FERRY, witness("council", ELSEWHERE), witness("late", HARBOUR_RADIO)]
    judged = _judged(derived=[("late", "ferry"), ("late", "council")])
    assert set(_edges(family(pile, judgements=judged)).values()) == {DerivationKind.DIGEST}


def test_copies_may_be_judged_to_digest_one_another() -> None:
    texts = {"a": FERRY, "b": ELSEWHERE, "c": SPEECH_ONE}
    pile = [witness(f"{name}{n}", text) for name, text in texts.items() for n in "12"]
    derived = [(f"{one}1", f"{other}2") for one in texts for other in texts if one != other]
    drawn = family(pile, judgements=_judged(derived=derived))
    assert set(derived) == set(_edges(drawn))
    assert sum(len(story.articles) for story in drawn.stories) == 6


def test_two_of_one_story_are_joined_and_stay_two_reports() -> None:
    pile = [_FERRY, witness("council", ELSEWHERE)]
    drawn = family(pile, judgements=_judged(same=[("council", "ferry")]))
    assert (len(drawn.stories), len(drawn.lineages), drawn.derivations) == (1, 2, ())


@pytest.mark.parametrize("text", [FERRY, RETOLD, HARBOUR_RADIO])
def test_two_of_different_stories_are_parted_whatever_they_share(text: str) -> None:
    pile = [witness("a", FERRY, published="2025-01-04"), witness("b", text)]
    drawn = family(pile, judgements=_judged(different=[("a", "b")]))
    assert len(drawn.stories) == len(drawn.lineages) == 2
    assert (drawn.derivations, drawn.relations) == ((), ())


def test_judgements_hold_in_any_order_of_the_articles() -> None:
    pile = _pile()
    judged = _judged(
        derived=[("radio", "retold"), ("ferry", "council")],
        not_derived=[("cut", "ferry")],
        different=[("copy", "digest"), ("cut", "other")],
    )
    drawn = family(pile, judgements=judged)
    assert family(pile[::-1], judgements=judged) == drawn
    told = [one for story in drawn.stories for one in story.articles]
    assert sorted(told) == sorted(one.id for one in pile)
    for left, right in judged.different_story:
        assert not any({left, right} <= set(story.articles) for story in drawn.stories)
    assert judged.derived <= set(_edges(drawn))


@pytest.mark.parametrize("seed", range(8))
def test_judgements_hold_whatever_they_are(seed: int) -> None:
    pile, chance = _pile(), random.Random(seed)
    ids = [one.id for one in pile]
    kinds = [kind for kind in JudgementKind if not kind.of_names]
    pairs = [chance.sample(ids, 2) for _ in range(8)]
    found = [
        Judgement(kind=chance.choice(kinds), left=left, right=right, line=line)
        for line, (left, right) in enumerate(pairs, start=1)
    ]
    judged, _ = meant(found, [one.article for one in pile], path="judged.jsonl")
    drawn = family(pile, judgements=judged)
    story = {one: number for number, s in enumerate(drawn.stories) for one in s.articles}
    assert sorted(story) == sorted(ids)
    assert {one for lineage in drawn.lineages for one in lineage.articles} == set(ids)
    assert judged.derived <= set(_edges(drawn))
    assert not judged.not_derived & set(_edges(drawn))
    assert all(story[left] == story[right] for left, right in judged.same_story)
    assert all(story[left] != story[right] for left, right in judged.different_story)


# --- any pile ------------------------------------------------------------------------------------


def _pile() -> list[Witness]:
    return [
        _FERRY,
        witness("copy", FERRY, published="2025-01-04"),
        witness("cut", CUT, credit="AP"),
        witness("other", OTHER_CUT, credit="AP"),
        witness("retold", RETOLD),
        witness("radio", HARBOUR_RADIO),
        witness("digest", DIGEST),
        witness("council", ELSEWHERE),
    ]


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_the_articles_does_not_matter(seed: int) -> None:
    pile = _pile()
    assert family(random.Random(seed).sample(pile, len(pile))) == family(pile)


def test_an_unrelated_article_changes_nothing_else() -> None:
    before, after = family(_pile()), family([*_pile(), witness("mine", SPEECH_ONE)])
    assert set(before.stories) < set(after.stories)
    assert set(before.lineages) < set(after.lineages)
    assert before.lost_witnesses == after.lost_witnesses
    assert _edges(before) == _edges(after)


def test_every_article_stands_in_one_story_and_at_least_one_lineage() -> None:
    drawn = family(_pile())
    told = [one for story in drawn.stories for one in story.articles]
    assert sorted(told) == sorted(one.id for one in _pile())
    inside = {one for lineage in drawn.lineages for one in lineage.articles}
    assert inside == set(told)


def test_no_articles_and_one_article() -> None:
    assert family([]) == Family(
        stories=(), lineages=(), lost_witnesses=(), derivations=(), relations=()
    )
    drawn = family([_FERRY])
    assert len(drawn.stories) == len(drawn.lineages) == 1


def test_three_hundred_copies_are_one_lineage() -> None:
    drawn = family([witness(f"n{i:03}", FERRY) for i in range(300)])
    assert len(drawn.lineages) == len(drawn.stories) == 1
    assert len(drawn.relations) == 299


def test_sixty_near_copies_are_one_lineage() -> None:
    chance = random.Random(4)
    drawn = family([witness(f"n{i:03}", _edited(FERRY, chance)) for i in range(60)])
    assert len(drawn.lineages) == 1


def test_scripts_are_told_apart_and_copies_found_in_any() -> None:
    chinese = "港口周二因燃料泄漏关闭，十七名工人被送往医院。市长说下周重新开放，渔民表示担忧。"
    pile = [witness("a", chinese), witness("b", chinese + "专家支持。"), _FERRY]
    assert _lineages(family(pile)) == {frozenset("ab"), frozenset({"ferry"})}


@pytest.mark.parametrize("text", ["", "Rain.", "\n\n", "word " * 5_000, "雨" * 3_000])
def test_odd_texts_are_taken_as_they_are(text: str) -> None:
    drawn = family([witness("odd", text), witness("odd-2", text + "x"), _FERRY])
    assert sum(len(story.articles) for story in drawn.stories) == 3


def test_very_long_articles_take_seconds() -> None:
    chance = random.Random(6)
    words = ELSEWHERE.split() + [f"word{i}" for i in range(9_000)]
    long = " ".join(chance.choices(words, k=50_000))
    drawn = family([witness("long", long), witness("half", long[: len(long) // 2]), _FERRY])
    assert frozenset({"long", "half"}) in _lineages(drawn)


@needs("seeds")
def test_the_seeds_are_three_stories_and_three_lineages() -> None:
    drawn = family(_seeds())
    assert set(_edges(drawn).items()) == {
        (("000", "002"), DerivationKind.REWRITE),
        (("001", "002"), DerivationKind.REWRITE),
    }
    stories = {frozenset(story.articles) for story in drawn.stories}
    assert stories == {frozenset({"000", "001", "002"}), frozenset({"003"}), frozenset({"004"})}
    assert _lineages(drawn) == stories
    assert [(lost.name, lost.stands_for_it) for lost in drawn.lost_witnesses] == [
        ("Fox News", "002")
    ]


def _seeds() -> Sequence[Witness]:
    paths = sorted((shared() / "seeds").glob("*.txt"))
    raws = [
        RawArticle(
            path=path.name, text=path.read_text(encoding="utf-8"), text_source=TextSource.FILE
        )
        for path in paths
    ]
    return [read_closely(clean(raw, id=raw.path[:3])) for raw in raws]


def _edited(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    for _ in range(5):
        words[chance.randrange(len(words))] = chance.choice(("quiet", "narrow", "late"))
    return " ".join(words)
