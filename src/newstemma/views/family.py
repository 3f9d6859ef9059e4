"""The family of one story, by article: what hangs on what, and by what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from newstemma.records import (
    Analysis,
    Derivation,
    Lineage,
    LostWitness,
    Relation,
    RelationKind,
    Story,
    Witness,
)
from newstemma.views.beyond import Beyond
from newstemma.views.folding import Forest, spanned
from newstemma.views.records import Name
from newstemma.views.timeline import Timeline, moments, timeline

__all__ = ["Family", "Known", "Parents", "family", "known_of", "parents_of"]

Parents = dict[str, tuple[Derivation, ...]]
"""The derivations of each child, the likeliest parent first."""

_LATEST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of all articles of an analysis.

    `order` numbers the articles as they stand in the pile, `reports` the lineages.
    """

    names: Mapping[str, Name]
    order: Mapping[str, int]
    witnesses: Mapping[str, Witness]
    parents: Parents
    lost: Mapping[str, LostWitness]
    reports: Mapping[str, int]
    beyond: Beyond


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """What is known of the articles of one story.

    `roots` has the report of each root, `reports` that of each article and each lost witness,
    `sizes` the number of articles in each report.
    """

    known: Known
    forest: Forest
    timeline: Timeline | None
    roots: Mapping[str, int]
    reports: Mapping[str, int]
    sizes: Mapping[int, int]


def parents_of(derivations: Sequence[Derivation], names: Mapping[str, Name]) -> Parents:
    """The derivations of each child, the likeliest parent first."""
    found: dict[str, list[Derivation]] = defaultdict(list)
    order = {article: position for position, article in enumerate(names)}
    for edge in sorted(derivations, key=lambda edge: (-edge.probability, order[edge.parent])):
        found[edge.child].append(edge)
    return {child: tuple(edges) for child, edges in found.items()}


def known_of(
    analysis: Analysis, names: Mapping[str, Name], reports: Mapping[str, int], beyond: Beyond
) -> Known:
    """The analysis by article."""
    return Known(
        names=names,
        order={article: position for position, article in enumerate(names)},
        witnesses={one.id: one for one in analysis.witnesses},
        parents=parents_of(analysis.derivations, names),
        lost={one.id: one for one in analysis.lost_witnesses},
        reports=reports,
        beyond=beyond,
    )


def family(
    story: Story, lineages: Sequence[Lineage], relations: Sequence[Relation], known: Known
) -> Family:
    """The family of a story with its lineages, and the relations between its articles."""
    when = moments(known.witnesses[one].article for one in story.articles)
    articles = _by_time(story.articles, when, known)
    numbered = [(line, known.reports[line.id]) for line in lineages]
    reports = {one: number for line, number in reversed(numbered) for one in _members(line)}
    roots = {line.root: number for line, number in numbered}
    return Family(
        known=known,
        forest=spanned(
            _tops(story, lineages, known),
            _children(articles, lineages, relations, known),
            {one: _alike(one, roots, known) for one in articles},
        ),
        timeline=timeline(when, len(articles)),
        roots=roots,
        reports=reports,
        sizes={number: known.beyond.articles(line.articles) for line, number in numbered},
    )


def _members(line: Lineage) -> Iterator[str]:
    yield from line.articles
    if line.lost_witness is not None:
        yield line.lost_witness


def _by_time(articles: Collection[str], when: Mapping[str, datetime], known: Known) -> list[str]:
    """The articles by their dates, those without one last; else in the order of the pile."""
    return sorted(articles, key=lambda one: (when.get(one, _LATEST), known.order[one]))


def _tops(story: Story, lineages: Sequence[Lineage], known: Known) -> Iterator[str]:
    """Where a drawing may begin: lost witnesses, roots and orphans, lineage by lineage."""
    for line in lineages:
        if line.lost_witness in known.lost:
            yield str(line.lost_witness)
        yield line.root
        yield from (one for one in line.articles if one not in known.parents)
    yield from story.articles


def _alike(article: str, roots: Mapping[str, int], known: Known) -> str:
    edges = known.parents.get(article)
    if edges:
        return edges[0].kind
    return "root" if article in roots else "orphan"


def _children(
    articles: Sequence[str],
    lineages: Sequence[Lineage],
    relations: Sequence[Relation],
    known: Known,
) -> dict[str, list[str]]:
    """What hangs on each article, and on each lost one: derived, then of unknown order."""
    children: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        if article in known.parents:
            children[known.parents[article][0].parent].append(article)
    for lost in _lost(lineages, known):
        below = {*lost.children, lost.stands_for_it}
        children[lost.id] += [one for one in articles if one in below and one not in known.parents]
    roots = {line.root for line in lineages}
    for tie in relations:
        for one, other in ((tie.left, tie.right), (tie.right, tie.left)):
            if (
                tie.kind is RelationKind.UNKNOWN
                and other not in known.parents
                and other not in roots
            ):
                children[one].append(other)
    return children


def _lost(lineages: Sequence[Lineage], known: Known) -> Iterator[LostWitness]:
    for line in lineages:
        if line.lost_witness in known.lost:
            yield known.lost[str(line.lost_witness)]
