"""Generated articles, to reach the sizes of the speed runs; see `walk` for their text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle
from random import Random

import numpy as np

from bench.planted.corpus import (
    PASSAGES,
    Article,
    Copying,
    Kind,
    Plant,
    article_of,
    copy_pairs,
    noticed,
    published,
)
from bench.planted.real import Base
from bench.planted.walk import Walk

__all__ = ["Batch", "filler"]

Batch = tuple[list[Article], list[Plant]]

_TEXTS = 2_000  # that are walked side by side
_COPIED = 100  # of them; as many copies come on top
_KINDS = (Kind.EXACT, Kind.NEAR, Kind.BLOCK, Kind.QUOTATION, Kind.GENERATED)


def filler(real: Sequence[Base], count: int, *, seed: int = 5) -> Iterator[Batch]:
    """Batches of `count` articles in all, each with the copies planted in it."""
    walk = Walk([base.text for base in real])
    dice = Random(seed)
    how = Copying(dice=dice, vocabulary=walk.vocabulary)
    made = 0
    while made < count:
        texts = walk.texts(_TEXTS, np.random.default_rng([seed, made]))
        bases = [Base(id=f"filler/{made + i}", text=text) for i, text in enumerate(texts)]
        articles, plants = _with_copies(bases, how)
        articles = noticed([published(one, dice) for one in articles[: count - made]], plants)
        yield articles, plants
        made += len(articles)


def _with_copies(bases: Sequence[Base], how: Copying) -> Batch:
    """Copies of the first texts, by each kind in turn; the others as they are."""
    articles = [article_of(base) for base in bases[_COPIED:]]
    plants: list[Plant] = []
    copied = list(bases[:_COPIED])
    for kind in cycle(_KINDS):
        taken = 2 if kind in PASSAGES else 1
        chosen, copied = copied[:taken], copied[taken:]
        for made, pair in copy_pairs(kind, chosen, how):
            articles += made
            plants += pair
        if not copied:
            return articles, plants
    return articles, plants
