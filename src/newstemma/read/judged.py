"""Judgements of articles: which articles they mean, and whether they go together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePath

import networkx as nx

from newstemma.read.judgements import Judgement, JudgementKind
from newstemma.records import Article, Failure, Judgements, Stage

__all__ = ["meant"]

_SHOWN = 3  # articles that a reason names
_LISTED = 8  # lines that a reason names


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meant:
    """A judgement with the ids of the two articles; of a story, sorted."""

    kind: JudgementKind
    ends: tuple[str, str]
    line: int


def meant(
    found: Sequence[Judgement], articles: Sequence[Article], *, path: str
) -> tuple[Judgements, tuple[Failure, ...]]:
    """What `found`, the lines of the file at `path`, say of `articles`, by their ids.

    An article is named by its id, its path, its address, or as much of its path's end as is its
    alone. Of two lines that say the opposite of one pair the later holds. Where more than two
    lines contradict each other (derivations in a circle, articles of one story by one way and of
    two by another) all of them are refused. Every line that has no effect is a failure.
    """
    reasons: dict[int, str] = {}
    of_articles = [one for one in found if not one.kind.of_names]
    known = _meant(of_articles, _known(articles), reasons)
    for refused in (_overtaken, _circles, _torn):
        reasons.update(refused(known))
        known = [one for one in known if one.line not in reasons]
    failures = (
        Failure(path=f"{path}#{line}", stage=Stage.READ, reason=f"line {line}: {reasons[line]}")
        for line in sorted(reasons)
    )
    return _judgements(known), tuple(failures)


def _judgements(meant: Iterable[_Meant]) -> Judgements:
    pairs: dict[JudgementKind, set[tuple[str, str]]] = {kind: set() for kind in JudgementKind}
    for one in meant:
        pairs[one.kind].add(one.ends)
    return Judgements(
        derived=frozenset(pairs[JudgementKind.DERIVED]),
        not_derived=frozenset(pairs[JudgementKind.NOT_DERIVED]),
        same_story=frozenset(pairs[JudgementKind.SAME_STORY]),
        different_story=frozenset(pairs[JudgementKind.DIFFERENT_STORY]),
    )


# --- which articles are meant --------------------------------------------------------------------


def _known(articles: Sequence[Article]) -> Mapping[str, Sequence[Article]]:
    """The articles that each name may mean; one that says more goes before one that says less."""
    exact: dict[str, list[Article]] = {}
    ending: dict[str, list[Article]] = {}
    for article in articles:
        for name in {article.id, article.path, article.url or article.id}:
            exact.setdefault(name, []).append(article)
        for name in _ends(article.path):
            ending.setdefault(name, []).append(article)
    return ending | exact


def _ends(path: str) -> set[str]:
    """The ends of a path, and what stands after `#` for one article of several in a file."""
    parts = path.split("/")
    ends = {"/".join(parts[start:]) for start in range(len(parts))}
    _, mark, label = path.partition("#")
    return ends | {label} if mark else ends


def _meant(
    found: Sequence[Judgement],
    known: Mapping[str, Sequence[Article]],
    reasons: dict[int, str],
) -> list[_Meant]:
    """The judgements of articles that are known; why others are not goes into `reasons`."""
    meant = []
    for one in found:
        sides = [_named(name, known) for name in (one.left, one.right)]
        unclear = [
            _unclear(name, side)
            for name, side in zip((one.left, one.right), sides, strict=True)
            if len(side) != 1
        ]
        if unclear:
            reasons[one.line] = "; ".join(unclear)
        elif sides[0][0].id == sides[1][0].id:
            reasons[one.line] = f"both are {sides[0][0].path}; name two articles"
        else:
            meant.append(_ordered(one, sides[0][0].id, sides[1][0].id))
    return meant


def _named(name: str, known: Mapping[str, Sequence[Article]]) -> Sequence[Article]:
    return known.get(name) or known.get(PurePath(name).as_posix(), ())


def _unclear(name: str, side: Sequence[Article]) -> str:
    if not side:
        return f"no article here is {name!r}; give its path, its id or its address"
    some = ", ".join(one.path for one in side[:_SHOWN])
    return f"{name!r} may be any of {len(side)} articles ({some}); give more of the path, or the id"


def _ordered(one: Judgement, left: str, right: str) -> _Meant:
    of_story = one.kind in (JudgementKind.SAME_STORY, JudgementKind.DIFFERENT_STORY)
    ends = (min(left, right), max(left, right)) if of_story else (left, right)
    return _Meant(kind=one.kind, ends=ends, line=one.line)


# --- what goes together --------------------------------------------------------------------------


def _overtaken(meant: Sequence[_Meant]) -> dict[int, str]:
    """The lines of which a later one says the opposite."""
    reasons = {}
    last = {(one.kind, one.ends): one.line for one in meant}
    for one in meant:
        later = last.get((one.kind.opposite, one.ends), 0)
        if later > one.line:
            reasons[one.line] = f"line {later} says the opposite and holds; remove one of them"
    return reasons


def _circles(meant: Sequence[_Meant]) -> dict[int, str]:
    """The derivations by which a text would descend from itself."""
    derived = [one for one in meant if one.kind is JudgementKind.DERIVED]
    tree = nx.DiGraph(one.ends for one in derived)
    circles = enumerate(nx.strongly_connected_components(tree))
    number = {article: n for n, circle in circles for article in circle}
    inside: dict[int, list[int]] = {}
    for one in derived:
        if number[one.ends[0]] == number[one.ends[1]]:
            inside.setdefault(number[one.ends[0]], []).append(one.line)
    return {line: why for lines in inside.values() for line, why in _refused(lines).items()}


def _torn(meant: Sequence[_Meant]) -> dict[int, str]:
    """The lines that put two articles into one story, together with those that part them."""
    joined = _joined(meant)
    reasons: dict[int, str] = {}
    for one in meant:
        left, right = one.ends
        if (
            one.kind is not JudgementKind.DIFFERENT_STORY
            or left not in joined
            or right not in joined
        ):
            continue
        while nx.has_path(joined, left, right):
            steps = list(pairwise(nx.shortest_path(joined, left, right)))
            there = [line for step in steps for line in joined.edges[step]["lines"]]
            reasons |= _refused([one.line, *there])
            joined.remove_edges_from(steps)
    return reasons


def _joined(meant: Sequence[_Meant]) -> nx.Graph:
    """The articles that must stand in one story; a digest may tell of several events."""
    derived = [one for one in meant if one.kind is JudgementKind.DERIVED]
    parents = Counter(child for child, _ in {one.ends for one in derived})
    joined = nx.Graph()
    for one in meant:
        single = one.kind is JudgementKind.DERIVED and parents[one.ends[0]] == 1
        if single or one.kind is JudgementKind.SAME_STORY:
            joined.add_edge(*one.ends)
            joined.edges[one.ends].setdefault("lines", []).append(one.line)
    return joined


def _refused(lines: Sequence[int]) -> dict[int, str]:
    """Why each of several lines is refused."""
    first = sorted(lines)[: _LISTED + 1]
    reasons = {}
    for line in lines:
        others = [other for other in first if other != line][:_LISTED]
        listed = _listed(others, len(lines) - 1 - len(others))
        reasons[line] = f"it contradicts {listed}; none of them is used, correct or remove one"
    return reasons


def _listed(lines: Sequence[int], more: int) -> str:
    *before, last = [*map(str, lines), *([f"{more} more"] if more else [])]
    return f"lines {', '.join(before)} and {last} together" if before else f"line {last}"
