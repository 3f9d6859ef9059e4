"""Joins the forms of one name: "Ann B. Lee III", "Ms. Lee" and "Lee" share the fullest.

A surname that several people bear goes to the one last named in full; a title that tells the
gender decides before that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from newstemma.records import Word
from newstemma.text.names.lexicon import (
    BODIES,
    FEMALE,
    GIVEN_FEMALE,
    GIVEN_MALE,
    LINKS,
    MALE,
    NOT_NAMES,
    PARTICLES,
    PLACE_WORDS,
    SUFFIXES,
    TITLES,
)

__all__ = ["Run", "is_personal", "keys_of"]

_SAME_SURNAME = 8  # people of one surname who are told apart
_GIVEN = GIVEN_MALE | GIVEN_FEMALE
# Words that open sentences and are surnames or first names too.
_ALSO_NAMES = frozenset(
    "may long short young good will early small great low high new march first fall winter day "
    "read call april june august said don old".split()
)
_NEVER_IN_PEOPLE = (NOT_NAMES | LINKS) - _ALSO_NAMES - PARTICLES


@dataclass(frozen=True, slots=True)
class Run:
    """A run of capitals, as half-open word numbers; `title` is the key of the word before."""

    first: int
    end: int
    form: tuple[str, ...]
    title: str
    after_the: bool


def is_personal(form: Sequence[str]) -> bool:
    """Whether a name, as its word keys, has the shape of a person's: two to five words, none
    of which names a body or a place.

    >>> is_personal(["ann", "lee"]), is_personal(["harbour", "board"])
    (True, False)
    """
    return (
        2 <= len(form) <= 5
        and form[0] not in PLACE_WORDS
        and not BODIES.intersection(form)
        and not _NEVER_IN_PEOPLE.intersection(form)
    )


def keys_of(text: str, words: Sequence[Word], runs: Sequence[Run]) -> list[str]:
    """The key of each run, in their order: the fullest form of the name that it is a form of."""
    return _Register(text, words, runs).keys()


class _Register:
    """Joins the forms of one name."""

    def __init__(self, text: str, words: Sequence[Word], runs: Sequence[Run]) -> None:
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

    def _is_acronym(self, run: Run) -> bool:
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
        run: Run,
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
    parts agree, at least by their initial.
    """
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
