"""Which propositions say the same, and which say it with one part changed.

Two propositions are held together by the words they share, weighed by rarity: a good part of
both has to be shared. Of a child and its parent, whose sentences are aligned, less is asked.
What then decides is whether any of their parts disagree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from newstemma.collate.stems import is_content, stem
from newstemma.corroborate.disagreement import (
    Disagreement,
    changed,
    disagreement,
    may_be_of_one_time,
)
from newstemma.corroborate.interchangeable import interchangeable
from newstemma.corroborate.kin import kin
from newstemma.corroborate.propositions import Proposition
from newstemma.corroborate.scene import Scene
from newstemma.records import PartRole, VariantKind

__all__ = ["Match", "are_near", "matches"]

# Set by reading the matches in the example, the seeds and 40 families of `rewrites/`.
_WIDER = 0.45  # of what the one that tells more tells is shared, at least,
_NARROWER = 0.6  # and of what the other tells
_FEWEST = 3  # names and other words that both have; fewer are chance
_NEARLY_ALL = 0.8  # from here on whatever the verbs are
_KIN_WIDER, _KIN_NARROWER = 0.3, 0.5  # of a child and its parent,
_KIN_ENOUGH = 0.6  # whose verbs need not be the same from here on
_NEAR = 0.4  # of it, for the first ones of two groups to be joined
_MOST = 24  # propositions that one word may lead to; more of them tell little
_RAREST = 8  # words of a proposition that lead to others
_NAMING = frozenset(
    {VariantKind.ENTITY_CHANGED, VariantKind.PLACE_CHANGED, VariantKind.ROLE_CHANGED}
)
# Nothing is done yet where it is only wanted, tried or talked about.
_UNDONE = frozenset(
    map(
        stem,
        "negotiate negotiation negotiating talk discuss discussion plan want hope try attempt seek "
        "offer consider decide expect propose ask urge refuse decline fail".split(),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Two propositions, by their places, that tell of the same; `differs` says how they disagree.

    `shared` is the share of the one that tells more; None for `differs` where they agree. `child`
    is the place of the one that was made from the other, if either was.
    """

    left: int
    right: int
    shared: float
    differs: Disagreement | None
    child: int | None = None


def matches(told: Sequence[Proposition], scene: Scene) -> tuple[Match, ...]:
    """The pairs of propositions that tell of the same, those that share most first.

    Of many that say it in the same words, each is paired with the first of them alone.
    """
    first = _first(told)
    found = {(m.left, m.right): m for m in _unrelated(told, sorted(set(first)))}
    for place, other in enumerate(first):
        if place != other:
            found[other, place] = Match(left=other, right=place, shared=1.0, differs=None)
    for match in _of_kin(told, first, scene):
        found[match.left, match.right] = match
    told_apart = (m for m in found.values() if not _is_contrast(m, told))
    return tuple(sorted(told_apart, key=lambda match: (-match.shared, match.left, match.right)))


def _is_contrast(match: Match, told: Sequence[Proposition]) -> bool:
    """Whether only "not this but that" parts the two: neither a denial nor the same."""
    is_denial = match.differs is not None and match.differs.kind is VariantKind.POLARITY_CHANGED
    return is_denial and (told[match.left].contrasts or told[match.right].contrasts)


def _first(told: Sequence[Proposition]) -> list[int]:
    """For each proposition, the first with the same words, values and stance."""
    known: dict[tuple[object, ...], int] = {}
    return [known.setdefault(_signature(one), place) for place, one in enumerate(told)]


def _signature(one: Proposition) -> tuple[object, ...]:
    exact = sorted(p.key for p in one.parts if p.role in {PartRole.HOW_MANY, PartRole.WHEN})
    return frozenset(one.told), tuple(exact), one.negated, one.stance.force


# --- a child and its parent -----------------------------------------------------------------


def _of_kin(told: Sequence[Proposition], first: Sequence[int], scene: Scene) -> Iterator[Match]:
    """Each proposition of a child with the one of its parent that it shares most with."""
    for place, beside in kin(told, scene):
        best = max(beside, key=lambda other: (_both(told[place], told[other]), -other))
        child, parent = told[place], told[best]
        differs = changed(child, parent, scene.variants.get((child.article, parent.article), ()))
        shared = _shared_by_kin(child, parent, differs)
        if shared is None or first[place] == first[best]:
            continue
        if place > best and differs is not None:
            differs = differs.turned()
        left, right = sorted((place, best))
        yield Match(left=left, right=right, shared=shared, differs=differs, child=place)


def _shared_by_kin(
    child: Proposition, parent: Proposition, differs: Disagreement | None
) -> float | None:
    """The share that both tell, None where they tell of two things.

    Where a part of them differs, it has to be one deed, but for a changed deed.
    """
    has_deed = _has_the_deed(child, parent)
    if differs is not None and has_deed and _is_of_one_party(child, parent):
        return _both(child, parent) / max(child.weight, parent.weight)
    shared = _shared(child, parent, wider=_KIN_WIDER, narrower=_KIN_NARROWER)
    if shared is None or has_deed:
        return shared
    is_deed_changed = differs is not None and differs.kind is VariantKind.PREDICATE_CHANGED
    if differs is not None and not is_deed_changed:
        return None
    is_alike = shared >= _KIN_ENOUGH or bool(_somebody(child) & _somebody(parent))
    return shared if is_alike else None


def _has_the_deed(left: Proposition, right: Proposition) -> bool:
    """Whether the verb of one, or another for it, stands in the other."""
    own, theirs = left.keys(PartRole.DID), right.keys(PartRole.DID)
    return bool(interchangeable(own) & (theirs | right.told.keys()) or theirs & left.told.keys())


def _is_of_one_party(left: Proposition, right: Proposition) -> bool:
    """Whether the same somebody or something does it or suffers it."""
    own = _somebody(left) | left.keys(PartRole.WHOM)
    return bool(own & (_somebody(right) | right.keys(PartRole.WHOM)))


# --- any two --------------------------------------------------------------------------------


def _unrelated(told: Sequence[Proposition], places: Sequence[int]) -> Iterator[Match]:
    for left, right in _pairs(told, places):
        if len(told[left].told.keys() & told[right].told.keys()) < _FEWEST:
            continue
        shared = _shared(told[left], told[right], wider=_WIDER, narrower=_NARROWER)
        if shared is not None and (shared >= _NEARLY_ALL or _may_be_one(told[left], told[right])):
            differs = disagreement(told[left], told[right])
            if not _tells_of_two(told[left], told[right], differs):
                yield Match(left=left, right=right, shared=shared, differs=differs)


def _tells_of_two(left: Proposition, right: Proposition, differs: Disagreement | None) -> bool:
    """Whether one article names two at one place: it tells of both, and distorts neither."""
    is_named = differs is not None and differs.kind in _NAMING
    return is_named and left.article == right.article


def _may_be_one(left: Proposition, right: Proposition) -> bool:
    """Whether nothing tells two deeds, doers or times; what usually happens did not happen."""
    if left.habitual != right.habitual or _is_done(left) != _is_done(right):
        return False
    return (
        _is_of_one_deed(left, right)
        and _may_be_of_one_doer(left, right)
        and may_be_of_one_time(left, right)
    )


def _is_done(one: Proposition) -> bool:
    return _UNDONE.isdisjoint(one.told) and _UNDONE.isdisjoint(one.keys(PartRole.DID))


def _pairs(told: Sequence[Proposition], places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs that share one of the rarest words of either."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place in places:
        for key in told[place].told:
            if len(holders[key]) < _MOST:
                holders[key].append(place)
    seen: set[tuple[int, int]] = set()
    for place in places:
        for key in _rarest(told[place].told):
            for other in holders[key]:
                if other != place and not _is_same_place(told[place], told[other]):
                    seen.add((min(place, other), max(place, other)))
    yield from sorted(seen)


def _rarest(weights: Mapping[str, float]) -> Sequence[str]:
    return nlargest(_RAREST, weights, key=lambda key: (weights[key], key))


def _is_same_place(one: Proposition, other: Proposition) -> bool:
    """Whether both are read from the same words: a clause inside another."""
    return one.article == other.article and one.span.overlaps(other.span)


def _both(left: Proposition, right: Proposition) -> float:
    """What both tell, in nats."""
    return sum(left.told[key] for key in sorted(left.told.keys() & right.told.keys()))


def _shared(
    left: Proposition, right: Proposition, *, wider: float, narrower: float
) -> float | None:
    """The share of the one that tells more which both tell; None where that is too little."""
    both = _both(left, right)
    less, more = sorted((left.weight, right.weight))
    return both / more if both >= narrower * less and both >= wider * more else None


def are_near(left: Proposition, right: Proposition) -> bool:
    """Whether a fair part of the one that tells less is shared, and nothing tells two deeds."""
    is_near = _both(left, right) >= _NEAR * min(left.weight, right.weight)
    return is_near and _may_be_one(left, right)


def _is_of_one_deed(left: Proposition, right: Proposition) -> bool:
    """Whether both do the same, or each has the verb of the other, if in another place."""
    own, theirs = left.keys(PartRole.DID), right.keys(PartRole.DID)
    if not own or not theirs:
        return bool(left.told.keys() & right.told.keys() - left.names)
    return bool(
        interchangeable(own) & theirs or (own & right.told.keys() and theirs & left.told.keys())
    )


def _may_be_of_one_doer(left: Proposition, right: Proposition) -> bool:
    """Whether nothing shows that somebody else does it."""
    own, theirs = _somebody(left), _somebody(right)
    if not own or not theirs:
        return True
    return bool(
        interchangeable(own) & theirs or own & right.told.keys() or theirs & left.told.keys()
    )


def _somebody(one: Proposition) -> frozenset[str]:
    """Its subjects; a pronoun is nobody."""
    return frozenset(filter(is_content, one.keys(PartRole.WHO)))
