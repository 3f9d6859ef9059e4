from __future__ import annotations

import pytest

from newstemma.lineage.precedence import is_later, seems_later
from newstemma.records import Article
from tests.lineage.builder import witness


def _on(published: str | None) -> Article:
    return witness("a", "Rain.", published=published).article


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("2025-01-04", "2025-01-05"),
        ("2025-01", "2025-02-01"),
        ("2025-01-05T01:00+03:00", "2025-01-04T23:30Z"),
        ("2025-01-04", "2125-01-04"),
    ],
)
def test_a_later_day_or_moment_is_later(early: str, late: str) -> None:
    assert is_later(_on(late), _on(early))
    assert not is_later(_on(early), _on(late))
    assert seems_later(_on(late), _on(early))


def test_hours_without_a_zone_only_seem_later() -> None:
    early, late = _on("2025-01-04T09:30"), _on("2025-01-04T11:00:05")
    assert not is_later(late, early)
    assert seems_later(late, early)
    assert not seems_later(early, late)


@pytest.mark.parametrize("other", [None, "2025", "2025-01", "2025-01-04"])
def test_nothing_follows_from_a_date_that_is_missing_or_the_same(other: str | None) -> None:
    one = _on("2025-01-04T09:30")
    assert not seems_later(one, _on(other))
    assert not seems_later(_on(other), one)
