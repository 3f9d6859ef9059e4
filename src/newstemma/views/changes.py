"""What each derived article changed: its sentences beside those they were made from."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newstemma.records import Severity, Span, Variant, VariantKind, Witness
from newstemma.views.marks import differences, passage
from newstemma.views.records import (
    Change,
    Comparison,
    Mark,
    Name,
    Passage,
    Row,
    RowKind,
)
from newstemma.views.wording import VARIANTS, count, listed

__all__ = ["comparison", "questions"]

_GRAVEST_FIRST = tuple(VARIANTS)
_ROW_KINDS = {
    VariantKind.KEPT: RowKind.KEPT,
    VariantKind.ADDED: RowKind.ADDED,
}
_OUTCOMES = (
    (RowKind.KEPT, "kept"),
    (RowKind.CHANGED, "changed"),
    (RowKind.UNNAMED, "in other words"),
    (RowKind.ADDED, "added"),
)


@dataclass(frozen=True, slots=True)
class _Texts:
    """The articles that take part, by id."""

    witnesses: dict[str, Witness]
    names: dict[str, Name]

    def passage(
        self, article: str, span: Span | None, marked: Sequence[Span], mark: Mark
    ) -> Passage | None:
        if span is None:
            return None
        text = self.witnesses[article].text
        return passage(self.names[article], text, span, marked=marked, mark=mark)


def comparison(
    number: int,
    child: str,
    parents: Sequence[str],
    variants: Iterable[Variant],
    *,
    witnesses: dict[str, Witness],
    names: dict[str, Name],
    how: str = "",
) -> Comparison:
    """The child beside its parents; `variants` are those of this child and these parents."""
    texts = _Texts(witnesses, names)
    given = list(variants)
    kept_side = [one for one in given if one.child_span is not None]
    rows = tuple(_numbered(_rows(witnesses[child], kept_side), child, texts, first=1))
    told = sum(len(row.changes) for row in rows)
    lost = [[one] for one in given if one.child_span is None]
    omitted = tuple(_numbered(((None, one) for one in lost), child, texts, first=told + 1))
    return Comparison(
        number=number,
        child=names[child],
        parents=tuple(names[parent] for parent in parents),
        how=how,
        summary=_summary(rows, omitted),
        rows=rows,
        omitted=omitted,
    )


def _rows(child: Witness, variants: Sequence[Variant]) -> Iterator[tuple[Span, list[Variant]]]:
    """The child's sentences in order with the variants that begin in each.

    A variant that begins in no sentence (in a headline, say) has a row of its own.
    """
    spans = [sentence.span for sentence in child.sentences]
    starts = [span.start for span in spans]
    inside: dict[Span, list[Variant]] = {span: [] for span in spans}
    for one in variants:
        assert one.child_span is not None
        at = bisect_right(starts, one.child_span.start) - 1
        home = spans[at] if at >= 0 and one.child_span.start < spans[at].end else one.child_span
        inside.setdefault(home, []).append(one)
    yield from sorted(inside.items(), key=lambda row: row[0])


def _numbered(
    rows: Iterable[tuple[Span | None, list[Variant]]], child: str, texts: _Texts, *, first: int
) -> Iterator[Row]:
    """The rows as they are shown, their changes numbered from `first`."""
    following = first
    for span, variants in rows:
        row = _row(span, variants, child, texts, following)
        following += len(row.changes)
        yield row


def _row(
    span: Span | None, variants: Sequence[Variant], child: str, texts: _Texts, first: int
) -> Row:
    changed = [one for one in variants if one.kind is not VariantKind.KEPT]
    changes = tuple(_change(number, one, texts) for number, one in enumerate(changed, start=first))
    beside = _parent_sentences(variants, texts)
    pairs = list(zip(changed, changes, strict=True))
    new, gone = _marks(child, span, beside, texts)
    left = None
    if span is not None:
        at = [(v.child_span, c) for v, c in pairs if v.child_span is not None]
        text = texts.witnesses[child].text
        name = texts.names[child]
        left = passage(name, text, span, marked=new, mark=Mark.NEW, changes=at)
    right = tuple(
        passage(
            texts.names[parent],
            texts.witnesses[parent].text,
            sentence,
            marked=gone.get(parent, ()),
            mark=Mark.GONE,
            changes=[
                (v.parent_span, c)
                for v, c in pairs
                if v.parent == parent and v.parent_span and v.parent_span.overlaps(sentence)
            ],
        )
        for parent, sentences in beside.items()
        for sentence in sentences
    )
    return Row(kind=_kind(span, variants), child=left, parents=right, changes=changes)


def _kind(span: Span | None, variants: Sequence[Variant]) -> RowKind:
    if span is None:
        return RowKind.OMITTED
    kinds = {_ROW_KINDS.get(one.kind, RowKind.CHANGED) for one in variants}
    return kinds.pop() if len(kinds) == 1 else RowKind.CHANGED if kinds else RowKind.UNNAMED


def _change(number: int, one: Variant, texts: _Texts) -> Change:
    child, parent = texts.witnesses[one.child].text, texts.witnesses[one.parent].text
    ours = [one.child_span] if one.child_span else []
    theirs = [one.parent_span] if one.parent_span else []
    new, gone = differences(child, ours, parent, theirs)
    return Change(
        number=number,
        kind=one.kind,
        severity=one.severity,
        label=VARIANTS[one.kind][0],
        note=one.note,
        child=texts.passage(one.child, one.child_span, new, Mark.NEW),
        parent=texts.passage(one.parent, one.parent_span, gone, Mark.GONE),
    )


def _parent_sentences(variants: Sequence[Variant], texts: _Texts) -> dict[str, list[Span]]:
    """The parents' sentences that the variants touch, whole, by parent and in text order."""
    touched: dict[str, set[Span]] = defaultdict(set)
    for one in variants:
        if one.parent_span is not None:
            whole = _sentences_over(texts.witnesses[one.parent], one.parent_span)
            touched[one.parent].update(whole or [one.parent_span])
    return {parent: sorted(touched[parent]) for parent in sorted(touched)}


def _sentences_over(witness: Witness, span: Span) -> list[Span]:
    starts = [sentence.span.start for sentence in witness.sentences]
    first = max(bisect_right(starts, span.start) - 1, 0)
    found = []
    for sentence in witness.sentences[first:]:
        if sentence.span.start >= span.end:
            break
        if sentence.span.overlaps(span):
            found.append(sentence.span)
    return found


def _marks(
    child: str, span: Span | None, beside: dict[str, list[Span]], texts: _Texts
) -> tuple[list[Span], dict[str, list[Span]]]:
    """The words that only one side has; unmarked where there are several parents to look in."""
    if span is None or len(beside) != 1:
        return [], {}
    ((parent, sentences),) = beside.items()
    ours, theirs = texts.witnesses[child].text, texts.witnesses[parent].text
    new, gone = differences(ours, [span], theirs, sentences)
    return new, {parent: gone}


def _summary(rows: Sequence[Row], omitted: Sequence[Row]) -> str:
    """How many sentences were kept, changed, added and left out."""
    told = [
        f"{number} {word}"
        for kind, word in _OUTCOMES
        if (number := sum(row.kind is kind for row in rows))
    ]
    left_out = f"; {count(len(omitted), 'passage')} of the parent left out" if omitted else ""
    return f"{count(len(rows), 'sentence')}: {listed(tuple(told))}{left_out}." if rows else ""


def questions(comparisons: Sequence[Comparison]) -> tuple[tuple[Comparison, Change], ...]:
    """The changes of meaning in all comparisons, the gravest kinds first."""
    found = [
        (_GRAVEST_FIRST.index(change.kind), one.number, change.number, one, change)
        for one in comparisons
        for change in one.changes
        if change.severity is Severity.MEANING
    ]
    return tuple((one, change) for *_, one, change in sorted(found, key=lambda f: f[:3]))
