"""Which relation a clause tells of."""

from __future__ import annotations

import pytest

from newstemma.corroborate.event_types import events
from newstemma.records import RelationType
from tests.collate.parsed import read_parsed


def _types(text: str) -> list[RelationType]:
    return [one.type for one in events(text, read_parsed(text).clauses)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway must open its harbours.", []),  # nobody is said to demand it
        ("Ghana said that Norway must open its harbours.", [RelationType.DEMAND]),
        ("Norway began to bomb Ghana.", [RelationType.FIGHT]),
        ("Norway lifted the curfew.", [RelationType.CONCEDE]),
        ("Norway halted its attacks on Ghana.", [RelationType.RETREAT]),
        ("Norway cut its aid to Ghana.", [RelationType.SANCTION]),
        ("Norway will not meet Ghana.", [RelationType.REJECT]),
        ("Norway will leave unless Ghana pays.", []),
        ("Norway will help Ghana unless it rains.", [RelationType.THREATEN]),
        ("Soldiers killed three farmers.", [RelationType.ASSAULT]),
        ("An army helicopter killed three farmers.", [RelationType.FIGHT]),
        ("Norway painted its harbours.", []),
    ],
)
def test_the_words_of_a_clause_tell_its_type(text: str, expected: list[RelationType]) -> None:
    assert _types(text) == expected


def test_what_is_refused_is_not_told_by_itself() -> None:
    assert _types("Norway refused to meet Ghana.") == [RelationType.REJECT]
