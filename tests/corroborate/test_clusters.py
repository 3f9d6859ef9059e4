"""Statements are grouped best first, and what is known to differ stays apart."""

from __future__ import annotations

from newstemma.corroborate.clusters import clusters
from newstemma.corroborate.disagreement import Disagreement
from newstemma.corroborate.matching import Match
from newstemma.records import Span, VariantKind

_NUMBER = Disagreement(kind=VariantKind.NUMBER_CHANGED, left=Span(0, 1), right=Span(0, 1))


def _same(left: int, right: int, child: int | None = None) -> Match:
    return Match(left=left, right=right, shared=0.9, differs=None, child=child)


def _apart(left: int, right: int) -> Match:
    return Match(left=left, right=right, shared=0.9, differs=_NUMBER)


def _near(left: int, right: int) -> bool:
    return abs(left - right) < 3


def test_likeness_runs_on() -> None:
    found = clusters(4, [_same(0, 1), _same(1, 2)], are_near=_near)
    assert found == ((0, 1, 2), (3,))


def test_two_that_differ_are_never_joined_by_a_third() -> None:
    found = clusters(3, [_same(0, 1), _same(1, 2), _apart(0, 2)], are_near=_near)
    assert found == ((0, 1), (2,))


def test_likeness_does_not_run_on_for_ever() -> None:
    steps = [_same(n, n + 1) for n in range(11)]
    first, *_, last = clusters(12, steps, are_near=_near)
    assert (0 in first, 11 in last, first != last) == (True, True, True)


def test_a_child_stays_with_its_parent_however_far() -> None:
    assert clusters(9, [_same(0, 8, child=8)], are_near=_near)[0] == (0, 8)
