from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.collate.variants import variants
from newstemma.records import VariantKind
from tests.collate.pairs import collate, read

_PIECES = (
    "The storm sank 21 boats",
    "at least 40 turbines",
    "on Tuesday",
    "in 2017",
    "Anna Kessel",
    "President Oran Malk",
    '"We will never sell the lighthouse"',
    "“Nobody repaired it,”",
    "said",
    "allegedly",
    "did not",
    "experts say",
    "like",
    ". ",
    ".\n",
    ", ",
    "港に船が",
    "корабль",
    "\u0000",
    "'",
)
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=24).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(_TEXTS, _TEXTS, _TEXTS)
def test_every_variant_has_a_side_that_slices_back(child: str, parent: str, other: str) -> None:
    for variant in collate(child, parent, other):
        assert variant.child_span or variant.parent_span
        assert (variant.child_span is None) == (variant.kind is VariantKind.OMITTED)
        for span, text in ((variant.child_span, child), (variant.parent_span, parent)):
            if span:
                assert span.of(text).strip()
                assert span.end <= len(text)
                assert len(span) <= 400
        assert variant.note


@settings(max_examples=50, deadline=None)
@given(_TEXTS, _TEXTS)
def test_the_same_input_gives_the_same_variants_in_order(child: str, parent: str) -> None:
    first, second = collate(child, parent), collate(child, parent)
    assert first == second
    starts = [v.child_span for v in first if v.child_span]
    assert starts == sorted(starts)


@settings(max_examples=50, deadline=None)
@given(_TEXTS)
def test_a_copy_changes_nothing(text: str) -> None:
    assert {v.kind for v in collate(text, text)} <= {VariantKind.KEPT}


def test_no_more_than_two_kinds_of_change_stand_over_one_place() -> None:
    child = "Experts say the dam will allegedly not survive 31 more winters of heavy floods."
    parent = '"The dam will survive 21 more winters of heavy floods," said Ilsa Verhoeven.'
    found = [v for v in collate(child, parent) if v.child_span and v.kind is not VariantKind.KEPT]
    for variant in found:
        over = {v.kind for v in found if v.child_span and v.child_span == variant.child_span}
        assert len(over) <= 2


def test_without_a_parent_there_is_nothing_to_say() -> None:
    assert variants(read("The storm sank 21 boats."), []) == ()


def test_an_empty_parent_supports_nothing() -> None:
    child = "The storm sank 21 boats in the harbour of Port Alder on Monday morning."
    assert {v.kind for v in collate(child, "")} == {VariantKind.ADDED}


def test_of_two_parents_the_one_that_has_it_is_named() -> None:
    child = read("The storm sank 21 boats. Divers found two brass compasses.", "child")
    first = read("The storm sank 21 boats.", "first")
    second = read("Divers found two brass compasses.", "second")
    found = variants(child, [first, second])
    kept = [v.parent for v in found if v.kind is VariantKind.KEPT]
    assert kept == ["first", "second"]
    assert {v.kind for v in found} == {VariantKind.KEPT}


def test_long_and_hostile_texts_take_seconds() -> None:
    text = "\n".join(f"Ship{n % 997} reached harbour{n % 89} with cargo{n}." for n in range(2000))
    runaway = "12 said not may " * 8000
    started = time.perf_counter()
    collate(text, text)
    collate(runaway, runaway)
    assert time.perf_counter() - started < 30


_STORY = (
    "Anna Kessel opened the port of Brenholm on Sunday. The mayor praised 21 divers. "
    "Prices rose sharply in the old town."
)


def test_two_texts_that_have_nothing_in_common_are_added_and_left_out_and_not_changed() -> None:
    other = "Farmers near Velgia harvested pumpkins while beekeepers sold lavender honey abroad."
    told = {v.kind for v in collate(other, _STORY)}
    assert told <= {VariantKind.ADDED, VariantKind.OMITTED}


def test_what_was_added_one_way_round_is_left_out_the_other_way() -> None:
    longer = (
        f"{_STORY}\nFarmers near Velgia harvested enormous pumpkins while beekeepers sold "
        "fragrant lavender honey to foreign merchants."
    )
    assert VariantKind.ADDED in {v.kind for v in collate(longer, _STORY)}
    assert VariantKind.OMITTED in {v.kind for v in collate(_STORY, longer)}


def test_a_text_in_another_language_copies_nothing() -> None:
    german = "Anna Kessel eröffnete am Sonntag den Hafen. Die Preise stiegen in der Altstadt stark."
    assert VariantKind.KEPT not in {v.kind for v in collate(german, _STORY)}


def test_an_empty_child_changed_nothing() -> None:
    assert {v.kind for v in collate("", _STORY)} <= {VariantKind.OMITTED}


def test_the_order_of_sentences_changes_nothing() -> None:
    turned = ". ".join(reversed(_STORY.removesuffix(".").split(". "))) + "."
    assert {v.kind for v in collate(turned, _STORY)} == {VariantKind.KEPT}


def test_a_change_is_found_in_a_parent_a_hundred_times_longer() -> None:
    filler = " ".join(
        f"Warehouse{n} stored grain{n} beside canal{n} for merchant{n}." for n in range(300)
    )
    told = {v.kind for v in collate(_STORY.replace("21 divers", "31 divers"), f"{filler} {_STORY}")}
    assert VariantKind.NUMBER_CHANGED in told
