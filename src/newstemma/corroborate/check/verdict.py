"""Judges a sentence by one article: at its best place, by all that is wanting there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newstemma.corroborate.check.assertion import Assertion
from newstemma.corroborate.check.bonds import judge_bonds, judge_order
from newstemma.corroborate.check.deeds import judge_deeds
from newstemma.corroborate.check.place import Place, place_at
from newstemma.corroborate.check.shelf import Shelf
from newstemma.corroborate.check.speakers import judge_gender, judge_speakers
from newstemma.corroborate.check.wants import CONTRADICTING, Want, WantKind, cost
from newstemma.corroborate.check.words import judge_words
from newstemma.records import CheckStatus

__all__ = ["RANK", "Verdict", "best_verdict", "status_of"]

# Set on the open half of `bump/`: see docs/claims.md.
_ENOUGH = 5.4  # the cost up to which a place supports a sentence,
_SHARE = 0.3  # and of what the sentence tells beside names, if that is less
_SHARE_UNNAMED = 0.1  # where nothing is named, counted or dated
# Of what it tells, that may be words that the place has not: by cross-validation over the articles
# of the open half of `bump/`. Sound and distorted sentences supported: .299 and .033 at 0.2, .316
# and .036 at 0.25, .326 and .036 at 0.3; more than one word in four is not taken on trust.
_MOST_LACKING = 0.25
_LACKING = frozenset({WantKind.WORD, WantKind.NAME})
_ELSEWHERE = frozenset({WantKind.NAME, WantKind.NAME_BESIDE})  # another may be meant there
_SPEAKS = 0.5  # of what a sentence tells that a place must have to speak of it,
_BORROWED = 0.5  # where a synonym or a relative is half the word
RANK = (
    CheckStatus.SUPPORTED,
    CheckStatus.CONTRADICTED,
    CheckStatus.DISTORTED,
    CheckStatus.NOT_FOUND,
)
"""From what says most of a sentence to what says least."""
_JUDGES = (judge_words, judge_bonds, judge_order, judge_deeds, judge_speakers, judge_gender)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The place that wants least of a sentence, and what it wants, in the sentence's order."""

    place: Place
    wants: tuple[Want, ...]
    status: CheckStatus

    @property
    def at(self) -> int:
        """Where the words that stand for the sentence's have their middle."""
        found = self.place.matched
        return found[len(found) // 2].start if found else self.place.line.span.start


def best_verdict(
    told: Assertion, numbers: Sequence[int], shelf: Shelf, open_: Sequence[Want]
) -> Verdict:
    """The verdict of an article, given the `numbers` of its lines that may hold the sentence.

    `open_` is what the text itself leaves open.
    """
    judged = (_judged(told, place_at(told, number, shelf), open_) for number in numbers)
    return min(judged, key=lambda one: (RANK.index(one.status), cost(one.wants)))


def _judged(told: Assertion, place: Place, open_: Sequence[Want]) -> Verdict:
    found = (*open_, *(want for judge in _JUDGES for want in judge(told, place)))
    wants = tuple(sorted(dict.fromkeys(found), key=lambda want: (want.span, want.kind)))
    return Verdict(place=place, wants=wants, status=status_of(told, place, wants))


def status_of(told: Assertion, place: Place, wants: Sequence[Want]) -> CheckStatus:
    """What a place has of a sentence."""
    share = _SHARE if told.is_particular else _SHARE_UNNAMED
    enough = min(_ENOUGH, share * told.plain_weight)
    lacking = sum(want.amount for want in wants if want.kind in _LACKING)
    if cost(wants) <= enough and lacking <= _MOST_LACKING * told.weight:
        return CheckStatus.SUPPORTED
    if _held(told, place) < _SPEAKS * told.weight:
        return CheckStatus.NOT_FOUND
    against = [want for want in wants if want.kind in CONTRADICTING]
    rest = [want for want in wants if want.kind not in CONTRADICTING]
    same = not any(want.kind in _ELSEWHERE for want in rest)
    if against and same and cost(rest) <= enough:
        return CheckStatus.CONTRADICTED
    return CheckStatus.DISTORTED


def _held(told: Assertion, place: Place) -> float:
    """How much of what a sentence tells stands at a place, in nats."""
    shares = {n: _BORROWED if n in place.borrowed else 1.0 for n in place.meant}
    return sum(share * told.line.weights[n] for n, share in shares.items())
