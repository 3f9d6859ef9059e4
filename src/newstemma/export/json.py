"""Analysis -> the JSON of the contract."""

from __future__ import annotations

from newstemma.export.claims import claim_row, conflict_row, profile_row
from newstemma.export.contract import (
    ArticleRow,
    DerivationRow,
    EvidenceRow,
    FailureRow,
    FurnitureRow,
    LineageRow,
    LostWitnessRow,
    QuotationRow,
    RelationRow,
    Report,
    RunRow,
    StoryRow,
    VariantRow,
)
from newstemma.export.language import (
    actor_row,
    attribution_rows,
    ends,
    entity_rows,
    quantity_rows,
    stance_rows,
    time_rows,
)
from newstemma.export.relations import claimed_relation_row, event_row, tracked_number_row
from newstemma.records import (
    Analysis,
    Article,
    Derivation,
    Evidence,
    Found,
    Lineage,
    LostWitness,
    Quotation,
    Relation,
    Variant,
)

__all__ = ["evidence_row", "quotation_row", "report", "variant_row"]

_PLACES = 4  # of probabilities and scores: more would be noise, and differ between platforms


def report(analysis: Analysis, *, with_text: bool = False) -> Report:
    """The analysis as rows of the contract; `with_text` puts every article's text beside it."""
    text_of = {witness.id: witness.text for witness in analysis.witnesses}
    return Report(
        articles=tuple(_article_row(article, with_text) for article in analysis.articles),
        stories=tuple(
            StoryRow(id=s.id, title=s.title, articles=s.articles) for s in analysis.stories
        ),
        lineages=tuple(map(_lineage_row, analysis.lineages)),
        lost_witnesses=tuple(map(_lost_witness_row, analysis.lost_witnesses)),
        derivations=tuple(map(_derivation_row, analysis.derivations)),
        relations=tuple(map(_relation_row, analysis.relations)),
        quotations=tuple(quotation_row(q, text_of[q.article]) for q in analysis.quotations),
        variants=tuple(map(variant_row, analysis.variants)),
        attributions=tuple(row for one in analysis.witnesses for row in attribution_rows(one)),
        actors=tuple(map(actor_row, analysis.actors)),
        entities=tuple(row for one in analysis.witnesses for row in entity_rows(one)),
        times=tuple(row for one in analysis.witnesses for row in time_rows(one)),
        quantities=tuple(row for one in analysis.witnesses for row in quantity_rows(one)),
        stances=tuple(row for one in analysis.witnesses for row in stance_rows(one)),
        claims=tuple(map(claim_row, analysis.claims)),
        conflicts=tuple(map(conflict_row, analysis.conflicts)),
        relations_claimed=tuple(map(claimed_relation_row, analysis.relations_claimed)),
        events=tuple(map(event_row, analysis.events)),
        tracked_numbers=tuple(map(tracked_number_row, analysis.tracked_numbers)),
        profiles=tuple(map(profile_row, analysis.profiles)),
        failures=tuple(
            FailureRow(path=f.path, stage=f.stage, reason=f.reason) for f in analysis.failures
        ),
        run=RunRow(version=analysis.run.version, options=dict(analysis.run.options)),
    )


def _lineage_row(one: Lineage) -> LineageRow:
    return LineageRow(
        id=one.id,
        story=one.story,
        articles=one.articles,
        root=one.root,
        lost_witness=one.lost_witness,
    )


def _lost_witness_row(one: LostWitness) -> LostWitnessRow:
    return LostWitnessRow(id=one.id, name=one.name, why=one.why, stands_for_it=one.stands_for_it)


def _relation_row(one: Relation) -> RelationRow:
    chance = round(one.probability, _PLACES)
    return RelationRow(left=one.left, right=one.right, kind=one.kind, probability=chance)


def _article_row(article: Article, with_text: bool) -> ArticleRow:
    return ArticleRow(
        id=article.id,
        path=article.path,
        sha256=article.sha256,
        text_source=article.text_source,
        title=_value(article.title),
        byline=_value(article.byline),
        publisher=_value(article.publisher),
        outlet=article.outlet,
        owner=article.owner,
        credit=_value(article.credit),
        published=_value(article.published),
        language=article.language,
        furniture=tuple(
            FurnitureRow(start=f.span.start, end=f.span.end, kind=f.kind) for f in article.furniture
        ),
        text=article.text if with_text else None,
    )


def _value(found: Found | None) -> str | None:
    return found.value if found else None


def _derivation_row(derivation: Derivation) -> DerivationRow:
    return DerivationRow(
        child=derivation.child,
        parent=derivation.parent,
        kind=derivation.kind,
        probability=round(derivation.probability, _PLACES),
        evidence=tuple(map(evidence_row, derivation.evidence)),
    )


def evidence_row(evidence: Evidence) -> EvidenceRow:
    """One piece of evidence as a row."""
    child_start, child_end = ends(evidence.child_span)
    parent_start, parent_end = ends(evidence.parent_span)
    return EvidenceRow(
        signal=evidence.signal,
        score=round(evidence.score, _PLACES),
        weight=round(evidence.weight, _PLACES),
        child_start=child_start,
        child_end=child_end,
        parent_start=parent_start,
        parent_end=parent_end,
        note=evidence.note,
    )


def quotation_row(quotation: Quotation, text: str) -> QuotationRow:
    """One quotation of the article whose text is given, as a row."""
    return QuotationRow(
        article=quotation.article,
        start=quotation.span.start,
        end=quotation.span.end,
        text=quotation.span.of(text),
        kind=quotation.kind,
        speaker=quotation.speaker,
        cue=quotation.cue,
        group=quotation.group,
    )


def variant_row(variant: Variant) -> VariantRow:
    """One variant as a row."""
    child_start, child_end = ends(variant.child_span)
    parent_start, parent_end = ends(variant.parent_span)
    return VariantRow(
        child=variant.child,
        child_start=child_start,
        child_end=child_end,
        parent=variant.parent,
        parent_start=parent_start,
        parent_end=parent_end,
        kind=variant.kind,
        severity=variant.severity,
        note=variant.note,
    )
