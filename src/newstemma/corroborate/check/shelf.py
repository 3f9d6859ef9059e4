"""The lines of all articles, searchable by stems."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from newstemma.collate.lines import Line, lines_of
from newstemma.collate.thesaurus import synonyms
from newstemma.corroborate.check.assertion import Assertion
from newstemma.records import MentionKind, Span, Witness

__all__ = ["Shelf", "candidates", "shelf_of"]

_MOST_POSTINGS = 4000  # lines of one stem beside which rarer stems are asked
_MOST_ARTICLES = 48
_MOST_LINES = 6  # of an article
_LEAST = 0.3  # of what a sentence tells that a line must hold to be looked at
_BORROWED = 0.7  # of its weight that a synonym counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Lines in the order of their articles, and which of them hold a stem.

    `names` are the keys of the names of each article that have several words, `said` the places,
    among its attributions, of those of speech, by the stretches of their contents; `numbers` the
    places of its lines.
    """

    lines: tuple[Line, ...]
    postings: Mapping[str, Sequence[int]]
    names: Mapping[str, frozenset[str]]
    said: Mapping[str, Mapping[Span, Sequence[int]]]
    numbers: Mapping[str, range]

    def first_with(self, stem: str, article: str, most: int) -> tuple[Line, ...]:
        """The first lines of an article that hold a stem."""
        there, own = self.postings.get(stem, ()), self.numbers[article]
        first = bisect_left(there, own.start)
        return tuple(self.lines[n] for n in there[first : first + most] if n < own.stop)

    def around(self, number: int, before: int, after: int) -> tuple[Line, ...]:
        """The lines of the same article that stand round one."""
        own = self.lines[number].witness.id
        near = range(max(number - before, 0), min(number + after + 1, len(self.lines)))
        return tuple(self.lines[n] for n in near if n != number and self.lines[n].witness.id == own)


def shelf_of(witnesses: Iterable[Witness]) -> Shelf:
    """Makes the lines of the articles searchable, once for all that is checked."""
    articles = tuple(witnesses)
    lines = [line for witness in articles for line in lines_of(witness)]
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        for key in dict.fromkeys(s for s, w in zip(line.stems, line.weights, strict=True) if w):
            postings[key].append(number)
    names: defaultdict[str, set[str]] = defaultdict(set)
    for line in lines:
        names[line.witness.id].update(_long_names(line))
    return Shelf(
        lines=tuple(lines),
        postings=dict(postings),
        names={article: frozenset(keys) for article, keys in names.items()},
        said={one.id: _said(one) for one in articles},
        numbers=_numbers(lines),
    )


def _numbers(lines: Sequence[Line]) -> Mapping[str, range]:
    """The places of the lines of each article, which stand together."""
    found: dict[str, range] = {}
    for number, line in enumerate(lines):
        own = line.witness.id
        found[own] = range(found[own].start if own in found else number, number + 1)
    return found


def _said(witness: Witness) -> Mapping[Span, Sequence[int]]:
    found: defaultdict[Span, list[int]] = defaultdict(list)
    for number, one in enumerate(witness.attributions):
        for span in one.content_spans if one.speech else ():
            found[span].append(number)
    return dict(found)


def _long_names(line: Line) -> Iterator[str]:
    for span in (
        *(m.span for m in line.of_kind(MentionKind.NAME)),
        *(e.span for e in line.entities),
    ):
        words = [line.words[n].key for n in line.positions(span)]
        if len(words) > 1:
            yield " ".join(words)


def candidates(told: Assertion, shelf: Shelf) -> Mapping[str, Sequence[int]]:
    """For each article that may speak of it, the lines that hold most of a sentence, best first.

    The articles are those that hold most, best first. Time grows with the lines that share a
    word; a word that very many have is asked only of lines that share another.
    """
    held: defaultdict[int, float] = defaultdict(float)
    for key, weight in sorted(_asked(told).items(), key=lambda one: _rank(one[0], shelf)):
        there = shelf.postings.get(key, ())
        if len(there) <= _MOST_POSTINGS:
            for number in there:
                held[number] += weight
        elif held:
            for number in held.keys() & set(there):
                held[number] += weight
    least = _LEAST * told.weight
    return _by_article({n: weight for n, weight in held.items() if weight >= least}, shelf)


def _asked(told: Assertion) -> dict[str, float]:
    found: dict[str, float] = {}
    for n in told.content:
        key, weight = told.line.stems[n], told.line.weights[n]
        found[key] = weight
        for other in synonyms(key):
            found.setdefault(other, _BORROWED * weight)
    return found


def _rank(key: str, shelf: Shelf) -> tuple[int, str]:
    return len(shelf.postings.get(key, ())), key


def _by_article(held: Mapping[int, float], shelf: Shelf) -> Mapping[str, Sequence[int]]:
    best = nsmallest(_MOST_ARTICLES * _MOST_LINES, held.items(), key=lambda one: (-one[1], one[0]))
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, _ in best:
        article = shelf.lines[number].witness.id
        if len(found[article]) < _MOST_LINES:
            found[article].append(number)
    return dict(list(found.items())[:_MOST_ARTICLES])
