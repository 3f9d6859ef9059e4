"""What an attribution is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newstemma.records.span import Span

__all__ = ["Attribution", "AttributionKind", "SourceKind"]


class AttributionKind(StrEnum):
    """How a content is given: its words between marks, some of them, or none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SourceKind(StrEnum):
    """Who or what a source is, the most specific first."""

    PERSON = "person"  # somebody named, or a phrase or pronoun for somebody named
    ORGANISATION = "organisation"  # a body, a state
    OUTLET = "outlet"  # a newspaper, an agency, a broadcaster
    ROLE = "role"  # one person told by an office: "the spokesperson"
    ANONYMOUS = "anonymous"  # one or several told apart, but not named: "two people familiar with"
    COLLECTIVE = "collective"  # a group at large: "officials", "analysts", "critics"
    DOCUMENT = "document"  # a statement, a report, a poll
    UNKNOWN = "unknown"  # a pronoun or a phrase that nothing in the article resolves
    NONE = "none"  # nobody is given: "is believed to"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Somebody (`source`) is said, by a `cue`, to have said, thought or wanted a content.

    `source` is the fullest name in the article of whom `source_span` means, or the phrase itself
    for somebody without a name; None where it cannot be told. `specificity` counts what an
    unnamed source is told by: a role, an organisation, a number, a reason why no name is given,
    and more than that. `cue_span` is the reporting word with its auxiliaries, adverbs and
    particle; absent where quoted words run on without one. `speech` tells what is said from what
    is thought, wanted, judged or shown: the cue reports words, or some are quoted.
    `content_spans` are in order, with "that" and with their quotation marks. `parent` is the
    place, among the article's attributions, of the one whose content this one stands in: in "A
    said that B denied it", B's hangs on A's. `quotations` are the places, among the article's
    quotations, of those that stand in the content.
    """

    article: str
    kind: AttributionKind
    source: str | None
    source_kind: SourceKind
    source_span: Span | None
    specificity: int
    cue_span: Span | None
    content_spans: tuple[Span, ...]
    speech: bool
    negated: bool
    parent: int | None
    quotations: tuple[int, ...]
