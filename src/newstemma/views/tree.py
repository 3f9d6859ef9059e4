"""The tree of one story, row by row, as every face draws it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, islice

from newstemma.lineage.judged import JUDGED
from newstemma.records import Derivation, DerivationKind, Lineage, Relation, RelationKind, Story
from newstemma.reuse.passages import coverage, passages
from newstemma.views.family import Family, Known, family
from newstemma.views.folding import Row, rows
from newstemma.views.records import Band, Branch, Link, LinkKind, Node, NodeRole, Tree
from newstemma.views.wording import DERIVATIONS, count, likelihood, listed, percent

__all__ = ["how_made", "tree"]

_SIGLA = 6  # of a fold that are told in its row
_PARENTS = 4  # of a digest

_KINDS = {Branch(kind): kind for kind in DerivationKind}

_LINKS = {
    RelationKind.SHARED_SOURCE: LinkKind.SHARED_SOURCE,
    RelationKind.UNKNOWN: LinkKind.UNKNOWN,
}


def tree(
    story: Story, lineages: Sequence[Lineage], relations: Sequence[Relation], known: Known
) -> Tree:
    """The story's tree, from its own lineages and the relations between its articles."""
    found = family(story, lineages, relations, known)
    drawn = rows(found.forest)
    nodes = tuple(_nodes(drawn, found))
    return Tree(
        nodes=nodes,
        links=tuple(_links(drawn, known, relations)),
        bands=tuple(_bands(drawn, nodes, found)),
        axis=found.timeline.axis if found.timeline else None,
    )


def how_made(edges: Sequence[Derivation]) -> str:
    """How sure a kind is, for people: "rewrite, very likely (90%)"; empty for a root."""
    if not edges:
        return ""
    first = edges[0]
    made = DERIVATIONS[first.kind][0]
    if any(one.signal == JUDGED.signal for one in first.evidence):
        return f"{made}, as judged by a person"
    return f"{made}, {likelihood(first.probability)} ({percent(first.probability)})"


# --- rows -------------------------------------------------------------------------------


def _nodes(drawn: Sequence[Row], found: Family) -> Iterator[Node]:
    for row in drawn:
        above = None if row.parent is None else drawn[row.parent].key
        node = _folded(row, above, found) if row.folded else _node(row.key, above, found)
        share = _share(row.key, found.known) if node.role is NodeRole.DERIVED else None
        yield replace(node, parent=row.parent, depth=row.depth, share=share)


def _node(key: str, above: str | None, found: Family) -> Node:
    if key in found.known.lost:
        return _absent(key, found)
    name = found.known.names[key]
    edges = found.known.parents.get(key, ())
    dated = name.published or ("no date" if found.timeline else None)
    parts = (name.publisher, dated, name.file)
    return Node(
        role=_role(key, edges, found),
        heading=name.title,
        details=tuple(dict.fromkeys(part for part in parts if part and part != name.title)),
        how=_how(key, above, edges, found),
        place=found.timeline.places.get(key) if found.timeline else None,
        article=name,
        branch=_branch(above, edges, found),
        probability=edges[0].probability if edges else None,
        report=found.roots.get(key),
    )


def _absent(key: str, found: Family) -> Node:
    one = found.known.lost[key]
    return Node(
        role=NodeRole.LOST,
        heading=one.name or "An unknown source",
        details=("not among these articles", one.why),
    )


def _role(key: str, edges: Sequence[Derivation], found: Family) -> NodeRole:
    if edges:
        return NodeRole.DERIVED
    return NodeRole.ROOT if key in found.roots else NodeRole.COUNTED


def _branch(above: str | None, edges: Sequence[Derivation], found: Family) -> Branch | None:
    if above is None:
        return None
    if above in found.known.lost:
        return Branch.LOST
    return Branch(edges[0].kind) if edges else Branch.UNKNOWN


def _share(key: str, known: Known) -> float:
    """How much of an article's wording runs on as in its likeliest parent."""
    child, parent = known.witnesses[key], known.witnesses[known.parents[key][0].parent]
    return coverage(passages(parent, child), len(child.words)) if child.words else 0.0


def _how(key: str, above: str | None, edges: Sequence[Derivation], found: Family) -> str:
    if edges:
        sigla = [found.known.names[edge.parent].siglum for edge in edges]
        more = [f"{len(sigla) - _PARENTS} more"] if len(sigla) > _PARENTS else []
        parents = listed((*sigla[:_PARENTS], *more))
        return how_made(edges).replace(",", f" of {parents},", 1)
    if key in found.roots:
        return f"independent report {found.roots[key]}"
    if above is not None and above in found.known.names:
        return f"before or after {found.known.names[above].siglum}: cannot tell"
    return f"counted with report {found.reports[key]}" if key in found.reports else ""


# --- rows that several articles share -----------------------------------------------------


def _folded(row: Row, above: str | None, found: Family) -> Node:
    inner = list(_inner(row.folded, above, found))
    sigla = [one.article.siglum for one in inner if one.article]
    more = ", …" if len(sigla) > _SIGLA else ""
    return Node(
        role=NodeRole.FOLDED,
        heading=_more(inner, above),
        details=(", ".join(islice(sigla, _SIGLA)) + more,),
        branch=_common(inner),
        folded=tuple(inner),
    )


def _common(inner: Sequence[Node]) -> Branch | None:
    """By what all of them hang on the parent of the fold, if by one thing."""
    branches = {one.branch for one in inner if one.parent is None}
    return branches.pop() if len(branches) == 1 else None


def _inner(folded: Sequence[Row], above: str | None, found: Family) -> Iterator[Node]:
    for row in folded:
        parent = above if row.parent is None else folded[row.parent].key
        yield replace(_node(row.key, parent, found), parent=row.parent, depth=row.depth)


def _more(inner: Sequence[Node], above: str | None) -> str:
    """What is folded, in words: "and 4 more reprints"."""
    articles = [one for one in inner if one.article]
    reports = sum(one.role is NodeRole.ROOT for one in inner)
    if above is None and reports:
        told = f"and {count(reports, 'more independent report')}"
        return told if reports == len(articles) else f"{told}, {count(len(articles), 'article')}"
    kind = _common(inner) if all(one.parent is None for one in inner) else None
    noun = DERIVATIONS[_KINDS[kind]][0] if kind in _KINDS else "article"
    return f"and {count(len(articles), f'more {noun}')}"


# --- reports ------------------------------------------------------------------------------


def _bands(drawn: Sequence[Row], nodes: Sequence[Node], found: Family) -> Iterator[Band]:
    """The reports one below the other; what is folded at the top has a band of its own."""
    number: list[int | None] = []
    for row in drawn:
        own = None if row.folded else found.reports.get(row.key)
        number.append(own if row.parent is None else number[row.parent])
    first = 0
    for report, run in groupby(number):
        end = first + len(list(run))
        yield Band(heading=_heading(report, found.sizes), first=first, end=end)
        first = end


def _heading(report: int | None, sizes: Mapping[int, int]) -> str:
    if report is None:
        return ""
    told = count(sizes[report], "article") if sizes[report] > 1 else "stands alone"
    return f"Report {report} · {told}"


# --- lines that are no branches ---------------------------------------------------------


def _links(drawn: Sequence[Row], known: Known, relations: Sequence[Relation]) -> Iterator[Link]:
    """Further parents, then ties without a direction, where both ends have a row."""
    at = {row.key: number for number, row in enumerate(drawn) if not row.folded}
    hung = {frozenset((row.key, drawn[row.parent].key)) for row in drawn if row.parent is not None}
    second = [
        (edge.parent, edge.child, LinkKind.SECOND_PARENT)
        for key in at
        for edge in known.parents.get(key, ())
        if frozenset((edge.parent, edge.child)) not in hung
    ]
    ties = [
        (one.left, one.right, _LINKS[one.kind])
        for one in relations
        if frozenset((one.left, one.right)) not in hung
    ]
    for left, right, kind in (*second, *ties):
        if left in at and right in at:
            yield Link(left=at[left], right=at[right], kind=kind)
