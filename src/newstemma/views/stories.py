"""The stories, the largest first: each with its tree and the same in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from newstemma.records import Analysis, Lineage, Relation, Story
from newstemma.views.answer import lineages_in_words, ties
from newstemma.views.beyond import Beyond
from newstemma.views.family import known_of
from newstemma.views.records import Name, StoryPage
from newstemma.views.tree import tree
from newstemma.views.wording import count

__all__ = ["largest_first", "story_pages"]

_NOTHING = Beyond()


def largest_first(stories: Sequence[Story]) -> list[Story]:
    """The stories in the order of the page."""
    return sorted(stories, key=lambda story: -len(story.articles))


def story_pages(
    analysis: Analysis, called: dict[str, Name], beyond: Beyond = _NOTHING
) -> tuple[StoryPage, ...]:
    """Every story of the analysis; its articles are `called` by their names."""
    stories = largest_first(analysis.stories)
    lineages: dict[str, list[Lineage]] = defaultdict(list)
    for line in analysis.lineages:
        lineages[line.story].append(line)
    ordered = [line for story in stories for line in lineages[story.id]]
    reports = {line.id: number for number, line in enumerate(ordered, start=1)}
    known = known_of(analysis, called, reports, beyond)
    related = _by_story(analysis)
    return tuple(
        StoryPage(
            number=number,
            title=story.title,
            summary=f"{count(beyond.articles(story.articles), 'article')}, "
            f"{count(len(lineages[story.id]), 'independent report')}",
            articles=tuple(called[one] for one in story.articles),
            tree=tree(story, lineages[story.id], related[story.id], known),
            lineages=tuple(
                lineages_in_words(lineages[story.id], analysis, known.parents, called, reports)
            ),
            ties=(*ties(story, analysis, called), *beyond.told(story, called)),
        )
        for number, story in enumerate(stories, start=1)
    )


def _by_story(analysis: Analysis) -> dict[str, list[Relation]]:
    """The relations between articles of one story."""
    home = {article: story.id for story in analysis.stories for article in story.articles}
    found: dict[str, list[Relation]] = defaultdict(list)
    for one in analysis.relations:
        if home.get(one.left) == home.get(one.right):
            found[home.get(one.left, "")].append(one)
    return found
