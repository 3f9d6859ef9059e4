"""Says who a phrase means: one name for one person, pronouns where one candidate stands out.

A speaker without a name in reach stays the phrase that the article gives: "officials". "The
minister" is whoever was last introduced as one, "the 71-year-old" whoever the report was last
about, and "his lawyers" are those of somebody named. Two who speak as one are given together.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newstemma.records import Span
from newstemma.text.names.lexicon import GROUPS, PLACE_WORDS
from newstemma.text.quotations.cast import Cast
from newstemma.text.quotations.noun_phrases import Phrase, PhraseKind
from newstemma.text.quotations.reporting import Reading

__all__ = ["Scene", "Speaker"]

_REACH = 6  # frames that a pronoun looks back over for a person
_THING_REACH = 2  # and for what "it" or "they" stands for
_HOLDERS = 8  # of one office who are told apart
_GOVERNED = frozenset("to at on against of about over for from with by in like than and".split())
_AUTHOR = frozenset({"from", "by", "of"})
_ATTRIBUTED = frozenset({"attributed", "credited", "ascribed"})
_GENDERS = {"he": "m", "she": "f"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the name to print, what equal speakers share, where it is said."""

    name: str
    key: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class _Office:
    """Who was introduced as what: the words of the office, and the name's key."""

    words: frozenset[str]
    holder: str


class Scene:
    """What has been said so far in an article, read frame by frame: who was last spoken of."""

    def __init__(self, text: str, cast: Cast) -> None:
        self._text, self._cast = text, cast
        self._focus: deque[tuple[tuple[str, ...], tuple[str, ...]]] = deque(maxlen=_REACH)
        self._authors: dict[str, Speaker] = {}
        self._offices: dict[str, deque[_Office]] = defaultdict(lambda: deque(maxlen=_HOLDERS))
        self._ages: dict[str, str] = {}
        self._things: deque[Speaker | None] = deque(maxlen=_THING_REACH)
        self._many: deque[Speaker | None] = deque(maxlen=_THING_REACH)
        self._spoke: deque[str] = deque(maxlen=_THING_REACH)

    def speaker(self, phrase: Phrase, reading: Reading) -> Speaker | None:
        """Whom `phrase` of a frame means; None where it cannot be told."""
        if phrase.kind is PhraseKind.NAME:
            return self._named(phrase.key, phrase.span, phrase.joined)
        if phrase.kind is PhraseKind.PRONOUN:
            return self._pronoun(phrase, reading)
        if phrase.definite and phrase.owner is None:
            holder = self._holder(phrase, reading) or self._of_age(phrase, reading)
            if holder is not None:
                return self._named(holder, phrase.span)
        if phrase.kind in (PhraseKind.TEXT, PhraseKind.OTHER):
            return self._author(phrase, reading)
        return self._nominal(phrase, reading)

    def subject(self, reading: Reading) -> Speaker | None:
        """The person whom a frame without a reporting word is about, if it opens with one."""
        for phrase in reading.phrases:
            if phrase.kind is PhraseKind.NAME and phrase.key in self._cast.people:
                return None if _governed(phrase, reading) else self._named(phrase.key, None)
            if phrase.kind is PhraseKind.PRONOUN and phrase.key in _GENDERS:
                speaker = self._pronoun(phrase, reading)
                return Speaker(speaker.name, speaker.key) if speaker else None
        return None

    # --- taking note of a frame ----------------------------------------------------------

    def close(self, reading: Reading, speakers: Sequence[Speaker]) -> None:
        """Takes note of a frame that has been read, and of who spoke in it."""
        named = [p for p in reading.phrases if p.kind is PhraseKind.NAME]
        people = [p for p in named if p.key in self._cast.people]
        free = [p.key for p in people if not _governed(p, reading)]
        first = [s.key for s in reversed(speakers) if s.key in self._cast.people] + free[:1]
        if people or first:
            keys = dict.fromkeys(p.key for p in people)
            self._focus.appendleft((tuple(dict.fromkeys(first)), tuple(keys)))
        self._spoke.append(next((s.key for s in speakers if self._may_be_surname(s.key)), ""))
        for phrase in named:
            self._note_offices(phrase, reading)
        self._note_texts(reading, speakers)
        self._note_things(reading, speakers)

    def _note_offices(self, phrase: Phrase, reading: Reading) -> None:
        """Remembers as what a name was introduced: before it, after it, or in it."""
        if phrase.role is not None:
            self._note_office(phrase, phrase.role, phrase, reading)
        for other in (reading.ending(phrase.first - 1), reading.starting(phrase.end + 1)):
            if other is not None and _is_apposed(phrase, other, reading):
                self._note_office(phrase, other.key, other, reading)
        last = phrase.key.split()[-1]
        if last in GROUPS:
            self._note_office(phrase, last, phrase, reading)
        after = reading.key(phrase.end + 1)
        if reading.key(phrase.end) == "," and after.isdigit():
            self._ages[after] = phrase.key

    def _note_office(self, named: Phrase, head: str, words: Phrase, reading: Reading) -> None:
        if (head in GROUPS) == (named.key in self._cast.people):
            return
        keys = frozenset(token.key for token in reading.tokens[words.first : words.end])
        self._offices[head].append(_Office(keys, named.key))

    def _note_texts(self, reading: Reading, speakers: Sequence[Speaker]) -> None:
        """Remembers who issued the statement that a frame tells of."""
        author = speakers[0] if speakers else self.subject(reading)
        for phrase in reading.phrases:
            if phrase.kind is PhraseKind.TEXT and not phrase.definite and author:
                self._authors[phrase.key] = Speaker(author.name, author.key)

    def _note_things(self, reading: Reading, speakers: Sequence[Speaker]) -> None:
        """Remembers what "it" and "they" would stand for in the next frame."""
        spoke = [s for s in speakers if s.key not in self._cast.people]
        free = [p for p in reading.phrases if not _governed(p, reading)]
        many = [self._nominal(p, reading) for p in free if _is_many(p)]
        self._many.append(next((s for s in [*spoke, *many] if s.span), None))
        things = [s for p in free for s in self._thing(p, reading)]
        self._things.append(next(iter([*spoke, *things]), None))

    def _thing(self, phrase: Phrase, reading: Reading) -> Iterator[Speaker]:
        """The body or the text that a phrase names."""
        if phrase.kind is PhraseKind.NAME and phrase.key in self._cast.bodies:
            yield self._named(phrase.key, phrase.span)
        elif phrase.kind is PhraseKind.GROUP or phrase.kind is PhraseKind.TEXT:
            found = self.speaker(phrase, reading)
            if found is not None:
                yield found

    # --- whom a phrase means --------------------------------------------------------------

    def _named(self, key: str, span: Span | None, joined: str | None = None) -> Speaker:
        name = self._cast.names[key]
        if joined is None or joined == key:
            return Speaker(name, key, span)
        name = f"{name} and {self._cast.names[joined]}"
        return Speaker(name, name.casefold(), span)

    def _nominal(self, phrase: Phrase, reading: Reading) -> Speaker:
        name = " ".join(phrase.span.of(self._text).split())
        owner = self._owner(phrase, reading)
        if owner is not None:
            name = f"{self._cast.names[owner]}’s {name.partition(' ')[2]}"
        return Speaker(name, name.casefold(), phrase.span)

    def _owner(self, phrase: Phrase, reading: Reading) -> str | None:
        """Whom "his" means in "his lawyers"."""
        gender = _GENDERS.get(phrase.possessive or "")
        return self._antecedent(phrase, reading, gender) if gender else None

    def _holder(self, phrase: Phrase, reading: Reading) -> str | None:
        """Who was last introduced as what "the prime minister" says, or as more."""
        words = {token.key for token in reading.tokens[phrase.first + 1 : phrase.end]}
        offices = reversed(self._offices[phrase.key]) if phrase.key in self._offices else ()
        return next((office.holder for office in offices if words <= office.words), None)

    def _of_age(self, phrase: Phrase, reading: Reading) -> str | None:
        """Whom "the 71-year-old" means: the one of that age, else whom the report was about."""
        keys = [token.key for token in reading.tokens[phrase.first + 1 : phrase.end]]
        if "old" not in keys[1:] or not keys[0].isdigit():
            return None
        subjects = self._focus[0][0] if self._focus else ()
        return self._ages.get(keys[0]) or next(iter(subjects), None)

    def _author(self, phrase: Phrase, reading: Reading) -> Speaker | None:
        if phrase.owner is not None:
            return self._named(phrase.owner, phrase.span)
        if phrase.possessive in _GENDERS:
            key = self._owner(phrase, reading)
            return self._named(key, phrase.span) if key else None
        for at in range(phrase.end, min(phrase.end + 4, len(reading.tokens))):
            attributed = reading.key(at) == "to" and reading.key(at - 1) in _ATTRIBUTED
            if attributed or reading.key(at) in _AUTHOR:
                named = reading.starting(at + 1)
                if named is not None and named.kind is PhraseKind.NAME:
                    return self._named(named.key, named.span)
        author = self._authors.get(phrase.key) if phrase.definite else self._issuer(phrase, reading)
        if author is not None:
            return Speaker(author.name, author.key, phrase.span)
        return self._nominal(phrase, reading)

    def _issuer(self, phrase: Phrase, reading: Reading) -> Speaker | None:
        """Who opens the frame in which 'a statement' comes later."""
        for earlier in reading.phrases:
            if earlier.first < phrase.first and not _governed(earlier, reading):
                return None if earlier.kind is PhraseKind.TEXT else self.speaker(earlier, reading)
        return None

    def _pronoun(self, phrase: Phrase, reading: Reading) -> Speaker | None:
        if phrase.key in _GENDERS:
            key = self._antecedent(phrase, reading, _GENDERS[phrase.key])
            return self._named(key, phrase.span) if key else None
        earlier = {"they": self._many, "it": self._things}.get(phrase.key, deque())
        found = next((speaker for speaker in reversed(earlier) if speaker), None)
        return replace(found, span=phrase.span) if found else None

    def _antecedent(self, phrase: Phrase, reading: Reading, gender: str) -> str | None:
        for earlier in reading.phrases:
            if earlier.first >= phrase.first:
                break
            fits = earlier.kind is PhraseKind.NAME and self._may_be(earlier.key, gender)
            if fits and not _governed(earlier, reading):
                return earlier.key
        for subjects, people in self._focus:
            if fitting := [key for key in subjects if self._may_be(key, gender)]:
                return fitting[0]
            if fitting := [key for key in people if self._may_be(key, gender)]:
                return fitting[0] if len(fitting) == 1 else None
        return next((key for key in reversed(self._spoke) if key), None)

    def _may_be(self, key: str, gender: str) -> bool:
        return key in self._cast.people and self._cast.gender.get(key, gender) == gender

    def _may_be_surname(self, key: str) -> bool:
        """Whether a name that nothing else is known of may be a person's."""
        known = self._cast.people | self._cast.bodies
        return key in self._cast.names and key.isalpha() and key not in known | PLACE_WORDS | GROUPS


def _governed(phrase: Phrase, reading: Reading) -> bool:
    """Whether a preposition stands before the phrase, so that it is no subject."""
    return reading.key(phrase.first - 1) in _GOVERNED


def _is_apposed(named: Phrase, other: Phrase, reading: Reading) -> bool:
    """As in: "Ann Lee, a baker"; "the mayor, Ann Lee"."""
    comma = named.end if other.first > named.first else other.end
    listed = other.kind in (PhraseKind.PERSON, PhraseKind.GROUP)
    told = listed or (other.kind is PhraseKind.OTHER and reading.key(other.first) in {"a", "an"})
    return told and not _is_many(other) and other.owner is None and reading.key(comma) == ","


def _is_many(phrase: Phrase) -> bool:
    plural = phrase.key.endswith(("s", "men", "people")) or phrase.key == "police"
    return phrase.kind in (PhraseKind.PERSON, PhraseKind.GROUP, PhraseKind.OTHER) and plural
