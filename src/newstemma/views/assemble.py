"""Puts the page together from its parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from newstemma.records import Analysis, Derivation, Lineage, Story, Variant
from newstemma.views.answer import answer, lineages_in_words, not_judged, ties
from newstemma.views.articles import article_page
from newstemma.views.changes import comparison, questions
from newstemma.views.names import names
from newstemma.views.proofs import derivation_proof, relation_proof
from newstemma.views.records import (
    Citation,
    Comparison,
    Name,
    Page,
    Passage,
    Proof,
    Speaker,
    StoryPage,
    Unread,
)
from newstemma.views.rows import Texts
from newstemma.views.sayings import speakers
from newstemma.views.tree import how_made, parents_of, tree
from newstemma.views.wording import count

__all__ = ["page"]


def page(analysis: Analysis) -> Page:
    """Everything that the report shows, in words and in order. Pure."""
    called = names(analysis.articles)
    stories = _largest_first(analysis.stories)
    derived = {edge.child for edge in analysis.derivations}
    compared = _comparisons(analysis, called)
    said = speakers(analysis.witnesses, stories, called, derived, analysis.actors)
    proofs = _proofs(analysis, called)
    cited = _cited(compared, said, proofs)
    return Page(
        answer=answer(analysis),
        stories=_stories(stories, analysis, called),
        comparisons=compared,
        questions=questions(compared),
        speakers=said,
        proofs=proofs,
        articles=tuple(
            article_page(one, called[one.id], cited.get(one.id, ())) for one in analysis.articles
        ),
        not_judged=not_judged(analysis, called),
        failures=tuple(Unread(path=one.path, reason=one.reason) for one in analysis.failures),
        run=analysis.run,
    )


def _largest_first(stories: Sequence[Story]) -> list[Story]:
    return sorted(stories, key=lambda story: -len(story.articles))


def _stories(
    stories: Sequence[Story], analysis: Analysis, called: dict[str, Name]
) -> tuple[StoryPage, ...]:
    lineages: dict[str, list[Lineage]] = defaultdict(list)
    for line in analysis.lineages:
        lineages[line.story].append(line)
    ordered = [line for story in stories for line in lineages[story.id]]
    reports = {line.id: number for number, line in enumerate(ordered, start=1)}
    parents = parents_of(analysis.derivations, called)
    return tuple(
        StoryPage(
            number=number,
            title=story.title,
            summary=f"{count(len(story.articles), 'article')}, "
            f"{count(len(lineages[story.id]), 'independent report')}",
            articles=tuple(called[one] for one in story.articles),
            tree=tree(story, analysis, parents, called, reports),
            lineages=tuple(
                lineages_in_words(lineages[story.id], analysis, parents, called, reports)
            ),
            ties=tuple(ties(story, analysis, called)),
        )
        for number, story in enumerate(stories, start=1)
    )


def _comparisons(analysis: Analysis, called: dict[str, Name]) -> tuple[Comparison, ...]:
    """Each derived article beside its parents, in the order of the articles."""
    parents = parents_of(analysis.derivations, called)
    texts = Texts({one.id: one for one in analysis.witnesses}, called)
    changed: dict[str, list[Variant]] = defaultdict(list)
    for one in analysis.variants:
        changed[one.child].append(one)
    children = [one for one in called if one in parents or one in changed]
    return tuple(
        comparison(
            number,
            child,
            _parents(child, parents, changed),
            changed[child],
            texts=texts,
            how=how_made(parents.get(child, ())),
        )
        for number, child in enumerate(children, start=1)
    )


def _parents(
    child: str,
    parents: dict[str, tuple[Derivation, ...]],
    changed: dict[str, list[Variant]],
) -> tuple[str, ...]:
    derived = [edge.parent for edge in parents.get(child, ())]
    compared = sorted({one.parent for one in changed[child]})
    return tuple(dict.fromkeys((*derived, *compared)))


def _proofs(analysis: Analysis, called: dict[str, Name]) -> tuple[Proof, ...]:
    witnesses = {one.id: one for one in analysis.witnesses}
    edges = [derivation_proof(one, witnesses, called) for one in analysis.derivations]
    ties = [relation_proof(one, witnesses, called) for one in analysis.relations]
    return (*edges, *ties)


# --- what the page links to -------------------------------------------------------------


def _cited(
    compared: Sequence[Comparison], said: Sequence[Speaker], proofs: Sequence[Proof]
) -> dict[str, list[int]]:
    """The offsets in each article that the page links to."""
    places: dict[str, list[int]] = defaultdict(list)
    for cited in _citations(proofs):
        places[cited.article.id].append(cited.span.start)
    for passage in _passages(compared, said):
        places[passage.article.id].append(passage.span.start)
    return places


def _citations(proofs: Sequence[Proof]) -> Iterator[Citation]:
    for proof in proofs:
        for signal in proof.signals:
            yield from (side for side in (signal.child, signal.parent) if side)


def _passages(compared: Sequence[Comparison], said: Sequence[Speaker]) -> Iterator[Passage]:
    for one in compared:
        for row in (*one.rows, *one.omitted):
            yield from (row.child, *row.parents) if row.child else row.parents
        for change in one.changes:
            yield from (side for side in (change.child, change.parent) if side)
    for speaker in said:
        for saying in speaker.sayings:
            for version in saying.versions:
                yield from version.parts
