"""Checks each sentence of a text against articles: who has it, in which words, from whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from newstemma.corroborate.check.answers import answer_of, from_changes
from newstemma.corroborate.check.ascription import ascriber
from newstemma.corroborate.check.assertion import Assertion, assertions
from newstemma.corroborate.check.changes import changes_between, changes_of
from newstemma.corroborate.check.decision import Spoken, decided
from newstemma.corroborate.check.shelf import Shelf, candidates, shelf_of
from newstemma.corroborate.check.speakers import judge_pronouns
from newstemma.corroborate.check.verdict import best_verdict
from newstemma.corroborate.check.wants import Want
from newstemma.corroborate.scene import Scene
from newstemma.corroborate.standing import distances
from newstemma.records import CheckedSentence, CheckStatus, Variant, Witness

__all__ = ["Pile", "check", "pile_of"]

_LEAST = 12.0  # nats that a sentence must tell, as a proposition must,
_LEAST_WORDS = 3  # in so many words
_ENDS = "\"'”’»)] "


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """Articles made searchable once, with what is known of their stories.

    `steps` are the derivations between each article and the root of its lineage.
    """

    shelf: Shelf
    scenes: Mapping[str, Scene]
    steps: Mapping[str, int]


def pile_of(scenes: Iterable[Scene]) -> Pile:
    """The articles of all scenes; time grows with their words."""
    known = tuple(scenes)
    return Pile(
        shelf=shelf_of(one for scene in known for one in scene.witnesses.values()),
        scenes={article: scene for scene in known for article in scene.witnesses},
        steps={article: n for scene in known for article, n in distances(scene).items()},
    )


def check(text: Witness, pile: Pile) -> tuple[CheckedSentence, ...]:
    """What the articles of a pile have of each sentence of a text, in its order.

    In each lineage the article nearest to the root that speaks of a sentence decides: what was
    made from it cannot support what it does not say. Time grows with the text and with the lines
    that share words with it.
    """
    collated = cache(lambda article: changes_between(text, pile.scenes[article].witnesses[article]))
    told = assertions(text)
    return tuple(_checked(told[: n + 1], pile, collated) for n in range(len(told)))


_Collated = Callable[[str], tuple[Variant, ...]]
"""From an article to what the text changed in it."""


def _checked(told: Sequence[Assertion], pile: Pile, collated: _Collated) -> CheckedSentence:
    """The last of some sentences of a text."""
    *earlier, own = told
    if note := _empty(own):
        return CheckedSentence(span=own.line.span, status=CheckStatus.NOT_FOUND, note=note)
    open_ = tuple(judge_pronouns(own, earlier))
    return decided(own.line.span, list(_spoken(own, open_, pile, collated)))


def _empty(told: Assertion) -> str:
    if told.line.text_of(told.line.span).rstrip(_ENDS).endswith("?"):
        return "A question claims nothing."
    little = len(told.content) < _LEAST_WORDS or told.weight < _LEAST
    return "It says too little that could be looked up." if little else ""


def _spoken(
    told: Assertion, open_: Sequence[Want], pile: Pile, collated: _Collated
) -> Iterator[Spoken]:
    """The answers of all articles that speak of a sentence."""
    for article, numbers in candidates(told, pile.shelf).items():
        verdict = best_verdict(told, numbers, pile.shelf, open_)
        if verdict.status is CheckStatus.NOT_FOUND:
            continue
        scene, steps = pile.scenes[article], pile.steps.get(article, 0)
        answer = answer_of(told, verdict, lineages=scene.lineages[article], steps=steps)
        if answer.status is CheckStatus.SUPPORTED:  # unless collation finds a change
            answer = from_changes(answer, changes_of(told.line.span, collated(article)))
        yield Spoken(
            answer=answer,
            at=verdict.at,
            ascriber=ascriber(told, verdict.place),
            steps=steps,
            scene=scene,
        )
