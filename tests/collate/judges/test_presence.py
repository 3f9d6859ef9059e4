from __future__ import annotations

import pytest

from newstemma.collate.variants import variants
from newstemma.records import Severity, VariantKind
from tests.collate.pairs import collate, kinds, places, read

_PARENT = (
    "The trawler sank off Kestrel Bay on Sunday night. "
    "Divers recovered the ship's bell and two brass compasses from the wreck."
)
_NEW = "Critics of globalisation celebrated with fireworks, champagne and a marching band."


def test_a_sentence_that_nobody_else_has_was_added() -> None:
    assert (_NEW, "") in places(f"{_PARENT} {_NEW}", _PARENT, VariantKind.ADDED)


def test_a_sentence_that_another_article_has_was_added_and_the_note_says_so() -> None:
    other = "With fireworks, champagne and a marching band critics of globalisation celebrated."
    found = [v for v in collate(f"{_PARENT} {_NEW}", _PARENT, other) if v.child_span]
    (added,) = (v for v in found if v.kind is VariantKind.ADDED)
    assert added.severity is Severity.DETAIL
    assert "another article" in added.note


def test_the_same_in_other_words_was_not_added() -> None:
    child = "Off Kestrel Bay a fishing vessel went down, and its bell was brought up by divers."
    assert VariantKind.ADDED not in kinds(child, _PARENT)


def test_a_sentence_that_the_child_lacks_was_omitted() -> None:
    ((mine, theirs),) = places(_PARENT.split(". ")[0] + ".", _PARENT, VariantKind.OMITTED)
    assert mine == ""
    assert theirs.startswith("Divers recovered")


def test_a_copy_keeps_all_and_nothing_else() -> None:
    found = collate(_PARENT, _PARENT)
    assert {v.kind for v in found} == {VariantKind.KEPT}
    assert len(found) == 2


def test_nothing_is_kept_where_something_changed() -> None:
    child = "The storm sank 31 boats in the harbour of Port Alder on Monday morning."
    parent = child.replace("31", "21")
    kept = places(child, parent, VariantKind.KEPT)
    assert kept
    assert not any("31" in mine for mine, _ in kept)


def test_comment_was_added_though_it_names_what_the_story_tells_of() -> None:
    comment = "This wreck highlights broader concerns over ageing fleets and the need for reform."
    assert (comment, "") in places(f"{_PARENT} {comment}", _PARENT, VariantKind.ADDED)


def test_comment_that_takes_up_a_line_of_the_parent_was_not_added() -> None:
    parent = f"{_PARENT} Please come back for updates."
    comment = "Significant ongoing updates regarding matters will follow."
    child = f"Off Kestrel Bay a vessel went down. {comment}"
    assert VariantKind.ADDED not in kinds(child, parent)
    assert VariantKind.ADDED in kinds(child, _PARENT)


def test_a_short_line_among_copied_ones_was_added() -> None:
    child = f"{_PARENT} Skipper Tomas Reyl declined to comment."
    assert ("Skipper Tomas Reyl declined to comment.", "") in places(
        child, _PARENT, VariantKind.ADDED
    )


def test_a_denial_without_its_like_in_the_child_is_omitted_in_meaning() -> None:
    parent = f"{_PARENT} Calder Shipping denied that any warning had been ignored."
    child = f"{_PARENT} Calder Shipping had any warning."
    (lost,) = (v for v in collate(child, parent) if v.kind is VariantKind.OMITTED)
    assert lost.severity is Severity.MEANING
    kept = f"{_PARENT} Calder Shipping disputes it."
    assert Severity.MEANING not in {
        v.severity for v in collate(kept, parent) if v.kind is VariantKind.OMITTED
    }


def test_what_was_denied_to_somebody_is_no_denial() -> None:
    parent = f"{_PARENT} The skipper was denied bail by the court at Port Alder on Friday."
    severities = {v.severity for v in collate(_PARENT, parent) if v.kind is VariantKind.OMITTED}
    assert severities == {Severity.DETAIL}


@pytest.mark.parametrize(
    "sentence",
    [
        "Thousands of villagers were left behind and denied a decent education for decades.",
        "Nobody can deny that the old lighthouse draws visitors from the capital.",
        "Nobody disputes those figures from the northern harbour office.",
        "The council rejected a new budget for the northern harbour office.",
    ],
)
def test_what_denies_no_claim_is_no_denial(sentence: str) -> None:
    found = collate(_PARENT, f"{_PARENT} {sentence}")
    assert {v.severity for v in found if v.kind is VariantKind.OMITTED} == {Severity.DETAIL}


def test_a_digest_is_not_blamed_for_what_it_leaves_out() -> None:
    first, second = _PARENT.split(". ")[0] + ".", "Copper prices in Velgia fell on Monday."
    more = " Carpenters from Marrow Island rebuilt the wooden granary without a single nail."
    child = read(f"{first} {second}", "child")
    parents = [read(first + more, "first"), read(second + more, "second")]
    found = variants(child, parents)
    assert VariantKind.OMITTED not in {v.kind for v in found}
    assert VariantKind.OMITTED in {v.kind for v in variants(child, parents[:1])}


def test_what_is_told_in_other_words_is_not_also_omitted() -> None:
    said = '"Nobody may enter the dock until a paper says that the air is clean," Kessel said.'
    parent = f"{_PARENT} {said}"
    child = f"{_PARENT} She stressed that nobody would return until the air was declared clean."
    found = kinds(child, parent)
    assert VariantKind.QUOTE_UNMARKED in found
    assert VariantKind.OMITTED not in {v.kind for v in collate(child, parent)}


def test_a_moral_after_what_the_parent_tells_may_be_its_own() -> None:
    moral = "This loss highlights broader concerns over divers and the need for reform."
    told = "Off Kestrel Bay a trawler overturned overnight."
    assert VariantKind.ADDED not in kinds(f"{told} {moral}", _PARENT)
    foreign = "Farmers near Velgia harvested pumpkins."
    assert (moral, "") in places(f"{foreign} {moral}", _PARENT, VariantKind.ADDED)
