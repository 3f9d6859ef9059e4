"""Actors and what they are claimed to be or to do to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from newstemma.records import ClaimedRelation, Force, Grade, RelationType
from newstemma.views.followed_records import Network, RelationShown
from newstemma.views.origins import Provenance, counted, support
from newstemma.views.places import in_sentence

__all__ = ["network"]

_SHOWN = 200  # relations of a story
_DRAWN = 24
_PLACES = 8  # articles of one relation

_DEEDS = {
    RelationType.AGREE: "agree with",
    RelationType.CONSULT: "meet",
    RelationType.SUPPORT: "support",
    RelationType.COOPERATE: "work with",
    RelationType.AID: "aid",
    RelationType.CONCEDE: "give way to",
    RelationType.RETREAT: "withdraw from",
    RelationType.INVESTIGATE: "investigate",
    RelationType.DEMAND: "make demands on",
    RelationType.DISAPPROVE: "disapprove of",
    RelationType.ACCUSE: "accuse",
    RelationType.REJECT: "reject",
    RelationType.THREATEN: "threaten",
    RelationType.PROTEST: "protest against",
    RelationType.MOBILIZE: "mobilise against",
    RelationType.SANCTION: "sanction",
    RelationType.COERCE: "coerce",
    RelationType.DETAIN: "detain",
    RelationType.ASSAULT: "assault",
    RelationType.FIGHT: "fight",
    RelationType.BELONGS_TO: "belong to",
}
_STATES = {
    RelationType.IN_CHARGE_OF: "in charge of",
    RelationType.LOCATED_IN: "in",
}
# The firmest first: what it is called, and the adverb that it brings into the sentence.
_FORCES = {
    Force.CERTAIN: ("said flatly", ""),
    Force.DENIED: ("said flatly", ""),
    Force.LIKELY: ("said to be likely", "probably "),
    Force.POSSIBLE: ("said to be possible", "possibly "),
    Force.UNKNOWN: ("left open", "left open: "),
}


def network(
    number: int, title: str, found: Sequence[ClaimedRelation], known: Provenance
) -> Network:
    """The network of a story from its relations."""
    best = sorted(found, key=lambda one: -counted(one.origins))[:_SHOWN]
    shown = tuple(_relation(one, known) for one in best)
    return Network(
        number=number,
        title=title,
        relations=shown,
        drawn=_grouped(shown[:_DRAWN]),
        more=len(found) - len(shown),
    )


def _grouped(rows: Sequence[RelationShown]) -> tuple[RelationShown, ...]:
    """Those of one source next to each other, in the order of the first of each."""
    by_source: defaultdict[str, list[RelationShown]] = defaultdict(list)
    for row in rows:
        by_source[row.source].append(row)
    return tuple(row for alike in by_source.values() for row in alike)


def _relation(one: ClaimedRelation, known: Provenance) -> RelationShown:
    each = known.one_each(one.statements)
    told = {said.force for said in one.statements}
    forces = [force for force in _FORCES if force in told]
    return RelationShown(
        source=one.source,
        label=_label(one, forces),
        target=one.target,
        claimed_by=known.claimed_by(one.origins),
        force=", or ".join(dict.fromkeys(_FORCES[force][0] for force in forces)),
        support=support(one.origins, len(one.lineages), len(each)),
        origins=counted(one.origins),
        is_corroborated=one.grade is Grade.CORROBORATED,
        is_denied=one.negated,
        places=tuple(in_sentence(said.article, said.span, known.texts) for said in each[:_PLACES]),
        more=max(len(each) - _PLACES, 0),
    )


def _label(one: ClaimedRelation, forces: Sequence[Force]) -> str:
    """What the source is or does, as firmly as anybody says it."""
    adverb = _FORCES[forces[0]][1] if forces else ""
    if one.type in _STATES:
        return f"{adverb}is {'not ' * one.negated}{_STATES[one.type]}"
    deed = _DEEDS[one.type]
    if one.negated:
        return f"{adverb}does not {deed}"
    verb, _, rest = deed.partition(" ")
    return f"{adverb}{verb}s {rest}".rstrip()
