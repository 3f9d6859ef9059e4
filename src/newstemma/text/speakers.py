"""Says who a phrase means: one name for one person, pronouns where one candidate stands out."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newstemma.records import Mention, MentionKind, Span, Word
from newstemma.text.name_forms import is_personal
from newstemma.text.name_words import FEMALE, GIVEN_FEMALE, GIVEN_MALE, MALE, TITLES
from newstemma.text.noun_phrases import Phrase, PhraseKind
from newstemma.text.reporting import Reading

__all__ = ["Cast", "Scene", "Speaker", "cast_of"]

_REACH = 6  # frames that a pronoun looks back over
_GOVERNED = frozenset("to at on against of about over for from with by in like than and".split())
_AUTHOR = frozenset({"to", "from", "by", "of"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the name to print, what equal speakers share, where it is said."""

    name: str
    key: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Cast:
    """The named of an article: the fullest form by key, who is a person, and of which gender.

    A gender is "m" or "f", and missing where it cannot be told.
    """

    names: Mapping[str, str]
    people: frozenset[str]
    gender: Mapping[str, str]


def cast_of(text: str, words: Sequence[Word], mentions: Sequence[Mention]) -> Cast:
    """Everybody and everything that `mentions` names."""
    before = {right.start: left.key for left, right in pairwise(words)}
    names: dict[str, str] = {}
    people: set[str] = set()
    gender: dict[str, str] = {}
    for mention in mentions:
        if mention.kind is not MentionKind.NAME:
            continue
        written = " ".join(mention.span.of(text).split())
        if len(written) > len(names.get(mention.key, "")):
            names[mention.key] = written
        title = before.get(mention.span.start, "")
        parts = mention.key.split()
        if title in TITLES or is_personal(parts) or parts[0] in GIVEN_MALE | GIVEN_FEMALE:
            people.add(mention.key)
        if found := _gender(title, parts[0] if len(parts) > 1 else ""):
            gender.setdefault(mention.key, found)
    return Cast(names, frozenset(people), gender)


def _gender(title: str, first: str) -> str:
    if title in MALE or (first in GIVEN_MALE and first not in GIVEN_FEMALE):
        return "m"
    return "f" if title in FEMALE or first in GIVEN_FEMALE else ""


class Scene:
    """What has been said so far in an article, read frame by frame: who was last spoken of."""

    def __init__(self, text: str, cast: Cast) -> None:
        self._text, self._cast = text, cast
        self._focus: deque[tuple[tuple[str, ...], tuple[str, ...]]] = deque(maxlen=_REACH)
        self._authors: dict[str, Speaker] = {}
        self._holders: dict[str, str] = {}
        self._last_group: Speaker | None = None
        self._last_many: Speaker | None = None

    def speaker(self, phrase: Phrase, reading: Reading) -> Speaker | None:
        """Whom `phrase` of a frame means; None where it cannot be told."""
        if phrase.kind is PhraseKind.NAME:
            return self._named(phrase.key, phrase.span)
        if phrase.kind is PhraseKind.PRONOUN:
            return self._pronoun(phrase, reading)
        if phrase.kind in (PhraseKind.TEXT, PhraseKind.OTHER):
            return self._author(phrase, reading)
        if phrase.definite and phrase.owner is None and phrase.key in self._holders:
            return self._named(self._holders[phrase.key], phrase.span)
        return self._nominal(phrase)

    def subject(self, reading: Reading) -> Speaker | None:
        """The person whom a frame without a reporting word is about, if it opens with one."""
        for phrase in reading.phrases:
            if phrase.kind is PhraseKind.NAME and phrase.key in self._cast.people:
                return None if self._governed(phrase, reading) else self._named(phrase.key, None)
            if phrase.kind is PhraseKind.PRONOUN and phrase.key in {"he", "she"}:
                speaker = self._pronoun(phrase, reading)
                return Speaker(speaker.name, speaker.key) if speaker else None
        return None

    def close(self, reading: Reading, speakers: Sequence[Speaker]) -> None:
        """Takes note of a frame that has been read, and of who spoke in it."""
        named = [p for p in reading.phrases if p.kind is PhraseKind.NAME]
        people = [p for p in named if p.key in self._cast.people]
        free = [p.key for p in people if not self._governed(p, reading)]
        first = [s.key for s in reversed(speakers) if s.key in self._cast.names] + free[:1]
        if people or first:
            keys = dict.fromkeys(p.key for p in people)
            self._focus.appendleft((tuple(dict.fromkeys(first)), tuple(keys)))
        for phrase in named:
            if phrase.role and phrase.key in self._cast.people:
                self._holders[phrase.role] = phrase.key
        self._note_texts(reading, speakers)

    def _note_texts(self, reading: Reading, speakers: Sequence[Speaker]) -> None:
        """Remembers who issued the statement that a frame tells of."""
        author = speakers[0] if speakers else self.subject(reading)
        for phrase in reading.phrases:
            if phrase.kind is PhraseKind.TEXT and not phrase.definite and author:
                self._authors[phrase.key] = Speaker(author.name, author.key)

    def _governed(self, phrase: Phrase, reading: Reading) -> bool:
        """Whether a preposition stands before the phrase, so that it is no subject."""
        return phrase.first > 0 and reading.tokens[phrase.first - 1].key in _GOVERNED

    def _named(self, key: str, span: Span | None) -> Speaker:
        return Speaker(self._cast.names[key], key, span)

    def _nominal(self, phrase: Phrase) -> Speaker:
        name = " ".join(phrase.span.of(self._text).split())
        speaker = Speaker(name, name.casefold(), phrase.span)
        if phrase.kind is PhraseKind.GROUP:
            self._last_group = speaker
        if phrase.key.endswith(("s", "men", "people")) or phrase.kind is PhraseKind.GROUP:
            self._last_many = speaker
        return speaker

    def _author(self, phrase: Phrase, reading: Reading) -> Speaker | None:
        if phrase.owner is not None:
            return self._named(phrase.owner, phrase.span)
        if phrase.possessive in {"he", "she"}:
            return self._gendered(phrase.possessive, phrase, reading)
        for at in range(phrase.end, min(phrase.end + 4, len(reading.tokens))):
            if reading.tokens[at].key in _AUTHOR:
                named = reading.starting(at + 1)
                if named is not None and named.kind is PhraseKind.NAME:
                    return self._named(named.key, named.span)
        author = self._authors.get(phrase.key) if phrase.definite else self._issuer(phrase, reading)
        if author is not None:
            return Speaker(author.name, author.key, phrase.span)
        return self._nominal(phrase)

    def _issuer(self, phrase: Phrase, reading: Reading) -> Speaker | None:
        """Who opens the frame in which 'a statement' comes later."""
        for earlier in reading.phrases:
            if earlier.first < phrase.first and not self._governed(earlier, reading):
                return None if earlier.kind is PhraseKind.TEXT else self.speaker(earlier, reading)
        return None

    def _pronoun(self, phrase: Phrase, reading: Reading) -> Speaker | None:
        if phrase.key in {"he", "she"}:
            return self._gendered(phrase.key, phrase, reading)
        earlier = {"they": self._last_many, "it": self._last_group}.get(phrase.key)
        return Speaker(earlier.name, earlier.key, phrase.span) if earlier else None

    def _gendered(self, pronoun: str, phrase: Phrase, reading: Reading) -> Speaker | None:
        key = self._antecedent(phrase, reading, "m" if pronoun == "he" else "f")
        return self._named(key, phrase.span) if key else None

    def _antecedent(self, phrase: Phrase, reading: Reading, gender: str) -> str | None:
        for earlier in reading.phrases:
            if earlier.first >= phrase.first:
                break
            fits = earlier.kind is PhraseKind.NAME and self._may_be(earlier.key, gender)
            if fits and not self._governed(earlier, reading):
                return earlier.key
        for subjects, people in self._focus:
            if fitting := [key for key in subjects if self._may_be(key, gender)]:
                return fitting[0]
            if fitting := [key for key in people if self._may_be(key, gender)]:
                return fitting[0] if len(fitting) == 1 else None
        return None

    def _may_be(self, key: str, gender: str) -> bool:
        return key in self._cast.people and self._cast.gender.get(key, gender) == gender
