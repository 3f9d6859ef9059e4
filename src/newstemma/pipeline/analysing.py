"""Articles that were read -> everything that is found in them; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newstemma.collate.variants import variants
from newstemma.corroborate.scene import Scene, scenes
from newstemma.corroborate.sourcing import sourcing
from newstemma.corroborate.stage import Corroborated, corroborated
from newstemma.lineage.family import Family, family
from newstemma.lineage.judged import NO_JUDGEMENTS
from newstemma.pipeline.through import Through
from newstemma.progress import Progress, quiet
from newstemma.records import (
    Actor,
    Analysis,
    Judgements,
    SourcingProfile,
    Variant,
    Witness,
)
from newstemma.text.identity.actors import identities
from newstemma.text.identity.judged import NO_JUDGEMENTS as NO_NAMES
from newstemma.text.identity.judged import Judged

__all__ = ["actors_of", "analysed", "collated"]

_NOTHING = Analysis(
    witnesses=(),
    stories=(),
    lineages=(),
    lost_witnesses=(),
    derivations=(),
    relations=(),
    variants=(),
    failures=(),
)


def analysed(
    read: Sequence[Witness],
    *,
    judgements: Judgements = NO_JUDGEMENTS,
    names: Judged = NO_NAMES,
    through: Through = Through.CLAIMS,
    progress: Progress = quiet,
) -> Analysis:
    """What is found in articles that were read, up to the stage `through`; pure.

    Variants and claims need articles that were read with a parser, where there is one.
    """
    if not through.reaches(Through.LINEAGE):
        return replace(_NOTHING, witnesses=tuple(read))
    drawn = family(read, judgements=judgements)
    found = Analysis(
        witnesses=tuple(read),
        stories=drawn.stories,
        lineages=drawn.lineages,
        lost_witnesses=drawn.lost_witnesses,
        derivations=drawn.derivations,
        relations=drawn.relations,
        variants=collated(read, drawn, progress=progress)
        if through.reaches(Through.COLLATE)
        else (),
        failures=(),
    )
    return _claimed(found, drawn, names, progress) if through.reaches(Through.CLAIMS) else found


def _claimed(found: Analysis, drawn: Family, names: Judged, progress: Progress) -> Analysis:
    """What is found with who is named, what is claimed and on whom each article stands."""
    read = found.witnesses
    actors = actors_of(read, drawn, names)
    told = list(scenes(read, drawn, actors=actors, variants=found.variants))
    stories = _corroborate(told, progress)
    return replace(
        found,
        actors=actors,
        claims=tuple(row for one in stories for row in one.claims),
        conflicts=tuple(row for one in stories for row in one.conflicts),
        relations_claimed=tuple(row for one in stories for row in one.relations),
        events=tuple(row for one in stories for row in one.events),
        tracked_numbers=tuple(row for one in stories for row in one.tracked_numbers),
        profiles=_profiles(read, drawn),
    )


def actors_of(read: Sequence[Witness], drawn: Family, names: Judged) -> tuple[Actor, ...]:
    """The actors of each story, story by story."""
    by_id = {one.id: one for one in read}
    return tuple(
        actor
        for story in drawn.stories
        for actor in identities([by_id[one] for one in story.articles], judgements=names)
    )


def collated(
    read: Sequence[Witness], drawn: Family, *, progress: Progress = quiet
) -> tuple[Variant, ...]:
    """What each derived article changed, in the order of the articles."""
    by_id = {one.id: one for one in read}
    story_of = {member: story for story in drawn.stories for member in story.articles}
    parents: dict[str, list[str]] = {}
    for edge in drawn.derivations:
        parents.setdefault(edge.child, []).append(edge.parent)
    found: list[Variant] = []
    children = [one.id for one in read if one.id in parents]
    for done, child in enumerate(children, start=1):
        known = {child, *parents[child]}
        others = [by_id[other] for other in story_of[child].articles if other not in known]
        made_from = [by_id[parent] for parent in parents[child]]
        found.extend(variants(by_id[child], made_from, others=others))
        progress("collating", done, len(children))
    return tuple(found)


def _corroborate(told: Sequence[Scene], progress: Progress) -> list[Corroborated]:
    """What each story claims, story by story."""
    found = []
    for done, scene in enumerate(told, start=1):
        found.append(corroborated(scene))
        progress("corroborating", done, len(told))
    return found


def _profiles(read: Sequence[Witness], drawn: Family) -> tuple[SourcingProfile, ...]:
    """On whom the words of each article stand, in the order of the articles."""
    by_id = {one.id: one for one in read}
    parents: dict[str, list[Witness]] = {}
    for edge in drawn.derivations:
        parents.setdefault(edge.child, []).append(by_id[edge.parent])
    return tuple(sourcing(one, parents.get(one.id, [])) for one in read)
