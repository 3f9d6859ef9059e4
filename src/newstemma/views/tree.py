"""The tree of one story, row by row, as every face draws it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from newstemma.records import (
    Analysis,
    Derivation,
    Lineage,
    LostWitness,
    Relation,
    RelationKind,
    Story,
)
from newstemma.views.records import Link, LinkKind, Name, Node, NodeRole, Tree
from newstemma.views.wording import DERIVATIONS, count, date, likelihood, percent

__all__ = ["how_made", "parents_of", "tree"]

_FOLD_OVER = 8  # more leaves of one kind under one parent share a row
_UNFOLDED = 5

_LINKS = {
    RelationKind.SHARED_SOURCE: LinkKind.SHARED_SOURCE,
    RelationKind.UNKNOWN: LinkKind.UNKNOWN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Family:
    """What is known about one story, by article."""

    names: dict[str, Name]
    parents: dict[str, tuple[Derivation, ...]]
    children: dict[str, tuple[str, ...]]
    lost: dict[str, LostWitness]
    roots: dict[str, int]
    counted: dict[str, int]


def parents_of(
    derivations: Sequence[Derivation], names: dict[str, Name]
) -> dict[str, tuple[Derivation, ...]]:
    """The derivations of each child, the likeliest parent first."""
    found: dict[str, list[Derivation]] = defaultdict(list)
    order = {article: position for position, article in enumerate(names)}
    for edge in sorted(derivations, key=lambda edge: (-edge.probability, order[edge.parent])):
        found[edge.child].append(edge)
    return {child: tuple(edges) for child, edges in found.items()}


def tree(
    story: Story,
    analysis: Analysis,
    parents: dict[str, tuple[Derivation, ...]],
    names: dict[str, Name],
    reports: dict[str, int],
) -> Tree:
    """The story's tree; `parents` are those of all articles, `reports` numbers all lineages."""
    lineages = [line for line in analysis.lineages if line.story == story.id]
    members = set(story.articles)
    dates = _moments(members, analysis)
    own = {child: edges for child, edges in parents.items() if child in members}
    lost = _lost(lineages, analysis)
    family = _Family(
        names=names,
        parents=own,
        children=_children(_by_time(members, dates, names), own, lost),
        lost=lost,
        roots={line.root: reports[line.id] for line in lineages},
        counted={one: reports[line.id] for line in lineages for one in line.articles},
    )
    nodes = _rows(story, lineages, family)
    relations = [one for one in analysis.relations if {one.left, one.right} <= members]
    return Tree(
        nodes=tuple(_placed(nodes, dates)),
        links=_links(nodes, family, relations),
        first=_edge_of_time(min, dates, analysis),
        last=_edge_of_time(max, dates, analysis),
    )


def _lost(lineages: Sequence[Lineage], analysis: Analysis) -> dict[str, LostWitness]:
    wanted = {line.lost_witness for line in lineages}
    return {one.id: one for one in analysis.lost_witnesses if one.id in wanted}


def _children(
    articles: Sequence[str],
    parents: dict[str, tuple[Derivation, ...]],
    lost: dict[str, LostWitness],
) -> dict[str, tuple[str, ...]]:
    """What was made from each article, and from each lost one, in the order of `articles`."""
    children: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        if article in parents:
            children[parents[article][0].parent].append(article)
    for one in lost.values():
        below = {*one.children, one.stands_for_it} - parents.keys()
        children[one.id] += [article for article in articles if article in below]
    return {parent: tuple(below) for parent, below in children.items()}


def _by_time(
    articles: Collection[str], when: dict[str, datetime], names: dict[str, Name]
) -> list[str]:
    """The articles by their dates, those without one last; else in the order of the names."""
    latest = datetime.max.replace(tzinfo=UTC)
    ordered = (article for article in names if article in articles)
    return sorted(ordered, key=lambda one: when.get(one, latest))


# --- rows -------------------------------------------------------------------------------


def _rows(story: Story, lineages: Sequence[Lineage], family: _Family) -> list[Node]:
    """Every article of the story once, a parent before its children."""
    rows: list[Node] = []
    drawn: set[str] = set()
    for line in lineages:
        lost = [line.lost_witness] if line.lost_witness in family.lost else []
        parentless = [one for one in line.articles if one not in family.parents]
        for start in (*lost, line.root, *parentless):
            _descend(start, family, drawn, rows)
    for left in story.articles:
        _descend(left, family, drawn, rows)
    return rows


def _descend(start: str, family: _Family, drawn: set[str], rows: list[Node]) -> None:
    """Add the start and all below it to the rows, depth first; a group shares one row."""
    waiting: list[tuple[tuple[str, ...], int | None, int]] = [((start,), None, 0)]
    while waiting:
        group, parent, depth = waiting.pop()
        keys = [key for key in group if key not in drawn]
        drawn.update(keys)
        if len(keys) > 1:
            rows.append(_folded(keys, parent, depth, family))
        elif keys:
            row = len(rows)
            rows.append(_node(keys[0], parent, depth, family))
            groups = _grouped(family.children.get(keys[0], ()), family)
            waiting.extend((below, row, depth + 1) for below in reversed(groups))


def _grouped(below: Sequence[str], family: _Family) -> list[tuple[str, ...]]:
    """Children with a row of their own, then the many leaves that share one."""
    leaves = [child for child in below if not family.children.get(child)]
    folded = set(leaves[_UNFOLDED:] if len(leaves) > _FOLD_OVER else ())
    shown = [(child,) for child in below if child not in folded]
    return [*shown, tuple(child for child in leaves if child in folded)]


def _node(key: str, parent: int | None, depth: int, family: _Family) -> Node:
    if key in family.lost:
        return _absent(family.lost[key], parent, depth)
    name = family.names[key]
    details = tuple(part for part in (name.publisher, name.published, name.file) if part)
    edges = family.parents.get(key, ())
    return Node(
        role=_role(key, edges, family),
        heading=name.title,
        details=tuple(dict.fromkeys(part for part in details if part != name.title)),
        how=_how(key, edges, family),
        parent=parent,
        depth=depth,
        article=name,
        probability=edges[0].probability if edges else None,
        report=family.roots.get(key),
    )


def how_made(edges: Sequence[Derivation]) -> str:
    """How sure a kind is, for people: "rewrite, very likely (90%)"; empty for a root."""
    if not edges:
        return ""
    likeliest = edges[0].probability
    return f"{DERIVATIONS[edges[0].kind][0]}, {likelihood(likeliest)} ({percent(likeliest)})"


def _role(key: str, edges: Sequence[Derivation], family: _Family) -> NodeRole:
    if edges:
        return NodeRole.DERIVED
    return NodeRole.ROOT if key in family.roots else NodeRole.COUNTED


def _how(key: str, edges: Sequence[Derivation], family: _Family) -> str:
    if key in family.roots and not edges:
        return f"independent report {family.roots[key]}"
    if not edges:
        return f"counted with report {family.counted[key]}" if key in family.counted else ""
    sigla = " and ".join(family.names[edge.parent].siglum for edge in edges)
    return how_made(edges).replace(",", f" of {sigla},", 1)


def _absent(one: LostWitness, parent: int | None, depth: int) -> Node:
    return Node(
        role=NodeRole.LOST,
        heading=one.name or "An unknown source",
        details=("not among these articles", one.why),
        parent=parent,
        depth=depth,
    )


def _folded(keys: Sequence[str], parent: int | None, depth: int, family: _Family) -> Node:
    kinds = {edge.kind for key in keys for edge in family.parents.get(key, ())[:1]}
    noun = DERIVATIONS[kinds.pop()][0] if len(kinds) == 1 else "article"
    sigla = [family.names[key].siglum for key in keys]
    return Node(
        role=NodeRole.FOLDED,
        heading=f"and {count(len(keys), f'more {noun}')}",
        details=(f"{sigla[0]} to {sigla[-1]}, listed below",),
        parent=parent,
        depth=depth,
    )


# --- lines that are no branches ---------------------------------------------------------


def _links(
    nodes: Sequence[Node], family: _Family, relations: Sequence[Relation]
) -> tuple[Link, ...]:
    rows = {node.article.id: row for row, node in enumerate(nodes) if node.article}
    found = [
        (edge.parent, edge.child, LinkKind.SECOND_PARENT)
        for edges in family.parents.values()
        for edge in edges[1:]
    ]
    found += [(one.left, one.right, _LINKS[one.kind]) for one in relations]
    return tuple(
        Link(left=rows[left], right=rows[right], kind=kind)
        for left, right, kind in found
        if left in rows and right in rows
    )


# --- time -------------------------------------------------------------------------------


def _moments(members: Collection[str], analysis: Analysis) -> dict[str, datetime]:
    """When each of the articles was published, as far as its date can be read."""
    found = {}
    for article in analysis.articles:
        if article.id in members and article.published:
            moment = _moment(article.published.value)
            if moment:
                found[article.id] = moment
    return found


def _moment(published: str) -> datetime | None:
    full = published + "-01" if len(published) == 7 else published
    try:
        when = datetime.fromisoformat(full)
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def _placed(nodes: Sequence[Node], dates: dict[str, datetime]) -> Iterator[Node]:
    """The nodes with their place in time, if every article has one and they differ."""
    kept = [node.article.id for node in nodes if node.article]
    if not all(article in dates for article in kept) or len(set(dates.values())) < 2:
        yield from nodes
        return
    first, last = min(dates.values()), max(dates.values())
    for node in nodes:
        when = dates[node.article.id] if node.article else first
        place = (when - first) / (last - first)
        yield node if node.article is None else replace(node, place=place)


def _edge_of_time(
    pick: Callable[[list[datetime]], datetime], dates: dict[str, datetime], analysis: Analysis
) -> str | None:
    if len(set(dates.values())) < 2:
        return None
    at = pick(list(dates.values()))
    stated = {a.id: a.published.value for a in analysis.articles if a.published}
    return next(date(stated[one]) for one, when in dates.items() if when == at)
