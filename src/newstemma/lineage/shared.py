"""Shared source: two texts that overlap only where both quote a third."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from newstemma.lineage.cover import cover
from newstemma.lineage.overlap import Overlap
from newstemma.lineage.pairs import pair_of
from newstemma.lineage.profile import Profile
from newstemma.lineage.support import share_of, supported
from newstemma.records import Relation, RelationKind, Span, Witness

__all__ = ["are_siblings", "shared_source"]

_QUOTED = 8  # shared words inside quotations that are no chance
_BLOCK = 25  # words outside quotations that nobody writes twice
_REST = 40  # words that have to be left to judge by when what is shared is set aside
_UNLIKE = 0.3  # of the rest that the other supports; see the figures in `support`
_TAKEN = 0.25  # of the shorter text, in two places or more: too much for a common quotation


def shared_source(left: Profile, right: Profile, shared: Overlap) -> Relation | None:
    """The relation between two texts that share quotations or one block, and nothing beside.

    Both hold the same passages, at least 8 words of quotations or a block of 25, and what is
    left of each when these are set aside is not supported by what is left of the other.
    """
    if len(shared.blocks) > 1 or (shared.quoted < _QUOTED and sum(shared.blocks) < _BLOCK):
        return None
    rest = (
        _rest(left, [run.left for run in shared.runs]),
        _rest(right, [run.right for run in shared.runs]),
    )
    if min(_words(left, rest[0]), _words(right, rest[1])) < _REST:
        return None
    alike = max(_supported(left, right, rest[0]), _supported(right, left, rest[1]))
    if alike > _UNLIKE:
        return None
    first, second = pair_of(left.id, right.id)
    return Relation(
        left=first, right=second, kind=RelationKind.SHARED_SOURCE, probability=1 - alike
    )


def are_siblings(left: Witness, right: Witness, shared: Overlap) -> bool:
    """Whether two texts share a good part of their own words, in several places.

    Then one comes from the other or both from one text, however little the rest is alike.
    """
    shorter = min(len(left.words), len(right.words))
    return len(shared.blocks) > 1 and sum(shared.blocks) >= _TAKEN * shorter


def _rest(profile: Profile, shared: Sequence[Span]) -> frozenset[int]:
    """The sentences most of which is neither shared word for word nor quoted."""
    aside = cover(shared)
    quoted = cover(quotation.span for quotation in profile.witness.quotations)
    return frozenset(
        number
        for number, sentence in enumerate(profile.witness.sentences)
        if not (aside.holds(sentence.span) or quoted.holds(sentence.span))
    )


def _words(profile: Profile, sentences: Collection[int]) -> int:
    known = profile.witness.sentences
    return sum(known[number].end_word - known[number].first_word for number in sentences)


def _supported(child: Profile, parent: Profile, rest: frozenset[int]) -> float:
    return share_of(child, supported(child, parent) & rest) / share_of(child, rest)
