"""Lays two names side by side: which part of one stands for which of the other, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from rapidfuzz.distance import OSA

from newstemma.text.identity.lexicon import NICKNAMES
from newstemma.text.identity.parts import LOOSE, NameParts, Part, PartKind, Script
from newstemma.text.identity.spelling import skeleton, sound

__all__ = ["Aligned", "How", "align"]


class How(StrEnum):
    """What makes two parts one, or keeps them apart."""

    EQUAL = "equal"
    SOUND = "same sound"  # romanisations of one word
    SCRIPT = "another script"
    JOINED = "written as one"
    SPELLING = "another spelling"
    NICKNAME = "short or foreign form"
    INITIAL = "initial"
    ABBREVIATION = "abbreviation"
    DIFFERENT = "different"
    NUMBER = "another number"
    MISSING = "only in one"


_RUN = 4  # adjacent parts that may be written as one
_ACRONYM = range(2, 8)
_KINDS = list(PartKind)
_SHORT = 6  # letters of a joined word up to which none may be wrong
_NOTHING: frozenset[int] = frozenset()
_NEVER_ONE = {"c", "g"}  # either may romanise a letter that k or q does too, but not the same
_NEAR = 2  # letters, at most, that a short form counts for as against the long one
_SIGN = 3  # letters that a sign for a syllable stands for
_ALIKE = 0.5  # similarity from which two parts are taken for spellings of one


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """Parts of the left name and of the right one that stand for each other.

    One side is empty where the other has nothing for it. `edits` is how many letters must be
    changed, `similarity` 1 for equal parts.
    """

    left: tuple[Part, ...]
    right: tuple[Part, ...]
    how: How
    edits: int = 0
    similarity: float = 1.0

    @property
    def kind(self) -> PartKind:
        """What the parts are; of two kinds the one that names more."""
        return min((part.kind for part in (*self.left, *self.right)), key=_KINDS.index)


def align(left: NameParts, right: NameParts) -> tuple[Aligned, ...]:
    """The parts of two names side by side, in the order of the left one, what only the right
    one has last. Every part stands in exactly one place.
    """
    found = [*_joined(left.parts, right.parts), *map(_turned, _joined(right.parts, left.parts))]
    alike = _measure(left.script, right.script)
    found += _assigned(_rest(left.parts, found), _rest(right.parts, found), alike)
    return tuple(sorted(found, key=_place))


def _place(one: Aligned) -> tuple[bool, int]:
    return (not one.left, (one.left or one.right)[0].span.start)


def _turned(one: Aligned) -> Aligned:
    return replace(one, left=one.right, right=one.left)


def _rest(parts: Sequence[Part], found: Sequence[Aligned]) -> list[Part]:
    taken = {id(part) for one in found for part in (*one.left, *one.right)}
    return [part for part in parts if id(part) not in taken]


# --- one part for several ---------------------------------------------------------------------


def _joined(ones: Sequence[Part], others: Sequence[Part]) -> Iterator[Aligned]:
    """Each of `ones` that has no equal and stands for a run of `others`: "Vander Bilt"."""
    known, theirs = {part.key for part in ones}, {part.key for part in others}
    first = 0
    for one in ones:
        if one.key in theirs or one.kind is PartKind.NUMBER:
            continue
        for start, end in _runs(first, len(others)):
            run = others[start:end]
            if known.isdisjoint(part.key for part in run) and (how := _stands_for(one, run)):
                yield Aligned(left=(one,), right=tuple(run), how=how)
                first = end
                break


def _runs(first: int, count: int) -> Iterator[tuple[int, int]]:
    return (
        (start, end)
        for start in range(first, count)
        for end in range(min(count, start + _RUN), start + 1, -1)
    )


def _stands_for(one: Part, run: Sequence[Part]) -> How | None:
    whole = "".join(part.key for part in run)
    if whole == one.key or (len(whole) > _SHORT and OSA.distance(whole, one.key) <= 1):
        return How.JOINED
    named = [part for part in run if part.kind is not PartKind.PARTICLE]
    initials = "".join(part.key[0] for part in named)
    if len(one.key) in _ACRONYM and one.key == initials and len(named) == len(run):
        return How.ABBREVIATION
    return None


# --- one part for one -------------------------------------------------------------------------


def _assigned(mine: list[Part], theirs: list[Part], alike: _Measure) -> Iterator[Aligned]:
    """The likest pairs first; what is left over stands against each other in its order."""
    pairs = [
        (_compared(one, other, alike), i, j)
        for i, one in enumerate(mine)
        for j, other in enumerate(theirs)
    ]
    pairs.sort(key=lambda pair: (-pair[0].similarity, abs(pair[1] - pair[2]), pair[1], pair[2]))
    free_i, free_j = set(range(len(mine))), set(range(len(theirs)))
    for least in (_ALIKE, 0.0):
        for pair, i, j in pairs:
            if i in free_i and j in free_j and pair.similarity >= least:
                free_i.remove(i)
                free_j.remove(j)
                yield pair
    yield from (Aligned(left=(mine[i],), right=(), how=How.MISSING) for i in sorted(free_i))
    yield from (Aligned(left=(), right=(theirs[j],), how=How.MISSING) for j in sorted(free_j))


def _compared(one: Part, other: Part, alike: _Measure) -> Aligned:
    how, edits, similarity = _likeness(one, other, alike)
    return Aligned(left=(one,), right=(other,), how=how, edits=edits, similarity=similarity)


def _likeness(one: Part, other: Part, alike: _Measure) -> tuple[How, int, float]:
    a, b = one.key, other.key
    kinds = {one.kind, other.kind}
    if a == b:
        return How.EQUAL, 0, 1.0
    if PartKind.NUMBER in kinds:
        return How.NUMBER, max(len(a), len(b)), -1.0 if len(kinds) > 1 else 0.0
    if PartKind.PARTICLE in kinds:
        return How.DIFFERENT, max(len(a), len(b)), -1.0 if len(kinds) > 1 else 0.0
    if PartKind.PATRONYMIC in kinds and len(kinds) > 1 and PartKind.INITIAL not in kinds:
        return How.DIFFERENT, OSA.distance(a, b), 0.0
    if PartKind.INITIAL in kinds:
        return (How.INITIAL, 0, 0.7) if a[0] == b[0] else (How.DIFFERENT, 1, 0.0)
    return alike(a, b)


# --- one word for one -------------------------------------------------------------------------

_Likeness = tuple[How, int, float]
_Measure = Callable[[str, str], _Likeness]


def _measure(left: Script, right: Script) -> _Measure:
    """How the words of two scripts are compared."""
    if left is right:
        return _same_syllables if left is Script.SYLLABLES else _same_script
    return _across if LOOSE & {left, right} else _same_script


def _same_script(a: str, b: str) -> _Likeness:
    if sound(a) == sound(b) and {a[0], b[0]} != _NEVER_ONE:
        return How.SOUND, 0, 0.97
    edits = min(OSA.distance(a, b), OSA.distance(sound(a), sound(b)) + 1)
    similarity = 1 - edits / max(len(a), len(b))
    if not NICKNAMES.get(a, _NOTHING).isdisjoint(NICKNAMES.get(b, _NOTHING)):
        return How.NICKNAME, 0, max(similarity, 0.8)
    short, long = sorted((a, b), key=len)
    if _abbreviates(short, long):
        return How.ABBREVIATION, min(edits, _NEAR), max(similarity, 0.6)
    return (How.SPELLING if similarity >= _ALIKE else How.DIFFERENT), edits, similarity


def _same_syllables(a: str, b: str) -> _Likeness:
    """Romanised signs of one script: another sign is another word, however like it sounds."""
    similarity = 1 - OSA.distance(a, b) / max(len(a), len(b))
    return How.DIFFERENT, max(_SIGN, OSA.distance(a, b)), similarity


def _across(a: str, b: str) -> _Likeness:
    one, other = skeleton(a), skeleton(b)
    longest = max(len(one), len(other))
    surest = 0.95 if longest > 1 else 0.7
    found = surest * (1 - OSA.distance(one, other) / longest) if longest else 0.0
    plain = _same_script(a, b)
    if found <= plain[2]:
        return plain
    return (How.SCRIPT if found > _ALIKE else How.DIFFERENT), OSA.distance(one, other), found


def _abbreviates(short: str, word: str) -> bool:
    """Whether a word is cut short ("Serg"), or its inside left out ("Intl")."""
    if len(short) < 2 or len(short) + 2 > len(word):
        return False
    letters = iter(word)
    inside = short[-1] == word[-1] and all(letter in letters for letter in short)
    return word.startswith(short) or (inside and word[:2] == short[:2])
