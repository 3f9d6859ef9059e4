"""The product's answer about an example, held against the truth."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from newstemma.records import (
    Analysis,
    Article,
    Quotation,
    RelationKind,
    Span,
    Variant,
    VariantKind,
    Witness,
)
from tests.examples.truth import TrueQuotation, TrueVariant, Truth

__all__ = [
    "Answer",
    "best_match",
    "described",
    "has_the_speaker",
    "is_answered",
    "relations",
    "span_of",
    "squash",
]

_LONGEST_VARIANT = 400
_MOST_KINDS = 3
_SAME_QUOTATION = 0.8
_CHANGES_THAT_KEPT_EXCLUDES = frozenset(
    {
        VariantKind.ADDED,
        VariantKind.NUMBER_CHANGED,
        VariantKind.DATE_CHANGED,
        VariantKind.ENTITY_CHANGED,
    }
)


@dataclass(frozen=True, slots=True)
class Answer:
    """An analysis whose articles are known by the names of their files."""

    analysis: Analysis
    truth: Truth

    @property
    def witnesses(self) -> dict[str, Witness]:
        """The articles by file name; an article inside a file has a path `FILE#ID`."""
        return {
            Path(one.article.path).name.partition("#")[0]: one for one in self.analysis.witnesses
        }

    @property
    def articles(self) -> dict[str, Article]:
        """The articles, without what was read closely."""
        return {name: one.article for name, one in self.witnesses.items()}

    @property
    def names(self) -> dict[str, str]:
        """File names by article id."""
        return {one.id: name for name, one in self.witnesses.items()}

    def named(self, ids: tuple[str, ...]) -> frozenset[str]:
        """The file names of some articles."""
        return frozenset(self.names[one] for one in ids)


def described(article: Article) -> dict[str, str | None]:
    """What was found out about an article; of its date, the day."""
    found = {
        "title": article.title,
        "byline": article.byline,
        "publisher": article.publisher,
        "credit": article.credit,
    }
    told = {name: one.value if one else None for name, one in found.items()}
    return {**told, "published": article.published.value[:10] if article.published else None}


def span_of(text: str, part: str) -> Span:
    """Where `part` stands in `text`; it stands there once.

    Raises:
        AssertionError: it does not, or not once.
    """
    assert text.count(part) == 1, (text.count(part), part)
    start = text.index(part)
    return Span(start, start + len(part))


def squash(name: str) -> frozenset[str]:
    """The words of a name, without case, accents and punctuation."""
    folded = unicodedata.normalize("NFKD", name.lower())
    plain = "".join(c if c.isalnum() else " " for c in folded if not unicodedata.combining(c))
    return frozenset(plain.split())


def is_answered(row: TrueVariant, answer: Answer) -> bool:
    """Whether the right kind is reported at the place of a true variant.

    At most three kinds may be reported over it, and no reported span is longer than a sentence.
    Where nothing changed, no new or changed matter may be reported.
    """
    if row.child_text is None:
        return _is_omission(row, answer)
    span = span_of(answer.articles[row.child].text, row.child_text)
    near = [change for change in _changes(row.child, answer) if _covers_some(change, span)]
    kinds = {change.kind for change in near if change.kind is not VariantKind.KEPT}
    if row.kind is VariantKind.KEPT:
        return not kinds & _CHANGES_THAT_KEPT_EXCLUDES
    right = {row.kind, *row.also}
    parents = {answer.names[change.parent] for change in near if change.kind in right}
    return len(kinds) <= _MOST_KINDS and row.parent in parents


def _changes(child: str, answer: Answer) -> list[Variant]:
    return [change for change in answer.analysis.variants if answer.names[change.child] == child]


def _covers_some(change: Variant, span: Span) -> bool:
    found = change.child_span
    return found is not None and len(found) <= _LONGEST_VARIANT and found.overlaps(span)


def _is_omission(row: TrueVariant, answer: Answer) -> bool:
    assert row.parent_text is not None
    span = span_of(answer.articles[row.parent].text, row.parent_text)
    return any(
        change.kind is VariantKind.OMITTED
        and answer.names[change.parent] == row.parent
        and change.parent_span is not None
        and change.parent_span.overlaps(span)
        for change in _changes(row.child, answer)
    )


def best_match(row: TrueQuotation, answer: Answer) -> Quotation | None:
    """The quotation that covers the same words, give or take a fifth."""
    one = answer.witnesses[row.article]
    span = span_of(one.text, row.text)
    best = max(one.quotations, key=lambda found: _shared(found.span, span), default=None)
    return best if best and _shared(best.span, span) >= _SAME_QUOTATION else None


def has_the_speaker(row: TrueQuotation, found: Quotation) -> bool:
    """Whether the quotation is given to the right speaker, under any form of the name."""
    said_by = squash(found.speaker or "")
    return any(said_by & squash(name) for name in (row.speaker, *row.speaker_also))


def _shared(left: Span, right: Span) -> float:
    shared = max(0, min(left.end, right.end) - max(left.start, right.start))
    return shared / (len(left) + len(right) - shared)


def relations(answer: Answer) -> dict[frozenset[str], RelationKind]:
    """The kinds of the relations, by the two file names."""
    return {answer.named((row.left, row.right)): row.kind for row in answer.analysis.relations}
