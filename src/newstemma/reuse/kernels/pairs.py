"""Aligns candidate pairs and says what each is: the one call that corpus work makes, per part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numba import njit

from newstemma.reuse.kernels.boundaries import sentence_starts
from newstemma.reuse.kernels.content import content_shares
from newstemma.reuse.kernels.parts import parts
from newstemma.reuse.kernels.passages import Passages, coverage, passages
from newstemma.reuse.kernels.runs import Runs, shared_runs
from newstemma.reuse.kernels.sentences import Links, Sentences, align_sentences
from newstemma.reuse.kernels.table import Flags, Floats, Ints, Keys, Words
from newstemma.reuse.kernels.verdict import LONG, Kind, Measures, Verdicts, judge, told_by_runs

__all__ = ["Alignment", "Places", "Pool", "align_pairs"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """The texts of a part, and their words.

    Text t has the words `starts[t]` to `starts[t + 1]`; each has a `key`, a `weight` (nats, from
    `word_weights`), its code points `start` to `end` in its own text, and is its publisher's
    `own` unless it belongs to boilerplate.
    """

    texts: Sequence[str]
    starts: Ints
    key: Keys
    start: Words
    end: Words
    weight: Floats
    own: Flags


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Parallel arrays: a pair, and what corresponds in its two texts, in code points.

    `words` are the equal words of a shared passage, and 0 for a sentence and the one made from
    it. In the order of the pairs, and in a pair in the order of the right text.
    """

    pair: Words
    left_start: Words
    left_end: Words
    right_start: Words
    right_end: Words
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """What was made of some pairs: a row for each in `measures`, `verdicts` and the parts of
    either text that are in the other (see `kernels.parts`), and the places of those accepted.
    """

    measures: Measures
    verdicts: Verdicts
    left_parts: Keys
    right_parts: Keys
    places: Places


def align_pairs(pool: Pool, pairs: Ints, rare: Floats) -> Alignment:
    """Compares the two texts of each pair, word for word and, where need be, by sentences.

    `pairs` has two columns, the numbers of a left and of a right text in the pool; sorted by
    the left text they take least time. `rare` are their `Candidates.words`. The verdicts have a
    row for each pair, in the same order; the places are the passages of each pair whose kind is
    not `Kind.NONE`, and the sentences that correspond in a rewrite. When all pairs of a corpus
    are aligned, `verdict.settle` has the last word on their kinds.
    """
    runs = shared_runs(pool.starts, pool.key, pairs)
    found = passages(runs, pool.starts, pool.own, pairs)
    left, right = _shares(pool, runs, pairs)
    longest = _longest(found, len(pairs))
    same = _same(pool.starts, pool.key, pairs)
    chosen = np.flatnonzero(~(same | told_by_runs(left, right, longest)))
    directed = _directed(pool.starts, pairs[chosen])
    sentences = _sentences(pool, directed)
    links = align_sentences(sentences, directed, _aside(found, pairs, chosen, directed))
    content = content_shares(pool.starts, pool.key, pool.weight, pool.own, directed)
    measures = Measures(
        same=same,
        left=left,
        right=right,
        longest=longest,
        support=_of_chosen(links.support, chosen, pairs),
        content=_of_chosen(content, chosen, pairs),
        rare=rare,
    )
    verdicts = judge(measures)
    linked = _as_passages(links, sentences, directed, chosen, pairs)
    kept = _joined(
        _kept(found, verdicts.kind != Kind.NONE), _kept(linked, verdicts.kind == Kind.REWRITE)
    )
    return Alignment(
        measures=measures,
        verdicts=verdicts,
        left_parts=parts((kept.pair, kept.left, kept.left_end), pool.starts, pairs[:, 0]),
        right_parts=parts((kept.pair, kept.right, kept.right_end), pool.starts, pairs[:, 1]),
        places=_places(pool, pairs, kept),
    )


def _shares(pool: Pool, runs: Runs, pairs: Ints) -> tuple[Floats, Floats]:
    """The shares of the own words of the left and the right texts that stand in runs."""
    sums = np.concatenate([np.zeros(1, np.int64), np.cumsum(pool.own)])
    words = np.maximum(np.diff(sums[pool.starts]), 1)
    covered = coverage(runs, pool.starts, pool.own, pairs)
    left, right = covered.left / words[pairs[:, 0]], covered.right / words[pairs[:, 1]]
    return left.astype(np.float32), right.astype(np.float32)


@njit(cache=True, nogil=True)
def _same(starts: Ints, key: Keys, pairs: Ints) -> Flags:
    """Which pairs have the same words in the same order."""
    same = np.zeros(len(pairs), np.bool_)
    for pair in range(len(pairs)):
        text, other = pairs[pair, 0], pairs[pair, 1]
        left = key[starts[text] : starts[text + 1]]
        right = key[starts[other] : starts[other + 1]]
        same[pair] = 0 < len(left) == len(right) and bool(np.all(left == right))
    return same


def _of_chosen(values: Floats, chosen: Ints, pairs: Ints) -> Floats:
    """The values of the chosen pairs, and 0 for the others."""
    every = np.zeros(len(pairs), np.float32)
    every[chosen] = values
    return every


def _longest(found: Passages, pairs: int) -> Words:
    """The equal words of the longest passage of each pair."""
    longest = np.zeros(pairs, np.int32)
    np.maximum.at(longest, found.pair, found.equal)
    return longest


def _directed(starts: Ints, pairs: Ints) -> Ints:
    """The pairs with the longer text first: the source, as a rule."""
    sizes = np.diff(starts)[pairs]
    return np.where(sizes[:, :1] < sizes[:, 1:], pairs[:, ::-1], pairs)


def _sentences(pool: Pool, pairs: Ints) -> Sentences:
    """The sentences of the texts of the pairs."""
    needed = np.zeros(len(pool.texts), np.bool_)
    needed[pairs] = True
    rows, first = sentence_starts(pool.texts, pool.starts, pool.start, pool.end, needed)
    return Sentences(
        starts=pool.starts,
        key=pool.key,
        weight=pool.weight,
        own=pool.own,
        rows=rows,
        first=first,
    )


def _aside(found: Passages, pairs: Ints, chosen: Ints, directed: Ints) -> Ints:
    """The long passages of the chosen pairs, by their words in the retelling.

    What two texts share word for word is told by that; whether one is a rewrite of the other
    shows in the rest.
    """
    place = np.full(len(pairs), -1)
    place[chosen] = np.arange(len(chosen))
    rows = (place[found.pair] >= 0) & (found.equal >= LONG)
    pair = place[found.pair[rows]]
    turned = directed[pair, 1] == pairs[chosen[pair], 0]
    first = np.where(turned, found.left[rows], found.right[rows])
    end = np.where(turned, found.left_end[rows], found.right_end[rows])
    return np.stack([pair, first, end], axis=1).astype(np.int64)


def _as_passages(
    links: Links, sentences: Sentences, directed: Ints, chosen: Ints, pairs: Ints
) -> Passages:
    """The linked sentences as stretches of words in the left and right texts."""
    source = _stretches(sentences, directed[links.pair, 0], links.source)
    retelling = _stretches(sentences, directed[links.pair, 1], links.retelling)
    pair = chosen[links.pair]
    turned = directed[links.pair, 0] != pairs[pair, 0]
    left, left_end = np.where(turned, retelling, source)
    right, right_end = np.where(turned, source, retelling)
    return Passages(
        pair=pair.astype(np.int32),
        left=left,
        left_end=left_end,
        right=right,
        right_end=right_end,
        equal=np.zeros(len(pair), np.int32),
    )


def _stretches(sentences: Sentences, text: Ints, number: Words) -> Words:
    """The first words of some sentences and, in a second row, the words behind their last."""
    row = sentences.rows[text] + number
    first = sentences.first[row]
    words = np.diff(sentences.starts)[text]
    after = np.append(sentences.first, 0)[row + 1]
    return np.stack([first, np.where(row + 1 < sentences.rows[text + 1], after, words)])


def _kept(found: Passages, accepted: Flags) -> Passages:
    rows = accepted[found.pair]
    return Passages(
        pair=found.pair[rows],
        left=found.left[rows],
        left_end=found.left_end[rows],
        right=found.right[rows],
        right_end=found.right_end[rows],
        equal=found.equal[rows],
    )


def _joined(one: Passages, other: Passages) -> Passages:
    """Both, in the order of the pairs, and in a pair in the order of the right text."""
    pair, left, left_end, right, right_end, equal = (
        np.concatenate([getattr(one, name), getattr(other, name)]) for name in Passages.__slots__
    )
    order = np.lexsort((equal, left, right, pair))
    return Passages(
        pair=pair[order],
        left=left[order],
        left_end=left_end[order],
        right=right[order],
        right_end=right_end[order],
        equal=equal[order],
    )


def _places(pool: Pool, pairs: Ints, kept: Passages) -> Places:
    """Stretches of words as code points."""
    left, right = pool.starts[pairs[kept.pair]].T
    return Places(
        pair=kept.pair,
        left_start=pool.start[left + kept.left],
        left_end=pool.end[left + kept.left_end - 1],
        right_start=pool.start[right + kept.right],
        right_end=pool.end[right + kept.right_end - 1],
        words=kept.equal,
    )
