"""Relations between the actors of a story, always as claimed by somebody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from newstemma.collate.stems import stem
from newstemma.corroborate.mentioned import mentioned
from newstemma.corroborate.relation_mentions import RelationMention, relation_mentions
from newstemma.corroborate.scene import Scene
from newstemma.corroborate.standing import distances, standing
from newstemma.records import (
    ClaimedRelation,
    NameKind,
    RelationStatement,
    RelationType,
)

__all__ = ["relations"]

_ACTORS = frozenset(
    {
        NameKind.PERSON,
        NameKind.ORGANISATION,
        NameKind.PLACE,
        NameKind.GROUP,
        NameKind.VESSEL,
    }
)
_HOSTING = frozenset(map(stem, ("host", "hosted", "hosting", "receive", "received", "receiving")))
_Key = tuple[str, str, RelationType, bool]


def relations(scene: Scene) -> tuple[ClaimedRelation, ...]:
    """The relations that the articles of one story claim, those of most lineages first.

    What all of them say of one pair is one relation; that it is not so is another.
    """
    kinds = {actor.name: actor.kind for actor in scene.actors}
    groups: defaultdict[_Key, list[RelationMention]] = defaultdict(list)
    for article, witness in scene.witnesses.items():
        names = mentioned(witness, scene.names[article], kinds)
        for one in relation_mentions(witness, names, kinds):
            can_act = _can_act(one.type, kinds[one.source], kinds[one.target])
            if can_act and _can_be_met(one, witness.text, kinds[one.target]):
                groups[one.source, one.target, one.type, one.negated].append(one)
    steps = distances(scene)
    found = [_relation(key, told, scene, steps) for key, told in groups.items()]
    return tuple(sorted(found, key=_rank))


def _rank(one: ClaimedRelation) -> tuple[int, int, str, str, str, bool]:
    """Most lineages first, then most statements, then by name."""
    size = -len(one.lineages), -len(one.statements)
    return *size, one.source, one.target, one.type.value, one.negated


def _relation(
    key: _Key, told: Sequence[RelationMention], scene: Scene, steps: Mapping[str, int]
) -> ClaimedRelation:
    source, target, type_, negated = key
    behind = standing([(one.article, one.cue.start) for one in told], scene, steps)
    held = behind.support
    return ClaimedRelation(
        story=scene.story,
        type=type_,
        source=source,
        target=target,
        negated=negated,
        statements=tuple(
            RelationStatement(
                article=one.article,
                span=one.span,
                source=one.source_span,
                target=one.target_span,
                cue=one.cue,
                force=one.force,
                negated=one.negated,
                attributions=way,
                origin=origin,
            )
            for one, way, origin in zip(told, behind.chains, held.origin_of, strict=True)
        ),
        origins=held.origins,
        lineages=held.lineages,
        grade=held.grade,
    )


def _can_be_met(one: RelationMention, text: str, target: NameKind) -> bool:
    """Whether a guest is somebody: prizes are received, and shows hosted."""
    is_guest = stem(one.cue.of(text).lower()) in _HOSTING
    return not is_guest or target is NameKind.PERSON


def _can_act(type_: RelationType, source: NameKind, target: NameKind) -> bool:
    """Whether both are somebody or something that a relation can be between.

    That a place is in another is geography, and nobody claims it.
    """
    if type_ is RelationType.LOCATED_IN and source in {NameKind.PLACE, NameKind.PERSON}:
        return False
    return source in _ACTORS and target in _ACTORS
