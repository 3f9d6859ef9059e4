"""Which body an article means that it does not name again: "its", "the observatory's"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping
from operator import attrgetter

from newstemma.records import NameKind, Span, Witness

__all__ = ["Antecedents"]

_BEFORE_FIRST = 5  # characters of what may stand before the first name of a sentence: “The
_MOST_ASKED = 100  # mentions by which a word tells of one body alone
_OWNING = ("'s ", "’s ")


class Antecedents:
    """The bodies that one article names, by where; `kinds` says what each of them is."""

    def __init__(
        self, witness: Witness, bodies: Mapping[Span, str], kinds: Mapping[str, NameKind]
    ) -> None:
        self._text, self._bodies, self._kinds = witness.text, bodies, kinds
        self._ordered = sorted(bodies)
        self._sentences = [one.span for one in witness.sentences]
        self._called: defaultdict[str, list[Span]] = defaultdict(list)
        for span in self._ordered:
            self._called[span.of(self._text).lower().split()[-1]].append(span)

    def called(self, kind: str, at: int) -> Span | None:
        """The last mention before a place of the one body whose name ends in a word."""
        fitting = self._called.get(kind, ())
        before = bisect_right(fitting, at, key=attrgetter("end"))
        if not before or len({self._bodies[span] for span in fitting[:_MOST_ASKED]}) > 1:
            return None
        return fitting[before - 1]

    def of_its(self, at: int) -> Span | None:
        """Whom "its" at a place means: the one body of its sentence before it, or the body that
        the sentence before begins with.
        """
        number = bisect_right(self._sentences, at, key=attrgetter("start")) - 1
        if number < 0:
            return None
        start = self._sentences[number].start
        here = [span for span in self._within(start, at) if self._can_own(span, start)]
        if here:
            return here[-1] if len({self._bodies[span] for span in here}) == 1 else None
        if number == 0:
            return None
        above = self._sentences[number - 1]
        first = next(iter(self._within(above.start, above.end)), None)
        return first if first is not None and self._opens(first, above.start) else None

    def _within(self, start: int, end: int) -> list[Span]:
        first = bisect_left(self._ordered, start, key=attrgetter("start"))
        return self._ordered[first : bisect_left(self._ordered, end, key=attrgetter("start"))]

    def _opens(self, span: Span, start: int) -> bool:
        return span.start - start <= _BEFORE_FIRST

    def _can_own(self, span: Span, start: int) -> bool:
        """Whether it is a body that acts; a place is one where it owns something or comes first."""
        if self._kinds[self._bodies[span]] is not NameKind.PLACE:
            return True
        owns = self._text.startswith(_OWNING, span.end)
        return owns or self._text.endswith(" of ", 0, span.start) or self._opens(span, start)
