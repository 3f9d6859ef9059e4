"""Judges names, numbers and dates by the words round them: another one of the parents fits better.

Another is put in the place of the child's, as in the correction of summaries (Cao et al. 2020,
"Factual Error Correction for Abstractive Summarization Models"), and what the score deducts for
the place before and after is compared. What the child says of one name in several places is
taken together. Free retellings say everything in other company, so the other's line must also
hold what the child's clause tells beside the place.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newstemma.collate.evidence import Case, Exchange, finding, shown
from newstemma.collate.faithfulness import WEIGHTS
from newstemma.collate.fillers import NAMES, Filler, FillerKind, fillers_of, may_be_same
from newstemma.collate.grounds import Ground, best_lines
from newstemma.collate.judges.contrast import is_of_one_form
from newstemma.collate.judges.figures import may_round
from newstemma.collate.phrases import kind_of
from newstemma.collate.score import deduction
from newstemma.collate.score.fit import Place, misfits, place_of
from newstemma.collate.score.reading import reading_of
from newstemma.collate.score.sources import Sources
from newstemma.records import Severity, Variant
from newstemma.text.quantities import parts_of

__all__ = ["exchanges", "judge_exchanges"]

# Of cost that must be saved by the other; set on the open halves of `bump/`, `wrong_summaries/`
# and `rewrites/`: see docs/variants.md.
_LEAST = 3.0
_LEAST_EACH = 2.0  # at each place of a name that is reported
_SURE = 6.0  # so much that the other may be of another kind and need not fit well itself
_SHARE = 0.4  # of what the clause tells beside a name or a date, that stands with the other,
_SHARE_OF_NUMBERS = 0.2  # and beside a number,
_SHARE_OF_PART = 0.5  # and beside a name that plays one part with the other, whatever is saved
_MOST_PLACES = 12  # of one name that are looked at,
_MOST_OTHERS = 24  # and others that are tried there


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """A filler of the child in its place, with what is deducted there."""

    own: Filler
    place: Place
    cost: float


def judge_exchanges(case: Case) -> Iterator[Variant]:
    """`entity-`, `place-`, `number-`, `date-changed`: another one fits the place better."""
    for exchange in case.exchanges:
        own, other = exchange.own, exchange.other
        there, here = other.line.text_of(other.span), own.line.text_of(own.span)
        yield finding(
            kind_of(own),
            Severity.MEANING,
            f"The words round {shown(here)} stand in the parent with {shown(there)}.",
            child=(own.line, own.span),
            parent=(other.line, other.span),
        )


def exchanges(
    fillers: Sequence[Filler], ground: Ground, sources: Sources
) -> Mapping[int, Sequence[Exchange]]:
    """By the number of the child's line, what was put in the place of another.

    `fillers` are those of the child, in order. Nothing inside quotations is looked at.
    """
    named: defaultdict[tuple[bool, str], list[Filler]] = defaultdict(list)
    for own in fillers:
        if own.kind is not FillerKind.WORD and _core(own) and not _is_left_alone(own, sources):
            is_name = own.kind in NAMES
            named[is_name, own.key.split()[-1] if is_name else own.key].append(own)
    found: defaultdict[int, list[Exchange]] = defaultdict(list)
    for group in named.values():
        for one in _exchanged(group[:_MOST_PLACES], ground, sources):
            found[one.own.line.number].append(one)
    return found


def _is_left_alone(own: Filler, sources: Sources) -> bool:
    """Whether a filler is quoted, or a number that the writer counted up or spelt otherwise."""
    if any(own.line.quotation_at(n) for n in own.line.positions(own.span)[:1]):
        return True
    if own.kind is not FillerKind.NUMBER:
        return False
    if parts_of(own.key)[1] not in sources.numbers:
        return not any(map(str.isdigit, own.line.text_of(own.span)))
    return any(own.line.stems[n] not in sources.places for n in _core(own) if own.line.weights[n])


def _is_beside(own: Filler, other: Filler) -> bool:
    """Whether the child's line has the other as well."""
    there = {stem for n, stem in enumerate(own.line.stems) if n not in own.line.positions(own.span)}
    return all(key in there for key in (other.line.stems[n] for n in _core(other)))


def _exchanged(group: Sequence[Filler], ground: Ground, sources: Sources) -> Iterator[Exchange]:
    """The places of one name, number or date where the one that saves most saves enough."""
    spots = [_spot(own, sources) for own in group]
    if sum(spot.cost for spot in spots) < _LEAST_EACH:
        return  # no more than its cost can be saved
    others = _others(group, ground)
    saved = {
        key: [spot.cost - _cost_with(spot, other, sources) for spot in spots]
        for key, other in others.items()
    }
    best = max(saved, key=lambda key: (sum(saved[key]), key), default=None)
    if best is None:
        return
    for spot, gain in zip(spots, saved[best], strict=True):
        if _fits_better(spot, others[best], gain, sum(saved[best])):
            yield Exchange(own=spot.own, other=others[best])


def _fits_better(spot: _Spot, other: Filler, gain: float, whole: float) -> bool:
    """Whether enough is saved, at the place and as a `whole`, by one of whom the like is told."""
    own, told = spot.own, _share_told(spot.own, other)
    least = _SHARE_OF_NUMBERS if own.kind is FillerKind.NUMBER else _SHARE
    if gain < _LEAST_EACH or told < least or _stand_together(own, other):
        return False
    if whole >= _SURE or (own.kind is other.kind and whole >= _LEAST and gain >= spot.cost / 2):
        return True
    return own.kind in NAMES and told >= _SHARE_OF_PART and _play_one_part(own, other)


def _share_told(own: Filler, other: Filler) -> float:
    """How much of what the clause tells beside one stands in the line of the other."""
    held = sum(weight for key, weight in own.rest.items() if key in other.line.stems)
    return held / max(sum(own.rest.values()), 1.0)


def _play_one_part(own: Filler, other: Filler) -> bool:
    return own.role is other.role is not None and own.predicate == other.predicate != ""


def _stand_together(own: Filler, other: Filler) -> bool:
    """Whether the line of one has the other as well."""
    return _is_beside(own, other) or any(may_be_same(own, o) for o in fillers_of(other.line))


def _others(group: Sequence[Filler], ground: Ground) -> Mapping[str, Filler]:
    """The fillers of the parents that may stand there, near what is said beside it."""
    votes: Counter[str] = Counter()
    found: dict[str, Filler] = {}
    for own in group:
        for number in _lines(own, ground):
            for other in ground.fillers[number]:
                if _may_stand(own, other, ground):
                    found.setdefault(other.key, other)
                    votes[other.key] += 1
    ranked = sorted(votes, key=lambda key: (-votes[key], key))[:_MOST_OTHERS]
    return {key: found[key] for key in ranked}


def _lines(own: Filler, ground: Ground) -> Sequence[int]:
    near = {n for best, _ in best_lines(own.rest, ground) for n in (best - 1, best, best + 1)}
    return sorted(n for n in near if 0 <= n < len(ground.lines))


def _may_stand(own: Filler, other: Filler, ground: Ground) -> bool:
    alike = is_of_one_form(own, other) and any(other.line.weights[n] for n in _core(other))
    rounded = own.kind is FillerKind.NUMBER and may_round(own.key, other.key)
    same = rounded or may_be_same(own, other)
    return alike and not same and not ground.are_in_one_name(own, other)


def _spot(own: Filler, sources: Sources) -> _Spot:
    place = place_of(reading_of(own.line, sources), _core(own))
    return _Spot(own=own, place=place, cost=_cost(own, place, sources))


def _cost_with(spot: _Spot, other: Filler, sources: Sources) -> float:
    return _cost(spot.own, spot.place.filled(other.line, _core(other)), sources)


def _core(own: Filler) -> range:
    """The positions of a name or a date; of a number, those without what bounds it."""
    positions = own.line.positions(own.span)
    if own.kind is not FillerKind.NUMBER:
        return positions
    digits = (n for n in positions if any(map(str.isdigit, own.line.words[n].key)))
    return range(next(digits, max(positions.stop - 1, positions.start)), positions.stop)


def _cost(own: Filler, place: Place, sources: Sources) -> float:
    alone = deduction.Ground.ALONE_NAME if own.kind in NAMES else deduction.Ground.ALONE_NUMBER
    return sum(WEIGHTS[on] * amount for on, amount in misfits(place, sources, alone))
