"""Judges hedges: a claim that was held at arm's length, or was not, and now is not, or is."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from newstemma.collate.evidence import Case, finding, shown
from newstemma.collate.lines import Line
from newstemma.collate.runs import Place
from newstemma.collate.voices import SourceKind, is_told
from newstemma.records import Mention, MentionKind, Severity, Span, Variant, VariantKind
from newstemma.text.hedges import negations

__all__ = ["judge_hedges"]

_HEAD = 3  # words after a hedge among which stands what it hedges
_SHOWN = 5  # words of what is claimed
_AFTER = 6  # words after it among which one must be kept, where "may" was dropped
_WINDOW = 8  # words round it in the other text where another hedge may do its work
# Hedges over a whole claim: one of its later words may stand for it.
_FAR_REACHING = frozenset({"alleged", "believed", "reported", "suspected"})
_AGAIN = 0.4  # of the weight of a sentence that another one tells again
_DOUBTING = frozenset(
    "sure unsure doubt doubts doubtful uncertain unclear unknown maybe perhaps whether fake hoax "
    "false untrue unconfirmed unverified rumor rumors rumour rumours allegation allegations "
    "alleges alleged claims claimed afraid guess wonder wonders".split()
)
_CAUTIOUS = frozenset(
    "would should accuse accused accusing accusation suspect suspected suspects suspicion claim "
    "claims claimed allege alleges allegation allegations if whether believe believes believed "
    "think thinks thought fear fears feared potential potentially chance risk risks seek seeks "
    "expected anticipated reported reportedly reports charged refer rumored rumoured until "
    "deny denies denied denying hope hopes hoped hoping aim aims aimed want wants plan plans "
    "suggest suggests suggested apparently can possible unclear unlikely possibility rumor rumors "
    "rumour rumours speculation considering considers consider considered weighing mulling "
    "proposed proposes proposal threatened threatens estimated estimates estimate".split()
)


def judge_hedges(case: Case) -> Iterator[Variant]:
    """`hedge-dropped`, `hedge-added`: what the hedge bears on stands in both, the hedge in one."""
    yield from _dropped(case)
    yield from _taken_over(case)
    yield from _added(case)


def _dropped(case: Case) -> Iterator[Variant]:
    own = {place: n for n, place in enumerate(case.passage.partners) if place}
    places = sorted(own)
    for number, line in enumerate(case.passage.parents):
        here = [(p.position, own[p]) for p in places if p.line == number]
        pairs = dict(here)
        for hedge in line.of_kind(MentionKind.HEDGE):
            head = _head(line, hedge, pairs)
            if head is None or not case.passage.is_anchored(pairs[head]):
                continue
            if _is_hedged(case.child, pairs[head]) or _is_answered_for(case, hedge, line):
                continue
            if _is_denied(case.child, pairs[head]) != _is_denied(line, head):
                continue
            if hedge.key == "possible" and not _goes_on(case, line, head, pairs):
                continue
            span = _phrase(case.child, pairs[head])
            said = line.text_of(hedge.span)
            yield finding(
                VariantKind.HEDGE_DROPPED,
                Severity.MEANING,
                f"{shown(said)} is gone: {shown(case.child.text_of(span))} is said flatly.",
                child=(case.child, span),
                parent=(line, Span(hedge.span.start, max(hedge.span.end, line.words[head].end))),
            )


def _taken_over(case: Case) -> Iterator[Variant]:
    """A description that the parent gives as somebody's and the child as its own.

    "As part of what officials call a wider war" becomes "as part of a wider war".
    """
    own = {place: n for n, place in enumerate(case.passage.partners) if place}
    for number, line in enumerate(case.passage.parents):
        for hedge in line.of_kind(MentionKind.HEDGE):
            at = line.positions(hedge.span)
            left = own.get(Place(number, at.start - 1)) if at and hedge.key == "described" else None
            if left is None or is_told(case.child) or _is_hedged(case.child, left):
                continue
            span = _phrase(case.child, left)
            note = f"{shown(line.text_of(hedge.span))} is gone: the text now calls it so itself."
            kind, there = VariantKind.HEDGE_DROPPED, (line, hedge.span)
            yield finding(kind, Severity.MEANING, note, child=(case.child, span), parent=there)


def _added(case: Case) -> Iterator[Variant]:
    line = case.child
    pairs = {n: place for n, place in enumerate(case.passage.partners) if place}
    for hedge in line.of_kind(MentionKind.HEDGE):
        head = _head(line, hedge, pairs)
        if head is None or not case.passage.is_anchored(head):
            continue
        place = pairs[head]
        parent = case.line_of(place)
        told = _is_passed_on(hedge, parent, place.position) or _is_verb(line, hedge)
        if told or _is_hedged(parent, place.position) or _is_hedged_near(case, parent, place):
            continue
        span = Span(hedge.span.start, max(hedge.span.end, line.words[head].end))
        yield finding(
            VariantKind.HEDGE_ADDED,
            Severity.DETAIL,
            f"{shown(line.text_of(hedge.span))} was put before what the parent says flatly.",
            child=(line, span),
            parent=(parent, _phrase(parent, place.position)),
        )


def _head(line: Line, hedge: Mention, matched: Container[int]) -> int | None:
    """The first content word that a hedge bears on, where it has a partner."""
    own = line.positions(hedge.span)
    if not own or any(word.key == "not" for word in line.words[own.stop : own.stop + 1]):
        return None
    reach = 2 * _HEAD if hedge.key in _FAR_REACHING else _HEAD
    near = range(own.stop, line.clause_end(own.stop - 1, own.stop + reach))
    content = [n for n in near if line.weights[n]]
    if hedge.key in _FAR_REACHING:
        return next((n for n in content if n in matched), None)
    return content[0] if content and content[0] in matched else None


def _is_hedged(line: Line, position: int) -> bool:
    """Whether another hedge, or a word that does its work, stands near."""
    end = min(position + _WINDOW, len(line.words))
    near = line.span_of(max(position - _WINDOW, 0), end)
    hedges = line.of_kind(MentionKind.HEDGE)
    if any(m.span.overlaps(near) or m.span.end <= near.start for m in hedges):
        return True
    return any(word.key in _CAUTIOUS for word in line.words[:end])


def _is_passed_on(hedge: Mention, parent: Line, position: int) -> bool:
    """Whether a hedge tells of a source, and the parent has the words from one."""
    if hedge.key not in _FAR_REACHING:
        return False
    word = parent.words[position].span
    given = parent.quotation_at(position) or any(one.covers(word) for one in parent.attributed)
    return bool(given) or is_told(parent)


def _is_hedged_near(case: Case, parent: Line, place: Place) -> bool:
    """Whether parents hedge the same fact in the sentence before or after, or wherever they tell
    it again.
    """
    ground, key = case.ground, parent.stems[place.position]
    numbers = ground.postings.get(key, ())
    here = next((n for n in numbers if ground.lines[n] is parent), None)
    beside = () if here is None else ground.lines[max(here - 1, 0) : here + 2]
    if any(one.of_kind(MentionKind.HEDGE) or _doubts(one) for one in beside):
        return True
    again = (ground.lines[n] for n in numbers if n != here)
    return any(_is_told_again(case, one, key) for one in again)


def _doubts(line: Line) -> bool:
    return not _DOUBTING.isdisjoint(word.key for word in line.words)


def _is_told_again(case: Case, line: Line, key: str) -> bool:
    """Whether a line tells with a hedge what the child's sentence does: a word and half of it."""
    shared = sum(w for k, w in zip(line.stems, line.weights, strict=True) if k in case.child.stems)
    hedged = _is_hedged(line, line.stems.index(key))
    return hedged and shared >= _AGAIN * min(line.weight, case.child.weight)


def _is_answered_for(case: Case, hedge: Mention, line: Line) -> bool:
    """Whether a source answers in the child alone for what the hedge held off."""
    if hedge.key == "described" and is_told(case.child):
        return True
    if is_told(line):
        return False
    told = hedge.key in _FAR_REACHING and is_told(case.child)
    return told or any(voice.kind is SourceKind.GENERIC for voice in case.own)


def _is_denied(line: Line, position: int) -> bool:
    """Whether the word at a position is denied right before it: "is no longer running"."""
    return bool(negations(line.words[max(position - 3, 0) : position]))


def _goes_on(case: Case, line: Line, head: int, pairs: Mapping[int, int]) -> bool:
    """Whether the child keeps something of what follows a word, where anything follows."""
    after = range(head + 1, line.clause_end(head, head + 1 + _AFTER))
    content = [n for n in after if line.weights[n]]
    return not content or any(n in pairs for n in content)


def _is_verb(line: Line, hedge: Mention) -> bool:
    """Whether a hedge is what somebody does: "the post suggests that", "she has alleged that"."""
    own = line.positions(hedge.span)
    keys = [word.key for word in line.words[own.start : own.stop + 1]]
    return "that" in keys


def _phrase(line: Line, position: int) -> Span:
    """The word and the few after it up to the next mark: what is claimed."""
    return line.span_of(position, line.clause_end(position, position + _SHOWN))
