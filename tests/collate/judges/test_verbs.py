from __future__ import annotations

import pytest

from newstemma.records import VariantKind
from tests.collate.parsed import changed

_PARENT = "Lawyers of the shipyard said they would launch an appeal against the heavy fine."


def _verbs(child: str, parent: str = _PARENT) -> list[tuple[str, str]]:
    found = changed(child, parent)
    return [(own, other) for kind, own, other in found if kind is VariantKind.PREDICATE_CHANGED]


def test_one_verb_in_the_place_of_another_is_reported_in_a_copied_sentence() -> None:
    assert _verbs(_PARENT.replace("launch", "decline")) == [("decline", "launch")]


@pytest.mark.parametrize(
    "child",
    [
        _PARENT,
        _PARENT.replace("launch", "start"),
        _PARENT.replace("would launch", "were launching"),
        "The shipyard's lawyers told everybody they would decline an appeal after the fine.",
        _PARENT.replace("launch", "never decline"),
    ],
    ids=["a copy", "a synonym", "another form", "a free retelling", "a denial"],
)
def test_what_may_say_the_same_is_left(child: str) -> None:
    assert not _verbs(child)


def test_a_verb_that_a_parent_has_in_the_place_as_well_is_left() -> None:
    twice = f"{_PARENT} In May they said they would decline an appeal against the heavy fine."
    assert not _verbs(_PARENT.replace("launch", "decline"), twice)
