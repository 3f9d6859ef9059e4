"""What a parse says of the names that were found by rule: which are whole, and of which kind."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from newstemma.records import Entity, Mention, MentionKind, NameKind, Span, Witness
from newstemma.text.segment import words

__all__ = ["kind_votes", "mentions_of_names"]

_LONGEST = 8  # words of a name that takes the place of a part of it


def mentions_of_names(witness: Witness) -> tuple[Mention, ...]:
    """An article's mentions, in which a part of a longer name has given way to the whole.

    "St" and "Brannoc" become "St. Brannoc". A person's name stays as it is: its parts are known.
    """
    wholes = _Names(one for one in witness.entities if one.kind is not NameKind.PERSON)
    found: dict[tuple[Span, MentionKind], Mention] = {}
    for mention in witness.mentions:
        name = mention.kind is MentionKind.NAME
        whole = wholes.around(mention.span) if name else None
        shown = _mention(witness, whole.span) if whole else None
        one = shown or mention
        found.setdefault((one.span, one.kind), one)
    return tuple(sorted(found.values(), key=lambda one: (one.span, one.kind)))


def kind_votes(witness: Witness, names: Iterable[Mention]) -> dict[str, Counter[NameKind]]:
    """How often the parse takes a name for what, by the name's key."""
    known = _Names(witness.entities)
    votes: dict[str, Counter[NameKind]] = defaultdict(Counter)
    for name in names:
        votes[name.key].update(one.kind for one in known.ending_with(name.span))
    return votes


class _Names:
    """Names of an article that do not overlap, in order."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._entities = tuple(entities)
        self._starts = [one.span.start for one in self._entities]

    def around(self, span: Span) -> Entity | None:
        """The name that has the span within it, and more words besides."""
        place = bisect_right(self._starts, span.start) - 1
        one = self._entities[place] if place >= 0 else None
        return one if one and one.span.covers(span) and one.span != span else None

    def ending_with(self, span: Span) -> Iterator[Entity]:
        """The names around the span, or with which it ends."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        for one in self._entities[first : bisect_left(self._starts, span.end)]:
            if one.span.covers(span) or one.span.end == span.end:
                yield one


def _mention(witness: Witness, span: Span) -> Mention | None:
    """The name at a span; None where it starts inside a word, or is long."""
    keys = [word.key for word in words(witness.text, span)]
    first = bisect_left(witness.words, span.start, key=lambda word: word.start)
    if first == len(witness.words) or witness.words[first].start != span.start:
        return None
    if not 0 < len(keys) <= _LONGEST:
        return None
    return Mention(span=span, kind=MentionKind.NAME, key=" ".join(keys))
