"""A child's line, its words matched with the stems that the parents have for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from newstemma.collate.lines import Line
from newstemma.collate.score.sources import START, Sources
from newstemma.collate.thesaurus import synonyms
from newstemma.records import MentionKind, Span

__all__ = ["NEIGHBOURS", "Reading", "WordKind", "reading_of"]

NEIGHBOURS = 3  # content words on each side
_SHORTENED = 4  # letters at most of what a name's word is cut to: "Utd" for "United"


class WordKind(StrEnum):
    """What a content word is part of."""

    NAME = "name"
    NUMBER = "number"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A line with the positions of its content words.

    `meant` leads from such a position to the stem that the parents have for the word, and has
    none where they have nothing; in `borrowed` are those that only a synonym or a relative of
    the word stands for.
    """

    line: Line
    content: tuple[int, ...]
    meant: Mapping[int, str]
    borrowed: frozenset[int]
    names: frozenset[int]
    numbers: frozenset[int]

    def kind(self, position: int) -> WordKind:
        """What the word at a position is part of."""
        if position in self.numbers:
            return WordKind.NUMBER
        return WordKind.NAME if position in self.names else WordKind.OTHER

    def span(self, position: int) -> Span:
        """The characters of the word at a position."""
        return self.line.words[position].span

    def stem(self, position: int) -> str:
        """What the parents have for a word, or its own stem."""
        return self.meant.get(position, self.line.stems[position])

    def neighbours(self, position: int) -> Sequence[str | None]:
        """What the parents have for the content words round a position, None for nothing."""
        at = sum(n < position for n in self.content)
        after = at + (at < len(self.content) and self.content[at] == position)
        near = (*self.content[max(at - NEIGHBOURS, 0) : at], *self.content[after:][:NEIGHBOURS])
        return [self.meant.get(n) for n in near]


def reading_of(line: Line, sources: Sources) -> Reading:
    """Matches the words of a line with those of the parents."""
    content = tuple(n for n, weight in enumerate(line.weights) if weight)
    numbers = frozenset(n for m in line.of_kind(MentionKind.NUMBER) for n in line.positions(m.span))
    names = line.named | frozenset(_capitalised(line))
    meant: dict[int, str] = {}
    borrowed: list[int] = []
    for n in content:
        if line.stems[n] in sources.places:
            meant[n] = line.stems[n]
        elif n in names and (key := next(_full(line.words[n].key, sources), None)):
            meant[n] = key
        elif n not in numbers and (key := next(_instead(line.stems[n], sources), None)):
            meant[n] = key
            borrowed.append(n)
    return Reading(
        line=line,
        content=content,
        meant=meant,
        borrowed=frozenset(borrowed),
        names=names,
        numbers=numbers,
    )


def _capitalised(line: Line) -> Iterator[int]:
    """The positions of words that begin with a capital, but for the first of the line."""
    for n, word in enumerate(line.words[1:], start=1):
        if line.weights[n] and line.text_of(word.span)[:1].isupper():
            yield n


def _full(short: str, sources: Sources) -> Iterator[str]:
    """The stems of a name's word that was cut short, or of a name given by its initials."""
    if len(short) <= _SHORTENED:
        for key, stem in sources.capitals.get(short[0], ()):
            if len(key) > len(short) and _is_cut(short, key):
                yield stem
    initials = short.replace(".", "")
    if len(initials) > 1 and initials in sources.initials:
        yield sources.initials[initials]


def _is_cut(short: str, key: str) -> bool:
    """Whether the letters come in the same order and it is the start, or both ends are kept."""
    left = iter(key)
    return all(letter in left for letter in short) and (
        key.startswith(short) or key[-1] == short[-1]
    )


def _instead(stem: str, sources: Sources) -> Iterator[str]:
    """Stems of the parents that may stand for one that they lack."""
    yield from (key for key in synonyms(stem) if key in sources.places)
    if len(stem) >= START and stem[:START] in sources.relatives:
        yield sources.relatives[stem[:START]]
