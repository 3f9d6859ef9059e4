"""Finds in a frame the phrase that is the subject of a reporting word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from newstemma.records import Span
from newstemma.text.names.lexicon import ROLES
from newstemma.text.quotations.cues import Cue
from newstemma.text.quotations.frames import Token
from newstemma.text.quotations.noun_phrases import Phrase, PhraseKind

__all__ = ["CLIMBS", "CLOSES", "FARTHEST", "OBJECT_OF", "RELATIVE", "Subjects", "is_plural"]

RELATIVE = frozenset({"who", "which", "that"})
CLIMBS = frozenset("of for at in from with on to near outside inside against behind".split())
OBJECT_OF = frozenset("to at on against of about over for from toward towards into like".split())
CLOSES = {",": ",", ")": "(", "--": "--", "]": "["}
FARTHEST = 40  # tokens that a subject may stand from its verb
_OWNED = frozenset({"his", "her", "their", "its"})
_THROUGH = frozenset({"through", "via"})
_OPENS_CLAUSE = frozenset({*CLOSES, ":", ";", "that"})
_UNLISTED = 4  # words before a name that opens a clause which no list needs to know


class Subjects:
    """The tokens of a frame and its phrases, by where these start and end."""

    def __init__(
        self, tokens: Sequence[Token], found: Sequence[Phrase], cues: Mapping[str, Cue]
    ) -> None:
        self._tokens, self._phrases, self._cues = tokens, found, cues
        self.ending = {phrase.end: phrase for phrase in found}
        self.starting = {phrase.first: phrase for phrase in found}
        self.inside = {at for phrase in found for at in range(phrase.first, phrase.end)}

    def key(self, at: int) -> str:
        """The key of a token, "" outside the frame."""
        return self._tokens[at].key if 0 <= at < len(self._tokens) else ""

    def is_quoted(self, at: int) -> bool:
        """Whether a token is a quoted stretch."""
        return 0 <= at < len(self._tokens) and self._tokens[at].quoted >= 0

    def first_of(self, first: int, end: int) -> Phrase | None:
        """The first phrase in a stretch that no preposition governs, else none."""
        for phrase in self._phrases:
            if first <= phrase.first < end and phrase.kind is not PhraseKind.OTHER:
                key = self.key(phrase.first - 1)
                if key not in CLIMBS and key not in OBJECT_OF and key != "(":
                    return phrase
        return None

    def of_clause(self, before: int) -> Phrase | None:
        """The phrase that opens the clause before a verb: 'a man who did not give a name said'."""
        start = before
        floor = max(0, before - FARTHEST)
        while start > floor and not (
            self.is_quoted(start - 1) or self.key(start - 1) in {",", ";", ":", "that", "and"}
        ):
            start -= 1
        return self.first_of(start, before)

    def before(self, end: int) -> Phrase | None:
        """The phrase right before a verb, past parentheses and relative pronouns."""
        role: Phrase | None = None
        verb = end
        for _ in range(6):
            phrase = self.ending.get(end)
            if phrase is not None and (role is None or phrase.kind is PhraseKind.NAME):
                head = self._climb(self._coordinated(phrase))
                return self._opening_of_clause(self._named_before(head) if end < verb else head)
            key = self.key(end - 1)
            if key in RELATIVE:
                end -= 2 if self.key(end - 2) in CLOSES else 1
                continue
            if key not in CLOSES or (opened := self._opened(end - 1)) is None:
                return role
            if inner := self._apposed(opened, end - 1):
                return inner
            role = role or self.ending.get(opened)
            end = opened
        return role

    def _opened(self, closing: int) -> int | None:
        sign = CLOSES[self.key(closing)]
        for at in range(closing - 1, max(-1, closing - FARTHEST), -1):
            if self.key(at) == sign:
                return at
            if self.is_quoted(at):
                return None
        return None

    def _apposed(self, opened: int, closing: int) -> Phrase | None:
        """The name in 'the minister, Ann Lee, said' and 'the ministry, through Ann Lee, said'."""
        first = opened + 1
        if self.key(first) in _THROUGH:
            first += 1
            named = self.starting.get(first)
            return named if named and named.kind is PhraseKind.NAME else None
        inner, outer = self.starting.get(first), self.ending.get(opened)
        whole = inner is not None and inner.end == closing and inner.kind is PhraseKind.NAME
        if whole and outer is not None and outer.kind in (PhraseKind.PERSON, PhraseKind.GROUP):
            return inner
        return None

    def joint(self, subject: Phrase) -> Phrase:
        """Both of 'Lee and Maas said', 'said Lee and Maas'."""
        if subject.kind is not PhraseKind.NAME or subject.joined:
            return subject
        left, right = subject, self.starting.get(subject.end + 1)
        if self.key(subject.end) != "and" or right is None:
            opening = self.ending.get(subject.first - 1)
            opens = opening is not None and self._opens_clause(opening.first)
            if opening is None or not opens or self.key(subject.first - 1) != "and":
                return subject
            left, right = opening, subject
        if left.kind is not PhraseKind.NAME or right.kind is not PhraseKind.NAME:
            return subject
        span = Span(left.span.start, right.span.end)
        return replace(left, end=right.end, span=span, joined=right.key)

    def _opens_clause(self, at: int) -> bool:
        """Whether at most a few words that no list knows open the clause before a token."""
        for first in range(at, max(-1, at - _UNLISTED), -1):
            key = self.key(first - 1)
            if first == 0 or self.is_quoted(first - 1) or key in _OPENS_CLAUSE:
                return True
            if first - 1 in self.inside or key in self._cues or key in CLIMBS | OBJECT_OF:
                return False
        return False

    def _coordinated(self, phrase: Phrase) -> Phrase:
        """The owner in 'Lee and her lawyers'."""
        owned = phrase.first < len(self._tokens) and self.key(phrase.first) in _OWNED
        if not owned or self.key(phrase.first - 1) != "and":
            return phrase
        owner = self.ending.get(phrase.first - 1)
        return owner if owner is not None and owner.kind is PhraseKind.NAME else phrase

    def _opening_of_clause(self, phrase: Phrase) -> Phrase:
        """The phrase itself, unless it is an unknown noun in a clause that another one opens."""
        if phrase.kind is not PhraseKind.OTHER:
            return phrase
        return self.of_clause(phrase.first) or phrase

    def _climb(self, phrase: Phrase) -> Phrase:
        """The head of 'a spokesman for the ministry', given the ministry."""
        for _ in range(4):
            if self.key(phrase.first - 1) not in CLIMBS or phrase.kind is PhraseKind.PRONOUN:
                return phrase
            head = self.ending.get(phrase.first - 1)
            if head is None:
                return phrase
            phrase = head
        return phrase

    def _named_before(self, phrase: Phrase) -> Phrase:
        """The name in 'Lee of Ostport, the head of the board, said', given the head."""
        if phrase.kind is not PhraseKind.PERSON or self.key(phrase.first - 1) != ",":
            return phrase
        before = self.ending.get(phrase.first - 1)
        named = self._climb(before) if before is not None else phrase
        return named if named.kind is PhraseKind.NAME and not is_plural(phrase) else phrase


def is_plural(phrase: Phrase) -> bool:
    """Whether a phrase names several: "officials", "Democrats", "Lee and Maas"."""
    last = phrase.key.split()[-1]
    if phrase.kind is PhraseKind.NAME:
        return phrase.joined is not None or (last in ROLES and last.endswith("s"))
    return last.endswith(("s", "people", "men"))
