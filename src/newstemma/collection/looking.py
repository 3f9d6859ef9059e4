"""What a collection holds: everything that was drawn, or some stories of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from newstemma.collection.cutting import cut
from newstemma.collection.named import story_named
from newstemma.collection.records import Excerpt, Tie
from newstemma.records import Analysis, Derivation, Relation
from newstemma.store import Store
from newstemma.store.whole import whole

__all__ = ["analysis", "excerpt"]


def analysis(store: Store, stories: Iterable[str] = ()) -> Analysis:
    """Everything that was drawn, or the stories that are named; raises as `excerpt` does."""
    return excerpt(store, stories).analysis


def excerpt(store: Store, stories: Iterable[str] = ()) -> Excerpt:
    """Everything that was drawn; or some stories, each named by the start of its id or by an
    article in it, and what ties them to others. Call it inside `store.reading()` where others may
    write meanwhile.

    Raises:
        NothingToAnalyse: an article was not drawn yet.
        NewstemmaError: there is no such story or article, or there are several.
    """
    named = [story_named(store, name) for name in stories]
    drawn = store.analysis({row.neighbourhood for row in named} if named else None)
    chosen = {row.id for row in named or drawn.stories}
    found = _alone(store, drawn, chosen) if named else drawn
    texts = store.texts(one.id for one in found.witnesses)
    return Excerpt(
        analysis=found,
        ties=tuple(_ties(drawn, chosen)),
        texts={one.id: one for one in texts if one.versions > 1},
    )


def _alone(store: Store, drawn: Analysis, chosen: Collection[str]) -> Analysis:
    """The chosen stories without those that they were drawn with."""
    story = _story_of_each(drawn)

    def stays(left: str, right: str) -> bool:
        ends = {story[left], story[right]}
        return len(ends) == 1 or ends <= set(chosen)

    inside = replace(
        drawn,
        derivations=tuple(one for one in drawn.derivations if stays(*_ends(one))),
        relations=tuple(one for one in drawn.relations if stays(*_ends(one))),
        variants=tuple(one for one in drawn.variants if stays(one.child, one.parent)),
    )
    parts = [part for part in cut(inside) if part.stories[0].id in chosen]
    arrival = store.numbers(one.id for part in parts for one in part.witnesses)
    return whole(parts, arrival)


def _story_of_each(drawn: Analysis) -> Mapping[str, str]:
    return {member: one.id for one in drawn.stories for member in one.articles}


def _ends(one: Derivation | Relation) -> tuple[str, str]:
    return (one.child, one.parent) if isinstance(one, Derivation) else (one.left, one.right)


def _ties(drawn: Analysis, chosen: Collection[str]) -> Iterator[Tie]:
    """What ties an article of the chosen stories to one of another."""
    story = _story_of_each(drawn)
    stories = {one.id: one for one in drawn.stories}
    articles = {one.id: one for one in drawn.articles}
    every: list[Derivation | Relation] = [*drawn.derivations, *drawn.relations]
    for one in every:
        for here, there in (_ends(one), _ends(one)[::-1]):
            if story[here] in chosen and story[there] not in chosen:
                other = articles[there]
                yield Tie(article=here, by=one, other=other, story=stories[story[there]])
