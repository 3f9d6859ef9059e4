"""Texts as arrays for the kernels under test."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from newstemma.reuse.kernels.pairs import Pool
from newstemma.reuse.kernels.table import Ints, Keys
from newstemma.reuse.kernels.tokens import tokens
from newstemma.reuse.kernels.weights import word_weights

__all__ = ["numbered", "pool_of"]


def numbered(texts: Sequence[Sequence[int]]) -> tuple[Ints, Keys]:
    """Where each text starts, and the words of all, which are numbers."""
    starts = np.cumsum([0, *map(len, texts)], dtype=np.int64)
    key = np.array([word for text in texts for word in text], np.uint64)
    return starts, (key + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)


def pool_of(texts: Sequence[str]) -> Pool:
    """The texts with their words; nothing is boilerplate."""
    cut = tokens(texts)
    return Pool(
        texts=texts,
        starts=cut.starts,
        key=cut.key,
        start=cut.start,
        end=cut.end,
        weight=word_weights(cut.key),
        own=np.ones(len(cut.key), np.bool_),
    )
