"""What flows through the house: frozen records, defined once, an idea a file.

Every offset is a Unicode code point, every span half-open, and every span points into
`Article.text`, which never changes. Nothing downstream edits what upstream made.
"""

from __future__ import annotations

from newstemma.records.actor import Actor, JoinReason, NamedAt, NameJoin
from newstemma.records.analysis import Analysis, Failure, Run, Stage
from newstemma.records.article import (
    Article,
    Found,
    Furniture,
    FurnitureKind,
    RawArticle,
    TextSource,
)
from newstemma.records.attribution import Attribution, AttributionKind, SourceKind
from newstemma.records.clause import Argument, ArgumentRole, Clause
from newstemma.records.entity import Entity, NameKind
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
from newstemma.records.quantity import Limit, Quantity, QuantityKind
from newstemma.records.span import Span
from newstemma.records.stance import Force, Stance
from newstemma.records.time import Bound, Modifier, Precision, TimeExpression, TimeKind
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
    "Argument",
    "ArgumentRole",
    "Article",
    "Attribution",
    "AttributionKind",
    "Bound",
    "Clause",
    "Derivation",
    "DerivationKind",
    "Entity",
    "Evidence",
    "Failure",
    "Force",
    "Found",
    "Furniture",
    "FurnitureKind",
    "JoinReason",
    "Limit",
    "Lineage",
    "LostWitness",
    "Mention",
    "MentionKind",
    "Modifier",
    "NameJoin",
    "NameKind",
    "NamedAt",
    "Precision",
    "Quantity",
    "QuantityKind",
    "Quotation",
    "QuotationKind",
    "RawArticle",
    "Relation",
    "RelationKind",
    "Run",
    "Sentence",
    "Severity",
    "SourceKind",
    "Span",
    "Stage",
    "Stance",
    "Story",
    "TextSource",
    "TimeExpression",
    "TimeKind",
    "Variant",
    "VariantKind",
    "Witness",
    "Word",
]
