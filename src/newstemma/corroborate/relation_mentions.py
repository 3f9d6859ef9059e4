"""Where one article tells of a relation between two actors of its story."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from newstemma.corroborate.event_types import Event, events
from newstemma.corroborate.extents import hull
from newstemma.corroborate.meant import meant
from newstemma.corroborate.named_relations import named_relations
from newstemma.corroborate.participants import participants
from newstemma.corroborate.propositions import Names
from newstemma.records import ArgumentRole, Clause, Force, NameKind, RelationType, Span, Witness
from newstemma.text.force import force

__all__ = ["RelationMention", "relation_mentions"]

_WANTED = frozenset("try attempt plan intend prepare want hope expect decide".split())
_OPEN = ("if ", "whether ", "unless ", "in case ")
_LONGEST = 8  # characters of these


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationMention:
    """That one actor does something to another, or is something to it, as an article tells.

    `source` and `target` are the names of the actors, given at `source_span` and `target_span`;
    `cue` is the word that tells it; `span` goes from the first of these to the last.
    """

    article: str
    type: RelationType
    source: str
    target: str
    source_span: Span
    target_span: Span
    cue: Span
    span: Span
    force: Force
    negated: bool


def relation_mentions(
    witness: Witness, names: Names, kinds: Mapping[str, NameKind]
) -> tuple[RelationMention, ...]:
    """The relations that an article tells of, in text order; none where it was not parsed.

    `names` are the actors that it means, by where; `kinds` what each of them is.
    """
    if not witness.clauses:
        return ()
    found = (*_of_events(witness, names), *_of_names(witness, names, kinds))
    once = {(one.type, one.source_span, one.target_span): one for one in reversed(found)}
    return tuple(sorted(once.values(), key=lambda one: (one.span, one.cue)))


def _of_events(witness: Witness, names: Names) -> Iterator[RelationMention]:
    text, clauses = witness.text, witness.clauses
    spans = sorted(names)
    places = _Places(witness)
    for event, sources, targets in participants(text, clauses, events(text, clauses), spans):
        if places.is_of_speaker(clauses[event.steps[0]]):
            continue
        doers = [pair for one in sources if (pair := meant(text, one, names, event.type, by=True))]
        others = [
            pair
            for one in targets
            if one.near and (pair := meant(text, one, names, event.type, by=False))
        ]
        for source, span in doers:
            for target, at in others:
                is_two = source != target and not span.overlaps(at)
                if is_two and places.is_told_by_one(event.cue, span, at):
                    yield _mention(witness, event, (source, span), (target, at))


class _Places:
    """In whose words the places of an article stand."""

    def __init__(self, witness: Witness) -> None:
        self._quoted = sorted(one.span for one in witness.quotations)
        self._clauses = witness.clauses
        cues = (one.cue_span for one in witness.attributions if one.speech)
        self._cues = frozenset(cue.start for cue in cues if cue)

    def is_told_by_one(self, cue: Span, source: Span, target: Span) -> bool:
        """Whether who says it says both of whom; one who stands behind the words is their speaker.

        "He robbed Birk," Lund said.
        """
        here = self._quotation(cue)
        is_behind = source.start > cue.end and self._quotation(source) != here
        return not is_behind and self._quotation(target) == here

    def _quotation(self, at: Span) -> Span | None:
        place = bisect_left(self._quoted, at.start, key=attrgetter("end"))
        near = self._quoted[place] if place < len(self._quoted) else None
        return near if near is not None and near.start <= at.start else None

    def is_of_speaker(self, clause: Clause) -> bool:
        """Whether it lacks a subject, and stands beside who says something.

        "After robbing Birk, Lund said, he fled."
        """
        if clause.relation != "advcl" or clause.parent is None:
            return False
        own = (a for a in clause.filling(ArgumentRole.AGENT) if not a.shared)
        return next(own, None) is None and (
            self._clauses[clause.parent].predicate.start in self._cues
        )


def _mention(
    witness: Witness, event: Event, source: tuple[str, Span], target: tuple[str, Span]
) -> RelationMention:
    chain = [witness.clauses[place] for place in event.steps]
    aids = [span for clause in chain for span in clause.auxiliaries]
    span = hull([source[1], target[1], event.cue, *aids])
    value, negated = _force(witness, span)
    return RelationMention(
        article=witness.id,
        type=event.type,
        source=source[0],
        target=target[0],
        source_span=source[1],
        target_span=target[1],
        cue=event.cue,
        span=span,
        force=_weakened(value, chain, witness.text),
        negated=(negated or any(clause.negated for clause in chain))
        and event.type is not RelationType.REJECT,
    )


def _force(witness: Witness, span: Span) -> tuple[Force, bool]:
    first = bisect_left(witness.words, span.start, key=attrgetter("start"))
    end = bisect_left(witness.words, span.end, key=attrgetter("start"))
    inside = witness.words[first:end]
    if not inside:
        return Force.CERTAIN, False
    stance = force(witness.text, inside)
    return stance.force, stance.negated or stance.force is Force.DENIED


def _weakened(value: Force, chain: Sequence[Clause], text: str) -> Force:
    """The force of what is wanted or tried, and of a condition."""
    starts = [clause.span.start for clause in chain]
    if any(text[at : at + _LONGEST].lower().startswith(_OPEN) for at in starts):
        return Force.UNKNOWN
    wanted = any(clause.lemma in _WANTED for clause in chain[:-1])
    return Force.POSSIBLE if wanted and value is Force.CERTAIN else value


def _of_names(
    witness: Witness, names: Names, kinds: Mapping[str, NameKind]
) -> Iterator[RelationMention]:
    for one in named_relations(witness, names, kinds):
        value, negated = _force(witness, one.told)
        if names[one.source] != names[one.target]:
            yield RelationMention(
                article=witness.id,
                type=one.type,
                source=names[one.source],
                target=names[one.target],
                source_span=one.source,
                target_span=one.target,
                cue=one.cue,
                span=hull([one.source, one.target, one.cue]),
                force=value,
                negated=negated,
            )
