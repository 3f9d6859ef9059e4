"""Gives each name to the one actor that it fits, cautiously.

A form joins an actor only where the scorer says "same" of one of the actor's forms and "different"
of none, and only where one actor fits: two that might both be meant keep it apart. A bare surname
joins the one bearer that there is. What somebody judged comes first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, islice

from newstemma.records import JoinReason, NameJoin, NameKind
from newstemma.text.identity.bearers import Bearer
from newstemma.text.identity.context import Gender
from newstemma.text.identity.judged import Judged
from newstemma.text.identity.parts import PartKind, take_apart
from newstemma.text.identity.scorer import Answer, NameMatch, compare_parts
from newstemma.text.identity.spelling import latin, sound
from newstemma.text.names.lexicon import GIVEN_FEMALE, GIVEN_MALE

__all__ = ["Group", "grouped"]

_GIVEN = GIVEN_MALE | GIVEN_FEMALE
_MOST_COMPARED = 12  # forms of an actor, and actors that share a word, that are looked at


@dataclass(eq=False, slots=True)
class Group:
    """The names of one actor, the fullest first, and why they are one's."""

    members: list[Bearer] = field(default_factory=list)
    joins: list[NameJoin] = field(default_factory=list)
    by_key: dict[tuple[str, ...], Bearer] = field(default_factory=dict)
    letters: set[str] = field(default_factory=set)
    genders: set[Gender] = field(default_factory=set)

    def add(self, bearer: Bearer) -> None:
        """Takes a name in."""
        self.members.append(bearer)
        self.by_key.setdefault(bearer.key, bearer)
        self.letters.update(bearer.letters)
        if bearer.gender:
            self.genders.add(bearer.gender)

    def forms(self) -> list[Bearer]:
        """One member for each form, those that came first."""
        return list(islice(self.by_key.values(), _MOST_COMPARED))


def grouped(named: Iterable[Bearer], judgements: Judged) -> tuple[Group, ...]:
    """The actors of one story that bear the names, in a stable order."""
    register = _Register(judgements)
    for bearer in sorted(named, key=_fullest_first):
        register.add(bearer)
    return tuple(register.groups)


def _fullest_first(bearer: Bearer) -> tuple[int, int, str, str]:
    return -len(bearer.words), -len(bearer.spans), bearer.written, bearer.article


class _Register:
    """The actors found so far, and by what their names are found."""

    def __init__(self, judgements: Judged) -> None:
        self.groups: list[Group] = []
        self._judgements = judgements
        self._by_handle: dict[str, list[Group]] = defaultdict(list)

    def add(self, bearer: Bearer) -> None:
        """Gives a name to the one actor that it fits, else makes a new one of it."""
        fits = self._judged_same(bearer) or self._fitting(bearer)
        group = fits[0][0] if fits else Group()
        if not fits:
            self.groups.append(group)
        for other, join in fits:
            self._merge(other, group)
            if join.left != join.right:
                group.joins.append(join)
        group.add(bearer)
        for handle in _handles(bearer):
            if group not in self._by_handle[handle]:
                self._by_handle[handle].append(group)

    def _merge(self, group: Group, into: Group) -> None:
        """Moves the names of one group to another."""
        if group is into:
            return
        self.groups.remove(group)
        for member in group.members:
            into.add(member)
        into.joins.extend(group.joins)
        for groups in self._by_handle.values():
            if group in groups:
                groups[:] = dict.fromkeys(into if one is group else one for one in groups)

    def _judged_same(self, bearer: Bearer) -> list[tuple[Group, NameJoin]]:
        """Every group with a name that was judged to be the same."""
        found = []
        for group in self._near(bearer):
            members = (m for m in group.forms() if self._judged(bearer, m) is Answer.SAME)
            if member := next(members, None):
                found.append((group, _join(JoinReason.JUDGED, bearer, member)))
        return found

    def _fitting(self, bearer: Bearer) -> list[tuple[Group, NameJoin]]:
        """The one group that a name fits, with the reason; none where it is not one."""
        free = [group for group in self._near(bearer) if not self._is_barred(bearer, group)]
        ways = _of_one_word if len(bearer.words) == 1 else _of_several_words
        fits = ways(bearer, free)
        return fits if len(fits) == 1 else []

    def _near(self, bearer: Bearer) -> list[Group]:
        """The groups that share a word with a name, or that were judged to be the same."""
        partners = (f"={name}" for name in self._judgements.partners(bearer.written))
        found: dict[int, Group] = {}
        for handle in (*partners, *_handles(bearer)):
            found.update((id(group), group) for group in self._by_handle[handle][:_MOST_COMPARED])
        return list(found.values())

    def _judged(self, bearer: Bearer, member: Bearer) -> Answer | None:
        return self._judgements.answer(bearer.written, member.written)

    def _is_barred(self, bearer: Bearer, group: Group) -> bool:
        """Whether somebody judged that a name is none of a group's, or the titles say so."""
        other_gender = bearer.gender is not None and bool(group.genders - {bearer.gender})
        return other_gender or any(
            self._judged(bearer, member) is Answer.DIFFERENT for member in group.forms()
        )


def _handles(bearer: Bearer) -> Iterator[str]:
    """By what a name is found: the whole, each word as it sounds, its letters."""
    yield f"={latin(bearer.written)}"
    yield from sorted(bearer.letters)
    for part in bearer.words:
        if part.kind is not PartKind.INITIAL:
            yield f"~{sound(part.key)}"


def _of_one_word(bearer: Bearer, near: Sequence[Group]) -> list[tuple[Group, NameJoin]]:
    """The people of a surname, all of them; else equal names, or those with the same letters."""
    people = [(group, one) for group in near if (one := _surnamed(bearer, group))]
    if people and not bearer.is_place and bearer.kind is not NameKind.ORGANISATION:
        return [(group, _join(JoinReason.ONLY_BEARER, bearer, one)) for group, one in people]
    equal = _equal(bearer, near)
    return equal or [
        (group, _join(JoinReason.LETTERS, bearer, one))
        for group in near
        for one in group.forms()[:1]
        if not bearer.letters.isdisjoint(group.letters)
    ]


def _surnamed(bearer: Bearer, group: Group) -> Bearer | None:
    """The first of a group's people whose last word is the name, or whose first one, if it is
    a first name.
    """
    key = bearer.words[0].key
    for one in group.forms():
        if one.kind is NameKind.PERSON and len(one.words) > 1:
            first, last = one.words[0].key, one.words[-1].key
            if sound(last) == sound(key) or (first == key and key in _GIVEN):
                return one
    return None


def _of_several_words(bearer: Bearer, near: Sequence[Group]) -> list[tuple[Group, NameJoin]]:
    """Equal names; else those that the scorer calls the same, and none of whose forms another."""
    if equal := _equal(bearer, near):
        return equal
    fits: list[tuple[Group, NameJoin]] = []
    for group in near:
        matches = [_match(bearer, one) for one in group.forms() if len(one.words) > 1]
        answers = {match.answer for match in matches}
        if Answer.SAME in answers and Answer.DIFFERENT not in answers:
            best = max(matches, key=lambda match: (match.answer is Answer.SAME, match.probability))
            fits.append((group, _joined(JoinReason.ALIKE, best)))
    return fits if _are_two(fits) else fits[:1]


def _are_two(fits: Sequence[tuple[Group, NameJoin]]) -> bool:
    """Whether two of the groups that a name fits are certainly not one."""
    return any(
        _match(one, other).answer is Answer.DIFFERENT
        for (left, _), (right, _) in combinations(fits, 2)
        for one in left.forms()
        for other in right.forms()
    )


def _equal(bearer: Bearer, near: Sequence[Group]) -> list[tuple[Group, NameJoin]]:
    return [
        (group, _join(JoinReason.EQUAL, bearer, one))
        for group in near
        if (one := group.by_key.get(bearer.key))
    ]


def _join(reason: JoinReason, bearer: Bearer, other: Bearer) -> NameJoin:
    return _joined(reason, _match(bearer, other))


def _joined(reason: JoinReason, match: NameMatch) -> NameJoin:
    return NameJoin(
        left=match.left.written,
        right=match.right.written,
        reason=reason,
        probability=match.probability,
        evidence=match.evidence(),
    )


def _match(bearer: Bearer, other: Bearer) -> NameMatch:
    """Two names compared, as what the article that tells it says they are names of."""
    kinds = sorted({bearer.kind, other.kind} - {NameKind.UNKNOWN})
    left, right = bearer.parts, other.parts
    if len({bearer.kind, other.kind}) > 1:
        left, right = (take_apart(one.written, kinds[0]) for one in (bearer, other))
    return compare_parts(left, right, mine=bearer.context, theirs=other.context)
