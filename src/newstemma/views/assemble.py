"""Puts the page together from its parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from newstemma.records import Analysis, Variant
from newstemma.views.answer import answer, not_judged
from newstemma.views.articles import article_page, met_owners
from newstemma.views.beyond import Beyond
from newstemma.views.changes import comparison, questions
from newstemma.views.claim_records import Claims
from newstemma.views.claims import claims
from newstemma.views.family import Parents, parents_of
from newstemma.views.followed import followed
from newstemma.views.names import names
from newstemma.views.proofs import derivation_proof, relation_proof
from newstemma.views.records import (
    Citation,
    Comparison,
    Name,
    Passage,
    Proof,
    Speaker,
    Unread,
)
from newstemma.views.rows import Texts
from newstemma.views.sayings import speakers
from newstemma.views.stories import largest_first, story_pages
from newstemma.views.tree import how_made
from newstemma.views.whole import Page

__all__ = ["page"]

_NOTHING = Beyond()  # of a pile of articles that is no collection


def page(analysis: Analysis, beyond: Beyond = _NOTHING) -> Page:
    """Everything that the report shows, in words and in order. Pure."""
    called = names(analysis.articles, beyond)
    stories = largest_first(analysis.stories)
    derived = {edge.child for edge in analysis.derivations}
    texts = Texts({one.id: one for one in analysis.witnesses}, called)
    compared = _comparisons(analysis, called)
    claimed = claims(analysis, texts)
    traced = followed(analysis, texts)
    said = speakers(analysis.witnesses, stories, called, derived, analysis.actors)
    proofs = _proofs(analysis, called)
    cited = _cited((*_passages(compared, said), *_of_claims(claimed), *traced.passages), proofs)
    met = met_owners(analysis.articles)
    return Page(
        answer=answer(analysis, beyond),
        stories=story_pages(analysis, called, beyond),
        comparisons=compared,
        questions=questions(compared),
        speakers=said,
        claims=claimed,
        followed=traced,
        proofs=proofs,
        articles=tuple(
            article_page(
                one,
                called[one.id],
                cited.get(one.id, ()),
                met=met,
                version=beyond.standing(one.id),
            )
            for one in analysis.articles
        ),
        not_judged=not_judged(analysis, called),
        failures=tuple(Unread(path=one.path, reason=one.reason) for one in analysis.failures),
        run=analysis.run,
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
    parents: Parents,
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


def _cited(passages: Iterable[Passage], proofs: Sequence[Proof]) -> dict[str, list[int]]:
    """The offsets in each article that the page links to."""
    places: dict[str, list[int]] = defaultdict(list)
    for cited in _citations(proofs):
        places[cited.article.id].append(cited.span.start)
    for passage in passages:
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


def _of_claims(claimed: Claims) -> Iterator[Passage]:
    for one in (claim for grade in claimed.grades for claim in grade.claims):
        yield one.first.passage
        yield from (said.passage for said in one.others)
        for distorted in one.distorted:
            yield from (distorted.here, distorted.other)
    for conflict in claimed.conflicts:
        yield from (said for side in conflict.sides for said in side.said)
