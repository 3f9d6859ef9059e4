"""Tells what was kept, what was left out, and what stands in no known parent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set

from newstemma.collate.align import Aligned, Index
from newstemma.collate.evidence import LONGEST, Case, finding
from newstemma.collate.lines import Line
from newstemma.records import Severity, Span, Variant, VariantKind

__all__ = ["judge_addition", "judge_omissions", "judge_phrases", "kept"]

# Set by reading, on the open half of `rewrites/` and the seeds: see docs/variants.md.
_ADDED = 0.3  # of a line's weight that parents may hold where the line counts as added
_ELSEWHERE = 0.45  # of it that another article must hold for it to come from there
_LEAST_WEIGHT = 15.0  # nats: a line that tells less cannot be judged
_OMITTED = 0.35  # of a parent line's weight that the child may hold where it counts as omitted
_LEAST_NEW = 4  # content words in a row without a partner
_STANDS = 0.3  # of the stems of such a stretch that one line may hold
_LEAST_KEPT = 3  # content words in a stretch that counts as kept


def judge_addition(case: Case, held: Aligned, elsewhere: Aligned) -> Iterator[Variant]:
    """`added`: a line that neither the parents nor any other article of the story supports."""
    line = case.child
    if line.weight >= _LEAST_WEIGHT and held.coverage < _ADDED and elsewhere.coverage < _ELSEWHERE:
        note = "No parent and no other article of the story says this."
        place = (line, line.span)
        yield finding(VariantKind.ADDED, Severity.MEANING, note, child=place, parent=case.parent)


def judge_phrases(case: Case, everything: Index) -> Iterator[Variant]:
    """`added`: a stretch of a kept line that no line of any article of the story supports."""
    for first, end in _new_stretches(case):
        stems = {case.child.stems[n] for n in range(first, end) if case.child.weights[n]}
        if not _stands_together(stems, everything):
            place = (case.child, case.child.span_of(first, end))
            note = "No parent and no other article of the story says this."
            yield finding(VariantKind.ADDED, Severity.DETAIL, note, child=place, parent=case.parent)


def _new_stretches(case: Case) -> Iterator[tuple[int, int]]:
    """The closing parts of clauses that hold enough content words and no partner, unquoted.

    What stops short of the end of its clause is as a rule another wording of what follows.
    """
    line, first = case.child, 0
    for position in range(len(line.words)):
        if case.passage.partners[position] or line.quotation_at(position):
            first = position + 1
        elif _ends_clause(line, position) and _has_content(line, range(first, position + 1)):
            yield first, position + 1
            first = position + 1


def _has_content(line: Line, positions: range) -> bool:
    return sum(1 for n in positions if line.weights[n]) >= _LEAST_NEW


def _ends_clause(line: Line, position: int) -> bool:
    end = line.words[position].end
    after = line.words[position + 1].start if position + 1 < len(line.words) else end + 1
    return position + 1 == len(line.words) or not line.text_of(Span(end, after)).isspace()


def _stands_together(stems: Set[str], everything: Index) -> bool:
    """Whether some line holds a good part of the stems: the stretch may come from there."""
    held = Counter(n for key in sorted(stems) for n in everything.postings.get(key, ())[:64])
    return max(held.values(), default=0) > _STANDS * len(stems)


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
