"""The words of the parents, searchable: where each stands, which run together, what is negated."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newstemma.collate.lines import Line
from newstemma.collate.support import Places
from newstemma.records import MentionKind, Span, Word
from newstemma.text.quantities import parts_of

__all__ = ["START", "Sources", "is_negation", "negated_at", "sources_of", "triples"]

START = 5  # letters that relatives share
_CLOSE = 4  # words
_SCOPE = 4  # words that a negation before them bears on
_LINE_BREAK = 2  # words by which what stands in two lines is farther apart
_LONGEST_INITIALS = 6
_NEGATIONS = frozenset(
    "not no never nor neither nobody none nothing nowhere without cannot".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The parents' lines, counted through in words, and what is looked up in them.

    `places` has the positions of content stems, `starts` the first position of each line.
    `close`, `pairs` and `triples` are of running words; `relatives` leads from the first letters
    of a stem to a stem, `capitals` from a letter to the words of names, `initials` from the
    initials of a name to its last word. `negated` is the share of a stem's places that a negation
    bears on.
    """

    lines: tuple[Line, ...]
    starts: tuple[int, ...]
    places: Places
    postings: Mapping[str, Sequence[int]]
    keys: frozenset[str]
    close: frozenset[tuple[str, str]]
    pairs: frozenset[tuple[str, str]]
    triples: frozenset[tuple[str, str, str]]
    relatives: Mapping[str, str]
    capitals: Mapping[str, tuple[tuple[str, str], ...]]
    initials: Mapping[str, str]
    numbers: frozenset[str]
    number_places: Sequence[int]
    negated: Mapping[str, float]

    def where(self, place: int) -> tuple[str, Span]:
        """The parent's id and the word at a place."""
        number = bisect_right(self.starts, place) - 1
        line = self.lines[number]
        return line.witness.id, line.words[place - self.starts[number]].span


def sources_of(lines: Sequence[Line]) -> Sources:
    """Indexes the parents' lines; time and space grow with their words."""
    keys = [word.key for line in lines for word in line.words]
    stems = [key for line in lines for key in line.stems]
    steps = (zip(stems, stems[step:], strict=False) for step in range(1, _CLOSE + 1))
    starts = tuple(_starts(lines))
    return Sources(
        lines=tuple(lines),
        starts=starts,
        places=_places(lines, starts),
        postings=_postings(lines),
        keys=frozenset(keys),
        close=frozenset(pair for step in steps for pair in step),
        pairs=frozenset(pairwise(keys)),
        triples=frozenset(triples(keys)),
        relatives=_relatives(lines),
        capitals=_capitals(lines),
        initials=dict(_initials(lines)),
        numbers=frozenset(_values(lines)),
        number_places=_number_places(lines, starts),
        negated=_negated(lines),
    )


def triples(keys: Sequence[str]) -> Iterable[tuple[str, str, str]]:
    """Each three words running."""
    return zip(keys, keys[1:], keys[2:], strict=False)


def is_negation(word: Word) -> bool:
    """Whether a word negates what follows: "never", "didn't"."""
    return word.key in _NEGATIONS or word.key.replace("’", "'").endswith(("n't",))


def negated_at(line: Line) -> Mapping[int, int]:
    """The positions of content words that a negation bears on, with the negation's."""
    found: dict[int, int] = {}
    for position, word in enumerate(line.words):
        if is_negation(word):
            for n in range(position + 1, min(position + 1 + _SCOPE, len(line.words))):
                if line.weights[n]:
                    found.setdefault(n, position)
    return found


def _starts(lines: Sequence[Line]) -> Iterator[int]:
    start = 0
    for line in lines:
        yield start
        start += len(line.words) + _LINE_BREAK


def _places(lines: Sequence[Line], starts: Sequence[int]) -> Places:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for line, start in zip(lines, starts, strict=True):
        for n, (key, weight) in enumerate(zip(line.stems, line.weights, strict=True)):
            if weight:
                found[key].append(start + n)
    return dict(found)


def _postings(lines: Sequence[Line]) -> Mapping[str, Sequence[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        for key in dict.fromkeys(s for s, w in zip(line.stems, line.weights, strict=True) if w):
            found[key].append(number)
    return dict(found)


def _relatives(lines: Sequence[Line]) -> Mapping[str, str]:
    """The first content stem for each start of a word."""
    found: dict[str, str] = {}
    for line in lines:
        for key, weight in zip(line.stems, line.weights, strict=True):
            if weight and len(key) >= START:
                found.setdefault(key[:START], key)
    return found


def _capitals(lines: Sequence[Line]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for line in lines:
        for n in line.named:
            found[line.words[n].key[0]].add((line.words[n].key, line.stems[n]))
    return {letter: tuple(sorted(words)) for letter, words in found.items()}


def _initials(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    for line in lines:
        for mention in line.of_kind(MentionKind.NAME):
            own = [n for n in line.positions(mention.span) if line.weights[n]]
            if 2 <= len(own) <= _LONGEST_INITIALS:
                yield "".join(line.words[n].key[0] for n in own), line.stems[own[-1]]


def _values(lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        for mention in line.of_kind(MentionKind.NUMBER):
            yield parts_of(mention.key)[1]


def _number_places(lines: Sequence[Line], starts: Sequence[int]) -> Sequence[int]:
    return [
        start + n
        for line, start in zip(lines, starts, strict=True)
        for mention in line.of_kind(MentionKind.NUMBER)
        for n in line.positions(mention.span)[:1]
    ]


def _negated(lines: Sequence[Line]) -> Mapping[str, float]:
    whole = Counter(s for line in lines for s, w in zip(line.stems, line.weights, strict=True) if w)
    held = Counter(line.stems[n] for line in lines for n in negated_at(line))
    return {key: count / whole[key] for key, count in held.items()}
