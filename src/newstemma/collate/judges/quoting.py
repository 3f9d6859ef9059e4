"""Judges quotations against what the parents have between quotation marks, and outside them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newstemma.collate.credit import credited
from newstemma.collate.evidence import LONGEST, shown
from newstemma.collate.same_speaker import are_one, are_two, differ
from newstemma.collate.stems import is_content, stem
from newstemma.collate.utterances import (
    Source,
    Utterance,
    is_elided,
    is_scattered,
    original,
    place_unquoted,
    retold,
    run_in,
    utterances,
)
from newstemma.records import QuotationKind, Severity, Span, Variant, VariantKind, Witness, Word
from newstemma.text.hedges import negations
from newstemma.text.rarity import rarity

__all__ = ["judge_quotations"]

_SHORT = 4  # words; so few may be anybody's
_LEAST_PIECE = 3  # words; whoever quotes fewer does not seem to quote a sentence
_LEAST_CUT = 1  # content words left out before a quotation counts as cut
_BESIDE = 30  # words before and after a quotation that may tell what was left out
_MOST_TOLD = 0.5  # of the weight left out that may stand there
_MOST_LISTED = 4  # words in a note
_LEAST_NEW = 3  # content words before a quotation counts as made up
_STOPS = frozenset(".!?…")
_COPULA = frozenset("as a is are was were be been it's that's call called".split())
_LABELS = frozenset(
    map(
        stem,
        "label labeled labelled labeling brand branded describe described describing dub dubbed "
        "characterize characterized denounce denounced portray portrayed cast".split(),
    )
)


def judge_quotations(
    child: Witness, parents: Source, others: Source, *, parent: str
) -> Iterator[Variant]:
    """The `quote-` kinds of each quotation of `child`, but `quote-unmarked`."""
    spoken = utterances(child)
    last = None
    for place, own in enumerate(spoken):
        best = original(own, parents)
        if best is not None:
            yield from _judge_pair(own, best, parents, spoken[max(place - 2, 0) : place + 3])
        elif _is_telling(own) and (
            (best := retold(own, parents, after=last, same=are_one)) is not None
        ):
            if not _is_joined(own, parents.going_on(best)):
                yield _retold(own, parents.utterances[best])
        elif _is_telling(own) and original(own, others) is None:
            yield from _judge_new(own, parents, others, parent)
        last = best if best is not None else last


def _is_telling(own: Utterance) -> bool:
    """Whether a quotation is long enough, and somebody's, to be missed in the parents."""
    said = own.quotation.speaker is not None and own.content(0, len(own.words)) >= _LEAST_NEW
    return said and not _is_title(own)


def _is_title(own: Utterance) -> bool:
    """Whether a quotation is the name of something: every word of content has a capital."""
    text = own.witness.text
    content = [text[w.start] for w in own.words if is_content(w.key)]
    return own.quotation.kind is QuotationKind.MIXED and not any(c.islower() for c in content)


def _is_said(witness: Witness, start: int) -> bool:
    """Whether a colon before unquoted words gives them as somebody's, as transcripts do."""
    return witness.text[max(start - 2, 0) : start].rstrip().endswith(":")


def _judge_pair(
    own: Utterance, number: int, source: Source, beside: Sequence[Utterance]
) -> Iterator[Variant]:
    other = source.utterances[number]
    if differ(own, other):
        yield _misattributed(own, other)
    run = run_in(own.stems, other.stems)
    if run is None:
        around = source.going_on(number)
        if not _is_joined(own, around) and not _is_mixed(own, other, around):
            yield _altered(own, other)
    elif _is_label(own) and not _may_be_label(other) and not _says_what_it_is(other, run[0]):
        yield _recontextualised(own, other)
    elif len(own.words) < _LEAST_PIECE or not _is_cut(own, other, run, beside):
        return
    elif len(own.words) >= _SHORT or not are_two(own, other):
        yield _truncated(own, other)


def _is_joined(own: Utterance, around: Sequence[str]) -> bool:
    """Whether a quotation is made of several that stand beside each other, or dots say that
    words were left out.
    """
    return run_in(own.stems, around) is not None or is_elided(own, around)


def _is_mixed(own: Utterance, other: Utterance, around: Sequence[str]) -> bool:
    """Whether what is new in a quotation, two words or more, stands in one beside its original."""
    new = [stem(word.key) for word in _rest(own, other) if is_content(word.key)]
    return len(new) > 1 and run_in(new, around) is not None


def _is_cut(
    own: Utterance, other: Utterance, run: tuple[int, int], beside: Sequence[Utterance]
) -> bool:
    """Whether words of the original are in none of the child's quotations in this place, and
    right beside the quotation neither.
    """
    said = {key for utterance in beside for key in utterance.stems}
    rest = [n for n in range(len(other.words)) if not run[0] <= n < run[1]]
    lost = [n for n in rest if other.stems[n] not in said and is_content(other.words[n].key)]
    return len(lost) >= _LEAST_CUT and not _is_told_beside(own, other, run, lost)


def _is_told_beside(
    own: Utterance, other: Utterance, run: tuple[int, int], lost: Sequence[int]
) -> bool:
    """Whether what the sentence of the original lost stands in the child right beside the marks.

    Then the marks moved, and nothing was left out; where that sentence lost nothing, all that
    the original lost counts.
    """
    sentence = _sentence(other, run)
    lost = [n for n in lost if n in sentence] or lost
    weights = {n: rarity(other.words[n].key) for n in lost}
    beside = _stems_beside(own)
    told = sum(weight for n, weight in weights.items() if other.stems[n] in beside)
    return told >= _MOST_TOLD * sum(weights.values())


def _sentence(other: Utterance, run: tuple[int, int]) -> range:
    """The words of an utterance from the last stop before a run up to the next one after it."""
    text, words_of = other.witness.text, other.words
    first, end = run
    while first and not _STOPS & {*text[words_of[first - 1].end : words_of[first].start]}:
        first -= 1
    while end < len(words_of) and not _STOPS & {*text[words_of[end - 1].end : words_of[end].start]}:
        end += 1
    return range(first, end)


def _stems_beside(own: Utterance) -> frozenset[str]:
    """The stems of the words right before and right after a quotation."""
    every, span = own.witness.words, own.quotation.span
    first = bisect_left(every, span.start, key=lambda w: w.start)
    end = bisect_left(every, span.end, key=lambda w: w.start)
    near = (*every[max(first - _BESIDE, 0) : first], *every[end : end + _BESIDE])
    return frozenset(stem(word.key) for word in near)


def _is_label(utterance: Utterance) -> bool:
    """Whether the words are given as what somebody calls something: "labels it as '...'"."""
    before = _words_before(utterance, 10)
    return before[-1:] == ["as"] and any(stem(key) in _LABELS for key in before)


def _may_be_label(utterance: Utterance) -> bool:
    """Whether the words may say what something is: "as '...'", "was '...'"."""
    return not _COPULA.isdisjoint(_words_before(utterance, 2))


def _words_before(utterance: Utterance, count: int) -> list[str]:
    every = utterance.witness.words
    first = bisect_left(every, utterance.quotation.span.start, key=lambda w: w.start)
    return [word.key for word in every[max(first - count, 0) : first]]


def _says_what_it_is(other: Utterance, first: int) -> bool:
    """Whether the original itself calls something so: "this is ..." right before the words."""
    return any(w.key in _COPULA or "'s" in w.key for w in other.words[max(first - 6, 0) : first])


def _misattributed(own: Utterance, other: Utterance) -> Variant:
    note = f"{other.quotation.speaker} says this in the parent; here {own.quotation.speaker} does."
    return _variant(VariantKind.QUOTE_MISATTRIBUTED, Severity.MEANING, note, own, other)


def _altered(own: Utterance, other: Utterance) -> Variant:
    lost = [w.key for w in _rest(other, own) if is_content(w.key)]
    new = [w.key for w in _rest(own, other) if is_content(w.key)]
    denied = bool(negations(own.words)) != bool(negations(other.words))
    parts = [_listed(new, "new")] if new else []
    parts += [_listed(lost, "gone")] if lost and len(lost) <= _MOST_LISTED else []
    note = ": ".join(["The quoted words were changed", "; ".join(parts)][: 1 + bool(parts)]) + "."
    severity = Severity.MEANING if denied or new else Severity.DETAIL
    return _variant(VariantKind.QUOTE_ALTERED, severity, note, own, other)


def _listed(keys: Sequence[str], what: str) -> str:
    """Up to four words and what became of them: "one and funeral are gone"."""
    *first, last = [f"“{key}”" for key in dict.fromkeys(keys)][:_MOST_LISTED]
    return f"{', '.join(first)} and {last} are {what}" if first else f"{last} is {what}"


def _retold(own: Utterance, other: Utterance) -> Variant:
    note = "The quotation is told in other words than in the parent."
    return _variant(VariantKind.QUOTE_ALTERED, Severity.MEANING, note, own, other)


def _rest(own: Utterance, other: Utterance) -> list[Word]:
    held = frozenset(other.stems)
    return [word for word, key in zip(own.words, own.stems, strict=True) if key not in held]


def _recontextualised(own: Utterance, other: Utterance) -> Variant:
    note = "The quoted words now label something that they did not label in the parent."
    return _variant(VariantKind.QUOTE_RECONTEXTUALISED, Severity.MEANING, note, own, other)


def _truncated(own: Utterance, other: Utterance) -> Variant:
    first, end = run_in(own.stems, other.stems) or (0, len(other.words))
    gone = other.words[end:] or other.words[:first]
    lost = shown(other.witness.text[gone[0].start : gone[-1].end])
    note = (
        f"The quotation goes on in the parent: {lost}."
        if end < len(other.words)
        else (f"The quotation starts earlier in the parent: {lost}.")
    )
    return _variant(VariantKind.QUOTE_TRUNCATED, Severity.DETAIL, note, own, other)


def _variant(
    kind: VariantKind, severity: Severity, note: str, own: Utterance, other: Utterance
) -> Variant:
    return Variant(
        child=own.witness.id,
        child_span=_clipped(own.quotation.span),
        parent=other.witness.id,
        parent_span=_clipped(other.quotation.span),
        kind=kind,
        severity=severity,
        note=note,
    )


def _clipped(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + LONGEST))


def _judge_new(own: Utterance, parents: Source, others: Source, parent: str) -> Iterator[Variant]:
    """A quotation that no parent has: its words stand there unquoted, or nowhere."""
    place = place_unquoted(own, parents)
    if place and _is_said(place[0], place[1].start):
        return
    if place:
        witness, span = place
        note = "In the parent these words stand without quotation marks."
        yield _added(own, witness.id, span, Severity.DETAIL, note)
    elif not place_unquoted(own, others) and not is_scattered(own, parents):
        speaker = credited(own.witness, own.quotation) or "the speaker"
        note = f"No parent has these words of {speaker}."
        yield _added(own, parent, None, Severity.MEANING, note)


def _added(
    own: Utterance, parent: str, span: Span | None, severity: Severity, note: str
) -> Variant:
    return Variant(
        child=own.witness.id,
        child_span=_clipped(own.quotation.span),
        parent=parent,
        parent_span=_clipped(span) if span else None,
        kind=VariantKind.QUOTE_ADDED,
        severity=severity,
        note=note,
    )
