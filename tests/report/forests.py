"""Invented families of any shape, for the drawing of trees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from newstemma.records import (
    Analysis,
    Derivation,
    DerivationKind,
    Lineage,
    LostWitness,
    Relation,
    RelationKind,
    Story,
    Witness,
)
from newstemma.views.names import names
from newstemma.views.records import Tree
from newstemma.views.stories import story_pages
from tests.report import builder

__all__ = ["Told", "analysed", "chain", "families", "name", "star", "tree_of"]

_START = datetime(2025, 3, 3, tzinfo=UTC)
_KINDS = tuple(DerivationKind)
_PLAIN = st.just("Ferry aground")


@dataclass(frozen=True, slots=True)
class Told:
    """An article: the numbers of its parents, when it came out, how it was made, its title."""

    parents: tuple[int, ...] = ()
    hours: int | None = None
    kind: DerivationKind = DerivationKind.REPRINT
    title: str = "Ferry aground"
    is_beside: bool = False  # related to the article before it, in an order that is not known


def name(number: int) -> str:
    """The id of an article."""
    return f"n{number:04}"


def analysed(told: Sequence[Told], *, lost: bool = False) -> Analysis:
    """An analysis of one story; every article without parents begins a lineage.

    An article that is `is_beside` joins the lineage of the one before it. With `lost`, the
    first lineage goes back to a lost witness.
    """
    home: list[int] = []
    for number, one in enumerate(told):
        above = one.parents[0] if one.parents else number - 1 if one.is_beside else None
        home.append(number if above is None else home[above])
    lineages = [
        Lineage(
            id=f"l{root:04}",
            story="s",
            articles=tuple(name(n) for n, at in enumerate(home) if at == root),
            root=name(root),
            lost_witness="lost" if lost and root == 0 else None,
        )
        for root in dict.fromkeys(home)
    ]
    first = name(0)
    gone = LostWitness(
        id="lost", name="Nordfjord Wire", why="Credited.", stands_for_it=first, children=(first,)
    )
    return Analysis(
        witnesses=tuple(_witness(number, one) for number, one in enumerate(told)),
        stories=(Story(id="s", title="Ferry", articles=tuple(map(name, range(len(told))))),),
        lineages=tuple(sorted(lineages, key=lambda line: -len(line.articles))),
        lost_witnesses=(gone,) if lost else (),
        derivations=tuple(_derivations(told)),
        relations=tuple(_relations(told)),
        variants=(),
        failures=(),
    )


def _witness(number: int, one: Told) -> Witness:
    when = None if one.hours is None else (_START + timedelta(hours=one.hours)).isoformat()
    text = f"Headline\n\nThe ferry with {number} people on board ran aground. Nobody is missing."
    return builder.plain(name(number), text, title=one.title, published=when)


def _derivations(told: Sequence[Told]) -> list[Derivation]:
    return [
        Derivation(
            child=name(number),
            parent=name(parent),
            kind=one.kind,
            probability=0.9 - 0.001 * rank,
        )
        for number, one in enumerate(told)
        for rank, parent in enumerate(one.parents)
    ]


def _relations(told: Sequence[Told]) -> list[Relation]:
    unknown = RelationKind.UNKNOWN
    return [
        Relation(left=name(number - 1), right=name(number), kind=unknown, probability=0.8)
        for number, one in enumerate(told)
        if one.is_beside and not one.parents
    ]


def tree_of(analysis: Analysis) -> Tree:
    """The tree of the only story."""
    return story_pages(analysis, names(analysis.articles))[0].tree


def star(number: int) -> Analysis:
    """One text and its reprints."""
    return analysed([Told(hours=0), *(Told((0,), hours=n) for n in range(1, number))])


def chain(number: int) -> Analysis:
    """Each text made from the one before it."""
    return analysed([Told(hours=0), *(Told((n - 1,), hours=n) for n in range(1, number))])


@st.composite
def families(draw: st.DrawFn, titles: st.SearchStrategy[str] = _PLAIN) -> Analysis:
    """Families of up to 50 articles: some without dates, digests, lost and undecided ones."""
    told: list[Told] = []
    for number in range(draw(st.integers(1, 50))):
        parents = st.lists(st.integers(0, number - 1), max_size=3, unique=True)
        told.append(
            Told(
                parents=tuple(draw(parents)) if number else (),
                hours=draw(st.none() | st.integers(0, 20_000)),
                kind=draw(st.sampled_from(_KINDS)),
                title=draw(titles),
                is_beside=bool(number) and draw(st.booleans()),
            )
        )
    return analysed(told, lost=draw(st.booleans()))
