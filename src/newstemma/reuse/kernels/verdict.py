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
from newstemma.reuse.passages import EDIT, REPRINT

__all__ = [
    "LONG",
    "Kind",
    "Kinds",
    "Measures",
    "Verdicts",
    "doubt",
    "evidence",
    "judge",
    "rivals",
    "settle",
    "told_by_runs",
]

Kinds = NDArray[np.int8]

LONG = 12  # equal words that two people do not write by chance

# Log-odds of a rewrite. Set by `python -m bench.fit_reuse` on half of the families of `rewrites/`
# and of unrelated real texts, in corpora of 3,600 and 20,000 articles: in the other half recall
# .942 and .945, precision .922 and .895.
_BIAS = 17.36
_SUPPORT = 3.45
_CONTENT = 1.04
_RARE = 3.48
_LEAST = (0.02, 0.02, 0.01)  # added to each share of which the logarithm is taken: there is none
_BESIDE = 0.2  # support of what stands beside a long passage, for more than a passage
_RANK = 1.5  # for each factor e of pairs that stand before it
_COPIES = 4  # of a text, that stand before its rewrites
# Of two texts in a larger corpus it is less likely that one was made from the other. In 60,000
# articles this brought precision from .88 to .92, and recall from .945 to .936 (the same fit on
# earlier candidates).
_SIZE = 0.5  # for each factor e of articles beyond so many:
_FITTED = 20_000

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
    see `Links`; `content`: see `content_shares`; both 0 where the runs tell enough. `rare`: see
    `Candidates.words`.
    """

    same: Flags
    left: Floats
    right: Floats
    longest: Words
    support: Floats
    content: Floats
    rare: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """Parallel arrays, a row for each pair: its `Kind`, and the log-odds that it is one."""

    kind: Kinds
    odds: Floats


def told_by_runs(left: Floats, right: Floats, longest: Words) -> Flags:
    """Which pairs share so much word for word that nothing else needs to be looked at."""
    return (np.maximum(left, right) >= EDIT) & (longest >= LONG)


def evidence(measures: Measures) -> NDArray[np.float32]:
    """What tells a rewrite, a row for each pair: how much is supported, and held, and rare."""
    shares = (measures.support, measures.content, measures.rare)
    logs = [np.log(share + least) for share, least in zip(shares, _LEAST, strict=True)]
    return np.stack(logs, axis=1).astype(np.float32)


def judge(measures: Measures) -> Verdicts:
    """The kind of each pair on its own; `settle` has the last word on rewrites.

    A long run, and most of the rest told besides, is as sure as runs alone: two copies of one
    story that were both edited share neither's edits.
    """
    most = np.maximum(measures.left, measures.right)
    told = told_by_runs(measures.left, measures.right, measures.longest)
    retold = _BIAS + _weighed(evidence(measures))
    taken = (measures.longest >= LONG) & (most + (1 - most) * measures.support >= EDIT)
    retold = np.where(taken, _CERTAIN, retold)
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


def _weighed(shares: NDArray[np.float32]) -> NDArray[np.float32]:
    # No product of matrices: its last bit hangs on which other rows there are.
    odds: NDArray[np.float32] = (
        shares[:, 0] * _SUPPORT + shares[:, 1] * _CONTENT + shares[:, 2] * _RARE
    )
    return odds


def settle(
    pairs: Ints, verdicts: Verdicts, *, longest: Words, words: Words, articles: int | None = None
) -> tuple[Kinds, Floats]:
    """The kinds of all pairs of a corpus, and how sure each is, from 0 to 1.

    A report that was made from another is nearer to it than to what else is told about its
    subject, so a rewrite must be sure or stand high among the pairs of its shorter text. `pairs`
    has two columns; `longest` is that of `Measures`, `words` has the size of each text, and the
    corpus has so many `articles`, or these. A pair is settled by all pairs of its shorter text.
    """
    retold = verdicts.kind == Kind.REWRITE
    told = (verdicts.kind != Kind.NONE) & ~retold
    sizes = words[pairs]
    shorter = (sizes[:, 0] > sizes[:, 1]).astype(np.int64)
    before = rivals(pairs, verdicts.odds, shorter, retold=retold, told=told)
    odds = verdicts.odds - retold * doubt(before, len(words) if articles is None else articles)
    doubted = retold & (odds < 0)
    rest = np.where(longest >= LONG, Kind.PASSAGE, Kind.NONE)
    kind = np.where(doubted, rest, verdicts.kind).astype(np.int8)
    odds = np.where(kind == Kind.PASSAGE, (longest - LONG) * _WORD, odds)
    return kind, (1 / (1 + np.exp(-odds))).astype(np.float32)


def doubt(before: Ints, articles: int, rank: float = _RANK) -> NDArray[np.float64]:
    """What the log-odds lose of rewrites that have so many rivals, in a corpus of so many texts."""
    beyond = np.log(max(articles / _FITTED, 1.0))
    lost: NDArray[np.float64] = rank * np.log1p(before) + _SIZE * beyond
    return lost


def rivals(pairs: Ints, odds: Floats, side: Ints, *, retold: Flags, told: Flags) -> Ints:
    """How many pairs of a pair's text, the one on its `side` (0 left), stand before it.

    Those are the `retold` ones of better odds, and a few of those that word runs told: of a text
    with a thousand copies a rewrite is as likely as of one with four.
    """
    text = pairs[np.arange(len(pairs)), side]
    copies = np.bincount(pairs[told].ravel(), minlength=int(pairs.max(initial=0)) + 1)
    before: Ints = _ranks(pairs, odds, side, retold) + np.minimum(copies, _COPIES)[text]
    return before


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
