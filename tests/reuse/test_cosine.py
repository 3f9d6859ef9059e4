from __future__ import annotations

import math
import random

import numpy as np
import pytest

from newstemma.reuse.cosine import cosines, near, select, split, vectors


def _texts(total: int) -> list[dict[str, float]]:
    chance = random.Random(total)
    vocabulary = [f"t{i}" for i in range(60)]
    return [
        {term: chance.random() for term in chance.choices(vocabulary, k=12)} for _ in range(total)
    ]


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    dot = sum(weight * other.get(term, 0) for term, weight in one.items())
    return (
        dot / math.dist(one.values(), [0] * len(one)) / math.dist(other.values(), [0] * len(other))
    )


@pytest.mark.parametrize("total", [2, 7, 150])
def test_cosines_are_those_of_the_definition(total: int) -> None:
    texts = _texts(total)
    matrix = cosines(vectors(texts), total)
    for i in range(total):
        for j in range(i):
            assert (
                matrix[i, j] == matrix[j, i] == pytest.approx(_cosine(texts[i], texts[j]), abs=1e-9)
            )


def test_near_pairs_are_those_above_the_threshold() -> None:
    texts = _texts(700)
    held = vectors(texts)
    left, right = np.nonzero(np.triu(cosines(held, 700), k=1) >= 0.6)
    assert list(near(held, 700, least=0.6)) == sorted(
        zip(left.tolist(), right.tolist(), strict=True)
    )


def test_selected_texts_keep_their_cosines() -> None:
    held, chosen = vectors(_texts(90)), [3, 40, 77]
    part = cosines(select(held, chosen), 3)
    whole = cosines(held, 90)[np.ix_(chosen, chosen)]
    assert part[~np.eye(3, dtype=bool)] == pytest.approx(whole[~np.eye(3, dtype=bool)])


def test_disjoint_groups_are_split_at_once() -> None:
    held, groups = vectors(_texts(30)), [[4, 9], [], [0, 29, 17]]
    for group, part in zip(groups, split(held, groups), strict=True):
        assert (cosines(part, len(group)) == cosines(select(held, group), len(group))).all()


def test_a_text_without_terms_is_like_nothing() -> None:
    assert cosines(vectors([{}, {"a": 1.0}]), 2)[0, 1] == 0
