"""Puts together what the articles of a story claim, and what stands behind each claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from newstemma.corroborate.clusters import clusters
from newstemma.corroborate.matching import Match, are_near, matches
from newstemma.corroborate.propositions import Proposition, propositions
from newstemma.corroborate.scene import Scene
from newstemma.corroborate.standing import distances, standing
from newstemma.lineage.naming import named
from newstemma.records import Claim, Distortion, Statement

__all__ = ["claims"]

_Rank = tuple[int, int, str]
"""Lineages, articles and id of a claim."""


def claims(scene: Scene) -> tuple[Claim, ...]:
    """The claims of one story, those of most lineages and articles first."""
    told = [
        one
        for article, witness in scene.witnesses.items()
        for one in propositions(witness, scene.names[article])
    ]
    found = matches(told, scene)
    groups = clusters(len(told), found, are_near=lambda a, b: are_near(told[a], told[b]))
    steps = distances(scene)
    drawn = [_claim([told[place] for place in group], scene, steps) for group in groups]
    number = {place: n for n, group in enumerate(groups) for place in group}
    linked = _linked(drawn, found, told, number)
    return tuple(sorted(linked, key=lambda one: (-len(one.lineages), -_size(one), one.id)))


def _size(one: Claim) -> int:
    return len({statement.article for statement in one.statements})


def _claim(told: Sequence[Proposition], scene: Scene, steps: Mapping[str, int]) -> Claim:
    stands = standing([(one.article, one.at) for one in told], scene, steps)
    held = stands.support
    rows = zip(told, stands.chains, held.origin_of, stands.circular, strict=True)
    return Claim(
        id=named("claim", [f"{told[0].article} {told[0].at}"]),
        story=scene.story,
        statements=tuple(
            Statement(
                article=one.article,
                span=one.span,
                parts=one.parts,
                force=one.stance.force,
                negated=one.negated,
                attributions=chain,
                origin=origin,
                circular=circular,
            )
            for one, chain, origin, circular in rows
        ),
        origins=held.origins,
        lineages=held.lineages,
        grade=held.grade,
    )


# --- claims that differ ---------------------------------------------------------------------


def _linked(
    drawn: Sequence[Claim],
    found: Iterable[Match],
    told: Sequence[Proposition],
    number: Mapping[int, int],
) -> Iterator[Claim]:
    """The claims, with how they differ from those that they were made from, or that are better
    supported.
    """
    differing: defaultdict[int, list[Distortion]] = defaultdict(list)
    seen: set[frozenset[int]] = set()
    ranks = [_rank(one) for one in drawn]
    for match in sorted(found, key=lambda match: match.child is None):
        pair = frozenset({number[match.left], number[match.right]})
        if match.differs is not None and len(pair) > 1 and pair not in seen:
            seen.add(pair)
            here = _later(match, ranks, number)
            other = match.right if here == match.left else match.left
            of = drawn[number[other]].id
            differing[number[here]].append(_distortion(match, told[here], told[other], of))
    for n, one in enumerate(drawn):
        yield replace(one, distorts=tuple(sorted(differing[n], key=lambda row: row.of)))


def _later(match: Match, ranks: Sequence[_Rank], number: Mapping[int, int]) -> int:
    """Which of the two distorts the other: the child, else the one with less support."""
    if match.child is not None:
        return match.child
    return min((match.left, match.right), key=lambda place: ranks[number[place]])


def _rank(one: Claim) -> _Rank:
    return len(one.lineages), _size(one), one.id


def _distortion(match: Match, here: Proposition, other: Proposition, of: str) -> Distortion:
    assert match.differs is not None
    is_left = (here.article, here.at) < (other.article, other.at)
    differs = match.differs if is_left else match.differs.turned()
    return Distortion(
        of=of,
        kind=differs.kind,
        article=here.article,
        span=differs.left,
        other_article=other.article,
        other=differs.right,
    )
