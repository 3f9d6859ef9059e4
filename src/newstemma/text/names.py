"""Finds the names and the roles in an article, and joins the forms of one name.

No gazetteer: a name is a run of capitals that is more than the start of a sentence. The forms
of one person ("Ann B. Lee III", "Ms. Lee", "Lee") share the key of the fullest form that the
article gives; a surname that two people bear goes to the one last named in full.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from newstemma.records import Mention, MentionKind, Sentence, Span, Word
from newstemma.text.name_words import (
    BODIES,
    FEMALE,
    GIVEN_FEMALE,
    GIVEN_MALE,
    MALE,
    MODIFIERS,
    NOT_NAMES,
    PARTICLES,
    PLACE_WORDS,
    ROLES,
    SUFFIXES,
    TITLES,
)

__all__ = ["is_personal", "name_mentions"]

_JOINT = re.compile(r"[ \u00a0\u202f]|[-‐‑]|[ \u00a0]&[ \u00a0]|\.[ \u00a0]?")
_NICKNAME_OPENS = re.compile(r"[ \u00a0][\"“‘'«„]")
_NICKNAME_CLOSES = re.compile(r"[\"”’'»“],?[ \u00a0]")
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
_OPENS_SPEECH = re.compile(r"[\"“‘«„「『:•]\s*$")
_LINKS = frozenset({"of", "for", "on", "the", "and"})
_LONGEST_RUN = 10
_SHORTEST_HEADING = 4  # longer words that must bear a capital
_SAME_SURNAME = 8  # people of one surname who are told apart
_OFFICE_OF = frozenset(
    "state defense defence treasury energy education labor labour commerce agriculture homeland "
    "security health interior foreign affairs staff the house veterans housing transportation war "
    "justice and human services".split()
)
# Words that open sentences and are surnames or first names too.
_ALSO_NAMES = frozenset(
    "may long short young good will early small great low high new march first fall winter day "
    "read call april june august said don old".split()
)
_ALSO_VERBS = frozenset({"will", "may", "said"})
_NEVER_IN_PEOPLE = (NOT_NAMES | _LINKS) - _ALSO_NAMES - PARTICLES
_GIVEN = GIVEN_MALE | GIVEN_FEMALE
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of capitals, as half-open word numbers; `title` is the key of the word before."""

    first: int
    end: int
    form: tuple[str, ...]
    title: str
    after_the: bool


def name_mentions(
    text: str, words: Sequence[Word], sentences: Sequence[Sentence]
) -> tuple[Mention, ...]:
    """The names and roles in `words`, in order, without overlap.

    A NAME's key is the fullest form of the name in the article ("danny citrinowicz" for
    "Citrinowicz" too), a ROLE's key its words ("former diplomat").
    """
    runs, roles = _Reader(text, words, sentences).read()
    keys = _Register(text, words, runs).keys()
    names = [_mention(text, words, run, key) for run, key in zip(runs, keys, strict=True)]
    return tuple(sorted([*names, *roles], key=lambda mention: mention.span))


def is_personal(form: Sequence[str]) -> bool:
    """Whether a name, as its word keys, has the shape of a person's: two to five words, none
    of which names a body or a place.

    >>> is_personal(["danny", "citrinowicz"]), is_personal(["quds", "force"])
    (True, False)
    """
    return (
        2 <= len(form) <= 5
        and form[0] not in PLACE_WORDS
        and not BODIES.intersection(form)
        and not _NEVER_IN_PEOPLE.intersection(form)
    )


def _mention(text: str, words: Sequence[Word], run: _Run, key: str) -> Mention:
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

    def read(self) -> tuple[list[_Run], list[Mention]]:
        runs: list[_Run] = []
        roles: list[Mention] = []
        number = 0
        while number < len(self._words):
            end = self._run_end(number) if self._is_capital(number) else number
            if end == number:
                end = self._role_end(number)
                if end > number:
                    roles.append(self._role(number, end))
                number = max(end, number + 1)
                continue
            self._split(number, end, runs, roles)
            number = end
        return runs, roles

    def _is_heading(self, sentence: Sentence) -> bool:
        """Whether nearly every longer word of the sentence has a capital, so that none tells."""
        long = [n for n in _numbers(sentence)[1:] if len(self._words[n].key) > 3]
        capitals = sum(self._text[self._words[n].start].isupper() for n in long)
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
            if not (key in PARTICLES and key != "of") and not (body and key in _LINKS - {"and"}):
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

    def _split(self, first: int, end: int, runs: list[_Run], roles: list[Mention]) -> None:
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
        if word.key in NOT_NAMES:
            called = self._opens(number) and word.key in _ALSO_VERBS
            return alone or called or word.key not in PLACE_WORDS | _GIVEN
        if not self._opens(number) or self._inside[word.key]:
            return False
        return self._is_plain_opening(word.key, alone=alone)

    def _is_plain_opening(self, key: str, *, alone: bool) -> bool:
        """Whether a capital that is seen only at the head of a sentence names nothing."""
        if key in GIVEN_MALE or key in GIVEN_FEMALE:
            return False
        return alone or key in self._lower or key.endswith(("ing", "ly", "ed"))

    def _title(self, first: int, end: int) -> tuple[int, int]:
        """The part of a run that is somebody's office, as word numbers; empty at `first` if none."""
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

    def _add(self, first: int, end: int, runs: list[_Run]) -> None:
        while end > first and self._words[end - 1].key in _LINKS:
            end -= 1
        if end == first or (end - first == 1 and self._words[first].key in NOT_NAMES - {"us"}):
            return
        title = self._words[first - 1].key if first and self._joined(first - 1) else ""
        form = tuple(self._words[number].key for number in range(first, end))
        if title in TITLES or title != "the":
            runs.append(_Run(first, end, self._without_nickname(first, form), title, False))
        else:
            runs.append(_Run(first, end, form, title, True))

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
        while self._words[end].key in MODIFIERS:
            end += 1
            if end >= len(self._words) or not self._joined(end - 1):
                break
        last = number
        while end < len(self._words) and self._words[end].key in ROLES and end - number < 8:
            end += 1
            last = end
            if end >= len(self._words) or not self._joined(end - 1):
                break
        if last == number and end > number + 1 and self._words[end - 1].key in ROLES:
            return end  # the head is itself a word that modifies: "police", "veteran"
        return last

    def _role(self, first: int, end: int) -> Mention:
        key = " ".join(word.key for word in self._words[first:end])
        last = self._words[end - 1]
        possessive = _POSSESSIVE.search(self._text, last.start, last.end)
        stop = possessive.start() if possessive else last.end
        span = Span(self._words[first].start, max(stop, last.start + 1))
        return Mention(span=span, kind=MentionKind.ROLE, key=key)


class _Register:
    """Joins the forms of one name."""

    def __init__(self, text: str, words: Sequence[Word], runs: Sequence[_Run]) -> None:
        self._text, self._words, self._runs = text, words, runs
        count = Counter(run.form for run in runs)
        after_the = Counter(run.form for run in runs if run.after_the)
        titled = {run.form for run in runs if run.title in TITLES}
        self._people = [
            form
            for form in sorted(count, key=lambda form: (-len(form), form))
            if is_personal(_bare(form))
            and 2 * after_the[form] <= count[form]
            and (form[0] in _GIVEN or form in titled or (form[0],) not in count)
        ]
        self._fullest = self._join_full_forms()
        self._short = self._acronyms()

    def keys(self) -> list[str]:
        """The key of each run: the fullest form of the name that it is a form of."""
        bearers: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for full in sorted(set(self._fullest.values())):
            for part in dict.fromkeys(_bare(full)):
                if len(bearers[part]) < _SAME_SURNAME:
                    bearers[part].append(full)
        latest: dict[str, tuple[str, ...]] = {}
        found = []
        for run in self._runs:
            full = self._resolve(run, bearers, latest)
            if run.form in self._fullest:
                latest.update((part, full) for part in _bare(full))
            found.append(" ".join(full))
        return found

    def _is_acronym(self, run: _Run) -> bool:
        written = self._words[run.first].span.of(self._text)
        return len(written) < 6 and written.isupper()

    def _join_full_forms(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """Each form of a person's name of two words or more to the fullest one."""
        fullest: dict[tuple[str, ...], tuple[str, ...]] = {}
        by_part: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for form in self._people:
            known = islice(by_part[_bare(form)[-1]], 4 * _SAME_SURNAME)
            matches = [full for full in known if _same_person(form, full)]
            fullest[form] = matches[0] if len(matches) == 1 else form
            if not matches:
                for part in dict.fromkeys(_bare(form)):
                    by_part[part].append(form)
        return fullest

    def _acronyms(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """Short forms given in brackets after a name: "Federal Bank (FB)"."""
        pairs: dict[tuple[str, ...], tuple[str, ...]] = {}
        for left, right in zip(self._runs, self._runs[1:], strict=False):
            gap = self._text[self._words[left.end - 1].end : self._words[right.first].start]
            if gap.strip() == "(" and len(right.form) == 1 < len(left.form):
                written = self._words[right.first].span.of(self._text)
                if sum(map(str.isupper, written)) > 1:
                    pairs.setdefault(right.form, left.form)
        return pairs

    def _resolve(
        self,
        run: _Run,
        bearers: dict[str, list[tuple[str, ...]]],
        latest: dict[str, tuple[str, ...]],
    ) -> tuple[str, ...]:
        if run.form in self._fullest:
            return self._fullest[run.form]
        if run.form in self._short:
            return self._short[run.form]
        form = _bare(run.form)
        if len(form) != 1:
            return run.form
        part = form[0]
        options = [full for full in bearers.get(part, ()) if _fits_title(full, run.title)]
        surnames = [full for full in options if part in _bare(full)[1:]]
        options = surnames or (options if len(options) == 1 and part in _GIVEN else [])
        if self._is_acronym(run):
            return run.form
        if len(options) > 1 and latest.get(part) in options:
            return latest[part]
        return options[0] if len(options) == 1 else run.form


def _bare(form: tuple[str, ...]) -> tuple[str, ...]:
    """A form without Jr. and its like."""
    end = len(form)
    while end > 1 and form[end - 1] in SUFFIXES:
        end -= 1
    return form[:end]


def _same_person(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether every part of the shorter form stands in the fuller one, in order, and the first
    parts agree, at least by their initial."""
    left, right = _bare(short), _bare(full)
    parts = iter(right)
    return _agree(left[0], right[0]) and all(any(_agree(p, q) for q in parts) for p in left)


def _agree(left: str, right: str) -> bool:
    if min(len(left), len(right)) == 1:
        return left[0] == right[0]
    return left == right


def _fits_title(full: tuple[str, ...], title: str) -> bool:
    if title in MALE:
        return full[0] not in GIVEN_FEMALE
    return title not in FEMALE or full[0] not in GIVEN_MALE
