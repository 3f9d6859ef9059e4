"""Tells what was kept, what was left out, and what stands in no known parent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newstemma.collate.align import Aligned
from newstemma.collate.evidence import LONGEST, Case, finding
from newstemma.collate.lines import Line
from newstemma.collate.support import Places, places_of, support
from newstemma.lineage.commentary import COMMENTARY
from newstemma.records import Severity, Span, Variant, VariantKind

__all__ = ["Background", "background", "judge_addition", "judge_omissions", "kept"]

# Set by reading, on the open half of `rewrites/` and the seeds: see docs/variants.md.
_ADDED = 0.3  # of a line's weight that parents may hold where the line counts as added,
_UNTOLD = 0.1  # and of the weight of its pairs of words
_FAMILIAR = 0.5  # of its weight that may stand anywhere in the parents, strewn
_COMMENT = 0.2  # of its words that sum up or weigh, so that it counts as comment: then
_ADDED_COMMENT = 0.35  # so much may stand in lines of the parents,
_UNTOLD_COMMENT = 0.25  # and so many of its pairs
_COPIED = 0.9  # of a line's weight in lines of a parent where it counts as copied
_MOST_COPIED = 0.5  # of the lines of a child that copies: there a line that is not copied is new
_ADDED_COPY = 0.5
_LEAST_COPY = 10.0  # nats
_LEAST_WEIGHT = 15.0  # nats: what tells less cannot be judged
_OMITTED = 0.35  # of a parent line's weight that the child may hold where it counts as omitted
_LEAST_KEPT = 3  # content words in a stretch that counts as kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What additions are judged against: where words stand, and whether the child copies."""

    parents: Places
    others: Places
    copies: bool


def background(
    parents: Sequence[Line], others: Sequence[Line], held: Sequence[Aligned]
) -> Background:
    """What is known of a child's parents, of the rest of the story, and of its way of retelling."""
    copied = sum(aligned.coverage >= _COPIED for aligned in held)
    return Background(
        parents=places_of(parents),
        others=places_of(others),
        copies=copied >= _MOST_COPIED * max(len(held), 1),
    )


def judge_addition(
    case: Case, held: Aligned, elsewhere: Aligned, background: Background
) -> Iterator[Variant]:
    """`added`: a line of which no parent puts the words together.

    A line of strange words; one that comments on the story in its own words; in a child that
    otherwise copies, one that was not copied.
    """
    if not _is_added(case.child, held, background):
        return
    told = elsewhere.coverage >= _ADDED_COMMENT or (
        support(case.child, background.others) > _UNTOLD_COMMENT
    )
    severity, note = (
        (Severity.DETAIL, "No parent says this; another article of the story does.")
        if told
        else (Severity.MEANING, "No parent and no other article of the story says this.")
    )
    place = (case.child, case.child.span)
    yield finding(VariantKind.ADDED, severity, note, child=place, parent=case.parent)


def _is_added(line: Line, held: Aligned, background: Background) -> bool:
    untold = support(line, background.parents)
    if background.copies and line.weight >= _LEAST_COPY:
        return held.coverage < _ADDED_COPY and untold <= _UNTOLD
    if line.weight < _LEAST_WEIGHT:
        return False
    if _comment(line) >= _COMMENT:
        return held.coverage < _ADDED_COMMENT and untold <= _UNTOLD_COMMENT
    strange = _familiar(line, background.parents) <= _FAMILIAR
    return strange and held.coverage < _ADDED and untold <= _UNTOLD


def _comment(line: Line) -> float:
    """The share of a line's content words that sum up, weigh or comment."""
    content = [word.key for word, weight in zip(line.words, line.weights, strict=True) if weight]
    return sum(key in COMMENTARY for key in content) / max(len(content), 1)


def _familiar(line: Line, places: Places) -> float:
    """How much of a line's weight stands anywhere in the parents."""
    pairs = zip(line.stems, line.weights, strict=True)
    return sum(weight for key, weight in pairs if key in places) / line.weight


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
