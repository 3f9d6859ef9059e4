"""The numbers of an article that somebody may keep count of, with what they count."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from operator import attrgetter

from newstemma.collate.stems import stem
from newstemma.corroborate.scene import Scene
from newstemma.records import (
    Argument,
    ArgumentRole,
    Clause,
    NumberPoint,
    Quantity,
    QuantityKind,
    SourceKind,
    Span,
    Witness,
)
from newstemma.text.segment import words

__all__ = ["Tally", "tallies"]

_FOLLOWED = frozenset(
    {
        QuantityKind.COUNT,
        QuantityKind.MONEY,
        QuantityKind.PERCENT,
        QuantityKind.AREA,
        QuantityKind.MASS,
        QuantityKind.VOLUME,
    }
)
# What is counted of people and sums says nothing without what happened to them.
_GENERAL = frozenset(
    stem(word)
    for word in "people person man woman child other civilian soldier troop member resident "
    "thing part case time way day year week month side point vehicle dollar euro pound percent "
    "amount sum total number million billion thousand hundred time season".split()
)
_NO_TALLY = frozenset(map(stem, ("times", "parts")))  # how often or of how much, and not how many
_EMPTY = frozenset({"be", "have", "include", "say"})  # verbs that tell of no deed
_COPULAS = frozenset("be is are was were been being 's ’s am".split())
_BEFORE = frozenset("-–./:")  # parts of a score, a calibre, a range
_AFTER = frozenset("-–/:")
_CORE = frozenset({ArgumentRole.AGENT, ArgumentRole.PATIENT, ArgumentRole.RECIPIENT})
_NOBODY = frozenset({SourceKind.NONE, SourceKind.UNKNOWN})

_Home = tuple[Clause, Argument]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A quantity with the thing that it counts, the verb that it stands with, and who does it.

    `state` is what it is said to be or to be in, where the verb is "be": "11 are in custody".
    `key` is what equal things share; `is_general` where the thing alone says too little.
    """

    quantity: Quantity
    thing: str
    key: str
    is_general: bool
    deed: str | None
    state: str | None
    doer: str | None
    point: NumberPoint

    @property
    def size(self) -> Fraction:
        """Its highest value that is told."""
        ends = (self.quantity.low, self.quantity.high)
        return max(end for end in ends if end is not None)


def tallies(article: str, scene: Scene) -> Iterator[Tally]:
    """The tallies of an article, in text order, each value of a thing once."""
    witness = scene.witnesses[article]
    homes = _homes(witness)
    said: set[tuple[str, Fraction | None, Fraction | None]] = set()
    for quantity in witness.quantities:
        if not _is_followed(witness.text, quantity):
            continue
        one = _tally(quantity, _home(quantity.span, homes, witness), article, scene)
        if one is None or (one.is_general and one.deed is None):
            continue
        value = one.key, quantity.low, quantity.high
        if value not in said:
            said.add(value)
            yield one


def _is_followed(text: str, quantity: Quantity) -> bool:
    """Whether it can be a tally: it has a value, and is no part of a longer figure."""
    if quantity.kind not in _FOLLOWED or (quantity.low is None and quantity.high is None):
        return False
    start, end = quantity.span.start, quantity.span.end
    return text[max(0, start - 1) : start] not in _BEFORE and text[end : end + 1] not in _AFTER


def _sentence(span: Span, witness: Witness) -> int:
    return bisect_right(witness.sentences, span.start, key=attrgetter("span.start"))


def _homes(witness: Witness) -> Mapping[int, Sequence[_Home]]:
    """The arguments with their clauses, by the sentence that they start in."""
    found: defaultdict[int, list[_Home]] = defaultdict(list)
    for clause in witness.clauses:
        for argument in clause.arguments:
            found[_sentence(argument.span, witness)].append((clause, argument))
    return found


def _home(span: Span, homes: Mapping[int, Sequence[_Home]], witness: Witness) -> _Home | None:
    """The argument that a quantity stands in, the narrowest, with its clause."""
    beside = homes.get(_sentence(span, witness), ())
    around = (home for home in beside if home[1].span.covers(span))
    return min(around, key=lambda home: len(home[1].span), default=None)


def _tally(quantity: Quantity, home: _Home | None, article: str, scene: Scene) -> Tally | None:
    witness = scene.witnesses[article]
    clause, argument = home or (None, None)
    thing = _thing(witness.text, quantity, argument)
    if thing is None:
        return None
    key = stem(words(witness.text, thing)[-1].key)
    if key in _NO_TALLY:
        return None
    return Tally(
        quantity=quantity,
        thing=thing.of(witness.text),
        key=key,
        is_general=key in _GENERAL,
        deed=clause.lemma if clause and clause.lemma not in _EMPTY else None,
        state=_state(witness.text, clause) if clause else None,
        doer=_doer(home, article, scene) if home else None,
        point=_point(quantity, article, scene),
    )


def _state(text: str, clause: Clause) -> str | None:
    """The stem of what something is, or of the first phrase that says where or how it is."""
    if clause.lemma != "be":
        return None
    told = clause.predicate.of(text).casefold()
    beside = next((a.lemma for a in clause.filling(ArgumentRole.ADJUNCT)), None)
    found = told if told not in _COPULAS else beside
    return stem(found) if found else None


def _thing(text: str, quantity: Quantity, argument: Argument | None) -> Span | None:
    """The noun that is counted, or of which a sum is: "a $50 million bounty"."""
    if quantity.counted is not None:
        inside = words(text, quantity.counted)
        return inside[-1].span if inside else None
    is_sum = quantity.kind is not QuantityKind.COUNT
    if not is_sum or argument is None or quantity.span.overlaps(argument.head):
        return None
    return argument.head if words(text, argument.head) else None


def _doer(home: _Home, article: str, scene: Scene) -> str | None:
    """The actor who does what a quantity tells of; with a passive, who stands behind it."""
    clause, argument = home
    named = scene.named[article]
    for agent in clause.filling(ArgumentRole.AGENT) if argument.role in _CORE else ():
        leads = clause.passive and agent.span.start < clause.predicate.start
        if agent is not argument and not leads:
            first = bisect_right(named, agent.head.start, key=attrgetter("start")) - 1
            is_named = first >= 0 and named[first].covers(agent.head)
            return scene.names[article][named[first]] if is_named else None
    return None


def _point(quantity: Quantity, article: str, scene: Scene) -> NumberPoint:
    witness = scene.witnesses[article]
    around = scene.contents[article].around(quantity.span.start)
    told = (witness.attributions[place] for place in around)
    said = next((one for one in told if one.source_kind not in _NOBODY), None)
    published = witness.article.published
    return NumberPoint(
        article=article,
        span=quantity.span,
        published=published.value if published else None,
        low=quantity.low,
        high=quantity.high,
        source=said.source if said else None,
        source_kind=said.source_kind if said else None,
    )
