"""Finds the names and the roles in an article.

No gazetteer: a name is a run of capitals that is more than the start of a sentence or of a
heading. Which names are forms of one is told by `text.names.forms`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from newstemma.records import Mention, MentionKind, Sentence, Span, Word
from newstemma.text.names.forms import Run, keys_of
from newstemma.text.names.lexicon import (
    BODIES,
    GIVEN_FEMALE,
    GIVEN_MALE,
    LINKS,
    MODIFIERS,
    NOT_NAMES,
    PARTICLES,
    PLACE_WORDS,
    ROLES,
    SUFFIXES,
    TEXTS,
    TITLES,
)

__all__ = ["name_mentions"]

_JOINT = re.compile(r"[ \u00a0\u202f]|[-‐‑]|[ \u00a0]&[ \u00a0]|\.[ \u00a0]?")
_NICKNAME_OPENS = re.compile(r"[ \u00a0][\"“‘'«„]")
_NICKNAME_CLOSES = re.compile(r"[\"”’'»“],?[ \u00a0]")
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
_OPENS_SPEECH = re.compile(r"[\"“‘«„「『:•]\s*$")
_LONGEST_RUN = 10
_LONGEST_ROLE = 8
_SHORTEST_STOPPED = 6  # the same, for a heading that ends in a stop
_SHORTEST_HEADING = 4  # longer words that must bear a capital
_OFFICE_OF = frozenset(
    "state defense defence treasury energy education labor labour commerce agriculture homeland "
    "security health interior foreign affairs staff the house veterans housing transportation war "
    "justice and human services".split()
)
# Words that open sentences and are surnames too, and names that are verbs too.
_SURNAMES = frozenset("long short young small read day early best".split())
_SPEAKS = frozenset("said says told tells added asked wrote replied argued warned".split())
_ALSO_VERBS = frozenset({"will", "may", "said"})
_GIVEN = GIVEN_MALE | GIVEN_FEMALE
_ALSO_HEADS = frozenset({"police"})
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def name_mentions(
    text: str, words: Sequence[Word], sentences: Sequence[Sentence]
) -> tuple[Mention, ...]:
    """The names and roles in `words`, in order, without overlap.

    A NAME's key is the fullest form of the name in the article ("ann lee" for "Lee" too), a
    ROLE's key its words ("former envoy").
    """
    runs, roles = _Reader(text, words, sentences).read()
    keys = keys_of(text, words, runs)
    names = [_mention(text, words, run, key) for run, key in zip(runs, keys, strict=True)]
    return tuple(sorted([*names, *roles], key=lambda mention: mention.span))


def _mention(text: str, words: Sequence[Word], run: Run, key: str) -> Mention:
    last = words[run.end - 1]
    possessive = _POSSESSIVE.search(text, last.start, last.end)
    end = possessive.start() if possessive else last.end
    if end < len(text) and text[end] == "." and last.key in SUFFIXES:
        end += 1
    return Mention(
        span=Span(words[run.first].start, max(end, last.start + 1)), kind=MentionKind.NAME, key=key
    )


def _numbers(sentence: Sentence) -> range:
    return range(sentence.first_word, sentence.end_word)


class _Reader:
    """Reads the runs of capitals and the roles off the words."""

    def __init__(self, text: str, words: Sequence[Word], sentences: Sequence[Sentence]) -> None:
        self._text, self._words = text, words
        self._openings = {s.first_word for s in sentences if s.first_word < len(words)}
        self._inside: Counter[str] = Counter()
        self._lower: set[str] = set()
        headings = {n for s in sentences if self._is_heading(s) for n in _numbers(s)}
        for number, word in enumerate(words):
            if not text[word.start].isupper():
                self._lower.add(word.key)
            elif number not in headings and not self._opens(number):
                self._inside[word.key] += 1
        self._doubtful = headings

    def read(self) -> tuple[list[Run], list[Mention]]:
        runs: list[Run] = []
        roles: list[Mention] = []
        number = 0
        while number < len(self._words):
            end = self._run_end(number) if self._is_capital(number) else number
            if self._skip_opening(number, end) == end:
                role_end = self._role_end(number)
                if role_end > number:
                    roles.append(self._role(number, role_end))
                number = max(end, role_end, number + 1)
                continue
            self._split(number, end, runs, roles)
            number = end
        return runs, roles

    def _is_heading(self, sentence: Sentence) -> bool:
        """Whether nearly every longer word has a capital, so that none tells a name."""
        long = [n for n in _numbers(sentence)[1:] if len(self._words[n].key) > 3]
        capitals = sum(self._text[self._words[n].start].isupper() for n in long)
        stops = self._text[sentence.span.end - 1] in ".!?…\"”’'"
        if stops:
            return len(long) >= _SHORTEST_STOPPED and capitals > 0.9 * len(long)
        return len(long) >= _SHORTEST_HEADING and capitals > 0.8 * len(long)

    def _is_capital(self, number: int) -> bool:
        word = self._words[number]
        if number in self._doubtful and not self._inside[word.key]:
            return False
        return self._text[word.start].isupper()

    def _opens(self, number: int) -> bool:
        start = self._words[number].start
        return number in self._openings or bool(
            _OPENS_SPEECH.search(self._text, max(0, start - 3), start)
        )

    def _gap(self, number: int) -> str:
        """What stands between a word and the next one."""
        if number + 1 >= len(self._words):
            return "\n"
        return self._text[self._words[number].end : self._words[number + 1].start]

    def _run_end(self, first: int) -> int:
        end = first + 1
        while (step := self._step(end - 1)) and end + step - first <= _LONGEST_RUN:
            end += step
        return end

    def _step(self, last: int) -> int:
        """How many words after `last` the run goes on by; 0 where it ends."""
        word = self._words[last]
        if _POSSESSIVE.search(self._text, word.start, word.end):
            return 0
        if _NICKNAME_OPENS.fullmatch(self._gap(last)):
            return self._nickname(last)
        if not self._joined(last):
            return 0
        if self._is_capital(last + 1):
            return 1
        return self._link(last)

    def _joined(self, number: int) -> bool:
        gap = self._gap(number)
        if not _JOINT.fullmatch(gap) or number + 1 in self._openings:
            return False
        key = self._words[number].key
        return not gap.startswith(".") or len(key) == 1 or key in TITLES or key in SUFFIXES

    def _link(self, last: int) -> int:
        """Small words inside a name: "Cartel de los Soles", "Institute for Peace"."""
        for count in (1, 2):
            number = last + count
            if number + 1 >= len(self._words) or not self._joined(number):
                return 0
            key = self._words[number].key
            body = self._words[last].key in BODIES or self._words[last].key in TITLES
            if not (key in PARTICLES and key != "of") and not (body and key in LINKS - {"and"}):
                return 0
            if self._is_capital(number + 1):
                return count + 1
        return 0

    def _nickname(self, last: int) -> int:
        for count in (1, 2):
            number = last + count
            if number + 1 >= len(self._words) or not self._is_capital(number):
                return 0
            if _NICKNAME_CLOSES.fullmatch(self._gap(number)):
                return count + 1 if self._is_capital(number + 1) else 0
        return 0

    def _split(self, first: int, end: int, runs: list[Run], roles: list[Mention]) -> None:
        """Parts a run of capitals into what opens the sentence, a role, and a name."""
        start = self._skip_opening(first, end)
        while end > start and self._words[end - 1].key in _DAYS:
            end -= 1
        role_first, role_end = self._title(start, end)
        if role_first > start:
            self._add(start, role_first, runs)
        if role_end > role_first:
            roles.append(self._role(role_first, role_end))
        if end > role_end:
            self._add(role_end, end, runs)

    def _skip_opening(self, first: int, end: int) -> int:
        while first < end and self._is_no_name(first, end):
            first += 1
        return first

    def _is_no_name(self, number: int, end: int) -> bool:
        word = self._words[number]
        written = word.span.of(self._text)
        alone = end - number == 1
        if written in {"US", "U.S", "U.S.", "UN", "U.N."}:
            return False
        if alone and word.key in _SURNAMES and not self._opens(number):
            return False
        if word.key in NOT_NAMES:
            called = self._opens(number) and word.key in _ALSO_VERBS
            return alone or called or word.key not in PLACE_WORDS | _GIVEN
        if not self._opens(number) or self._inside[word.key]:
            return False
        if alone and self._acts(number):
            return word.key in self._lower
        return self._is_plain_opening(word.key, alone=alone)

    def _acts(self, number: int) -> bool:
        """Whether a word that opens a sentence owns something, or says something, as people do."""
        word = self._words[number]
        if word.key in ROLES | BODIES | TEXTS:
            return False
        if _POSSESSIVE.search(self._text, word.start, word.end):
            return True
        following = self._words[number + 1].key if self._joined(number) else ""
        return following in _SPEAKS and not word.key.endswith("s")

    def _is_plain_opening(self, key: str, *, alone: bool) -> bool:
        """Whether a capital that is seen only at the head of a sentence names nothing."""
        if key in GIVEN_MALE or key in GIVEN_FEMALE:
            return False
        return alone or key in self._lower or key.endswith(("ing", "ly", "ed"))

    def _title(self, first: int, end: int) -> tuple[int, int]:
        """The part of a run that is an office, as word numbers; empty at `first` if none."""
        keys = [self._words[number].key for number in range(first, end)]
        heads = [i for i, key in enumerate(keys) if key in TITLES or key in ROLES]
        if not heads or self._is_surname(keys, heads[-1]):
            return first, first
        last = heads[-1] + 1
        if keys[last : last + 1] == ["of"]:
            last += 1
            while last < len(keys) and keys[last] in _OFFICE_OF:
                last += 1
        if last < len(keys) and BODIES.intersection(keys[last:]):
            return first, first
        start = heads[-1]
        while start and (keys[start - 1] in MODIFIERS or keys[start - 1] in TITLES):
            start -= 1
        return first + start, first + last

    def _is_surname(self, keys: Sequence[str], at: int) -> bool:
        """Whether a word that may be an office is a surname here: "Steve King", "Judge"."""
        rest = set(keys[at + 1 :])
        return at > 0 and rest <= SUFFIXES and keys[at - 1] in _GIVEN

    def _add(self, first: int, end: int, runs: list[Run]) -> None:
        while end > first and self._words[end - 1].key in LINKS:
            end -= 1
        if end == first or (
            end - first == 1 and self._words[first].key in NOT_NAMES - {"us"} - _SURNAMES
        ):
            return
        title = self._words[first - 1].key if first and self._joined(first - 1) else ""
        form = tuple(self._words[number].key for number in range(first, end))
        if title in TITLES or title != "the":
            runs.append(Run(first, end, self._without_nickname(first, form), title, False))
        else:
            runs.append(Run(first, end, form, title, True))

    def _without_nickname(self, first: int, form: tuple[str, ...]) -> tuple[str, ...]:
        inside = [False] * len(form)
        for i in range(1, len(form) - 1):
            opened = _NICKNAME_OPENS.fullmatch(self._gap(first + i - 1))
            inside[i] = bool(opened) or (
                inside[i - 1] and not _NICKNAME_CLOSES.fullmatch(self._gap(first + i - 1))
            )
        return tuple(key for key, nickname in zip(form, inside, strict=True) if not nickname)

    def _role_end(self, number: int) -> int:
        """Where the role that starts at a word ends; the word itself if none starts there."""
        end = number
        while self._words[end].key in MODIFIERS and end - number < _LONGEST_ROLE:
            end += 1
            if end >= len(self._words) or not self._joined(end - 1):
                break
        last = number
        while (
            end < len(self._words)
            and self._words[end].key in ROLES
            and end - number < _LONGEST_ROLE
        ):
            end += 1
            last = end
            if end >= len(self._words) or not self._joined(end - 1):
                break
        if last == number and end > number and self._words[end - 1].key in ROLES:
            # the head is itself a word that modifies: "a military veteran", "police"
            alone = self._words[end - 1].key in _ALSO_HEADS
            office = end < len(self._words) and self._words[end].key == "of"  # "chief of staff"
            return end if alone or office or end > number + 1 else number
        return last

    def _role(self, first: int, end: int) -> Mention:
        key = " ".join(word.key for word in self._words[first:end])
        last = self._words[end - 1]
        possessive = _POSSESSIVE.search(self._text, last.start, last.end)
        stop = possessive.start() if possessive else last.end
        span = Span(self._words[first].start, max(stop, last.start + 1))
        return Mention(span=span, kind=MentionKind.ROLE, key=key)
