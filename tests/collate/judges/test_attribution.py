from __future__ import annotations

from newstemma.records import Severity, VariantKind
from tests.collate.pairs import collate, kinds, places

_PARENT = '"The dam will not survive another winter of heavy floods," said Ilsa Verhoeven.'
_CLAIM = "the dam will not survive another winter of heavy floods"


def test_a_claim_without_its_source_is_reported() -> None:
    assert VariantKind.ATTRIBUTION_DROPPED in kinds(f"{_CLAIM.capitalize()}.", _PARENT)


def test_a_named_source_that_became_experts_is_reported() -> None:
    found = places(f"Experts say {_CLAIM}.", _PARENT, VariantKind.ATTRIBUTION_CHANGED)
    assert [child for child, _ in found] == ["Experts say"]


def test_the_same_source_is_no_change() -> None:
    attribution = {VariantKind.ATTRIBUTION_CHANGED, VariantKind.ATTRIBUTION_DROPPED}
    assert not attribution & kinds(f"Ilsa Verhoeven said {_CLAIM}.", _PARENT)
    assert not attribution & kinds(f"{_CLAIM.capitalize()}, Verhoeven warned.", _PARENT)


def test_a_pronoun_for_the_source_is_no_change() -> None:
    assert VariantKind.ATTRIBUTION_DROPPED not in kinds(f"She said {_CLAIM}.", _PARENT)


def test_it_weighs_less_where_the_sentence_before_names_the_source() -> None:
    child = f"Ilsa Verhoeven inspected the valley. {_CLAIM.capitalize()}."
    (variant,) = (v for v in collate(child, _PARENT) if v.kind is VariantKind.ATTRIBUTION_DROPPED)
    assert variant.severity is Severity.DETAIL


def test_a_sentence_that_goes_on_about_the_source_is_not_judged() -> None:
    child = "Ilsa Verhoeven inspected the valley. She foresaw that " + _CLAIM + "."
    assert VariantKind.ATTRIBUTION_DROPPED not in kinds(child, _PARENT)


def test_the_source_of_a_verb_that_stayed_is_missed() -> None:
    parent = "Divers found a torpedo that military officials linked to the old navy yard."
    child = "Divers found a torpedo linked to the old navy yard."
    ((mine, theirs),) = places(child, parent, VariantKind.ATTRIBUTION_DROPPED)
    assert mine.startswith("linked to the old navy yard")
    assert theirs == "officials linked"


def test_one_who_became_an_example_of_many_is_reported() -> None:
    parent = "Ilsa Verhoeven warned that the dam is weak."
    child = "Engineers like Ilsa Verhoeven warned that the dam is weak."
    ((mine, theirs),) = places(child, parent, VariantKind.ATTRIBUTION_CHANGED)
    assert (mine, theirs) == ("Engineers like Ilsa Verhoeven", "Ilsa Verhoeven")


def test_what_nobody_was_quoted_for_needs_no_source() -> None:
    parent = "The dam at Port Alder did not survive the heavy floods."
    assert kinds("At Port Alder the dam did not survive the heavy floods.", parent) == set()


def test_the_source_is_the_person_and_not_the_town_before_the_verb() -> None:
    parent = "Ilsa Verhoeven, who came from the capital, Lorn, said the harbour would stay shut."
    child = "The harbour would stay shut."
    notes = [v.note for v in collate(child, parent) if v.kind is VariantKind.ATTRIBUTION_DROPPED]
    assert [note.split(";")[0] for note in notes] == ["The parent has this from Ilsa Verhoeven"]


def test_it_weighs_less_where_the_sentence_after_names_the_source() -> None:
    child = f"T{_CLAIM[1:]}. Verhoeven has inspected it twice."
    severities = {
        v.severity for v in collate(child, _PARENT) if v.kind is VariantKind.ATTRIBUTION_DROPPED
    }
    assert severities == {Severity.DETAIL}


def test_one_of_several_examples_was_not_named_alone() -> None:
    parent = "Ilsa Verhoeven and Tomas Reyl warned that the dam is weak."
    child = "Engineers like Ilsa Verhoeven and Tomas Reyl warned that the dam is weak."
    assert VariantKind.ATTRIBUTION_CHANGED not in kinds(child, parent)


def test_a_report_that_a_name_qualifies_is_named_whole() -> None:
    parent = "The dam will not survive the winter, according to a Calder Institute report."
    child = "The dam will not survive the winter."
    (lost,) = (v for v in collate(child, parent) if v.kind is VariantKind.ATTRIBUTION_DROPPED)
    assert "Calder Institute report" in lost.note


_DROPPED = VariantKind.ATTRIBUTION_DROPPED


def test_a_source_that_goes_on_as_she_is_not_dropped() -> None:
    child = f"Verhoeven spoke to the council. In her mind {_CLAIM}."
    assert _DROPPED not in kinds(child, _PARENT)
    assert _DROPPED in kinds(child.replace("Verhoeven spoke", "The mayor spoke"), _PARENT)


def test_a_hedge_that_tells_of_a_report_stands_for_the_source() -> None:
    child = f"Reportedly {_CLAIM}."
    assert _DROPPED not in kinds(child, _PARENT)


def test_it_weighs_less_after_a_sentence_that_reports() -> None:
    child = f"The keeper baked a cake for the council. {_CLAIM.capitalize()}."
    told = child.replace("baked a cake for", "complained to")
    for text, severity in ((child, Severity.MEANING), (told, Severity.DETAIL)):
        found = [v.severity for v in collate(text, _PARENT) if v.kind is _DROPPED]
        assert found == [severity]
