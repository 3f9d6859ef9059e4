"""Articles whose reports are the same, word for word: one is judged for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from newstemma.lineage.kinds import kind_of
from newstemma.lineage.outlets import credited, published_by
from newstemma.lineage.precedence import is_later
from newstemma.records import Derivation, Evidence, Relation, RelationKind, Span, Witness

__all__ = ["Copies", "copies"]

# That the stated order of two identical texts is the true one: stated by hand, no open data.
_STATED = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """Witnesses with the same words: the one judged for all, and the others."""

    first: Witness
    others: tuple[Witness, ...]

    def derivations(self) -> tuple[Derivation, ...]:
        """The others that are stated to come after the first one, or credit its publisher."""
        return tuple(
            Derivation(
                child=other.id,
                parent=self.first.id,
                kind=kind_of(other, self.first),
                probability=_STATED,
                evidence=(_identity(other, self.first),),
            )
            for other in self.others
            if _is_copy_of(other, self.first)
        )

    def relations(self) -> tuple[Relation, ...]:
        """The others, of which it cannot be told whether they or the first one came first."""
        return tuple(
            Relation(
                left=left.id,
                right=right.id,
                kind=RelationKind.UNKNOWN,
                probability=1.0,
                evidence=(_identity(left, right),),
            )
            for other in self.others
            if not _is_copy_of(other, self.first)
            for left, right in [sorted((other, self.first), key=lambda witness: witness.id)]
        )


def copies(witnesses: Sequence[Witness]) -> tuple[Copies, ...]:
    """The witnesses in groups of equal words, by the id of the first; most stand alone.

    The first of a group is the one whose publisher the others credit, else the one published
    first, else one that credits nobody.
    """
    groups: dict[tuple[str, ...], list[Witness]] = defaultdict(list)
    for witness in witnesses:
        keys = tuple(word.key for word in witness.words)
        groups[keys or (witness.id,)].append(witness)
    found = [_copies(group) for group in groups.values()]
    return tuple(sorted(found, key=lambda group: group.first.id))


def _copies(group: Sequence[Witness]) -> Copies:
    named = {name for witness in group for name in credited(witness.article)}

    def earliness(witness: Witness) -> tuple[bool, str, bool, str]:
        article = witness.article
        stated = article.published.value if article.published else "~"  # after any date
        return published_by(article) not in named, stated, bool(credited(article)), witness.id

    first, *others = sorted(group, key=earliness)
    return Copies(first=first, others=tuple(sorted(others, key=lambda witness: witness.id)))


def _is_copy_of(witness: Witness, first: Witness) -> bool:
    """Whether it is stated; two that credit the same third are both that one's copies."""
    theirs, own = credited(first.article), credited(witness.article)
    if published_by(first.article) in own:
        return True
    return not (own.keys() & theirs.keys()) and is_later(witness.article, first.article)


def _identity(child: Witness, parent: Witness) -> Evidence:
    return Evidence(
        signal="identical",
        score=1.0,
        weight=0.0,
        child_span=_whole(child),
        parent_span=_whole(parent),
        note="the two reports have the same words",
    )


def _whole(witness: Witness) -> Span:
    return Span(witness.words[0].start, witness.words[-1].end)
