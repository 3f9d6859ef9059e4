"""What kind of copy a pair of texts is, if it is one.

The kinds are those of the glossary, undirected: the child of a pair is taken to be the text of
which more is shared, since one that was made from another is as a rule the shorter one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from newstemma.reuse.kernels.table import Flags, Floats, Ints, Words

__all__ = [
    "EDIT",
    "LONG",
    "REPRINT",
    "Kind",
    "Kinds",
    "Measures",
    "Verdicts",
    "judge",
    "settle",
    "told_by_runs",
]

Kinds = NDArray[np.int8]

REPRINT = 0.9  # of the words of one text, in runs of five or more of the other
EDIT = 0.6  # of them, as in `lineage.kinds`
LONG = 12  # equal words that two people do not write by chance

# Log-odds of a rewrite, fitted on half of the families of `rewrites/` among real texts that have
# nothing to do with them; see docs/reuse.md.
_BIAS = 6.6
_SUPPORT = 4.2
_RARE = 2.3
_LEAST_RARE = 0.02  # stands for none: a pair may have come through the net of grams alone
_BESIDE = 0.2  # support of what stands beside a long passage, for more than a passage
_RANK = 2.0  # for each factor e of pairs that stand before it

_CERTAIN = 8.0  # log-odds of a pair that its runs tell
_WORD = 0.3  # log-odds that each further word of a passage adds


class Kind(IntEnum):
    """What a pair is. All but `NONE` and `PASSAGE` make a family."""

    NONE = 0  # nothing that one would have from the other
    PASSAGE = 1  # a sentence or more, word for word, and nothing beside it
    REWRITE = 2
    EDIT = 3
    REPRINT = 4
    EXACT = 5  # the same words in the same order


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Parallel arrays, a row for each pair of texts.

    `same`: equal words in equal order. `left` and `right`: shares of the own words of either
    text that stand in shared runs. `longest`: the equal words of the longest passage. `support`:
    see `Links`; 0 where the runs tell enough. `rare`: see `Candidates.words`.
    """

    same: Flags
    left: Floats
    right: Floats
    longest: Words
    support: Floats
    rare: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """Parallel arrays, a row for each pair: its `Kind`, and the log-odds that it is one."""

    kind: Kinds
    odds: Floats


def told_by_runs(left: Floats, right: Floats, longest: Words) -> Flags:
    """Which pairs share so much word for word that nothing else needs to be looked at."""
    return (np.maximum(left, right) >= EDIT) & (longest >= LONG)


def judge(measures: Measures) -> Verdicts:
    """The kind of each pair on its own; `settle` has the last word on rewrites."""
    most = np.maximum(measures.left, measures.right)
    told = told_by_runs(measures.left, measures.right, measures.longest)
    retold = _BIAS + _SUPPORT * measures.support + _RARE * np.log(measures.rare + _LEAST_RARE)
    kind = np.select(
        [
            measures.same,
            told & (most >= REPRINT),
            told,
            (retold >= 0) & ((measures.longest < LONG) | (measures.support >= _BESIDE)),
            measures.longest >= LONG,
        ],
        [Kind.EXACT, Kind.REPRINT, Kind.EDIT, Kind.REWRITE, Kind.PASSAGE],
        Kind.NONE,
    )
    odds = np.where(kind > Kind.REWRITE, _CERTAIN, retold)
    return Verdicts(kind=kind.astype(np.int8), odds=odds.astype(np.float32))


def settle(
    pairs: Ints, verdicts: Verdicts, *, longest: Words, words: Words
) -> tuple[Kinds, Floats]:
    """The kinds of all pairs of a corpus, and how sure each is, from 0 to 1.

    A report that was made from another is nearer to it than to what else is told about its
    subject, so a rewrite must be sure or stand high among the pairs of its shorter text. `pairs`
    has two columns; `longest` is that of `Measures`, and `words` has the size of each text.
    """
    retold = verdicts.kind == Kind.REWRITE
    sizes = words[pairs]
    shorter = (sizes[:, 0] > sizes[:, 1]).astype(np.int64)
    odds = verdicts.odds - retold * _RANK * np.log1p(_ranks(pairs, verdicts.odds, shorter, retold))
    doubted = retold & (odds < 0)
    rest = np.where(longest >= LONG, Kind.PASSAGE, Kind.NONE)
    kind = np.where(doubted, rest, verdicts.kind).astype(np.int8)
    odds = np.where(kind == Kind.PASSAGE, (longest - LONG) * _WORD, odds)
    return kind, (1 / (1 + np.exp(-odds))).astype(np.float32)


def _ranks(pairs: Ints, odds: Floats, side: Ints, counted: Flags) -> Ints:
    """How many counted pairs of a pair's text, the one on its `side`, have better odds."""
    text = pairs.T.ravel()
    both = np.concatenate([odds, odds])
    order = np.lexsort((-both, text))
    before = np.cumsum(np.concatenate([counted, counted])[order])
    opens = np.ones(len(order), np.bool_)  # where another text or other odds begin
    opens[1:] = text[order][1:] != text[order][:-1]
    first = np.maximum.accumulate(np.where(opens, np.arange(len(order)), 0))
    opens[1:] |= both[order][1:] != both[order][:-1]
    level = np.maximum.accumulate(np.where(opens, np.arange(len(order)), 0))
    ranks = np.empty(len(order), np.int64)
    ahead = np.concatenate([[0], before])
    ranks[order] = ahead[level] - ahead[first]
    chosen: Ints = ranks[side * len(odds) + np.arange(len(odds))]
    return chosen
