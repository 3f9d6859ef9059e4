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
from newstemma.records.check import Answer, CheckedSentence, CheckStatus, Difference
from newstemma.records.claim import Claim, Distortion, Grade, Origin, Part, PartRole, Statement
from newstemma.records.claimed_relation import (
    ClaimedRelation,
    RelationStatement,
    RelationType,
)
from newstemma.records.clause import Argument, ArgumentRole, Clause
from newstemma.records.conflict import Conflict, ConflictSide, Filling, Slot
from newstemma.records.entity import Entity, NameKind
from newstemma.records.event import DatedAt, Event
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
from newstemma.records.judgement import Judgements
from newstemma.records.outlet import Outlet, OutletKind
from newstemma.records.profile import SourcingProfile
from newstemma.records.quantity import Limit, Quantity, QuantityKind
from newstemma.records.span import Span
from newstemma.records.stance import Force, Stance
from newstemma.records.time import Bound, Modifier, Precision, TimeExpression, TimeKind
from newstemma.records.tracked import Course, NumberPoint, TrackedNumber
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
    "Answer",
    "Argument",
    "ArgumentRole",
    "Article",
    "Attribution",
    "AttributionKind",
    "Bound",
    "CheckStatus",
    "CheckedSentence",
    "Claim",
    "ClaimedRelation",
    "Clause",
    "Conflict",
    "ConflictSide",
    "Course",
    "DatedAt",
    "Derivation",
    "DerivationKind",
    "Difference",
    "Distortion",
    "Entity",
    "Event",
    "Evidence",
    "Failure",
    "Filling",
    "Force",
    "Found",
    "Furniture",
    "FurnitureKind",
    "Grade",
    "JoinReason",
    "Judgements",
    "Limit",
    "Lineage",
    "LostWitness",
    "Mention",
    "MentionKind",
    "Modifier",
    "NameJoin",
    "NameKind",
    "NamedAt",
    "NumberPoint",
    "Origin",
    "Outlet",
    "OutletKind",
    "Part",
    "PartRole",
    "Precision",
    "Quantity",
    "QuantityKind",
    "Quotation",
    "QuotationKind",
    "RawArticle",
    "Relation",
    "RelationKind",
    "RelationStatement",
    "RelationType",
    "Run",
    "Sentence",
    "Severity",
    "Slot",
    "SourceKind",
    "SourcingProfile",
    "Span",
    "Stage",
    "Stance",
    "Statement",
    "Story",
    "TextSource",
    "TimeExpression",
    "TimeKind",
    "TrackedNumber",
    "Variant",
    "VariantKind",
    "Witness",
    "Word",
]
