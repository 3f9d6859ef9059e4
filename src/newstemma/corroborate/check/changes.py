"""What collation says of a text and an article: changes that its words alone do not show."""

from __future__ import annotations

from collections.abc import Sequence

from newstemma.collate.variants import variants
from newstemma.records import Severity, Span, Variant, VariantKind, Witness

__all__ = ["changes_between", "changes_of"]

# What leaves a claim as it is, whoever is named for it.
_HARMLESS = frozenset(
    {
        VariantKind.KEPT,
        VariantKind.OMITTED,
        VariantKind.ATTRIBUTION_DROPPED,
        VariantKind.QUOTE_UNMARKED,
        VariantKind.QUOTE_TRUNCATED,
        VariantKind.HEDGE_ADDED,
    }
)


def changes_between(text: Witness, article: Witness) -> tuple[Variant, ...]:
    """The variants of the text, as if it had been made from the article, that alter a claim."""
    return tuple(
        one
        for one in variants(text, [article])
        if one.kind not in _HARMLESS and one.severity is not Severity.WORDING and one.child_span
    )


def changes_of(sentence: Span, changes: Sequence[Variant]) -> tuple[Variant, ...]:
    """Those of the changes that stand in a sentence."""
    return tuple(one for one in changes if one.child_span and one.child_span.overlaps(sentence))
