"""What changed on the way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newstemma.records.span import Span

__all__ = ["Severity", "Variant", "VariantKind"]


class VariantKind(StrEnum):
    """What a retelling did at one place (see the glossary)."""

    KEPT = "kept"
    ADDED = "added"
    OMITTED = "omitted"
    QUOTE_ALTERED = "quote-altered"
    QUOTE_TRUNCATED = "quote-truncated"
    QUOTE_MISATTRIBUTED = "quote-misattributed"
    QUOTE_UNMARKED = "quote-unmarked"
    QUOTE_RECONTEXTUALISED = "quote-recontextualised"
    QUOTE_ADDED = "quote-added"
    ATTRIBUTION_DROPPED = "attribution-dropped"
    ATTRIBUTION_CHANGED = "attribution-changed"
    HEDGE_DROPPED = "hedge-dropped"
    HEDGE_ADDED = "hedge-added"
    NUMBER_CHANGED = "number-changed"
    DATE_CHANGED = "date-changed"
    PLACE_CHANGED = "place-changed"
    ENTITY_CHANGED = "entity-changed"
    ROLE_CHANGED = "role-changed"
    PREDICATE_CHANGED = "predicate-changed"
    POLARITY_CHANGED = "polarity-changed"
    WORDING_CHARGED = "wording-charged"


class Severity(StrEnum):
    """How far a variant reaches: the words, a detail, or what is claimed."""

    WORDING = "wording"
    DETAIL = "detail"
    MEANING = "meaning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One difference between a child and its parent at one place.

    `child_span` is absent for what was omitted, `parent_span` for what was added. `note` is one
    plain sentence written from the evidence.
    """

    child: str
    child_span: Span | None
    parent: str
    parent_span: Span | None
    kind: VariantKind
    severity: Severity
    note: str
