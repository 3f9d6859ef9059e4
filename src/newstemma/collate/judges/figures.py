"""Judges quantities: what is counted stayed, the count did not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise

from newstemma.collate.evidence import Case, finding, shown
from newstemma.collate.lines import Line
from newstemma.collate.runs import Place
from newstemma.collate.stems import stem
from newstemma.records import Mention, MentionKind, Severity, Span, Variant, VariantKind
from newstemma.text.quantities import parts_of

__all__ = ["is_cut_short", "judge_figures", "may_round"]

_HEAD = 3  # words after a quantity among which stands what it counts
_THING = 5  # words after it that may say what it counts
_LEAST_THING = 1.5  # nats that two quantities must share of what they count
_COUNTED = 12  # so many a writer may have counted up in the text
_ROUNDING = 0.1  # of the exact number
_BOUND_REACH = 8  # words before a number among which a bound may stand for several numbers
_BOUND_WORDS = frozenset(
    "over above under below beyond exceeding exceed exceeds surpass surpassing least most "
    "more less fewer maximum minimum younger older limit limited capped".split()
)
# What the news counts people by, in whatever words.
_FATES = {
    stem(word): fate
    for fate, words in {
        "dead": "dead deaths die died killed killing kills fatalities lives slain perished",
        "hurt": "injured injuries injuring injures wounded wounding hurt casualties",
        "held": "arrested arrests detained jailed imprisoned",
        "lost": "missing unaccounted",
    }.items()
    for word in words.split()
}
_REST = frozenset("other others another additional further remaining rest".split())
_VAGUE = frozenset("some several many few multiple numerous various countless".split())


def judge_figures(case: Case) -> Iterator[Variant]:
    """`number-changed`: the same thing, counted otherwise; `added`: a number of nobody's."""
    kept, theirs = _values((case.child,)), _values(case.passage.parents)
    for mention in case.child.of_kind(MentionKind.NUMBER):
        if other := _counterpart(case, mention, kept):
            yield from _compare(case, mention, *other, theirs=theirs)
        elif _is_new(case, mention):
            note = f"No other article has the number {shown(case.child.text_of(mention.span))}."
            kind, place = VariantKind.ADDED, (case.child, mention.span)
            yield finding(kind, Severity.DETAIL, note, child=place, parent=case.parent)
    yield from _blurred(case)


def _is_new(case: Case, mention: Mention) -> bool:
    """Whether no article has the number, or one that it might be rounded from."""
    own, value = case.child.positions(mention.span), parts_of(mention.key)[1]
    if not own or not value.isdigit() or int(value) <= _COUNTED or case.child.quotation_at(own[0]):
        return False
    if case.ground.holds(f"{int(value):,}".replace(",", ".")) or _is_ranged(case.child, mention):
        return False  # "18.000" for "18,000"; the 2016 of "2015-2016"
    if not any(map(str.isdigit, case.child.text_of(mention.span))) and _has_such(case, int(value)):
        return False
    return value not in case.known.numbers and not _may_round(int(value), case.known.counts)


def _has_such(case: Case, value: int) -> bool:
    """Whether an article counts by what a writer may call "thousands"."""
    counts = case.known.counts
    least = bisect_left(counts, value)
    return least < len(counts) and counts[least] < 1000 * value


def _may_round(value: int, counts: Sequence[int]) -> bool:
    """Whether one of the `counts`, which are in order, is near and not itself the rounder one."""
    least = bisect_left(counts, value / (1 + _ROUNDING))
    end = bisect_right(counts, value / (1 - _ROUNDING))
    return any(_zeros(value) >= _zeros(count) for count in counts[least:end])


def _zeros(value: int) -> int:
    digits = str(value)
    return len(digits) - len(digits.rstrip("0"))


def _values(lines: Sequence[Line]) -> frozenset[str]:
    """The values of all quantities of some lines."""
    return frozenset(parts_of(m.key)[1] for one in lines for m in one.of_kind(MentionKind.NUMBER))


def _counterpart(case: Case, mention: Mention, kept: Container[str]) -> tuple[Line, Mention] | None:
    """The parents' quantity of the same thing: the same figure first, else another."""
    line = case.child
    own = line.positions(mention.span)
    if not own:
        return None
    for same in case.passage.partners_in(own):
        if equal := _number_at(case.line_of(same), same.position):
            return case.line_of(same), equal
    found = _in_place(case, own) or _same_thing(case, mention, kept)
    if not found or parts_of(found[1].key)[1] in kept:
        return None  # what stands in the child counts there what it counted
    return found if _fates(line, mention) == _fates(*found) else None


def _in_place(case: Case, own: range) -> tuple[Line, Mention] | None:
    """The quantity before the partner of what is counted, where the words round it are kept."""
    line = case.child
    for position in range(own.stop, min(own.stop + _HEAD, len(line.words))):
        place = case.passage.partners[position]
        if _number_at(line, position):
            return None
        if place and line.weights[position]:
            return _number_before(case, place) if case.passage.is_anchored(position) else None
    return None


def _same_thing(case: Case, mention: Mention, kept: Container[str]) -> tuple[Line, Mention] | None:
    """The one quantity of the parents, none of the `kept` ones, that counts the same thing.

    One shared word is too little ("two countries", "seven countries"), unless it is their fate.
    """
    own = _counted(case.child, mention)
    ranked = sorted(
        (-_shared(own, _counted(line, other)), number, other.span)
        for number, line in enumerate(case.passage.parents)
        for other in line.of_kind(MentionKind.NUMBER)
        if parts_of(other.key)[1] not in kept
    )
    if not ranked or -ranked[0][0] < _LEAST_THING or ranked[0][0] in {r[0] for r in ranked[1:]}:
        return None
    line = case.passage.parents[ranked[0][1]]
    other = next(m for m in line.of_kind(MentionKind.NUMBER) if m.span == ranked[0][2])
    shared = own.keys() & _counted(line, other).keys()
    return (line, other) if len(shared) > 1 or not shared.isdisjoint(_FATES.values()) else None


def _shared(own: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(weight for key, weight in own.items() if key in other)


def _counted(line: Line, mention: Mention) -> dict[str, float]:
    """What a quantity counts: the content words right after it, up to a mark or a number."""
    own = line.positions(mention.span)
    if not own:
        return {}
    end = line.clause_end(own.stop - 1, own.stop + _THING)
    inside = [n for n in range(own.stop, end) if line.weights[n]]
    other = next((n for n in inside if _number_at(line, n)), end)
    return {_FATES.get(line.stems[n], line.stems[n]): line.weights[n] for n in inside if n < other}


def _fates(line: Line, mention: Mention) -> frozenset[str]:
    """What happened to those who are counted: the dead are not the injured."""
    return frozenset(_counted(line, mention)) & frozenset(_FATES.values())


def _number_at(line: Line, position: int) -> Mention | None:
    word = line.words[position].span
    return next((m for m in line.of_kind(MentionKind.NUMBER) if m.span.covers(word)), None)


def _number_before(case: Case, place: Place) -> tuple[Line, Mention] | None:
    line = case.line_of(place)
    for position in range(place.position - 1, max(place.position - 1 - _HEAD, -1), -1):
        if found := _number_at(line, position):
            return line, found
    return None


def _compare(
    case: Case, mention: Mention, line: Line, other: Mention, *, theirs: Container[str]
) -> Iterator[Variant]:
    bound, value, unit = parts_of(mention.key)
    other_bound, other_value, other_unit = parts_of(other.key)
    if (bound, value) == (other_bound, other_value) or unit != other_unit:
        return
    if is_cut_short(case.child, mention.span) or is_cut_short(line, other.span):
        return
    if value != other_value and _is_rest(case.child, mention) != _is_rest(line, other):
        return
    if _is_age(case.child, mention) != _is_age(line, other):
        return
    if value != other_value and (value in theirs or _is_sum(value, line, other)):
        return  # it counts something else there, or adds up: cannot tell
    if value == other_value and not _count_one_thing(case.child, mention, line, other):
        return
    if value == other_value and (
        _is_definite(case.child, mention) or _is_bounded(case.child, mention, line, other)
    ):
        return
    if _is_later_bounded(case.child, mention) != _is_later_bounded(line, other):
        return
    if _is_rounded(value, bound, other_value) or (
        value == other_value and "~" in bound + other_bound
    ):
        severity = Severity.WORDING
    else:
        severity = Severity.DETAIL if value == other_value else Severity.MEANING
    before, after = line.text_of(other.span), case.child.text_of(mention.span)
    yield finding(
        VariantKind.NUMBER_CHANGED,
        severity,
        f"{shown(before)} became {shown(after)}.",
        child=(case.child, mention.span),
        parent=(line, other.span),
    )


def _count_one_thing(line: Line, mention: Mention, parent: Line, other: Mention) -> bool:
    """Whether two quantities may count one thing; what neither tells is no objection."""
    own, theirs = _counted(line, mention), _counted(parent, other)
    return not own or not theirs or not own.keys().isdisjoint(theirs)


def is_cut_short(line: Line, span: Span) -> bool:
    """Whether a number runs on into letters, which may say how many it counts by: "$1m"."""
    return line.witness.text[span.end : span.end + 1].isalpha()


def _is_sum(value: str, line: Line, mention: Mention) -> bool:
    """Whether a value is that of all quantities together by which a line counts one thing."""
    own = _counted(line, mention).keys()
    alike = [one for one in line.of_kind(MentionKind.NUMBER) if own & _counted(line, one).keys()]
    values = [parts_of(one.key)[1] for one in alike]
    whole = all(map(str.isdecimal, (value, *values)))
    return whole and len(values) > 1 and int(value) == sum(map(int, values))


def _is_rest(line: Line, mention: Mention) -> bool:
    """Whether a quantity is what is left beside others that are told: "three other people"."""
    own = line.positions(mention.span)
    near = line.words[max(own.start - 1, 0) : own.stop + 1] if own else ()
    return not _REST.isdisjoint(word.key for word in near)


def _is_age(line: Line, mention: Mention) -> bool:
    """Whether a quantity is the first part of a measure: "18-year-old", "six-month"."""
    return line.witness.text[mention.span.end : mention.span.end + 1] in {"-", "‑", "–"}


def _is_bounded(line: Line, mention: Mention, parent: Line, other: Mention) -> bool:
    """Whether the bound that one side lacks stands farther before: "over the age of 18"."""
    return any(
        word.key in _BOUND_WORDS
        for at, m in ((line, mention), (parent, other))
        if parts_of(m.key)[0] == ""
        for n in at.positions(m.span)[:1]
        for word in at.words[max(n - _BOUND_REACH, 0) : n]
    )


def _is_definite(line: Line, mention: Mention) -> bool:
    """Whether the quantity is one that was told before: "of the 1,200 residents"."""
    own = line.positions(mention.span)
    return own.start > 0 and line.words[own.start - 1].key in {"the", "those", "these"}


def _is_later_bounded(line: Line, mention: Mention) -> bool:
    """Whether a bound comes after what is counted: "five grams or more"."""
    own = line.positions(mention.span)
    keys = [word.key for word in line.words[own.stop : own.stop + 4]] if own else []
    return any(pair in {("or", "more"), ("or", "less"), ("or", "fewer")} for pair in pairwise(keys))


def _is_rounded(value: str, bound: str, other: str) -> bool:
    """Whether a bounded round number stands for the exact one: "over 1,000" for "1,058"."""
    if not bound or value == other or not value.isdigit() or not other.isdigit():
        return False
    return abs(int(value) - int(other)) <= _ROUNDING * int(other)


def may_round(key: str, other: str) -> bool:
    """Whether one number may stand for another: rounded, or with a point for a comma.

    >>> may_round(">1000", "1058"), may_round("1000", "1058"), may_round("52000", "52")
    (True, False, True)
    """
    (bound, value, _), (_, other_value, _) = parts_of(key), parts_of(other)
    same = value.strip("0.") == other_value.strip("0.") != ""
    return same or _is_rounded(value, bound, other_value)


def _may_be_blurred(line: Line, number: Mention) -> bool:
    """Whether "some" says less than a count: not than "at least three", or "two or three", or
    one of several counts.
    """
    bound, _, unit = parts_of(number.key)
    own = line.positions(number.span)
    before = line.words[own.start - 1].key if own and own.start else ""
    ranged = before in {"or", "to"} or _is_ranged(line, number)
    return not unit and not bound and not ranged and not _is_listed(line, number)


def _is_ranged(line: Line, number: Mention) -> bool:
    """Whether a number ends a range: the 5 of "4-5"."""
    return line.witness.text[max(number.span.start - 1, 0) : number.span.start] in {"-", "‑", "–"}


def _is_listed(line: Line, number: Mention) -> bool:
    """Whether another count stands right before one: "three cargo ships and two vessels"."""
    own = line.positions(number.span)
    near = range(max(own.start - _BOUND_REACH, 0), own.start) if own else range(0)
    joined = any(line.words[n].key == "and" for n in near)
    return joined and any(_number_at(line, n) for n in near)


def _is_head(case: Case, head: int, place: Place) -> bool:
    """Whether a word is the whole of what is counted on both sides: not the "award" of "award
    nominations", nor one of two things that are counted together.
    """
    line = case.line_of(place)
    if not _has_company(case, head, place):
        return False
    after = case.child.words[head + 1 : head + 2]
    joined = any(word.key in {"and", "or"} for word in after)
    return not joined and not any(
        one.clause_end(n, n + 2) > n + 1 and one.weights[n + 1] > 0
        for one, n in ((case.child, head), (line, place.position))
        if n + 1 < len(one.words)
    )


def _has_company(case: Case, head: int, place: Place) -> bool:
    """Whether a content word near one that is counted stands near it in the parent too."""
    near = range(max(head - _THING, 0), min(head + _THING + 1, len(case.child.words)))
    partners = [case.passage.partners[n] for n in near if n != head and case.child.weights[n]]
    return any(
        p and p.line == place.line and abs(p.position - place.position) <= _BOUND_REACH
        for p in partners
    )


def _blurred(case: Case) -> Iterator[Variant]:
    """A count in the parent that the child gives as "some" or "several"."""
    line = case.child
    for position, word in enumerate(line.words[:-1]):
        if word.key not in _VAGUE or _number_at(line, position):
            continue
        for head in range(position + 1, min(position + 1 + _HEAD, len(line.words))):
            place = case.passage.partners[head]
            if place and line.weights[head]:
                found = _number_before(case, place) if _is_head(case, head, place) else None
                if found and _may_be_blurred(*found):
                    parent, other = found
                    span = line.span_of(position, head + 1)
                    yield finding(
                        VariantKind.NUMBER_CHANGED,
                        Severity.DETAIL,
                        f"{shown(parent.text_of(other.span))} became {shown(word.key)}.",
                        child=(line, span),
                        parent=(parent, other.span),
                    )
                break
