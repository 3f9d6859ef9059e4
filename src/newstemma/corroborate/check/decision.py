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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Support:
    """What stands behind a sentence; `origin_of` gives the place of each article's origin."""

    origins: tuple[Origin, ...]
    grade: Grade | None
    origin_of: Mapping[str, int]


def decided(span: Span, spoken: Sequence[Spoken]) -> CheckedSentence:
    """The sentence at `span` with all that was said of it."""
    articles = _deciding(spoken)
    ordered = sorted(spoken, key=_order)
    deciding = [one for one in ordered if one.answer.article in articles]
    backing = [one for one in deciding if one.answer.status is CheckStatus.SUPPORTED]
    held = _support(backing)
    return CheckedSentence(
        span=span,
        status=deciding[0].answer.status if deciding else CheckStatus.NOT_FOUND,
        answers=tuple(
            replace(one.answer, origin=held.origin_of.get(one.answer.article)) for one in ordered
        ),
        origins=held.origins,
        lineages=tuple(sorted({line for one in held.origins for line in one.lineages})),
        grade=held.grade,
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


def _support(backing: Sequence[Spoken]) -> _Support:
    """Articles of several stories each have the origins that their story knows."""
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
    return _Support(origins=tuple(origins), grade=_grade(grades, origins), origin_of=origin_of)


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
