from __future__ import annotations

from itertools import combinations

import numpy as np
from bench.planted.filler import filler
from bench.planted.real import Base, words
from bench.planted.walk import Walk

from tests.bench.planted.invented import prose

_TEXTS = [prose(n) for n in range(60)]


def _runs(text: str, size: int) -> set[tuple[str, ...]]:
    tokens = words(text)
    return {tuple(tokens[i : i + size]) for i in range(len(tokens) - size + 1)}


def test_as_many_articles_as_asked_for_each_with_its_own_id() -> None:
    real = [Base(id=str(n), text=text) for n, text in enumerate(_TEXTS)]
    articles = [one for batch, _ in filler(real, 2_345) for one in batch]
    assert len({one.id for one in articles}) == len(articles) == 2_345


def test_equal_dice_walk_equal_ways() -> None:
    one, other = (Walk(_TEXTS).texts(5, np.random.default_rng(7)) for _ in range(2))
    assert one == other
    assert one != Walk(_TEXTS).texts(5, np.random.default_rng(8))


def test_no_passage_is_shared_by_chance() -> None:
    walked = Walk(_TEXTS).texts(60, np.random.default_rng(9))
    runs = [_runs(text, 20) for text in walked]
    assert all(one.isdisjoint(other) for one, other in combinations(runs, 2))


def test_copies_planted_in_the_filler_share_a_root() -> None:
    real = [Base(id=str(n), text=text) for n, text in enumerate(_TEXTS)]
    articles, plants = next(filler(real, 3_000))
    roots = {one.id: {*one.roots} for one in articles}
    assert len(plants) > 50
    assert all(roots[plant.left] & roots[plant.right] for plant in plants)
