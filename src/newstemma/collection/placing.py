"""Where new articles stand in what was drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newstemma.collection.records import Placed
from newstemma.records import Analysis, RelationKind, Story

__all__ = ["placed"]


def placed(drawn: Iterable[Analysis], articles: Sequence[str]) -> Iterator[Placed]:
    """Where each of some articles stands, in their order, but of those not drawn."""
    home = {
        member: (one, story) for one in drawn for story in one.stories for member in story.articles
    }
    for name in articles:
        if name in home:
            yield _placed(name, *home[name])


def _placed(name: str, drawn: Analysis, story: Story) -> Placed:
    paths = {one.id: one.article.path for one in drawn.witnesses}
    ties = [one for one in drawn.relations if one.kind is RelationKind.UNKNOWN]
    return Placed(
        article=name,
        path=paths[name],
        story=story.id,
        title=story.title,
        articles=len(story.articles),
        lineages=sum(one.story == story.id for one in drawn.lineages),
        parents=tuple(paths[edge.parent] for edge in drawn.derivations if edge.child == name),
        shares=tuple(
            paths[other]
            for one in ties
            for own, other in ((one.left, one.right), (one.right, one.left))
            if own == name
        ),
    )
