"""What flows through the house: frozen records, defined once, an idea a file.

Every offset is a Unicode code point, every span half-open, and every span points into
`Article.text`, which never changes. Nothing downstream edits what upstream made.
"""

from __future__ import annotations

from newstemma.records.actor import Actor, JoinReason, NamedAt, NameJoin, NameKind
from newstemma.records.analysis import Analysis, Failure, Run, Stage
from newstemma.records.article import (
    Article,
    Found,
    Furniture,
    FurnitureKind,
    RawArticle,
    TextSource,
)
from newstemma.records.family import (
    Derivation,
    DerivationKind,
    Evidence,
    Lineage,
    LostWitness,
    Relation,
    RelationKind,
    Story,
)
from newstemma.records.span import Span
from newstemma.records.variant import Severity, Variant, VariantKind
from newstemma.records.witness import (
    Mention,
    MentionKind,
    Quotation,
    QuotationKind,
    Sentence,
    Witness,
    Word,
)

__all__ = [
    "Actor",
    "Analysis",
    "Article",
    "Derivation",
    "DerivationKind",
    "Evidence",
    "Failure",
    "Found",
    "Furniture",
    "FurnitureKind",
    "JoinReason",
    "Lineage",
    "LostWitness",
    "Mention",
    "MentionKind",
    "NameJoin",
    "NameKind",
    "NamedAt",
    "Quotation",
    "QuotationKind",
    "RawArticle",
    "Relation",
    "RelationKind",
    "Run",
    "Sentence",
    "Severity",
    "Span",
    "Stage",
    "Story",
    "TextSource",
    "Variant",
    "VariantKind",
    "Witness",
    "Word",
]
