"""Shared passages: the word runs that two texts have in common, with offsets in both.

A passage is a run of at least five words with equal keys that cannot be made longer at either
end. The five-word grams of the left text are indexed and every hit in the right one is
extended, so the cost is linear in the words; a fixed bound keeps it so for texts that repeat
themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newstemma.records import Span, Witness, Word

__all__ = ["EDIT", "GRAM", "REPRINT", "Passage", "coverage", "passages", "shared_runs"]

GRAM = 5  # words: the glossary tells reprint and edit by runs of five or more
REPRINT = 0.9  # of a text's words in such runs of another
# The glossary starts at .5, but a rewrite that keeps names, titles and quotations reaches .53;
# 98 in 100 paraphrases and rewrites of `rewrites/` stay below .6, 96 below .5.
EDIT = 0.6
_PLACES = 8  # of one gram in the left text; further ones are left aside


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """`length` words that stand in two texts, from the words `left_word` and `right_word` on.

    `left` and `right` are the characters from the first to the last of those words.
    """

    left: Span
    right: Span
    left_word: int
    right_word: int
    length: int


def passages(a: Witness, b: Witness) -> tuple[Passage, ...]:
    """The passages that `a` (left) and `b` (right) share, in the order of `b`.

    Every five-word run of `b` that also stands in `a` lies in one of them. Two passages may
    overlap by a few words where a run of `a` stops and another takes over.
    """
    left, right = a.words, b.words
    runs = shared_runs([word.key for word in left], [word.key for word in right])
    return tuple(
        Passage(
            left=_cover(left, i, length),
            right=_cover(right, j, length),
            left_word=i,
            right_word=j,
            length=length,
        )
        for i, j, length in runs
    )


def coverage(runs: Iterable[Passage], words: int) -> float:
    """The share of the right text's `words` that stands in the passages, 0 for no words.

    >>> here = Span(0, 20)
    >>> run = Passage(left=here, right=here, left_word=0, right_word=2, length=6)
    >>> coverage([run, run], 12)
    0.5
    """
    covered = 0
    end = 0
    for run in sorted(runs, key=lambda run: run.right_word):
        stop = run.right_word + run.length
        covered += max(stop - max(run.right_word, end), 0)
        end = max(end, stop)
    return covered / words if words else 0.0


def shared_runs(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Maximal runs of five or more equal items: start in `left`, start in `right`, length.

    >>> list(shared_runs("x the cat sat on it".split(), "the cat sat on it".split()))
    [(1, 0, 5)]
    """
    places = _places(left)
    j = 0
    limit = len(right) - GRAM
    while j <= limit:
        starts = places.get(tuple(right[j : j + GRAM]))
        if starts is None:
            j += 1
            continue
        length, negative = max((_extent(left, right, i, j), -i) for i in starts)
        back = _back(left, right, -negative, j)
        yield -negative - back, j - back, length + back
        j += length - GRAM + 1  # the first gram that reaches beyond the run


def _places(items: Sequence[str]) -> Mapping[tuple[str, ...], list[int]]:
    places: dict[tuple[str, ...], list[int]] = {}
    grams = zip(*(items[k:] for k in range(GRAM)), strict=False)
    for i, gram in enumerate(grams):
        starts = places.setdefault(gram, [])
        if len(starts) < _PLACES:
            starts.append(i)
    return places


def _extent(left: Sequence[str], right: Sequence[str], i: int, j: int) -> int:
    limit = min(len(left) - i, len(right) - j)
    length = GRAM
    while length < limit and left[i + length] == right[j + length]:
        length += 1
    return length


def _back(left: Sequence[str], right: Sequence[str], i: int, j: int) -> int:
    back = 0
    while back < min(i, j) and left[i - back - 1] == right[j - back - 1]:
        back += 1
    return back


def _cover(words: Sequence[Word], first: int, length: int) -> Span:
    return Span(words[first].start, words[first + length - 1].end)
