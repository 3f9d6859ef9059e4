"""Finds in a frame the phrases that can name a speaker: names, pronouns, and nominals.

No parser: a phrase is a run of determiner, plain words, roles, bodies and names without a sign
between them; what stands last is its head ("Fox host Ann Lee" is a name, "Lee's lawyers" are
lawyers).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from newstemma.records import Mention, MentionKind, Span
from newstemma.text.names.lexicon import GROUPS, MODIFIERS, NOT_NAMES, ROLES, TEXTS
from newstemma.text.quotations.cues import Cue, Form
from newstemma.text.quotations.frames import Token

__all__ = ["DETERMINERS", "Phrase", "PhraseKind", "phrases"]

_PRONOUNS = frozenset("he she they it we i you".split())
DETERMINERS = frozenset(
    "the a an one another some many several few most other both this these those each every "
    "any no two three four five six his her its their our my more dozens hundreds thousands others "
    "multiple various certain numerous all".split()
)
_POSSESSIVE_ENDINGS = ("'s", "’s", "s'", "s’", "'S", "’S")
_OWNING = {"his": "he", "her": "she", "their": "they", "its": "it"}
_PLAIN = frozenset(
    "old new good big small great long young own same different few other first second third last "
    "next late early high top low right more most many former local call need use part look "
    "question opinion analysis overview monday tuesday wednesday thursday friday saturday "
    "sunday".split()
)
_NOT_PLAIN = NOT_NAMES - _PLAIN - DETERMINERS | frozenset({"who", "which", "whose", "that"})
_ALONE = frozenset("another one others some many several most few both two three".split())
_OFFICE_OF = frozenset("state staff defense defence treasury war".split())
_MOST_PLAIN = 4  # plain words between a determiner and the head


class PhraseKind(StrEnum):
    """What the head of a phrase is."""

    NAME = "name"
    PRONOUN = "pronoun"
    PERSON = "person"  # a role, an occupation
    GROUP = "group"
    TEXT = "text"  # a statement, a report
    OTHER = "other"  # a noun that the word lists do not know


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens `[first, end)` of a frame; `key` is the name's key, or the head's word key.

    `owner` is the key of the name that owns it ("Lee's lawyers"), `possessive` the pronoun that
    does ("he" for "his lawyers"), `role` the key of the role
    that stands before a name, `definite` whether "the" leads it, `joined` the key of a second
    name ("Lee and Maas").
    """

    first: int
    end: int
    kind: PhraseKind
    key: str
    span: Span
    owner: str | None = None
    possessive: str | None = None
    role: str | None = None
    definite: bool = False
    joined: str | None = None


def phrases(
    text: str,
    tokens: Sequence[Token],
    mentions: Mapping[int, Mention],
    cues: Mapping[str, Cue],
) -> tuple[Phrase, ...]:
    """The phrases of a frame, in order, apart; `mentions` are those of the article by start."""
    found: list[Phrase] = []
    at = 0
    while at < len(tokens):
        follows = bool(found) and found[-1].end == at
        relative = at > 0 and tokens[at - 1].key in {"which", "who", "that"}
        verb = (follows or relative) and _is_inflected(cues.get(tokens[at].key))
        phrase = None if verb else _Builder(text, tokens, mentions, cues, at).build()
        if phrase is not None:
            found.append(phrase)
        at = phrase.end if phrase else at + 1
    return tuple(found)


def _is_inflected(cue: Cue | None) -> bool:
    return cue is not None and cue.form is not Form.BASE


class _Builder:
    """Grows one phrase from its first token."""

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        mentions: Mapping[int, Mention],
        cues: Mapping[str, Cue],
        first: int,
    ) -> None:
        self._text, self._tokens, self._mentions, self._cues = text, tokens, mentions, cues
        self._first = self._at = first
        self._kind: PhraseKind | None = None
        self._key = ""
        self._owner: str | None = None
        self._role: str | None = None
        self._plain = 0
        self._core = first

    def build(self) -> Phrase | None:
        token = self._tokens[self._first]
        if token.word < 0:
            return None
        if token.key in _PRONOUNS and token.start not in self._mentions:
            return self._phrase(PhraseKind.PRONOUN, token.key, self._first + 1)
        led = self._determiner()
        while self._at < len(self._tokens) and self._tokens[self._at].word >= 0:
            if not (self._mention() or self._known_noun(led=led) or self._plain_word(led=led)):
                break
        if self._kind is not None:
            return self._phrase(self._kind, self._key, self._core)
        alone = self._at == self._first + 1 and token.key in _ALONE
        if alone or ((led or self._owner) and self._plain):
            return self._phrase(PhraseKind.OTHER, self._tokens[self._at - 1].key, self._at)
        return None

    def _phrase(self, kind: PhraseKind, key: str, end: int) -> Phrase:
        tokens = self._tokens[self._first : end]
        definite = tokens[0].key == "the"
        start = tokens[1].start if definite and len(tokens) > 1 else tokens[0].start
        stop = tokens[-1].end
        mention = self._mentions.get(tokens[-1].start)
        if mention is not None:
            stop = min(stop, max(mention.span.end, tokens[-1].start + 1))
        if kind is PhraseKind.NAME:
            start, stop = self._name.span.start, self._name.span.end
        role = self._role if kind is PhraseKind.NAME else None
        owning = _OWNING.get(tokens[0].key)
        return Phrase(
            self._first, end, kind, key, Span(start, stop), self._owner, owning, role, definite
        )

    def _determiner(self) -> bool:
        if self._tokens[self._at].key in DETERMINERS:
            self._at += 1
            return True
        end = self._at
        while self._tokens[end].key in MODIFIERS and end < self._at + 3 < len(self._tokens):
            end += 1
        led = end > self._at and self._tokens[end].start in self._mentions
        self._at = end if led else self._at
        return led

    def _mention(self) -> bool:
        mention = self._mentions.get(self._tokens[self._at].start)
        if mention is None:
            return False
        if mention.kind is MentionKind.NAME:
            return self._named(mention)
        if mention.kind is not MentionKind.ROLE or self._ends_with_cue():
            return False
        end = self._end_of(mention)
        if self._is_possessive(end - 1):
            self._kind, self._at = None, end
            return True
        key = self._tokens[end - 1].key
        self._take(PhraseKind.PERSON, key, end)
        self._role = key
        self._office(end)
        return True

    def _office(self, end: int) -> None:
        """Takes in the rest of "secretary of state", "chief of staff"."""
        after = [token.key for token in self._tokens[end : end + 2]]
        if len(after) == 2 and after[0] == "of" and after[1] in _OFFICE_OF:
            self._at = self._core = end + 2

    def _named(self, mention: Mention) -> bool:
        if self._kind is PhraseKind.PERSON and self._key.endswith(("s", "people", "men", "women")):
            return False
        end = self._end_of(mention)
        if self._is_possessive(end - 1):
            self._owner, self._kind, self._at, self._role = mention.key, None, end, None
            return True
        if self._plain and self._owner is None:
            self._first = self._at  # "a way Lee described": the words before are not of the name
        self._name = mention
        self._take(PhraseKind.NAME, mention.key, end)
        return True

    def _known_noun(self, *, led: bool) -> bool:
        token = self._tokens[self._at]
        anchored = led or self._owner is not None or self._kind is not None
        plural = token.key.endswith("s")
        if token.key in ROLES and token.start not in self._mentions:
            return False
        if (token.key not in GROUPS and token.key not in TEXTS) or not (anchored or plural):
            return False
        if self._kind is not None and self._ends_with_cue():
            return False
        kind = PhraseKind.GROUP if token.key in GROUPS else PhraseKind.TEXT
        self._take(kind, token.key, self._at + 1)
        self._role = token.key if kind is PhraseKind.GROUP else None
        return True

    def _ends_with_cue(self) -> bool:
        """Whether the noun at hand is rather the verb of what stands before it."""
        return self._kind is not None and _is_inflected(self._cues.get(self._tokens[self._at].key))

    def _plain_word(self, *, led: bool) -> bool:
        token = self._tokens[self._at]
        cue = self._cues.get(token.key)
        verb = cue is not None and cue.form is not Form.BASE and self._plain + self._at > 0
        if self._kind is not None or not (led or self._owner) or self._plain >= _MOST_PLAIN:
            return False
        if verb or token.key in _NOT_PLAIN or token.key in _PRONOUNS:
            return False
        self._plain += 1
        self._at += 1
        return True

    def _take(self, kind: PhraseKind, key: str, end: int) -> None:
        self._kind, self._key, self._at, self._core = kind, key, end, end

    def _end_of(self, mention: Mention) -> int:
        end = self._at + 1
        while end < len(self._tokens) and self._tokens[end].start < mention.span.end:
            end += 1
        return end

    def _is_possessive(self, at: int) -> bool:
        token = self._tokens[at]
        written = self._text[token.start : token.end + 1]
        return written[:-1].endswith(_POSSESSIVE_ENDINGS) or written.endswith(("s'", "s’"))
