"""What each derived article changed, and which changes to ask about first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from newstemma.records import Severity, Variant, VariantKind
from newstemma.views.records import Change, Comparison, Row, RowKind
from newstemma.views.rows import Texts, omitted_rows, rows
from newstemma.views.wording import VARIANTS, count, listed

__all__ = ["comparison", "questions"]

_GRAVEST_FIRST = tuple(VARIANTS)
_AT_ONCE = 2  # changes of one kind in one article, before the other kinds have their turn
_OUTCOMES = (
    (RowKind.KEPT, "kept"),
    (RowKind.CHANGED, "changed"),
    (RowKind.UNNAMED, "in other words"),
    (RowKind.ADDED, "added"),
)


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
