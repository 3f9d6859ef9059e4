"""What each derived article changed, and which changes to ask about first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from newstemma.records import Severity, Variant, VariantKind
from newstemma.views.records import Change, Comparison, Passage, Row, RowKind
from newstemma.views.rows import Texts, omitted_rows, rows
from newstemma.views.wording import VARIANTS, count, listed

__all__ = ["Wanted", "comparison", "narrowed", "questions"]

_GRAVEST_FIRST = tuple(VARIANTS)
_AT_ONCE = 2  # changes of one kind in one article, before the other kinds have their turn
_OUTCOMES = (
    (RowKind.KEPT, "kept"),
    (RowKind.CHANGED, "changed"),
    (RowKind.UNNAMED, "in other words"),
    (RowKind.ADDED, "added"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which changes are looked for; of an empty set, all."""

    kinds: frozenset[VariantKind] = frozenset()
    severities: frozenset[Severity] = frozenset()

    def has(self, change: Change | Variant) -> bool:
        """Whether a change is one of them."""
        kind = not self.kinds or change.kind in self.kinds
        return kind and (not self.severities or change.severity in self.severities)


def comparison(
    number: int,
    child: str,
    parents: Sequence[str],
    variants: Iterable[Variant],
    *,
    texts: Texts,
    how: str = "",
) -> Comparison:
    """The child beside its parents; `variants` are those of this child and these parents."""
    given = list(variants)
    told = rows(child, parents, given, texts)
    lost = [one for one in given if one.child_span is None]
    first = sum(len(row.changes) for row in told) + 1
    omitted = omitted_rows(child, lost, texts, first=first)
    return Comparison(
        number=number,
        child=texts.names[child],
        parents=tuple(texts.names[parent] for parent in parents),
        how=how,
        summary=_summary(told, omitted),
        rows=told,
        omitted=omitted,
    )


def _summary(told: Sequence[Row], omitted: Sequence[Row]) -> str:
    """How many sentences were kept, changed, added and left out."""
    counts = [(word, sum(row.kind is kind for row in told)) for kind, word in _OUTCOMES]
    outcomes = listed(tuple(f"{number} {word}" for word, number in counts if number))
    left_out = f"; {count(len(omitted), 'passage')} of the parent left out" if omitted else ""
    return f"{count(len(told), 'sentence')}: {outcomes}{left_out}." if told else ""


def narrowed(whole: Comparison, wanted: Wanted) -> Comparison:
    """The comparison with the rows alone that have changes which are wanted, and these alone."""
    if wanted == Wanted():
        return whole
    rows, omitted = (
        tuple(row for each in side if (row := _narrowed_row(each, wanted)).changes)
        for side in (whole.rows, whole.omitted)
    )
    return replace(whole, rows=rows, omitted=omitted)


def _narrowed_row(row: Row, wanted: Wanted) -> Row:
    changes = tuple(change for change in row.changes if wanted.has(change))
    numbers = frozenset(change.number for change in changes)
    return replace(
        row,
        child=_narrowed_passage(row.child, numbers) if row.child else None,
        parents=tuple(_narrowed_passage(passage, numbers) for passage in row.parents),
        changes=changes,
    )


def _narrowed_passage(passage: Passage, numbers: frozenset[int]) -> Passage:
    pieces = tuple(
        replace(
            piece,
            changes=tuple(n for n in piece.changes if n in numbers),
            ends=tuple(n for n in piece.ends if n in numbers),
        )
        for piece in passage.pieces
    )
    return replace(passage, pieces=pieces)


def questions(comparisons: Sequence[Comparison]) -> tuple[tuple[Comparison, Change], ...]:
    """The changes of meaning in all comparisons, the gravest kinds first.

    Where one article changes many things in the same way, the others have their turn between.
    """
    found = []
    seen: Counter[tuple[int, VariantKind]] = Counter()
    for one in comparisons:
        for change in one.changes:
            if change.severity is Severity.MEANING:
                turn = seen[one.number, change.kind] // _AT_ONCE
                seen[one.number, change.kind] += 1
                rank = _GRAVEST_FIRST.index(change.kind)
                found.append(((turn, rank, one.number, change.number), one, change))
    return tuple((one, change) for _, one, change in sorted(found, key=lambda f: f[0]))
