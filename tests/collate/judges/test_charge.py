from __future__ import annotations

from newstemma.collate.judges.charge import CHARGED
from newstemma.records import VariantKind
from tests.collate.pairs import kinds, places

_PARENT = "Velgian president Oran Malk ordered the dam closed."


def test_a_charged_word_for_a_plain_one_is_reported() -> None:
    child = _PARENT.replace("president", "dictator")
    assert places(child, _PARENT, VariantKind.WORDING_CHARGED) == [("dictator", "president")]


def test_a_plain_word_for_a_charged_one_is_reported_too() -> None:
    parent = _PARENT.replace("president", "dictator")
    assert places(_PARENT, parent, VariantKind.WORDING_CHARGED) == [("president", "dictator")]


def test_the_same_word_elsewhere_is_no_change() -> None:
    child = "A dictator once ruled Norland. " + _PARENT
    assert VariantKind.WORDING_CHARGED not in kinds(child, _PARENT)


def test_no_word_stands_on_both_sides_of_a_pair() -> None:
    assert all(loaded.isdisjoint(plain) for loaded, plain in CHARGED)


def test_an_adjective_that_judges_is_reported_where_no_article_has_it() -> None:
    child = _PARENT.replace("ordered", "and his greedy board ordered")
    assert places(child, _PARENT, VariantKind.WORDING_CHARGED) == [("greedy", "")]
    assert VariantKind.WORDING_CHARGED not in kinds(child, _PARENT, "The board is greedy.")


def test_an_adjective_is_not_reported_where_the_parent_judges_the_same_elsewhere() -> None:
    parent = f"{_PARENT} The rotten board sold the dam."
    child = parent.replace("rotten", "greedy")
    assert VariantKind.WORDING_CHARGED not in kinds(child, parent)


def test_an_adjective_is_not_reported_of_what_no_parent_tells_of() -> None:
    child = f"{_PARENT} A greedy gondolier watched."
    assert VariantKind.WORDING_CHARGED not in kinds(child, _PARENT)


def test_an_adjective_that_somebody_uses_is_theirs() -> None:
    child = "Ilsa Verhoeven said that the greedy board ordered the dam closed."
    parent = "Velgian president Oran Malk and his board ordered the dam closed."
    assert VariantKind.WORDING_CHARGED not in kinds(child, parent)


def test_a_plain_word_beside_one_of_the_charged_words_family_is_no_change() -> None:
    parent = "On Monday Oran Malk admitted to the council that he closed the dam."
    child = "On Monday Oran Malk stated to the council that he closed the dam."
    assert VariantKind.WORDING_CHARGED in kinds(child, parent)
    assert VariantKind.WORDING_CHARGED not in kinds(f"{child} The admittance came late.", parent)
