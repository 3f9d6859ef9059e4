"""What is claimed, and what stands behind it -> rows of the contract."""

from __future__ import annotations

from newstemma.export.claim_contract import (
    ClaimRow,
    ConflictRow,
    ConflictSideRow,
    DistortionRow,
    FillingRow,
    OriginRow,
    PartRow,
    ProfileRow,
    StatementRow,
)
from newstemma.records import Claim, Conflict, Distortion, Origin, SourcingProfile, Statement

__all__ = ["claim_row", "conflict_row", "origin_row", "profile_row"]

_PLACES = 4


def claim_row(claim: Claim) -> ClaimRow:
    """One claim as a row."""
    return ClaimRow(
        id=claim.id,
        story=claim.story,
        grade=claim.grade,
        lineages=claim.lineages,
        origins=tuple(map(origin_row, claim.origins)),
        statements=tuple(map(_statement_row, claim.statements)),
        distorts=tuple(map(_distortion_row, claim.distorts)),
    )


def origin_row(origin: Origin) -> OriginRow:
    """One origin as a row."""
    return OriginRow(
        name=origin.name, kind=origin.kind, lineages=origin.lineages, counts=origin.counts
    )


def _statement_row(statement: Statement) -> StatementRow:
    return StatementRow(
        article=statement.article,
        start=statement.span.start,
        end=statement.span.end,
        parts=tuple(
            PartRow(role=p.role, start=p.span.start, end=p.span.end, key=p.key)
            for p in statement.parts
        ),
        force=statement.force,
        negated=statement.negated,
        attributions=statement.attributions,
        origin=statement.origin,
        circular=statement.circular,
    )


def _distortion_row(distortion: Distortion) -> DistortionRow:
    return DistortionRow(
        of=distortion.of,
        kind=distortion.kind,
        article=distortion.article,
        start=distortion.span.start,
        end=distortion.span.end,
        other_article=distortion.other_article,
        other_start=distortion.other.start,
        other_end=distortion.other.end,
    )


def conflict_row(conflict: Conflict) -> ConflictRow:
    """One conflict as a row."""
    return ConflictRow(
        id=conflict.id,
        story=conflict.story,
        slot=conflict.slot,
        sides=tuple(
            ConflictSideRow(
                key=side.key,
                fillings=tuple(
                    FillingRow(
                        article=one.article,
                        start=one.span.start,
                        end=one.span.end,
                        claim=one.claim,
                    )
                    for one in side.fillings
                ),
            )
            for side in conflict.sides
        ),
        development=conflict.development,
    )


def profile_row(profile: SourcingProfile) -> ProfileRow:
    """The sourcing profile of one article as a row."""
    return ProfileRow(
        article=profile.article,
        words=profile.words,
        taken_over=round(profile.taken_over, _PLACES),
        named=round(profile.named, _PLACES),
        unnamed=round(profile.unnamed, _PLACES),
        documents=round(profile.documents, _PLACES),
        own_voice=round(profile.own_voice, _PLACES),
        sources=profile.sources,
        note=profile.note,
    )
