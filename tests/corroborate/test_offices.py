"""Who holds an office, and of whom."""

from __future__ import annotations

import re

import pytest

from newstemma.corroborate.named_relation import NamedRelation
from newstemma.corroborate.offices import offices
from newstemma.records import NameKind, RelationType, Span
from tests.collate.parsed import read_parsed

_KINDS = {
    "Norway": NameKind.PLACE,
    "Kofi Mensah": NameKind.PERSON,
    "Ama Boateng": NameKind.PERSON,
    "Bergen Observatory": NameKind.ORGANISATION,
    "University of Bergen": NameKind.ORGANISATION,
}
_LEADS, _BELONGS = RelationType.IN_CHARGE_OF, RelationType.BELONGS_TO


def _found(text: str) -> tuple[str, dict[str, NamedRelation]]:
    """The text, and the offices told in it by their cue."""
    places = {Span(*m.span()): m[0] for name in _KINDS for m in re.finditer(name, text)}
    return text, {one.cue.of(text): one for one in offices(read_parsed(text), places, _KINDS)}


def _rows(text: str) -> set[tuple[RelationType, str, str]]:
    read, found = _found(text)
    return {(one.type, one.source.of(read), one.target.of(read)) for one in found.values()}


@pytest.mark.parametrize(
    ("text", "type_", "target"),
    [
        ("Norway president Kofi Mensah left.", _LEADS, "Norway"),
        ("Norway's prime minister, Kofi Mensah, left.", _LEADS, "Norway"),
        ("The president of Norway, Kofi Mensah, left.", _LEADS, "Norway"),
        ("Kofi Mensah, the president of Norway, left.", _LEADS, "Norway"),
        ("Norway fire chief Kofi Mensah left.", _BELONGS, "Norway"),
        ("The commander of the Norway firefighters, Kofi Mensah, left.", _BELONGS, "Norway"),
    ],
)
def test_a_title_beside_a_name_tells_of_whom_it_is(
    text: str, type_: RelationType, target: str
) -> None:
    assert _rows(text) == {(type_, "Kofi Mensah", target)}


def test_at_a_body_anybody_has_an_office() -> None:
    told = _rows("Kofi Mensah, a toxicologist at the University of Bergen, left.")
    assert told == {(_BELONGS, "Kofi Mensah", "University of Bergen")}


def test_somebody_is_of_a_body_without_an_office() -> None:
    told = _rows("On Monday Kofi Mensah of the Bergen Observatory left.")
    assert told == {(_BELONGS, "Kofi Mensah", "Bergen Observatory")}


def test_a_name_that_was_given_before_owns_what_is_its() -> None:
    text, found = _found(
        'The University of Bergen denied the loss. "All is well," its spokesman, Kofi Mensah, said.'
    )
    assert found["spokesman"].target.of(text) == "University of Bergen"
    assert found["spokesman"].told.of(text) == "spokesman, Kofi Mensah"  # and not what is denied


def test_a_kind_of_body_means_the_one_that_is_named_so() -> None:
    told = _rows("The Bergen Observatory opened. The observatory's director, Kofi Mensah, left.")
    assert (_LEADS, "Kofi Mensah", "Bergen Observatory") in told


@pytest.mark.parametrize(
    "text",
    [
        "Former Norway president Kofi Mensah left.",
        "Kofi Mensah, a former president of Norway, left.",
        "Norway has killed rebel leader Kofi Mensah.",  # a verb stands between them
        "Norway friend Kofi Mensah left.",
        "Norway presidents Kofi Mensah and Ama Boateng left.",
        "The weather in Norway was bad, and its president, Kofi Mensah, left.",
        "Kofi Mensah, a spokesman for the Norway company, left.",
    ],
)
def test_what_is_past_or_of_another_is_no_office(text: str) -> None:
    assert not _rows(text)


def test_the_spans_stand_in_the_text() -> None:
    text, found = _found("Kofi Mensah, the president of Norway, left.")
    [one] = found.values()
    assert one.told.of(text) == "Kofi Mensah, the president of Norway"
