"""What an article says, cut into propositions whose parts can be compared."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from newstemma.collate.stems import is_content, stem
from newstemma.corroborate.extents import hull
from newstemma.corroborate.heads import Head, heads
from newstemma.records import (
    Argument,
    ArgumentRole,
    Bound,
    Force,
    NameKind,
    Part,
    PartRole,
    Quantity,
    Span,
    Stance,
    TimeExpression,
    Witness,
    Word,
)
from newstemma.text.force import force
from newstemma.text.rarity import rarity
from newstemma.text.segment import words

__all__ = ["OPENING", "Names", "Proposition", "propositions"]

_LEAST = 12.0  # nats that its words have to tell together; less says nothing in particular
_LEAST_EXACT = 8.0  # where a number or a time says something
_NEAR = 40  # letters from a noun to what tells of it ("the plant, built in 1978")
_ASIDE = frozenset({"according to"})
_CONTRASTS = frozenset({"but", "rather", "instead"})
_HABITS = frozenset("typically usually normally generally regularly often always".split())
_TAIL = " ,;:-–—"
_ENDS = "\"'”’»)] "
_ROLES = {
    ArgumentRole.AGENT: PartRole.WHO,
    ArgumentRole.PATIENT: PartRole.WHOM,
    ArgumentRole.RECIPIENT: PartRole.WHOM,
    ArgumentRole.ATTRIBUTE: PartRole.WHOM,
    ArgumentRole.ADJUNCT: PartRole.WITH,
}

OPENING = frozenset({Bound.SINCE, Bound.AFTER})
"""The bounds that open an interval; the others close one."""

Names = Mapping[Span, str]
"""The keys of what an article names, by where it names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """What an article says in one clause, or in one sentence where nothing was parsed.

    `told` gives what it is about, the keys of names and the stems of other content words, each
    with its rarity in nats; `names` are the keys among them. `stance` says how firmly the words
    stand behind it. `at` is where its predicate starts, `line` the place of its sentence.
    `nouns` are the stems of the nouns that its quantities count. `contrasts` where it says "but",
    `habitual` where it says what usually happens.
    """

    article: str
    span: Span
    at: int
    line: int
    parts: tuple[Part, ...]
    told: Mapping[str, float]
    names: frozenset[str]
    stance: Stance
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    nouns: Mapping[Span, str]
    contrasts: bool
    habitual: bool

    @property
    def negated(self) -> bool:
        """Whether it says that something is not so."""
        return self.stance.negated or self.stance.force is Force.DENIED

    @property
    def weight(self) -> float:
        """What it tells, in nats."""
        return sum(self.told.values())

    def counted(self, quantity: Quantity) -> str | None:
        """The stem of what one of its quantities counts."""
        return self.nouns.get(quantity.span)

    def keys(self, role: PartRole) -> frozenset[str]:
        """The keys of its parts in that role."""
        return frozenset(part.key for part in self.parts if part.role is role)


def propositions(witness: Witness, names: Names) -> tuple[Proposition, ...]:
    """The propositions of a report, in text order.

    None are questions, and what has no name, no number and no time: nobody could check it.
    """
    reader = _Reader(witness, names)
    found = reader.of_clauses() if witness.clauses else reader.of_sentences()
    return tuple(one for one in found if reader.is_claim(one))


class _Reader:
    """Reads the propositions of one witness."""

    def __init__(self, witness: Witness, names: Names) -> None:
        self._witness = witness
        self._names = sorted(names.items())
        self._named = [span.start for span, _ in self._names]
        self._starts = [word.start for word in witness.words]
        self._lines = [sentence.span.start for sentence in witness.sentences]
        self._quantities = sorted(witness.quantities, key=lambda one: one.span)
        self._counted = [one.span.start for one in self._quantities]
        self._times = sorted(witness.times, key=lambda one: one.span)
        self._timed = [one.span.start for one in self._times]
        self._places = {e.span.start for e in witness.entities if e.kind is NameKind.PLACE}

    def is_claim(self, one: Proposition) -> bool:
        """Whether it says something, of somebody or of something counted, and does not ask."""
        text = self._witness.text
        sentence = self._witness.sentences[one.line].span.of(text).rstrip(_ENDS)
        exact = bool(one.quantities or one.times)
        asks = sentence.endswith("?") or text[one.span.end : one.span.end + 1] == "?"
        own = {word.key for word in self._words_in(one.span) if is_content(word.key)}
        least = _LEAST_EXACT if exact else _LEAST
        return not asks and sum(map(rarity, sorted(own))) >= least and bool(one.names or exact)

    def of_sentences(self) -> Iterator[Proposition]:
        """One a sentence, with what it names for parts."""
        for sentence in self._witness.sentences:
            named = self._names_in(sentence.span)
            who = [Part(role=PartRole.WHO, span=span, key=key) for span, key in named]
            yield self._proposition([sentence.span], sentence.span, sentence.span.start, who)

    def of_clauses(self) -> Iterator[Proposition]:
        """One a clause that says something by itself."""
        for head in heads(self._witness):
            at = head.clause.predicate
            if not self._lines or self._lines[0] > at.start:
                continue
            arguments = [self._with_name(a) for a in head.arguments if a.marker not in _ASIDE]
            verbs = [head.clause, *head.parts]
            around = [s for verb in verbs for s in (verb.predicate, *verb.auxiliaries)]
            own = [self._with_marker(a) for a in arguments if not a.shared]
            spans = [*around, *own, *(a.span for a in arguments if a.shared)]
            did = [
                Part(
                    role=PartRole.DID,
                    span=verb.predicate,
                    key=_deed(verb.lemma, verb.predicate, self._witness),
                )
                for verb in verbs
            ]
            parts = [*did, *map(self._part, arguments)]
            extent = self._extent(head, [*around, *own])
            yield self._proposition(spans, extent, at.start, parts)

    def _extent(self, head: Head, spans: Sequence[Span]) -> Span:
        """From the first of its words to the last, with the noun before that it tells of."""
        extent = hull(spans)
        meant = [a.span for a in head.clause.arguments if a.shared and a.span.end <= extent.start]
        near = [span for span in meant if extent.start - span.end <= _NEAR]
        if head.clause.relation.startswith("acl") and near:
            extent = Span(near[-1].start, extent.end)
        kept = extent.of(self._witness.text).rstrip(_TAIL)
        return Span(extent.start, extent.start + len(kept))

    def _with_marker(self, argument: Argument) -> Span:
        """The phrase with the preposition before it, where that is its marker."""
        if argument.marker is None:
            return argument.span
        start = argument.span.start - len(argument.marker) - 1
        before = self._witness.text[max(start, 0) : argument.span.start]
        is_there = before.casefold() == f"{argument.marker} "
        return Span(start, argument.span.end) if is_there else argument.span

    def _part(self, argument: Argument) -> Part:
        named = [
            key
            for span, key in self._names_in(argument.span)
            if span.covers(argument.head) or self._is_titled(argument.head, span)
        ]
        role = _ROLES[argument.role]
        if role is PartRole.WITH and argument.head.start in self._places:
            role = PartRole.WHERE
        return Part(role=role, span=argument.span, key=named[0] if named else stem(argument.lemma))

    def _with_name(self, argument: Argument) -> Argument:
        """The phrase with the name of whom it is the title, where that stands after it."""
        end = argument.span.end
        place = bisect_left(self._named, end)
        if argument.head.end != end or place == len(self._names):
            return argument
        name = self._names[place][0]
        bears = self._is_titled(argument.head, name) and not self._names_in(argument.head)
        return replace(argument, span=Span(argument.span.start, name.end)) if bears else argument

    def _is_titled(self, head: Span, name: Span) -> bool:
        """Whether the main word of a phrase stands as a title before a name: "the pilot Ada"."""
        return self._witness.text[head.end : name.start] == " "

    def _names_in(self, span: Span) -> Sequence[tuple[Span, str]]:
        first, end = bisect_left(self._named, span.start), bisect_left(self._named, span.end)
        return [one for one in self._names[first:end] if one[0].end <= span.end]

    def _proposition(
        self, spans: Sequence[Span], extent: Span, at: int, parts: Iterable[Part]
    ) -> Proposition:
        witness = self._witness
        near = self._quantities[slice(*_range(self._counted, extent))]
        quantities = tuple(q for q in near if _inside(q.span, spans) and _counts(q))
        timed = self._times[slice(*_range(self._timed, extent))]
        times = tuple(t for t in timed if _inside(t.span, spans))
        exact = [
            *(Part(role=PartRole.HOW_MANY, span=q.span, key=_value(q)) for q in quantities),
            *(Part(role=PartRole.WHEN, span=t.span, key=_date(t)) for t in times),
        ]
        named = {key for span in spans for _, key in self._names_in(span)}
        inside = self._words_in(extent)
        return Proposition(
            article=witness.id,
            span=extent,
            at=at,
            line=max(bisect_right(self._lines, at) - 1, 0),
            parts=tuple(sorted((*parts, *exact), key=lambda part: (part.span, part.role))),
            told={key: _tells(key) for key in sorted(named)} | self._content(spans),
            names=frozenset(named),
            stance=force(witness.text, inside)
            if inside
            else Stance(span=extent, force=Force.CERTAIN),
            quantities=quantities,
            times=times,
            contrasts=any(word.key in _CONTRASTS for word in inside),
            habitual=any(word.key in _HABITS for word in inside),
            nouns={q.span: self._noun(q.counted) for q in quantities if q.counted},
        )

    def _noun(self, span: Span) -> str:
        """The stem of a noun, the last of several."""
        inside = self._words_in(span)
        return stem(inside[-1].key) if inside else ""

    def _content(self, spans: Sequence[Span]) -> dict[str, float]:
        """The stems of the content words that belong to no name."""
        named = [name for span in spans for name, _ in self._names_in(span)]
        return {
            stem(word.key): rarity(word.key)
            for span in spans
            for word in self._words_in(span)
            if is_content(word.key) and not _inside(word.span, named)
        }

    def _words_in(self, span: Span) -> Sequence[Word]:
        return self._witness.words[
            bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)
        ]


def _deed(lemma: str, predicate: Span, witness: Witness) -> str:
    """What is done; of "is" with an attribute, the attribute."""
    return stem(predicate.of(witness.text).casefold() if lemma == "be" else lemma)


def _counts(quantity: Quantity) -> bool:
    return quantity.low is not None or quantity.high is not None


def _value(quantity: Quantity) -> str:
    """The value as a number, or both ends of it."""
    if quantity.value is not None:
        return str(quantity.value)
    return f"{quantity.low or ''}..{quantity.high or ''}"


def _date(time: TimeExpression) -> str:
    """The date; one that only opens or closes an interval, as an interval of ISO 8601-2."""
    value = time.value or time.key
    if time.bound is None:
        return value
    return f"{value}/.." if time.bound in OPENING else f"../{value}"


def _range(starts: Sequence[int], span: Span) -> tuple[int, int]:
    """The places of those that start in a span."""
    return bisect_left(starts, span.start), bisect_left(starts, span.end)


def _inside(span: Span, others: Iterable[Span]) -> bool:
    return any(other.covers(span) for other in others)


@lru_cache(maxsize=65536)
def _tells(name: str) -> float:
    """How rare a name is: as its rarest word."""
    return max((rarity(word.key) for word in words(name)), default=0.0)
