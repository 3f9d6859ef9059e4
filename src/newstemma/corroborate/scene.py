"""All that is known of one story before its claims are drawn."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from newstemma.corroborate.contents import Contents, contents_of
from newstemma.corroborate.propositions import Names
from newstemma.corroborate.voices import Voice, voice_of
from newstemma.lineage.family import Family
from newstemma.records import Actor, Lineage, Span, Story, Variant, Witness

__all__ = ["Scene", "scenes"]


@dataclass(frozen=True, kw_only=True)  # without slots, so that what is derived is kept
class Scene:
    """One story: its articles by id, whom each names where, and who was made from whom.

    `forms` leads from each form of a name that one actor alone bears to the actor's name.
    `lineages` are those of each article and `voices` who speaks for each lineage; `parents` are
    those of each article, in their order, that belong to the story. `variants` say what changed,
    by child and parent.
    """

    story: str
    witnesses: Mapping[str, Witness]
    actors: tuple[Actor, ...]
    names: Mapping[str, Names]
    forms: Mapping[str, str]
    lineages: Mapping[str, tuple[str, ...]]
    voices: Mapping[str, Voice]
    parents: Mapping[str, tuple[str, ...]]
    variants: Mapping[tuple[str, str], tuple[Variant, ...]]

    @cached_property
    def contents(self) -> Mapping[str, Contents]:
        """In whose words each place of each article stands."""
        return {name: contents_of(one.attributions) for name, one in self.witnesses.items()}

    @cached_property
    def named(self) -> Mapping[str, tuple[Span, ...]]:
        """Where each article names somebody, in order."""
        return {article: tuple(sorted(names)) for article, names in self.names.items()}

    @cached_property
    def called(self) -> Mapping[str, tuple[str, ...]]:
        """The forms of each actor's name, the longest first."""
        forms = ((actor.name, sorted(actor.forms)) for actor in self.actors)
        return {name: tuple(sorted(borne, key=len, reverse=True)) for name, borne in forms}


@dataclass(frozen=True, slots=True)
class _Found:
    """What stands of everything in one story."""

    lineages: list[Lineage]
    actors: list[Actor]
    edges: list[tuple[str, str]]
    variants: defaultdict[tuple[str, str], list[Variant]]


def scenes(
    witnesses: Iterable[Witness],
    drawn: Family,
    *,
    actors: Iterable[Actor],
    variants: Iterable[Variant] = (),
) -> Iterator[Scene]:
    """Every story of a family of articles, in their order."""
    by_id = {witness.id: witness for witness in witnesses}
    parts = {story.id: _Found([], [], [], defaultdict(list)) for story in drawn.stories}
    home = {one: parts[story.id] for story in drawn.stories for one in story.articles}
    for line in drawn.lineages:
        parts[line.story].lineages.append(line)
    for actor in actors:
        home[actor.mentions[0].article].actors.append(actor)
    for edge in drawn.derivations:
        if home[edge.child] is home[edge.parent]:
            home[edge.child].edges.append((edge.child, edge.parent))
    for variant in variants:
        if home[variant.child] is home[variant.parent]:
            home[variant.child].variants[variant.child, variant.parent].append(variant)
    lost = {one.id: one.name for one in drawn.lost_witnesses}
    for story in drawn.stories:
        members = [by_id[article] for article in story.articles]
        yield _scene(story, members, parts[story.id], lost)


def _scene(
    story: Story, members: Sequence[Witness], found: _Found, lost: Mapping[str, str | None]
) -> Scene:
    witnesses = {witness.id: witness for witness in sorted(members, key=lambda one: one.id)}
    names: dict[str, dict[Span, str]] = {article: {} for article in witnesses}
    for actor in found.actors:
        for at in actor.mentions:
            names[at.article][at.span] = actor.name
    lineages: defaultdict[str, list[str]] = defaultdict(list)
    for line in sorted(found.lineages, key=lambda line: line.id):
        for article in line.articles:
            lineages[article].append(line.id)
    parents: defaultdict[str, list[str]] = defaultdict(list)
    for child, parent in sorted(found.edges):
        parents[child].append(parent)
    return Scene(
        story=story.id,
        witnesses=witnesses,
        actors=tuple(found.actors),
        names=names,
        forms=_forms(found.actors),
        lineages={article: tuple(ids) for article, ids in lineages.items()},
        voices={one.id: voice_of(one, witnesses[one.root], lost) for one in found.lineages},
        parents={child: tuple(ids) for child, ids in parents.items()},
        variants={edge: tuple(rows) for edge, rows in found.variants.items()},
    )


def _forms(actors: Sequence[Actor]) -> Mapping[str, str]:
    borne = Counter(form for actor in actors for form in actor.forms)
    return {form: actor.name for actor in actors for form in actor.forms if borne[form] == 1}
