"""A place of an article, and which of its words stand for those of a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newstemma.collate.bearers import may_be_one
from newstemma.collate.lines import Line
from newstemma.collate.thesaurus import synonyms
from newstemma.corroborate.check.assertion import Assertion, Named
from newstemma.corroborate.check.shelf import Shelf
from newstemma.records import Clause, Mention, MentionKind, NameKind, Span
from newstemma.text.quantities import parts_of

__all__ = ["Place", "is_one_of", "place_at", "same_deeds"]

_BACK = 4  # lines before one in which somebody may be named whom a word in it stands for
# Lines in which an article says who somebody is. Set on the open half of `bump/`: see
# docs/claims.md.
_INTRODUCING = 5
_RELATED = 5  # letters of a word that a longer one begins with: "support", "supporter"
_RELATED_FAR = 6  # the same of a synonym
_RELATED_NAME = 4  # the same of a name: "Velgia", "Velgian"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A line of an article with the stems of the lines beside it, and of those before it.

    Beside it are the neighbouring lines, and the first that name its persons: what those say of
    somebody may stand for the name ("the striker"). `meant` leads from the positions of a sentence
    to those of the line that stand for them; in `borrowed` are those for which only a synonym or a
    relative stands. `said` are the places, among the article's attributions, of those of speech
    whose content reaches into the line.
    """

    line: Line
    beside: frozenset[str]
    before: frozenset[str]
    meant: Mapping[int, Sequence[int]]
    borrowed: frozenset[int]
    said: tuple[int, ...]

    @property
    def matched(self) -> tuple[Span, ...]:
        """The words of the line that stand for any of the sentence's, in order."""
        positions = sorted({p for found in self.meant.values() for p in found})
        return tuple(self.line.words[p].span for p in positions)

    def span(self, positions: Sequence[int]) -> Span | None:
        """From the first to the last of some words of the line."""
        return self.line.span_of(min(positions), max(positions) + 1) if positions else None


def place_at(told: Assertion, number: int, shelf: Shelf) -> Place:
    """Lays a sentence to a line of the shelf."""
    line = shelf.lines[number]
    meant: dict[int, Sequence[int]] = {}
    borrowed: set[int] = set()
    used: Counter[str] = Counter()
    for n in told.content:
        key = told.line.stems[n]
        if exact := _exact(told, n, line) or _part_of_name(told, n, line, shelf):
            if used[key] < len(exact):  # a word of the line stands for one of the sentence alone
                meant[n] = exact
            used[key] += 1
        elif n not in told.numbers and n not in told.dates and (loose := _loose(told, n, line)):
            meant[n] = loose
            borrowed.add(n)
    return Place(
        line=line,
        beside=_stems((*shelf.around(number, 1, 1), *_introducing(line, shelf))),
        before=_stems(shelf.around(number, _BACK, 1)),
        meant=meant,
        borrowed=frozenset(borrowed),
        said=tuple(_said(line, shelf)),
    )


def _introducing(line: Line, shelf: Shelf) -> Iterator[Line]:
    """The first lines of the article that name the persons of one, where it says who they are."""
    persons = (e.span for e in line.entities if e.kind is NameKind.PERSON)
    stems = (line.stems[p] for span in persons for p in line.positions(span))
    for key in dict.fromkeys(stems):
        yield from shelf.first_with(key, line.witness.id, _INTRODUCING)


def _said(line: Line, shelf: Shelf) -> list[int]:
    known = shelf.said[line.witness.id]
    return sorted({number for span in line.attributed for number in known.get(span, ())})


def is_one_of(name: str, stems: Collection[str]) -> bool:
    """Whether a stem of a name, or one that is made of it, is among others: "Velgian"."""
    return name in stems or any(_related(name, other, _RELATED_NAME) for other in stems)


def same_deeds(told: Assertion, place: Place, clause: Clause) -> tuple[Clause, ...]:
    """The clauses of the place whose predicates stand for that of a clause of the sentence."""
    words = {p for n in told.line.positions(clause.predicate) for p in place.meant.get(n, ())}
    line = place.line
    return tuple(c for c in line.clauses if words.intersection(line.positions(c.predicate)))


def _stems(lines: Sequence[Line]) -> frozenset[str]:
    return frozenset(key for line in lines for key in line.stems)


def _exact(told: Assertion, n: int, line: Line) -> Sequence[int]:
    """The positions with the same value, the same word, or the same name."""
    if n in told.dates:
        found = _valued(told.dates[n], line)
    elif n in told.numbers:
        found = _valued(told.numbers[n], line)
    else:
        found = []
    key = told.line.stems[n]
    same = [p for p, other in enumerate(line.stems) if other == key and line.weights[p]]
    return found or same or (_bearer(told.names[n], line) if n in told.names else [])


def _valued(own: Mention, line: Line) -> list[int]:
    same = _is_one_date if own.kind is MentionKind.DATE else _is_one_value
    return [p for m in line.of_kind(own.kind) if same(own, m) for p in line.positions(m.span)]


def _is_one_date(own: Mention, other: Mention) -> bool:
    return own.key in other.key or other.key in own.key


def _is_one_value(own: Mention, other: Mention) -> bool:
    (_, value, unit), (_, other_value, other_unit) = parts_of(own.key), parts_of(other.key)
    return value == other_value and (unit == other_unit or not unit or not other_unit)


def _part_of_name(told: Assertion, n: int, line: Line, shelf: Shelf) -> Sequence[int]:
    """The words of a name that the line gives in part, and the article in full elsewhere."""
    name = told.names.get(n)
    if name is None or name.key not in shelf.names.get(line.witness.id, frozenset()):
        return []
    own = frozenset(name.key.split())
    return [p for p in sorted(line.named) if line.words[p].key in own]


def _bearer(name: Named, line: Line) -> list[int]:
    """The words of names that may be other forms of one, and not only parts of it."""
    found: list[int] = []
    own = frozenset(name.key.split())
    for entity in line.entities:
        positions = line.positions(entity.span)
        keys = [line.words[p].key for p in positions]
        if not own.issuperset(keys) and may_be_one(name.key, " ".join(keys), name.kind):
            found += positions
    return found


def _loose(told: Assertion, n: int, line: Line) -> Sequence[int]:
    """The positions of synonyms, or else of relatives of the word or of a synonym."""
    key = told.line.stems[n]
    others = set(synonyms(key))
    if found := [p for p, other in enumerate(line.stems) if other in others]:
        return found
    near = _RELATED_NAME if n in told.names else _RELATED
    starts = {other[:_RELATED_NAME] for other in (key, *others)}
    likely = [p for p, other in enumerate(line.stems) if other[:_RELATED_NAME] in starts]
    return [p for p in likely if _is_related(line.stems[p], [key, *others], near)]


def _is_related(key: str, others: Sequence[str], least: int) -> bool:
    own, *borrowed = others
    far = max(least, _RELATED_FAR)
    return _related(key, own, least) or any(_related(key, other, far) for other in borrowed)


def _related(left: str, right: str, least: int) -> bool:
    """Whether the longer of two words begins with the shorter, or nearly so in names."""
    short, long = sorted((left, right), key=len)
    if least != _RELATED_NAME:
        return len(short) >= least and long.startswith(short)
    return sum(1 for _ in _same_start(short, long)) >= max(least, len(short) - 2)


def _same_start(left: str, right: str) -> Iterator[str]:
    for own, other in zip(left, right, strict=False):
        if own != other:
            return
        yield own
