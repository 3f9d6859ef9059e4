"""Attributions in the making: what the parse shows, joined with the quotations."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newstemma.records import Quotation, QuotationKind, Span
from newstemma.text.attributions.contents import contents_of
from newstemma.text.attributions.predicates import Predicate, PredicateKind, predicates, reporting
from newstemma.text.attributions.sources import Source, source_of, source_with
from newstemma.text.parse.tree import Tree

__all__ = ["Draft", "Sourced", "Stretches", "joined", "parsed", "sourced"]

Sourced = tuple[Predicate, Source | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An attribution before it has a place among the others.

    `asked` is the offset of whoever is meant by the source, -1 where a quotation tells it;
    `quotations` are places among the article's quotations.
    """

    source: Span | None
    asked: int
    cue: Span | None
    contents: tuple[Span, ...]
    speech: bool = True
    negated: bool = False
    quotations: tuple[int, ...] = ()

    @property
    def anchor(self) -> Span:
        """Its cue, or the first of its content where it has none."""
        return self.cue or self.contents[0]


class Stretches:
    """The quoted stretches of a text, with their marks, in order."""

    def __init__(self, outers: Sequence[Span]) -> None:
        self._outers = outers
        self._starts = [outer.start for outer in outers]

    def around(self, at: int) -> Span | None:
        """The stretch in which a character stands."""
        place = bisect_right(self._starts, at) - 1
        if place < 0 or self._outers[place].end <= at:
            return None
        return self._outers[place]

    def whole(self, span: Span, cue: Span) -> Span | None:
        """A content with the rest of each stretch that it starts or ends in; only what lies in
        the cue's own stretch where the cue is itself quoted.
        """
        own = self.around(cue.start)
        if own is not None:
            start, end = max(span.start, own.start), min(span.end, own.end)
            return Span(start, end) if start < end else None
        left, right = self.around(span.start), self.around(span.end - 1)
        return Span(
            min(span.start, left.start) if left else span.start,
            max(span.end, right.end) if right else span.end,
        )


def sourced(tree: Tree) -> tuple[Sourced, ...]:
    """The predicates of a parse with their sources, in order."""
    return tuple((predicate, source_of(tree, predicate)) for predicate in predicates(tree))


def parsed(tree: Tree, found: Sequence[Sourced], stretches: Stretches) -> Iterator[Draft]:
    """The attributions of predicates that have a content, in the order of the predicates."""
    for predicate, source in found:
        ranges, end = contents_of(tree, predicate, source)
        cue = tree.span(predicate.first, end)
        whole = [stretches.whole(tree.span(*tokens), cue) for tokens in ranges]
        contents = _merged([span for span in whole if span is not None])
        bare = source is None and predicate.kind is PredicateKind.VERB
        if contents and not (bare and stretches.around(cue.start)):  # "Thank you!"
            yield Draft(
                source=tree.span(source.first, source.end) if source else None,
                asked=tree.offset(source.head) if source else -1,
                cue=cue,
                contents=contents,
                speech=predicate.is_speech,
                negated=predicate.negated,
            )


def joined(
    tree: Tree, found: Sequence[Draft], stretches: Stretches, quotations: Sequence[Quotation]
) -> tuple[Draft, ...]:
    """The attributions of the parse with the quotations in them, and those of quotations that the
    parse does not show, in the order of their cues.
    """
    drafts = _Joiner(tree, found, stretches).join(quotations)
    return tuple(sorted(drafts, key=lambda draft: (draft.anchor, draft.contents)))


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order; those that overlap made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _is_same_source(draft: Draft, quotation: Quotation) -> bool:
    """Whether a quotation without a cue of its own, or with one, can be the draft's."""
    if quotation.cue_span is None or quotation.speaker_span is None or draft.source is None:
        return True
    return draft.source.overlaps(quotation.speaker_span)


class _Joiner:
    """Gives each quotation to the attribution that its cue or its words stand in."""

    def __init__(self, tree: Tree, found: Sequence[Draft], stretches: Stretches) -> None:
        self._tree, self._stretches = tree, stretches
        self._drafts = list(found)
        self._by_cue: dict[int, int] = {}
        self._by_sentence: dict[int, list[int]] = {}
        self._starts = [tree.span(*sentence).start for sentence in tree.parse.sentences]
        for number, draft in enumerate(found):
            self._by_sentence.setdefault(self._sentence(draft.anchor.start), []).append(number)
            if draft.cue is not None:
                self._by_cue.update((at, number) for at in range(draft.cue.start, draft.cue.end))
        self._by_group: dict[str, int] = {}
        self._direct: dict[int, list[Span]] = {}

    def join(self, quotations: Sequence[Quotation]) -> list[Draft]:
        for place, quotation in enumerate(quotations):
            outer = self._stretches.around(quotation.span.start) or quotation.span
            number = self._holder(quotation, outer)
            self._by_group.setdefault(quotation.group, number)
            self._attach(number, place, quotation, outer)
        for number, spans in self._direct.items():
            self._drafts[number] = replace(self._drafts[number], contents=_merged(spans))
        return self._drafts

    def _sentence(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _holder(self, quotation: Quotation, outer: Span) -> int:
        cue = quotation.cue_span
        if cue is not None and cue.start in self._by_cue:
            return self._by_cue[cue.start]
        if quotation.group in self._by_group:
            return self._by_group[quotation.group]
        if quotation.kind is QuotationKind.MIXED:
            for number in self._by_sentence.get(self._sentence(outer.start), ()):
                draft = self._drafts[number]
                covered = any(span.covers(outer) for span in draft.contents)
                if covered and _is_same_source(draft, quotation):
                    return number
        return self._new(quotation, outer)

    def _new(self, quotation: Quotation, outer: Span) -> int:
        cue, number = quotation.cue_span, len(self._drafts)
        if cue is not None:
            self._by_cue[cue.start] = number
        self._drafts.append(self._told(quotation, outer))
        return number

    def _told(self, quotation: Quotation, outer: Span) -> Draft:
        """The attribution of a quotation that the parse does not show."""
        cue, speaker = quotation.cue_span, self._phrase(quotation.speaker_span)
        first, end = self._tree.parse.places_in(cue) if cue else (0, 0)
        if first == end:
            return Draft(source=speaker, asked=-1, cue=cue, contents=(outer,))
        predicate = reporting(self._tree, first)
        found = source_of(self._tree, predicate)
        source = self._tree.span(found.first, found.end) if found else None
        if source is None or (speaker and not source.overlaps(speaker)):
            source = speaker
        cue = self._tree.span(predicate.first, predicate.end)
        return Draft(source=source, asked=-1, cue=cue, contents=(outer,))

    def _attach(self, number: int, place: int, quotation: Quotation, outer: Span) -> None:
        draft = self._drafts[number]
        if quotation.kind is QuotationKind.DIRECT:
            self._direct.setdefault(number, []).append(outer)
        self._drafts[number] = replace(
            draft,
            source=draft.source or self._phrase(quotation.speaker_span),
            contents=_merged([*draft.contents, outer]),
            quotations=(*draft.quotations, place),
        )

    def _phrase(self, span: Span | None) -> Span | None:
        """The noun phrase that a speaker's name or role stands in."""
        if span is None:
            return None
        first, end = self._tree.parse.places_in(span)
        heads = (at for at in range(first, end) if self._tree.head(at) not in range(first, end))
        head = next(heads, None)
        if head is None:
            return span
        phrase = source_with(self._tree, head)
        return self._tree.span(min(phrase.first, first), max(phrase.end, end))
