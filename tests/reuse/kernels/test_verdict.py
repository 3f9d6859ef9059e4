from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from newstemma.reuse.kernels.verdict import (
    LONG,
    Kind,
    Measures,
    Verdicts,
    judge,
    settle,
)
from newstemma.reuse.passages import EDIT, REPRINT

_NOTHING = Measures(
    same=np.zeros(1, np.bool_),
    left=np.zeros(1, np.float32),
    right=np.zeros(1, np.float32),
    longest=np.zeros(1, np.int32),
    support=np.zeros(1, np.float32),
    content=np.zeros(1, np.float32),
    rare=np.zeros(1, np.float32),
)


@pytest.mark.parametrize(
    ("measured", "kind"),
    [
        ({}, Kind.NONE),
        ({"same": True, "left": 1.0, "right": 1.0, "longest": 300}, Kind.EXACT),
        ({"left": REPRINT, "right": 0.2, "longest": 300}, Kind.REPRINT),
        ({"left": 0.2, "right": EDIT, "longest": 300}, Kind.EDIT),
        ({"left": 0.9, "right": 0.1, "longest": LONG - 1}, Kind.NONE),
        ({"right": 0.1, "longest": LONG}, Kind.PASSAGE),
        ({"support": 0.5, "content": 0.5, "rare": 0.3, "longest": LONG}, Kind.REWRITE),
        ({"support": 0.1, "content": 0.1, "rare": 0.01}, Kind.NONE),
    ],
)
def test_a_pair_is_what_the_glossary_says(measured: dict[str, float], kind: Kind) -> None:
    values = {name: np.array([v], getattr(_NOTHING, name).dtype) for name, v in measured.items()}
    assert judge(replace(_NOTHING, **values)).kind.tolist() == [kind]


def test_runs_and_what_is_supported_beside_them_make_a_copy_that_no_rival_doubts() -> None:
    """Two copies of one story, each edited, share short runs and the rest in other words."""
    halves = {"left": 0.4, "right": 0.4, "longest": LONG, "support": 0.5}
    values = {name: np.array([v], getattr(_NOTHING, name).dtype) for name, v in halves.items()}
    alone = judge(replace(_NOTHING, **values))
    assert alone.kind.tolist() == [Kind.REWRITE]
    many = Verdicts(kind=np.repeat(alone.kind, 500), odds=np.repeat(alone.odds, 500))
    pairs = np.array([[0, other] for other in range(1, 501)])
    words = np.full(501, 300, np.int32)
    kind, _ = settle(pairs, many, longest=np.full(500, LONG, np.int32), words=words)
    assert set(kind.tolist()) == {Kind.REWRITE}


def test_of_many_doubtful_rewrites_of_one_text_the_best_are_kept() -> None:
    pairs = np.array([[0, other] for other in range(1, 21)])
    odds = np.linspace(0.2, 2.0, 20).astype(np.float32)
    verdicts = Verdicts(kind=np.full(20, Kind.REWRITE, np.int8), odds=odds)
    words = np.array([100, *[500] * 20], np.int32)
    kind, score = settle(pairs, verdicts, longest=np.zeros(20, np.int32), words=words)
    assert kind[-1] == Kind.REWRITE
    assert kind[0] == Kind.NONE
    kept = kind == Kind.REWRITE
    assert bool(np.all(score[kept] >= 0.5))
    assert kept.sum() < 5


def test_the_verdict_on_a_pair_depends_on_no_order() -> None:
    dice = np.random.default_rng(1)
    pairs = np.array([(a, b) for a in range(12) for b in range(a)])
    odds = dice.normal(1, 2, len(pairs)).astype(np.float32)
    kinds = np.where(odds > 0, Kind.REWRITE, Kind.NONE).astype(np.int8)
    longest = dice.integers(0, 20, len(pairs)).astype(np.int32)
    words = dice.integers(50, 60, 12).astype(np.int32)
    kind, score = settle(pairs, Verdicts(kind=kinds, odds=odds), longest=longest, words=words)
    order = dice.permutation(len(pairs))
    shuffled = Verdicts(kind=kinds[order], odds=odds[order])
    again = settle(pairs[order], shuffled, longest=longest[order], words=words)
    assert again[0].tolist() == kind[order].tolist()
    assert again[1].tolist() == score[order].tolist()


def test_a_copy_is_never_doubted_and_a_doubted_rewrite_may_be_a_passage() -> None:
    pairs = np.array([[0, 1], [0, 2], [0, 3], [0, 4]])
    kinds = np.array([Kind.REWRITE, Kind.REWRITE, Kind.REWRITE, Kind.EDIT], np.int8)
    verdicts = Verdicts(kind=kinds, odds=np.array([5, 4, 0.1, 8], np.float32))
    longest = np.array([0, 0, LONG, 90], np.int32)
    kind, _ = settle(pairs, verdicts, longest=longest, words=np.full(5, 100, np.int32))
    assert kind.tolist() == [Kind.REWRITE, Kind.REWRITE, Kind.PASSAGE, Kind.EDIT]


def test_a_rewrite_needs_more_evidence_in_a_larger_corpus() -> None:
    pairs = np.array([[0, 1]])
    verdicts = Verdicts(kind=np.array([Kind.REWRITE], np.int8), odds=np.array([0.5], np.float32))
    longest = np.zeros(1, np.int32)
    kinds = [
        settle(pairs, verdicts, longest=longest, words=np.full(articles, 90, np.int32))[0][0]
        for articles in (2, 20_000, 200_000)
    ]
    assert kinds == [Kind.REWRITE, Kind.REWRITE, Kind.NONE]


def test_copies_of_a_text_stand_before_its_rewrites_but_few_of_them_count() -> None:
    def score(copies: int) -> float:
        pairs = np.array([[0, other] for other in range(1, copies + 2)])
        kinds = np.full(len(pairs), Kind.EXACT, np.int8)
        kinds[0] = Kind.REWRITE
        odds = np.full(len(pairs), 4, np.float32)
        words = np.array([90, *[100] * len(pairs)], np.int32)
        longest = np.zeros(len(pairs), np.int32)
        found = Verdicts(kind=kinds, odds=odds)
        return float(settle(pairs, found, longest=longest, words=words)[1][0])

    assert score(0) > score(1) > score(4) == score(1_000) > 0.5
