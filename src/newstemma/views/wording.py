"""The plain words for what the records say in kinds and numbers."""

from __future__ import annotations

import math
from datetime import datetime

from newstemma.records import (
    DerivationKind,
    FurnitureKind,
    Grade,
    QuotationKind,
    RelationKind,
    Severity,
    Slot,
    VariantKind,
)
from newstemma.text.cleaning.language import UNDETERMINED

__all__ = [
    "DENIALS",
    "DERIVATIONS",
    "FURNITURE",
    "GRADES",
    "QUOTATIONS",
    "RELATIONS",
    "SEVERITIES",
    "SLOTS",
    "VARIANTS",
    "a_kind",
    "count",
    "date",
    "language",
    "likelihood",
    "listed",
    "number",
    "percent",
    "signed",
]

DERIVATIONS: dict[DerivationKind, tuple[str, str]] = {
    DerivationKind.REPRINT: ("reprint", "nearly all of its words run on as in the parent"),
    DerivationKind.EDIT: ("edit", "most of its words run on as in the parent"),
    DerivationKind.REWRITE: (
        "rewrite",
        "other words, but the same names, numbers, quotations and order of facts",
    ),
    DerivationKind.DIGEST: ("digest", "put together from several parents"),
    DerivationKind.UPDATE: ("update", "a later version by the same publisher"),
}
"""The label of each kind of derivation and a line that explains it."""

RELATIONS: dict[RelationKind, tuple[str, str]] = {
    RelationKind.SHARED_SOURCE: (
        "shared source",
        "both quote the same third text; neither was made from the other",
    ),
    RelationKind.UNKNOWN: ("cannot tell", "they overlap, but nothing shows who had it first"),
}

SEVERITIES: dict[Severity, tuple[str, str]] = {
    Severity.MEANING: ("meaning", "it changes what is claimed, or who stands behind it"),
    Severity.DETAIL: ("detail", "a detail is different; the claim stands"),
    Severity.WORDING: ("wording", "other words for the same thing"),
}

VARIANTS: dict[VariantKind, tuple[str, str]] = {
    VariantKind.QUOTE_MISATTRIBUTED: (
        "Quotation given to somebody else",
        "the same words have another speaker",
    ),
    VariantKind.QUOTE_ALTERED: ("Quotation altered", "the words between the marks differ"),
    VariantKind.POLARITY_CHANGED: ("Turned around", "a “not” came or went"),
    VariantKind.PREDICATE_CHANGED: ("Action changed", "another deed, or another doer"),
    VariantKind.NUMBER_CHANGED: ("Number changed", "an amount or a count is different"),
    VariantKind.ATTRIBUTION_DROPPED: (
        "Source dropped",
        "what somebody said is now stated as a fact",
    ),
    VariantKind.ATTRIBUTION_CHANGED: (
        "Source changed",
        "the statement is put down to somebody else, or to nobody in particular",
    ),
    VariantKind.HEDGE_DROPPED: ("Doubt dropped", "“allegedly” or “may” is gone"),
    VariantKind.ENTITY_CHANGED: ("Name changed", "another person, body or thing is named"),
    VariantKind.DATE_CHANGED: ("Date changed", "a date or a time is different"),
    VariantKind.PLACE_CHANGED: ("Place changed", "it happens somewhere else"),
    VariantKind.ROLE_CHANGED: ("Role changed", "somebody has another office or title"),
    VariantKind.QUOTE_TRUNCATED: ("Quotation cut short", "part of the quotation is gone"),
    VariantKind.QUOTE_RECONTEXTUALISED: (
        "Quotation moved",
        "the same words answer something else",
    ),
    VariantKind.QUOTE_UNMARKED: (
        "Quotation marks dropped",
        "a quotation became the outlet's own voice",
    ),
    VariantKind.QUOTE_ADDED: ("Quotation added", "no known parent has this quotation"),
    VariantKind.HEDGE_ADDED: ("Doubt added", "the parent stated it outright"),
    VariantKind.WORDING_CHARGED: ("Loaded wording", "a neutral word became a loaded one, or back"),
    VariantKind.ADDED: ("Added", "nothing in a known parent supports it"),
    VariantKind.OMITTED: ("Left out", "the parent has it, the retelling does not"),
    VariantKind.KEPT: ("Kept", "it says what the parent says"),
}
"""The label of each kind of variant and a line that explains it, the gravest first."""

GRADES: dict[Grade, tuple[str, str]] = {
    Grade.CORROBORATED: (
        "corroborated",
        "At least two origins say so, in at least two independent reports. That is not yet true.",
    ),
    Grade.ECHOED: (
        "echoed",
        "Several articles say so, but all have it from one origin: they count once.",
    ),
    Grade.SINGLE_ORIGIN: ("single origin", "One article has it, from somebody."),
    Grade.UNSOURCED: ("unsourced", "One article says so itself, and names nobody for it."),
}
"""The label of each grade of support and a line that explains it, the best first."""

DENIALS = {"said": "it is so", "denied": "it is not so"}
"""The sides of a conflict about whether at all."""

SLOTS: dict[Slot, str] = {
    Slot.NUMBER: "How many",
    Slot.DATE: "When",
    Slot.PLACE: "Where",
    Slot.ACTOR: "Who",
    Slot.DENIAL: "Whether at all",
}

QUOTATIONS: dict[QuotationKind, tuple[str, str]] = {
    QuotationKind.DIRECT: ("direct", "the quoted words make a sentence of their own"),
    QuotationKind.MIXED: ("mixed", "the quoted words run inside somebody else's sentence"),
}

FURNITURE: dict[FurnitureKind, str] = {
    FurnitureKind.TAGS: "tags",
    FurnitureKind.HEADLINE: "headline",
    FurnitureKind.BYLINE: "byline",
    FurnitureKind.DATELINE: "dateline",
    FurnitureKind.CREDIT: "credit",
    FurnitureKind.DATE: "date",
    FurnitureKind.TEASER: "teaser",
    FurnitureKind.CAPTION: "picture caption",
    FurnitureKind.FOLLOW: "follow or share",
    FurnitureKind.SOURCE_LINK: "source link",
    FurnitureKind.RELATED: "related posts",
    FurnitureKind.BULLET: "list mark",
    FurnitureKind.SECTION: "section heading",
    FurnitureKind.LEGAL: "legal notice",
}

_MONTHS = (
    "January February March April May June July August September October November December".split()
)

_LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian",
    "fr": "French", "he": "Hebrew", "hi": "Hindi", "it": "Italian", "ja": "Japanese",
    "ko": "Korean", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian",
    "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
    UNDETERMINED: "cannot tell",
}  # fmt: skip

_LIKELIHOODS = (
    (0.95, "almost certainly"),
    (0.85, "very likely"),
    (0.65, "likely"),
    (0.5, "more likely than not"),
    (0.0, "perhaps"),
)


def a_kind(kind: DerivationKind) -> str:
    """The kind with its article.

    >>> a_kind(DerivationKind.EDIT)
    'an edit'
    """
    label = DERIVATIONS[kind][0]
    return f"{'an' if label[0] in 'aeiou' else 'a'} {label}"


def count(items: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> count(1, "story", "stories"), count(1200, "article")
    ('1 story', '1,200 articles')
    """
    return f"{items:,} {one if items == 1 else many or one + 's'}"


def listed(items: tuple[str, ...]) -> str:
    """Items as a sentence lists them.

    >>> listed(("a", "b", "c"))
    'a, b and c'
    """
    return " and ".join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)


def language(code: str) -> str:
    """A language's English name, or its code where the table has none."""
    return _LANGUAGES.get(code, code)


def likelihood(probability: float) -> str:
    """A probability as an adverb; what is no number is no claim."""
    return next((word for least, word in _LIKELIHOODS if probability >= least), "perhaps")


def percent(probability: float) -> str:
    """A probability for people; never a certainty that no model has.

    >>> percent(0.999), percent(0.873), percent(float("nan"))
    ('over 99%', '87%', 'not known')
    """
    if not math.isfinite(probability):
        return "not known"
    if probability > 0.99:
        return "over 99%"
    return "under 1%" if probability < 0.01 else f"{100 * probability:.0f}%"


def number(value: float) -> str:
    """A score or a weight with at most two places.

    >>> number(0.25), number(3.0), number(float("inf"))
    ('0.25', '3', 'not known')
    """
    if not math.isfinite(value):
        return "not known"
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "−")


def signed(value: float) -> str:
    """A weight with its sign.

    >>> signed(1.5), signed(-0.25)
    ('+1.5', '−0.25')
    """
    if not math.isfinite(value):
        return number(value)
    return ("−" if value < 0 else "+") + number(abs(value))


def date(published: str) -> str:
    """An ISO 8601 date in words, at its own precision; what is none stays as it is.

    >>> date("2025-11-18T06:30:00Z"), date("2025-11"), date("last week")
    ('18 November 2025, 06:30', 'November 2025', 'last week')
    """
    try:
        if len(published) == 7:
            month = datetime.fromisoformat(published + "-01")
            return f"{_MONTHS[month.month - 1]} {month.year}"
        when = datetime.fromisoformat(published)
    except ValueError:
        return published
    day = f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
    return day if len(published) <= 10 else f"{day}, {when:%H:%M}"
