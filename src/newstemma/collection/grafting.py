"""A new article in a neighbourhood that is too large to be drawn anew for each.

The article is drawn with its nearest alone, and takes its own place from that drawing. Ids of
stories and lineages, claims, and lineages that it would join to each other wait until all is drawn
anew, which is each time that the neighbourhood has grown by a quarter (see `is_due`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from newstemma.records import (
    Actor,
    Analysis,
    Derivation,
    DerivationKind,
    Lineage,
    Relation,
    RelationKind,
    Story,
)

__all__ = ["LIMIT", "grafted", "is_due"]

LIMIT = 200  # articles that are drawn anew whenever one is added
_GROWTH = 1.25


def is_due(before: int, after: int) -> bool:
    """Whether a neighbourhood that grows from so many articles to so many is drawn anew.

    >>> is_due(10, 11), is_due(230, 231), is_due(249, 250)
    (True, False, True)
    """
    size = float(LIMIT)
    while size <= before:
        size *= _GROWTH
    return after <= LIMIT or size <= after


def grafted(whole: Analysis, local: Analysis, name: str) -> Analysis:
    """What was drawn, with the article `name` in the place that `local` gives it among others."""
    edges = _edges(whole, local, name)
    known = {(one.left, one.right) for one in whole.relations}
    own = (one for one in local.relations if name in (one.left, one.right))
    relations = tuple(one for one in own if (one.left, one.right) not in known)
    children = {edge.child for edge in edges}
    witnesses = (*whole.witnesses, *(one for one in local.witnesses if one.id == name))
    stories, home = _stories(whole, local, name)
    return replace(
        whole,
        witnesses=tuple(sorted(witnesses, key=lambda one: (one.article.path, one.id))),
        stories=stories,
        lineages=_lineages(whole, local, name, home, (*edges, *relations)),
        derivations=tuple(
            sorted((*whole.derivations, *edges), key=lambda edge: (edge.child, edge.parent))
        ),
        relations=tuple(
            sorted((*whole.relations, *relations), key=lambda one: (one.left, one.right))
        ),
        variants=(*whole.variants, *(one for one in local.variants if one.child in children)),
        actors=(*whole.actors, *_actors(local, name)),
        profiles=(*whole.profiles, *(one for one in local.profiles if one.article == name)),
    )


def _edges(whole: Analysis, local: Analysis, name: str) -> tuple[Derivation, ...]:
    """Whom it was made from; where from nobody, who was made from it and has no parent yet."""
    own = tuple(edge for edge in local.derivations if edge.child == name)
    settled = {edge.child for edge in whole.derivations}
    made = (edge for edge in local.derivations if edge.parent == name)
    return own or tuple(edge for edge in made if edge.child not in settled)


def _stories(whole: Analysis, local: Analysis, name: str) -> tuple[tuple[Story, ...], Story]:
    """The stories with the article in that of most of its story; and which that is."""
    near = next(story for story in local.stories if name in story.articles)
    home = {member: story for story in whole.stories for member in story.articles}
    counts = Counter(home[one].id for one in near.articles if one in home)
    if not counts:
        alone = replace(near, articles=(name,))
        return (*whole.stories, alone), alone
    chosen = min(counts, key=lambda story: (-counts[story], story))
    found = next(story for story in whole.stories if story.id == chosen)
    grown = replace(found, articles=tuple(sorted((*found.articles, name))))
    return tuple(grown if one is found else one for one in whole.stories), grown


def _lineages(
    whole: Analysis,
    local: Analysis,
    name: str,
    home: Story,
    ties: tuple[Derivation | Relation, ...],
) -> tuple[Lineage, ...]:
    """The lineages with the article in that of its parent; a digest in those of all parents."""
    near = {end for tie in ties if (end := _other(tie, name))}
    several = any(isinstance(t, Derivation) and t.kind is DerivationKind.DIGEST for t in ties)
    holding = [one for one in whole.lineages if one.story == home.id and near & set(one.articles)]
    if not holding:
        own = next(one for one in local.lineages if name in one.articles)
        alone = replace(own, story=home.id, articles=(name,), root=name, lost_witness=None)
        return (*whole.lineages, alone)
    joined = holding if several else holding[:1]
    return tuple(
        replace(one, articles=tuple(sorted((*one.articles, name)))) if one in joined else one
        for one in whole.lineages
    )


def _other(tie: Derivation | Relation, name: str) -> str | None:
    """Whom a derivation, or an order that cannot be told, ties the article to."""
    if isinstance(tie, Derivation):
        return tie.parent if tie.child == name else tie.child
    if tie.kind is not RelationKind.UNKNOWN:
        return None
    return tie.right if tie.left == name else tie.left


def _actors(local: Analysis, name: str) -> tuple[Actor, ...]:
    """Whom the article names."""
    own = ((one, tuple(at for at in one.mentions if at.article == name)) for one in local.actors)
    return tuple(replace(actor, mentions=mentions) for actor, mentions in own if mentions)
