"""Puts the collation together: a child, its parents, and what changed between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from newstemma.collate.align import Aligned, align, index_lines
from newstemma.collate.evidence import Case
from newstemma.collate.fillers import fillers_of
from newstemma.collate.grounds import ground_of
from newstemma.collate.judges.actions import judge_actions
from newstemma.collate.judges.alternatives import judge_alternatives
from newstemma.collate.judges.attribution import judge_attributions
from newstemma.collate.judges.charge import judge_charge
from newstemma.collate.judges.contrast import judge_contrasts
from newstemma.collate.judges.doers import judge_doers
from newstemma.collate.judges.exchange import exchanges, judge_exchanges
from newstemma.collate.judges.figures import judge_figures
from newstemma.collate.judges.hedging import judge_hedges
from newstemma.collate.judges.marks import judge_marks
from newstemma.collate.judges.naming import judge_names
from newstemma.collate.judges.objects import judge_objects
from newstemma.collate.judges.offices import judge_roles
from newstemma.collate.judges.polarity import judge_polarity
from newstemma.collate.judges.presence import (
    background,
    judge_addition,
    judge_lost_denials,
    judge_omissions,
    kept,
)
from newstemma.collate.judges.pronouns import judge_pronouns
from newstemma.collate.judges.quoting import judge_quotations
from newstemma.collate.judges.sites import judge_sites
from newstemma.collate.judges.sources import judge_sources
from newstemma.collate.judges.tails import judge_tail
from newstemma.collate.judges.times import judge_times
from newstemma.collate.judges.verbs import judge_verbs
from newstemma.collate.known import Known, known_of
from newstemma.collate.lines import Line, lines_of
from newstemma.collate.runs import passage
from newstemma.collate.score.sources import sources_of
from newstemma.collate.utterances import source_of
from newstemma.collate.voices import voices
from newstemma.records import Span, Variant, VariantKind, Witness

__all__ = ["variants"]

# Every judge of one aligned sentence. Their order is that of precedence: where more kinds than
# `_MOST_KINDS` would stand over one place, the later ones give way.
_JUDGES: tuple[Callable[[Case], Iterator[Variant]], ...] = (
    judge_figures,
    judge_times,
    judge_contrasts,
    judge_exchanges,
    judge_pronouns,
    judge_alternatives,
    judge_roles,
    judge_doers,
    judge_sites,
    judge_hedges,
    judge_charge,
    judge_actions,
    judge_verbs,
    judge_polarity,
    judge_objects,
    judge_sources,
    judge_names,
    judge_attributions,
    judge_marks,
    judge_tail,
)
_MOST_KINDS = 2
# What was put in the place of something is not called added as well.
_REPLACED = frozenset(
    {
        VariantKind.ENTITY_CHANGED,
        VariantKind.PLACE_CHANGED,
        VariantKind.NUMBER_CHANGED,
        VariantKind.DATE_CHANGED,
    }
)
_EARLIER = 10  # lines before one in which somebody whom a pronoun means may be named


def variants(
    child: Witness, parents: Sequence[Witness], *, others: Sequence[Witness] = ()
) -> tuple[Variant, ...]:
    """What `child` kept, changed, added and left out of its `parents`.

    `others` are the other articles of the story: of what was added, the note says whether it
    stands there. Of a digest, which has several parents, only lost denials count as omitted.
    Sorted by the child's span, what was omitted last. Time grows with the texts, not their
    product.
    """
    if not parents:
        return ()
    lines = lines_of(child)
    sources = [line for parent in parents for line in lines_of(parent)]
    rest = [line for other in others for line in lines_of(other)]
    told = judge_quotations(child, source_of(parents), source_of(others), parent=parents[0].id)
    said = tuple(told)
    quoted: defaultdict[int, list[Variant]] = defaultdict(list)
    for variant in said:
        quoted[variant.child_span.start if variant.child_span else 0].append(variant)
    aligned, elsewhere = align(lines, index_lines(sources)), align(lines, index_lines(rest))
    against = background(sources, rest, aligned)
    cases = _cases(aligned, sources, known_of(sources, rest), parents[0].id)
    found = []
    for n, (case, held, other) in enumerate(zip(cases, aligned, elsewhere, strict=True)):
        before = aligned[n - 1] if n else None
        found += _judge(case, judge_addition(case, held, before, other, against), quoted)
    omitted = list(judge_lost_denials(sources, lines))
    if len(parents) == 1:  # a digest leaves out most of each parent: that tells nothing
        retold = align(sources, index_lines(lines))
        taken = [v.parent_span for v in (*said, *found, *omitted) if v.kind is not VariantKind.KEPT]
        omitted += _untold(judge_omissions(retold, child.id, against), taken)
    return tuple(sorted({*said, *found, *omitted}, key=_order))


def _untold(omitted: Iterable[Variant], told: Sequence[Span | None]) -> Iterator[Variant]:
    """Those of the omissions that stand at no place of the parent of which more is known."""
    return (v for v in omitted if not any(_overlap(v.parent_span, span) for span in told))


def _cases(
    aligned: Sequence[Aligned], sources: Sequence[Line], known: Known, parent: str
) -> Iterator[Case]:
    """A case for each line of the child, in order."""
    lines = [held.child for held in aligned]
    ground, fillers = ground_of(sources), [fillers_of(line) for line in lines]
    exchanged = exchanges([one for held in fillers for one in held], ground, sources_of(sources))
    for n, held in enumerate(aligned):
        own, before = held.child, lines[max(n - _EARLIER, 0) : n]
        yield Case(
            passage=passage(own, held.parents),
            own=voices(own),
            theirs=tuple(voices(line) for line in held.parents),
            known=known,
            ground=ground,
            fillers=fillers[n],
            exchanges=tuple(exchanged.get(own.number, ())),
            earlier=tuple(before),
            before=next((one for one in before[-1:] if one.paragraph == own.paragraph), None),
            after=next(iter(lines[n + 1 : n + 2]), None),
            parent=parent,
        )


def _judge(
    case: Case, addition: Iterator[Variant], quoted: Mapping[int, Sequence[Variant]]
) -> list[Variant]:
    """The variants of one sentence beside those of its quotations, given by where they start."""
    chosen = [v for q in case.child.quotations for v in quoted.get(q.span.start, ())]
    before = len(chosen)
    retold = chosen or list(judge_marks(case))
    if not retold and (added := list(addition)):
        return [*added, *judge_pronouns(case)]
    for judge in _JUDGES:
        for variant in judge(case):
            if _has_room(variant, chosen):
                chosen.append(variant)
    spans = [v.child_span for v in chosen if v.child_span]
    return [*chosen[before:], *kept(case, spans)]


def _has_room(variant: Variant, chosen: Sequence[Variant]) -> bool:
    near = [v for v in chosen if _overlap(v.child_span, variant.child_span)]
    kinds = {v.kind for v in near}
    replaced = variant.kind is VariantKind.ADDED and not kinds.isdisjoint(_REPLACED)
    return variant.kind not in kinds and len(kinds) < _MOST_KINDS and not replaced


def _overlap(left: Span | None, right: Span | None) -> bool:
    return left is not None and right is not None and left.overlaps(right)


def _order(variant: Variant) -> tuple[bool, Span, str, Span, str, str]:
    nothing = Span(0, 0)
    return (
        variant.child_span is None,
        variant.child_span or nothing,
        variant.kind,
        variant.parent_span or nothing,
        variant.parent,
        variant.note,
    )
