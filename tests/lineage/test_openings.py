from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.lineage.openings import openings, two_events

_SHARED = [f"shared{n}" for n in range(30)]


def _reports(total: int, own: str, *, seed: int) -> list[list[str]]:
    """Reports on one event: most of its own names, half of what all such events share."""
    chance = random.Random(seed)
    names = [f"{own}{n}" for n in range(12)]
    return [
        [word for word in names if chance.random() < 0.8]
        + [word for word in _SHARED if chance.random() < 0.5]
        for _ in range(total)
    ]


def _apart(left: list[list[str]], right: list[list[str]]) -> bool:
    ends = len(left), len(left) + len(right)
    return two_events(openings([*left, *right]), range(ends[0]), range(*ends))


@pytest.mark.parametrize("total", [8, 15, 300])
def test_two_events_of_one_kind_differ_in_what_all_reports_name(total: int) -> None:
    assert _apart(_reports(total, "here", seed=1), _reports(total, "there", seed=2))


@pytest.mark.parametrize("sizes", [(1, 1), (1, 300), (8, 8), (15, 300), (300, 300)])
def test_reports_on_one_event_are_of_one_event(sizes: tuple[int, int]) -> None:
    assert not _apart(_reports(sizes[0], "here", seed=1), _reports(sizes[1], "here", seed=2))


def test_two_reports_are_too_few_to_tell() -> None:
    assert not _apart(_reports(1, "here", seed=1), _reports(1, "there", seed=2))


def test_what_stands_far_down_says_nothing() -> None:
    here, there = (
        [[*(f"same{n}" for n in range(80)), *report] for report in _reports(15, own, seed=1)]
        for own in ("here", "there")
    )
    assert not _apart(here, there)


@given(st.lists(st.lists(st.sampled_from("abcdef")), min_size=2), st.data())
def test_the_sides_are_alike_to_it(reports: list[list[str]], data: st.DataObject) -> None:
    cut = data.draw(st.integers(1, len(reports) - 1))
    assert _apart(reports[:cut], reports[cut:]) == _apart(reports[cut:], reports[:cut])
