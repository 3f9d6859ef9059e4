"""Claims by support, the conflicts between them, and on whom each article stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from newstemma.records import (
    Analysis,
    Claim,
    Conflict,
    ConflictSide,
    Distortion,
    Grade,
    Origin,
    Slot,
    SourcingProfile,
    Statement,
)
from newstemma.views.claim_records import (
    Claims,
    ClaimShown,
    ConflictShown,
    Distorted,
    GradeShown,
    Said,
    SideShown,
    SourcingShown,
)
from newstemma.views.origins import NOT_NAMED, Provenance, provenance, support
from newstemma.views.places import in_sentence
from newstemma.views.rows import Texts
from newstemma.views.wording import DENIALS, GRADES, SLOTS, VARIANTS, count, listed

__all__ = ["claims"]

_SHOWN = 60  # claims of one grade
_PLACES = 8  # articles of one claim, of one side of a conflict
_CONFLICTS = 60


def claims(analysis: Analysis, texts: Texts) -> Claims:
    """Everything that the page shows of claims."""
    changed = _changed(analysis.claims)
    known = provenance(analysis, texts)
    graded: defaultdict[Grade, list[Claim]] = defaultdict(list)
    for one in analysis.claims:
        graded[one.grade].append(one)
    return Claims(
        summary=_summary(analysis.claims),
        grades=tuple(_grade(grade, graded[grade], changed, known) for grade in GRADES),
        conflicts=tuple(_conflict(one, texts) for one in analysis.conflicts[:_CONFLICTS]),
        sourcing=tuple(_sourcing(one, texts) for one in analysis.profiles),
    )


def _summary(found: Sequence[Claim]) -> str:
    counts = [(GRADES[grade][0], sum(one.grade is grade for one in found)) for grade in GRADES]
    told = listed(tuple(f"{number:,} {label}" for label, number in counts if number))
    return f"{count(len(found), 'claim')}: {told}." if found else ""


def _changed(found: Sequence[Claim]) -> Mapping[str, Sequence[tuple[Claim, Distortion]]]:
    """The claims that distort each claim, with how they do."""
    changed: defaultdict[str, list[tuple[Claim, Distortion]]] = defaultdict(list)
    for one in found:
        for distortion in one.distorts:
            changed[distortion.of].append((one, distortion))
    return changed


def _grade(
    grade: Grade,
    found: Sequence[Claim],
    changed: Mapping[str, Sequence[tuple[Claim, Distortion]]],
    known: Provenance,
) -> GradeShown:
    alone = [
        one for one in found if not one.distorts or grade is Grade.CORROBORATED or one.id in changed
    ]
    widest = sorted(alone, key=lambda one: (-len(one.lineages), -len(_articles(one)), one.id))
    return GradeShown(
        grade=grade,
        label=GRADES[grade][0],
        explained=GRADES[grade][1],
        claims=tuple(_claim(one, changed.get(one.id, ()), known) for one in widest[:_SHOWN]),
        more=max(len(widest) - _SHOWN, 0),
        beside=len(found) - len(alone),
    )


def _articles(one: Claim) -> Collection[str]:
    return {statement.article for statement in one.statements}


# --- one claim ------------------------------------------------------------------------------


def _claim(
    one: Claim,
    changed: Sequence[tuple[Claim, Distortion]],
    known: Provenance,
) -> ClaimShown:
    first, *others = known.one_each(one.statements)
    texts = known.texts
    return ClaimShown(
        grade=one.grade,
        first=_said(first, one.origins, texts),
        origins=known.claimed_by(one.origins),
        support=support(one.origins, len(one.lineages), len(_articles(one))),
        others=tuple(_said(other, one.origins, texts) for other in others[:_PLACES]),
        more=max(len(others) - _PLACES, 0),
        distorted=tuple(_distorted(how, texts) for _, how in changed[:_PLACES]),
    )


def _said(one: Statement, origins: Sequence[Origin], texts: Texts) -> Said:
    how = "in its own voice" if not one.attributions else ""
    if one.attributions:
        told = texts.witnesses[one.article].attributions[one.attributions[0]]
        how = f"as said by {told.source or NOT_NAMED.get(told.source_kind, 'somebody unnamed')}"
    elif origins[one.origin].kind is not None:
        how = "in its own voice, without a source"
    if one.circular:
        how += "; the outlets cite each other in a circle"
    return Said(passage=in_sentence(one.article, one.span, texts), how=how)


def _distorted(how: Distortion, texts: Texts) -> Distorted:
    return Distorted(
        label=VARIANTS[how.kind][0],
        here=in_sentence(how.article, how.span, texts),
        other=in_sentence(how.other_article, how.other, texts),
    )


# --- conflicts and sourcing -----------------------------------------------------------------


def _conflict(one: Conflict, texts: Texts) -> ConflictShown:
    return ConflictShown(
        label=SLOTS[one.slot],
        sides=tuple(_side(side, one.slot, texts) for side in one.sides),
        development=one.development,
    )


def _side(one: ConflictSide, slot: Slot, texts: Texts) -> SideShown:
    words = one.fillings[0].span.of(texts.text(one.fillings[0].article))
    return SideShown(
        label=DENIALS[one.key] if slot is Slot.DENIAL else words,
        said=tuple(in_sentence(f.article, f.span, texts) for f in one.fillings[:_PLACES]),
        more=max(len(one.fillings) - _PLACES, 0),
    )


def _sourcing(one: SourcingProfile, texts: Texts) -> SourcingShown:
    return SourcingShown(
        article=texts.names[one.article],
        shares=tuple((label, f"{100 * share:.0f}%") for label, share in _shares(one)),
        sources=listed(one.sources[:_PLACES]) if one.sources else "nobody",
        note=one.note,
    )


def _shares(one: SourcingProfile) -> Iterator[tuple[str, float]]:
    yield "own voice", one.own_voice
    yield "named sources", one.named
    yield "unnamed sources", one.unnamed
    yield "documents", one.documents
    yield "taken over", one.taken_over
