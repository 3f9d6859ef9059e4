"""Finds who said, thought or wanted what.

The parse shows the words that attribute, with their subjects and complements (`predicates`,
`sources`, `contents`); quotations add what stands between marks; whom a source means is told by
the reading that quotations use, so a name, a role or a pronoun is one person in both. Without a
parse, the attributions are those of the quotations.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newstemma.records import (
    Article,
    Attribution,
    AttributionKind,
    Mention,
    Quotation,
    QuotationKind,
    Sentence,
    Word,
)
from newstemma.text.attributions.chains import parents
from newstemma.text.attributions.drafts import Draft, Sourced, Stretches, joined, parsed, sourced
from newstemma.text.attributions.holders import Holder, Holders
from newstemma.text.parse import Parse
from newstemma.text.parse.tree import Tree
from newstemma.text.quotations import Speech, Syntax, speech
from newstemma.text.quotations.marks import pair_marks
from newstemma.text.segment import paragraphs_of

__all__ = ["NO_PARSE", "Sayings", "sayings"]

# For a text that no pipeline reads.
NO_PARSE = Parse(tokens=(), sentences=(), children=(), entities=())

_FIRST_PERSON = frozenset({"i", "we"})


@dataclass(frozen=True, slots=True)
class Sayings:
    """The quotations and the attributions of a report, each in text order."""

    quotations: tuple[Quotation, ...]
    attributions: tuple[Attribution, ...]


def sayings(
    article: Article,
    words: Sequence[Word],
    sentences: Sequence[Sentence],
    names: Sequence[Mention],
    parse: Parse = NO_PARSE,
) -> Sayings:
    """The quotations and attributions of the article's report.

    `words`, `sentences` and `names` are as for `quotations`; `parse` is that of the sentences.
    """
    tree = Tree(article.text, parse)
    pairs = pair_marks(article.text, paragraphs_of(sentences)) if sentences else ()
    stretches = Stretches([pair.outer for pair in pairs])
    predicates = sourced(tree)
    found = list(parsed(tree, predicates, stretches))
    said = speech(article, words, sentences, names, _syntax(tree, predicates, found))
    drafts = joined(tree, found, stretches, said.quotations)
    holders = Holders(article.text, sentences, names, said, parse)
    rows = [
        _row(article, draft, parent, holders.of(draft), said)
        for draft, parent in zip(drafts, parents(drafts), strict=True)
    ]
    return Sayings(said.quotations, tuple(_with_own(article.text, drafts, rows)))


def _syntax(tree: Tree, predicates: Sequence[Sourced], found: Sequence[Draft]) -> Syntax:
    """What the parse tells the reading of quotations."""
    contents = (
        (span, draft.cue, draft.asked)
        for draft in found
        for span in draft.contents
        if draft.cue and draft.asked >= 0
    )
    return Syntax(
        subjects={tree.offset(p.place): tree.offset(s.head) for p, s in predicates if s},
        inert=frozenset(tree.offset(at) for at in range(len(tree.keys)) if _is_inert(tree, at)),
        contents=tuple(sorted(contents)),
    )


def _is_inert(tree: Tree, place: int) -> bool:
    """Whether a word is an adjective, or a noun that looks like a verb: "claims"."""
    plural = tree.upos(place) == "NOUN" and tree.keys[place].endswith("s")
    return plural or tree.rel(place) == "amod"


def _row(
    article: Article, draft: Draft, parent: int | None, holder: Holder, said: Speech
) -> Attribution:
    kinds = {said.quotations[place].kind for place in draft.quotations}
    kind = AttributionKind.MIXED if kinds else AttributionKind.INDIRECT
    if QuotationKind.DIRECT in kinds:
        kind = AttributionKind.DIRECT
    return Attribution(
        article=article.id,
        kind=kind,
        source=holder.name,
        source_kind=holder.kind,
        source_span=draft.source,
        specificity=holder.specificity,
        cue_span=draft.cue,
        content_spans=draft.contents,
        speech=draft.speech or bool(draft.quotations),
        negated=draft.negated,
        parent=parent,
        quotations=draft.quotations,
    )


def _with_own(text: str, drafts: Sequence[Draft], rows: Sequence[Attribution]) -> list[Attribution]:
    """The rows; "I" and "we" in a content are whoever it is attributed to."""
    done = list(rows)
    for place in sorted(range(len(rows)), key=lambda place: _depth(rows, place)):
        row, source = rows[place], drafts[place].source
        if row.parent is not None and source and source.of(text).casefold() in _FIRST_PERSON:
            above = done[row.parent]
            done[place] = replace(row, source=above.source, source_kind=above.source_kind)
    return done


def _depth(rows: Sequence[Attribution], place: int) -> int:
    depth, parent = 0, rows[place].parent
    while parent is not None:
        depth, parent = depth + 1, rows[parent].parent
    return depth
