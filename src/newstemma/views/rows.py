"""The sentences of a derived article beside those that they were made from."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newstemma.collate.align import align, index_lines
from newstemma.collate.lines import lines_of
from newstemma.records import Sentence, Span, Variant, VariantKind, Witness
from newstemma.views.marks import differences, in_context, passage
from newstemma.views.records import Change, Mark, Name, Passage, Row, RowKind
from newstemma.views.wording import VARIANTS

__all__ = ["Texts", "omitted_rows", "rows"]

_Beside = dict[str, list[Span]]
"""Sentences of the parents, by parent and in text order."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The articles that take part, by id."""

    witnesses: dict[str, Witness]
    names: dict[str, Name]

    def text(self, article: str) -> str:
        """The article's text."""
        return self.witnesses[article].text


def rows(
    child: str, parents: Sequence[str], variants: Sequence[Variant], texts: Texts
) -> tuple[Row, ...]:
    """Every sentence of the child with what changed in it; changes are numbered from 1."""
    aligned = _aligned(texts.witnesses[child], [texts.witnesses[one] for one in parents])
    found: list[Row] = []
    following = 1
    for span, here in _by_sentence(texts.witnesses[child], variants):
        beside = _touched(here, texts) or aligned.get(span, {})
        is_added = bool(here) and all(one.kind is VariantKind.ADDED for one in here)
        found.append(_row(child, span, here, {} if is_added else beside, following, texts))
        following += len(found[-1].changes)
    return tuple(found)


def omitted_rows(
    child: str, variants: Sequence[Variant], texts: Texts, *, first: int
) -> tuple[Row, ...]:
    """What the child left out, a row for each; changes are numbered from `first`."""
    return tuple(
        _row(child, None, [one], _touched([one], texts), number, texts)
        for number, one in enumerate(variants, start=first)
    )


# --- which sentences stand beside each other ----------------------------------------------


def _by_sentence(
    child: Witness, variants: Sequence[Variant]
) -> Iterable[tuple[Span, list[Variant]]]:
    """The child's sentences in order with the variants that begin in each.

    A variant that begins in no sentence (in a headline, say) has a row of its own.
    """
    spans = [sentence.span for sentence in child.sentences]
    starts = [span.start for span in spans]
    inside: dict[Span, list[Variant]] = {span: [] for span in spans}
    for one in variants:
        if one.child_span is None:
            continue
        at = bisect_right(starts, one.child_span.start) - 1
        home = spans[at] if at >= 0 and one.child_span.start < spans[at].end else one.child_span
        inside.setdefault(home, []).append(one)
    return sorted(inside.items(), key=lambda row: row[0])


def _aligned(child: Witness, parents: Sequence[Witness]) -> dict[Span, _Beside]:
    """The parents' sentences that each sentence of the child shares its content with."""
    index = index_lines([line for parent in parents for line in lines_of(parent)])
    return {
        one.child.span: _ordered((line.witness.id, line.span) for line in one.parents)
        for one in align(lines_of(child), index)
        if one.parents
    }


def _touched(variants: Sequence[Variant], texts: Texts) -> _Beside:
    """The parents' sentences that the variants touch, whole."""
    return _ordered(
        (one.parent, sentence)
        for one in variants
        if one.parent_span is not None
        for sentence in _sentences_over(texts.witnesses[one.parent], one.parent_span)
    )


def _ordered(found: Iterable[tuple[str, Span]]) -> _Beside:
    beside: dict[str, set[Span]] = defaultdict(set)
    for parent, span in found:
        beside[parent].add(span)
    return {parent: sorted(beside[parent]) for parent in sorted(beside)}


def _sentences_over(witness: Witness, span: Span) -> list[Span]:
    """The sentences that share a character with `span`; `span` itself if there is none."""
    told = witness.sentences
    first = max(bisect_right(told, span.start, key=_start) - 1, 0)
    after = bisect_right(told, max(span.end - 1, span.start), key=_start)
    found = [one.span for one in told[first:after] if one.span.overlaps(span)]
    return found or [span]


def _start(sentence: Sentence) -> int:
    return sentence.span.start


# --- one row ------------------------------------------------------------------------------


def _row(
    child: str,
    span: Span | None,
    variants: Sequence[Variant],
    beside: _Beside,
    first: int,
    texts: Texts,
) -> Row:
    changed = [one for one in variants if one.kind is not VariantKind.KEPT]
    changes = [_change(number, one, texts) for number, one in enumerate(changed, start=first)]
    pairs = list(zip(changed, changes, strict=True))
    compared = _compared(child, span, beside, texts)
    new, gone = compared or ([], [])
    own = [(v.child_span, c) for v, c in pairs if v.child_span is not None]
    own = [(_clipped(place, [span] if span else []), c) for place, c in own]
    left = None
    if span is not None:
        name, text = texts.names[child], texts.text(child)
        left = passage(name, text, span, marked=new, mark=Mark.NEW, changes=own)
    return Row(
        kind=_kind(span, changed, is_same=compared is not None and not new),
        child=left,
        parents=tuple(_parents(beside, gone, pairs, texts)),
        changes=tuple(changes),
    )


def _parents(
    beside: _Beside,
    gone: Sequence[Span],
    pairs: Sequence[tuple[Variant, Change]],
    texts: Texts,
) -> Iterator[Passage]:
    for parent, sentences in beside.items():
        theirs = [
            (_clipped(v.parent_span, sentences), c)
            for v, c in pairs
            if v.parent == parent and v.parent_span is not None
        ]
        for sentence in sentences:
            yield passage(
                texts.names[parent],
                texts.text(parent),
                sentence,
                marked=gone,
                mark=Mark.GONE,
                changes=[(place, c) for place, c in theirs if place.overlaps(sentence)],
            )


def _clipped(place: Span, sentences: Sequence[Span]) -> Span:
    """The place as far as the sentences that are shown reach, so that its end is among them."""
    last = max((one.end for one in sentences if one.overlaps(place)), default=place.end)
    return Span(place.start, min(place.end, last))


def _compared(
    child: str, span: Span | None, beside: _Beside, texts: Texts
) -> tuple[list[Span], list[Span]] | None:
    """The words that only one side has; None where there is no one parent to look in."""
    if span is None or len(beside) != 1:
        return None
    ((parent, sentences),) = beside.items()
    return differences(texts.text(child), [span], texts.text(parent), sentences)


def _kind(span: Span | None, changed: Sequence[Variant], *, is_same: bool) -> RowKind:
    if span is None:
        return RowKind.OMITTED
    if not changed:
        return RowKind.KEPT if is_same else RowKind.UNNAMED
    is_added = all(one.kind is VariantKind.ADDED for one in changed)
    return RowKind.ADDED if is_added else RowKind.CHANGED


def _change(number: int, one: Variant, texts: Texts) -> Change:
    ours = [one.child_span] if one.child_span else []
    theirs = [one.parent_span] if one.parent_span else []
    compared = differences(texts.text(one.child), ours, texts.text(one.parent), theirs)
    new, gone = compared or ([], [])
    return Change(
        number=number,
        kind=one.kind,
        severity=one.severity,
        label=VARIANTS[one.kind][0],
        note=one.note,
        child=_side(one.child, one.child_span, new, Mark.NEW, texts),
        parent=_side(one.parent, one.parent_span, gone, Mark.GONE, texts),
    )


def _side(
    article: str, span: Span | None, marked: Sequence[Span], mark: Mark, texts: Texts
) -> Passage | None:
    if span is None:
        return None
    text = texts.text(article)
    words = passage(texts.names[article], text, span, marked=marked, mark=mark)
    around = _sentences_over(texts.witnesses[article], span)
    whole = Span(min(around[0].start, span.start), max(around[-1].end, span.end))
    return in_context(words, text, whole)
