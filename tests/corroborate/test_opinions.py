"""What somebody feels, wishes or thinks of another is no claim, whomever it names."""

from __future__ import annotations

import pytest

from newstemma.corroborate.propositions import propositions
from tests.corroborate.stories import scene_of


def _claimed(text: str) -> list[str]:
    scene = scene_of(text)
    found = propositions(scene.witnesses["a"], scene.names["a"])
    return [one.span.of(text) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "The plan of Governor Ada Brand is a disgrace.",
        "Minister Jon Hale called Governor Ada Brand a coward in the parliament of Velgia.",
        "We thank Governor Ada Brand and the people of Vikholm.",
        "I would rather sail with Governor Ada Brand to Vikholm.",
        "Governor Ada Brand should leave the parliament of Velgia.",
    ],
)
def test_a_judgement_that_names_somebody_is_no_claim(text: str) -> None:
    assert not _claimed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Governor Ada Brand is a member of the parliament of Velgia.",
        "Governor Ada Brand closed the bridge of Vikholm.",
        "It was the worst flood in Vikholm since 1931.",
    ],
)
def test_what_can_be_checked_is_one(text: str) -> None:
    assert _claimed(text)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge of Vikholm was closed, the ministry of Velgia said on Thursday.",
        "The ministry of Velgia said on Thursday that the bridge of Vikholm was closed.",
    ],
)
def test_that_somebody_says_so_on_some_day_is_none(text: str) -> None:
    assert not any("Thursday" in words for words in _claimed(text))


def test_what_is_warned_of_is_one() -> None:
    assert _claimed("The ministry of Velgia warned of a flood in Vikholm in March 2021.")
