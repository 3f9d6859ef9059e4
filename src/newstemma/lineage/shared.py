"""Shared source: two texts that overlap only where both quote a third."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from newstemma.lineage.profile import Profile
from newstemma.lineage.support import share_of, supported
from newstemma.records import Relation, RelationKind, Span, Witness
from newstemma.reuse.passages import Passage, passages

__all__ = ["shared_source"]

_QUOTED = 8  # shared words inside quotations that are no chance
_BLOCK = 25  # words in a row outside quotations that nobody writes twice
_REST = 40  # words that have to be left to judge by when what is shared is set aside
_UNLIKE = 0.3  # of the rest that the other supports; see the figures in `support`


def shared_source(left: Profile, right: Profile) -> Relation | None:
    """The relation between two texts that share quotations or a block, and nothing beside.

    Both hold the same passages, at least 8 words of quotations or 25 in a row, and what is left
    of each when these are set aside is not supported by what is left of the other.
    """
    runs = passages(left.witness, right.witness)
    if not _is_quoting(left.witness, runs):
        return None
    rest = _rest(left, [run.left for run in runs]), _rest(right, [run.right for run in runs])
    if min(_words(left, rest[0]), _words(right, rest[1])) < _REST:
        return None
    alike = max(_supported(left, right, rest[0]), _supported(right, left, rest[1]))
    if alike > _UNLIKE:
        return None
    first, second = sorted((left.id, right.id))
    return Relation(
        left=first, right=second, kind=RelationKind.SHARED_SOURCE, probability=1 - alike
    )


def _is_quoting(left: Witness, runs: Sequence[Passage]) -> bool:
    quoted = sum(run.length for run in runs if _is_in(run.left, _quotations(left)))
    return quoted >= _QUOTED or any(run.length >= _BLOCK for run in runs)


def _quotations(witness: Witness) -> list[Span]:
    return [quotation.span for quotation in witness.quotations]


def _is_in(span: Span, spans: Collection[Span]) -> bool:
    """Whether most of `span` lies in the `spans`."""
    inside = sum(
        max(0, min(span.end, other.end) - max(span.start, other.start)) for other in spans
    )
    return 2 * inside > len(span)


def _rest(profile: Profile, shared: Sequence[Span]) -> frozenset[int]:
    """The sentences most of which is neither shared word for word nor quoted."""
    aside = [*shared, *_quotations(profile.witness)]
    return frozenset(
        number
        for number, sentence in enumerate(profile.witness.sentences)
        if not _is_in(sentence.span, aside)
    )


def _words(profile: Profile, sentences: Collection[int]) -> int:
    known = profile.witness.sentences
    return sum(known[number].end_word - known[number].first_word for number in sentences)


def _supported(child: Profile, parent: Profile, rest: frozenset[int]) -> float:
    return share_of(child, supported(child, parent) & rest) / share_of(child, rest)
