"""Judgements, which are only added to, and failures."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from newstemma.read.judgements import Judgement, JudgementKind
from newstemma.records import Failure, Stage
from newstemma.store import Store
from tests.store.samples import FROM_DISK, article


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "a.newstemma") as store:
        yield store


def _judged(line: int, note: str | None = None) -> Judgement:
    return Judgement(
        kind=JudgementKind.NOT_DERIVED, left="late", right="early", line=line, note=note
    )


def test_judgements_come_back_in_the_order_in_which_they_were_made(store: Store) -> None:
    with store.writing():
        assert store.judge(_judged(7, note="it was the other way")) == 1
        assert store.judge(_judged(9)) == 2
    assert store.judgements() == (_judged(1, note="it was the other way"), _judged(2))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE judgements SET kind = 'derived'",
        "DELETE FROM judgements",
        "INSERT OR REPLACE INTO judgements VALUES (1, 'derived', 'late', 'early', NULL)",
    ],
)
def test_nobody_changes_a_judgement(store: Store, change: str) -> None:
    with store.writing():
        store.judge(_judged(1))
    with sqlite3.connect(store.path) as other, pytest.raises(sqlite3.IntegrityError, match="only"):
        other.execute(change)
    other.close()
    assert store.judgements() == (_judged(1),)


def test_nobody_changes_a_text(store: Store) -> None:
    with store.writing():
        store.add_version("a", article("a"), custody=FROM_DISK)
    with sqlite3.connect(store.path) as other, pytest.raises(sqlite3.IntegrityError, match="never"):
        other.execute("UPDATE versions SET text = 'Another boat.'")
    other.close()


def test_a_failure_is_written_down_once_until_it_is_forgiven(store: Store) -> None:
    empty = Failure(path="b.txt", stage=Stage.READ, reason="it is empty")
    torn = Failure(path="a.txt", stage=Stage.CLEAN, reason="its end is missing")
    with store.writing():
        for failure in (empty, torn, empty):
            store.fail(failure)
    assert store.failures() == (empty, torn)
    assert store.analysis().failures == (empty, torn)
    with store.writing():
        store.forgive("b.txt")
    assert store.failures() == (torn,)
