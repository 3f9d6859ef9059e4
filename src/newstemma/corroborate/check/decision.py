"""Sums up the answers of all articles: in each lineage the one nearest to its root decides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from newstemma.corroborate.check.ascription import Ascriber
from newstemma.corroborate.check.verdict import RANK
from newstemma.corroborate.scene import Scene
from newstemma.corroborate.standing import standing
from newstemma.records import Answer, CheckedSentence, CheckStatus, Grade, Origin, Span

__all__ = ["Spoken", "decided"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """The answer of an article, the place of its words, `at`, and the steps from the root.

    `ascriber` makes the claim, where the words name somebody who does.
    """

    answer: Answer
    at: int
    ascriber: Ascriber | None
    steps: int
    scene: Scene


def decided(span: Span, spoken: Sequence[Spoken]) -> CheckedSentence:
    """The sentence at `span` with all that was said of it."""
    deciding = _deciding(spoken)
    ordered = sorted(spoken, key=lambda one: (*_order(one), one.answer.article not in deciding))
    status = min(
        (one.answer.status for one in ordered if one.answer.article in deciding),
        key=RANK.index,
        default=CheckStatus.NOT_FOUND,
    )
    backing = [
        one
        for one in ordered
        if one.answer.article in deciding and one.answer.status is CheckStatus.SUPPORTED
    ]
    origins, lineages, grade, origin_of = _support(backing)
    answers = (replace(one.answer, origin=origin_of.get(one.answer.article)) for one in ordered)
    return CheckedSentence(
        span=span,
        status=status,
        answers=tuple(answers),
        origins=origins,
        lineages=lineages,
        grade=grade,
    )


def _order(one: Spoken) -> tuple[int, int, str]:
    return RANK.index(one.answer.status), one.steps, one.answer.article


def _deciding(spoken: Sequence[Spoken]) -> frozenset[str]:
    """The articles nearest to the root of each lineage that speak of the sentence."""
    members: defaultdict[str, list[Spoken]] = defaultdict(list)
    for one in spoken:
        for line in one.answer.lineages:
            members[line].append(one)
    return frozenset(
        one.answer.article
        for told in members.values()
        for one in told
        if one.steps == min(other.steps for other in told)
    )


def _support(
    backing: Sequence[Spoken],
) -> tuple[tuple[Origin, ...], tuple[str, ...], Grade | None, Mapping[str, int]]:
    """The origins, the lineages, the grade, and the place of each article's origin.

    Articles of several stories each have the origins that their story knows.
    """
    by_story: defaultdict[str, list[Spoken]] = defaultdict(list)
    for one in backing:
        by_story[one.scene.story].append(one)
    origins: list[Origin] = []
    origin_of: dict[str, int] = {}
    grades = []
    for story in sorted(by_story):
        told = by_story[story]
        places = [(one.answer.article, one.at) for one in told]
        steps = {one.answer.article: one.steps for one in told}
        held = standing(places, told[0].scene, steps).support
        found = dict(zip((one.answer.article for one in told), held.origin_of, strict=True))
        origin_of |= {article: len(origins) + place for article, place in found.items()}
        origins += _ascribed(told, held.origins, found)
        grades.append(held.grade)
    lineages = tuple(sorted({line for one in origins for line in one.lineages}))
    return tuple(origins), lineages, _grade(grades, origins), origin_of


def _ascribed(
    told: Sequence[Spoken], origins: Sequence[Origin], origin_of: Mapping[str, int]
) -> list[Origin]:
    """The origins, whoever the words say makes the claim in place of an outlet's own voice."""
    found = list(origins)
    for one in told:
        place = origin_of[one.answer.article]
        if one.ascriber and found[place].kind is None:
            name, kind = one.ascriber
            found[place] = replace(found[place], name=name, kind=kind)
    return found


def _grade(grades: Sequence[Grade], origins: Sequence[Origin]) -> Grade | None:
    """The grade of the one story; of several, whether two origins stand behind the sentence."""
    if len(grades) < 2:
        return next(iter(grades), None)
    counting = {(one.name or str(n), one.kind) for n, one in enumerate(origins) if one.counts}
    return Grade.CORROBORATED if len(counting) > 1 else Grade.ECHOED
