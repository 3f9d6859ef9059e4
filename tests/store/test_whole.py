"""Neighbourhoods put together are what the articles drawn at once would be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

from newstemma import analyze
from newstemma.records import Analysis
from newstemma.store import Store
from newstemma.store.whole import whole
from tests.data import REPOSITORY
from tests.store.samples import drawn, keep, read_closely

_EXAMPLES = REPOSITORY / "examples"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "a.newstemma") as store:
        yield store


def test_two_stories_drawn_apart_are_the_two_drawn_at_once(store: Store) -> None:
    apart = [analyze(_EXAMPLES / name / "articles") for name in ("observatory", "harbour")]
    for one in apart:
        keep(store, one)
    at_once = analyze([_EXAMPLES / name / "articles" for name in ("harbour", "observatory")])
    found = store.analysis()
    for field in fields(Analysis):
        assert getattr(found, field.name) == getattr(at_once, field.name), field.name


def test_rows_of_a_file_stand_in_the_order_in_which_they_came(store: Store) -> None:
    rows = [_single(f"r{number}", f"a.jsonl#{number}") for number in (1, 2, 10)]
    for one in [*rows, _single("z", "Z.txt")]:
        keep(store, one)
    assert [one.article.path for one in store.analysis().witnesses] == [
        "Z.txt",
        "a.jsonl#1",
        "a.jsonl#2",
        "a.jsonl#10",
    ]


def test_one_part_is_left_as_it_is() -> None:
    part = replace(_single("b", "b"), witnesses=(read_closely("b"), read_closely("a")))
    assert whole([part], {}) is part


def _single(name: str, path: str) -> Analysis:
    return drawn(read_closely(name, path=path), story=name)
