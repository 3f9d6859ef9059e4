"""Tells what was kept, what was left out, and what stands in no known parent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstemma.collate.align import Aligned
from newstemma.collate.evidence import LONGEST, Case, finding
from newstemma.collate.lines import Line
from newstemma.records import Severity, Span, Variant, VariantKind

__all__ = ["judge_addition", "judge_omissions", "kept"]

# Set by reading, on the open half of `rewrites/` and the seeds: see docs/variants.md.
_ADDED = 0.25  # of a line's weight that parents may hold where the line counts as added
_FAMILIAR = 0.3  # of it that may stand anywhere in the story, strewn
_LEAST_WEIGHT = 15.0  # nats: what tells less cannot be judged
_OMITTED = 0.35  # of a parent line's weight that the child may hold where it counts as omitted
_LEAST_KEPT = 3  # content words in a stretch that counts as kept


def judge_addition(case: Case, held: Aligned, elsewhere: Aligned) -> Iterator[Variant]:
    """`added`: a line that neither the parents nor any other article of the story supports.

    Its words must be strange to the whole story: what is made of the story's own words is as a
    rule the same said otherwise.
    """
    line = case.child
    if line.weight < _LEAST_WEIGHT or max(held.coverage, elsewhere.coverage) >= _ADDED:
        return
    if _familiar(case) <= _FAMILIAR:
        note = "No parent and no other article of the story says this."
        place = (line, line.span)
        yield finding(VariantKind.ADDED, Severity.MEANING, note, child=place, parent=case.parent)


def _familiar(case: Case) -> float:
    """How much of a line's weight stands in any article of the story, wherever."""
    line = case.child
    known = sum(
        w for key, w in zip(line.stems, line.weights, strict=True) if key in case.known.stems
    )
    return known / line.weight


def judge_omissions(parents: Sequence[Aligned], child: str) -> Iterator[Variant]:
    """`omitted`: the lines of a parent of which the child holds little."""
    for aligned in parents:
        line = aligned.child
        if line.weight >= _LEAST_WEIGHT and aligned.coverage < _OMITTED:
            yield Variant(
                child=child,
                child_span=None,
                parent=line.witness.id,
                parent_span=Span(line.span.start, min(line.span.end, line.span.start + LONGEST)),
                kind=VariantKind.OMITTED,
                severity=Severity.DETAIL,
                note="The child leaves this out.",
            )


def kept(case: Case, changed: Sequence[Span]) -> Iterator[Variant]:
    """`kept`: stretches whose words all stand in a parent's line and where nothing changed."""
    stretch: list[int] = []
    for position in range(len(case.child.words)):
        if _goes_on(case, stretch, position, changed):
            stretch.append(position)
        else:
            yield from _stretch(case, stretch)
            stretch = [position] if _is_start(case, position, changed) else []
    yield from _stretch(case, stretch)


def _is_start(case: Case, position: int, changed: Sequence[Span]) -> bool:
    word = case.child.words[position].span
    return bool(case.passage.partners[position]) and not any(s.overlaps(word) for s in changed)


def _goes_on(case: Case, stretch: Sequence[int], position: int, changed: Sequence[Span]) -> bool:
    place = case.passage.partners[position]
    last = case.passage.partners[stretch[-1]] if stretch else None
    if not _is_start(case, position, changed) or not place or not last:
        return False
    return place.line == last.line and 0 < place.position - last.position <= 2


def _stretch(case: Case, positions: Sequence[int]) -> Iterator[Variant]:
    if sum(1 for n in positions if case.child.weights[n]) < _LEAST_KEPT:
        return
    first, last = case.passage.partners[positions[0]], case.passage.partners[positions[-1]]
    if first and last:
        line: Line = case.line_of(first)
        yield finding(
            VariantKind.KEPT,
            Severity.WORDING,
            "Carried over.",
            child=(case.child, case.child.span_of(positions[0], positions[-1] + 1)),
            parent=(line, line.span_of(first.position, last.position + 1)),
        )
