"""Dates that open an interval and dates that close one."""

from __future__ import annotations

from newstemma.corroborate.disagreement import disagreement, may_be_of_one_time
from newstemma.corroborate.propositions import Proposition, propositions
from newstemma.records import PartRole, VariantKind
from tests.corroborate.stories import scene_of


def _one(text: str) -> Proposition:
    scene = scene_of(text)
    [found] = propositions(scene.witnesses["a"], scene.names["a"])
    return found


def test_a_bounded_date_is_kept_as_an_interval() -> None:
    since = _one("The harbour of Tromsø has been closed since 2019.")
    until = _one("The harbour of Tromsø will be closed until 2019.")
    assert since.keys(PartRole.WHEN) == {"2019/.."}
    assert until.keys(PartRole.WHEN) == {"../2019"}


def test_since_then_and_until_then_differ() -> None:
    found = disagreement(
        _one("The harbour of Tromsø was closed since 2019."),
        _one("The harbour of Tromsø was closed until 2019."),
    )
    assert found is not None
    assert found.kind is VariantKind.DATE_CHANGED


def test_two_months_are_two_times() -> None:
    may = _one("The harbour of Tromsø was closed in May 2019.")
    june = _one("The harbour of Tromsø was closed on 3 June 2019.")
    assert not may_be_of_one_time(may, june)
    assert may_be_of_one_time(june, _one("The harbour of Tromsø was closed in June."))
    assert may_be_of_one_time(june, _one("The harbour of Tromsø was closed by Norway."))
