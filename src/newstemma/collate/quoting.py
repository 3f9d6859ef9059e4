"""Judges quotations against what the parents have between quotation marks, and outside them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from newstemma.collate.evidence import shown
from newstemma.collate.stems import is_content, stem
from newstemma.records import Quotation, Severity, Span, Variant, VariantKind, Witness, Word
from newstemma.text.hedges import negations
from newstemma.text.rarity import rarity
from newstemma.text.segment import words

__all__ = ["Source", "Utterance", "judge_quotations", "source_of", "utterances"]

_MOST_WORDS = 400
_NEAR = 15  # words round a quotation in which its other speaker may be named
_MOST_POSTINGS = 64
_MOST_CANDIDATES = 4
_SAME = 0.6  # share of a quotation's words that stand in order in its original
_SPREAD = 3  # times its length over which its words may be spread in its original
_SHORTEST_ALTERED = 5  # words; two shorter ones may be alike by chance
_LEAST_CUT = 3  # content words left out before a quotation counts as cut
_LEAST_NEW = 3  # content words before a quotation counts as made up
_COPULA = frozenset("is are was were be been it's that's call called".split())
_MARKS = frozenset("\"“”„«»‘’'")
_LABELS = frozenset(
    map(
        stem,
        "label labeled labelled labeling brand branded describe described describing dub dubbed "
        "characterize characterized denounce denounced portray portrayed cast".split(),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """A quotation with its words and their stems."""

    witness: Witness
    quotation: Quotation
    words: Sequence[Word]
    stems: tuple[str, ...]

    def content(self, first: int, end: int) -> int:
        """How many content words stand in a stretch of it."""
        return sum(is_content(word.key) for word in self.words[first:end])


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The quotations and the words of some witnesses, searchable by stem."""

    utterances: tuple[Utterance, ...]
    quoted: Mapping[str, Sequence[int]]
    said: Mapping[str, Sequence[tuple[int, int]]]  # stem -> witness, word
    witnesses: tuple[Witness, ...]

    def going_on(self, utterance: Utterance) -> tuple[str, ...]:
        """The stems of a quotation and of the next two of its article, which may continue it."""
        first = self.utterances.index(utterance)
        near = self.utterances[max(first - 2, 0) : first + 3]
        same = [u for u in near if u.witness.id == utterance.witness.id]
        return tuple(key for u in same for key in u.stems)


def utterances(witness: Witness) -> tuple[Utterance, ...]:
    """The quotations of `witness` that hold a word, in order."""
    found = []
    for quotation in witness.quotations:
        first = bisect_left(witness.words, quotation.span.start, key=lambda w: w.start)
        end = bisect_left(witness.words, quotation.span.end, key=lambda w: w.start)
        inside = witness.words[first : min(end, first + _MOST_WORDS)]
        stems = tuple(stem(word.key) for word in inside)
        if inside:
            found.append(Utterance(witness=witness, quotation=quotation, words=inside, stems=stems))
    return tuple(found)


def source_of(witnesses: Sequence[Witness]) -> Source:
    """Makes the quotations and the words of `witnesses` searchable."""
    every = tuple(u for witness in witnesses for u in utterances(witness))
    quoted: defaultdict[str, list[int]] = defaultdict(list)
    for number, utterance in enumerate(every):
        for word, key in zip(utterance.words, utterance.stems, strict=True):
            if is_content(word.key) and quoted[key][-1:] != [number]:
                quoted[key].append(number)
    said: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, witness in enumerate(witnesses):
        for position, word in enumerate(witness.words):
            if is_content(word.key) and len(said[stem(word.key)]) < _MOST_POSTINGS:
                said[stem(word.key)].append((number, position))
    return Source(utterances=every, quoted=quoted, said=said, witnesses=tuple(witnesses))


def judge_quotations(
    child: Witness, parents: Source, others: Source, *, parent: str
) -> Iterator[Variant]:
    """The `quote-` kinds of each quotation of `child`, but `quote-unmarked`."""
    for own in utterances(child):
        if best := _original(own, parents):
            yield from _judge_pair(own, best, parents)
        elif own.content(0, len(own.words)) >= _LEAST_NEW and not _original(own, others):
            yield from _judge_new(own, parents, others, parent)


def _original(own: Utterance, source: Source) -> Utterance | None:
    """The quotation that holds most of the words of `own` in their order, if one holds enough."""
    weights: defaultdict[int, float] = defaultdict(float)
    for word, key in zip(own.words, own.stems, strict=True):
        for number in source.quoted.get(key, ())[:_MOST_POSTINGS]:
            weights[number] += rarity(word.key)
    ranked = sorted(weights, key=lambda n: (-weights[n], n))[:_MOST_CANDIDATES]
    shares = [(_share(own, source.utterances[n]), -n) for n in ranked]
    best = max(shares, default=(0.0, 0))
    enough = 1.0 if len(own.words) < _SHORTEST_ALTERED else _SAME
    return source.utterances[-best[1]] if best[0] >= enough else None


def _share(own: Utterance, other: Utterance) -> float:
    """How much of `own` stands in order in `other`, 0 where it is strewn over all of it."""
    blocks = [b for b in LCSseq.opcodes(own.stems, other.stems).as_matching_blocks() if b.size]
    if not blocks or blocks[-1].b + blocks[-1].size - blocks[0].b > _SPREAD * len(own.stems) + 5:
        return 0.0
    return sum(block.size for block in blocks) / len(own.stems)


def _judge_pair(own: Utterance, other: Utterance, source: Source) -> Iterator[Variant]:
    if _differ(own, other):
        yield _misattributed(own, other)
    run = _run(own.stems, other.stems)
    if run is None and _run(own.stems, source.going_on(other)):
        return
    if run is None:
        yield _altered(own, other)
    elif _is_label(own) and not _is_label(other) and not _says_what_it_is(other, run[0]):
        yield _recontextualised(own, other)
    elif _is_cut(other, *run):
        yield _truncated(own, other)


def _run(own: Sequence[str], other: Sequence[str]) -> tuple[int, int] | None:
    """Where all of `own` stands in `other` in one piece."""
    size = len(own)
    starts = (n for n in range(len(other) - size + 1) if other[n] == own[0])
    return next(((n, n + size) for n in starts if tuple(other[n : n + size]) == tuple(own)), None)


def _is_cut(other: Utterance, first: int, end: int) -> bool:
    return other.content(0, first) + other.content(end, len(other.words)) >= _LEAST_CUT


def _is_label(utterance: Utterance) -> bool:
    """Whether the words are given as what somebody calls something: "labels it as '...'"."""
    every = utterance.witness.words
    first = bisect_left(every, utterance.quotation.span.start, key=lambda w: w.start)
    before = every[max(first - 10, 0) : first]
    return bool(before) and before[-1].key == "as" and any(stem(w.key) in _LABELS for w in before)


def _says_what_it_is(other: Utterance, first: int) -> bool:
    """Whether the original itself calls something so: "this is ..." right before the words."""
    return any(w.key in _COPULA or "'s" in w.key for w in other.words[max(first - 6, 0) : first])


def _differ(own: Utterance, other: Utterance) -> bool:
    """Whether the two speakers are certainly not one: both named, the other not near by."""
    mine, theirs = _name_parts(own), _name_parts(other)
    if not mine or not theirs or mine & theirs:
        return False
    return theirs.isdisjoint(_words_near(own)) and mine.isdisjoint(_words_near(other))


def _words_near(utterance: Utterance) -> set[str]:
    words_of = utterance.witness.words
    first = bisect_left(words_of, utterance.quotation.span.start, key=lambda w: w.start)
    near = words_of[max(first - _NEAR, 0) : first + len(utterance.words) + _NEAR]
    return {word.key for word in near}


def _name_parts(utterance: Utterance) -> frozenset[str]:
    """The parts of the speaker's name, none where only a description is known."""
    speaker = utterance.quotation.speaker or ""
    parts = words(speaker)
    capitals = [w for w in parts if speaker[w.start].isupper()]
    if len(capitals) < 2 or len(parts) - len(capitals) > 1 or "'s" in speaker.replace("’", "'"):
        return frozenset()
    return frozenset(w.key for w in capitals if len(w.key) > 2)


def _misattributed(own: Utterance, other: Utterance) -> Variant:
    note = f"{other.quotation.speaker} says this in the parent; here {own.quotation.speaker} does."
    return _variant(VariantKind.QUOTE_MISATTRIBUTED, Severity.MEANING, note, own, other)


def _altered(own: Utterance, other: Utterance) -> Variant:
    lost = [w.key for w in _rest(other, own) if is_content(w.key)]
    new = [w.key for w in _rest(own, other) if is_content(w.key)]
    denied = bool(negations(own.words)) != bool(negations(other.words))
    note = "The quoted words were changed"
    note += f": {', '.join(new[:4])} is new" if new else ""
    note += f"; {', '.join(lost[:4])} is gone." if lost and len(lost) < 5 else "."
    severity = Severity.MEANING if denied or new else Severity.DETAIL
    return _variant(VariantKind.QUOTE_ALTERED, severity, note, own, other)


def _rest(own: Utterance, other: Utterance) -> list[Word]:
    held = frozenset(other.stems)
    return [word for word, key in zip(own.words, own.stems, strict=True) if key not in held]


def _recontextualised(own: Utterance, other: Utterance) -> Variant:
    note = "The quoted words now label something that they did not label in the parent."
    return _variant(VariantKind.QUOTE_RECONTEXTUALISED, Severity.MEANING, note, own, other)


def _truncated(own: Utterance, other: Utterance) -> Variant:
    first, end = _run(own.stems, other.stems) or (0, len(other.words))
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
    return Span(span.start, min(span.end, span.start + 400))


def _judge_new(own: Utterance, parents: Source, others: Source, parent: str) -> Iterator[Variant]:
    """A quotation that no parent has: its words stand there unquoted, or nowhere."""
    place = _plain_place(own, parents)
    if place is None and (_plain_place(own, others) or _is_scattered(own, parents)):
        return
    speaker = own.quotation.speaker or "the speaker"
    if place:
        witness, span = place
        note = "In the parent these words stand without quotation marks."
    else:
        witness, span = None, None
        note = f"No parent has these words of {speaker}."
    yield Variant(
        child=own.witness.id,
        child_span=_clipped(own.quotation.span),
        parent=witness.id if witness else parent,
        parent_span=span,
        kind=VariantKind.QUOTE_ADDED,
        severity=Severity.MEANING,
        note=note,
    )


def _plain_place(own: Utterance, source: Source) -> tuple[Witness, Span] | None:
    """Where all the words stand in one piece in the text of a witness."""
    rarest = max(range(len(own.words)), key=lambda n: (rarity(own.words[n].key), -n))
    for number, position in source.said.get(own.stems[rarest], ()):
        witness = source.witnesses[number]
        first = position - rarest
        there = witness.words[max(first, 0) : first + len(own.words)]
        if first >= 0 and tuple(stem(w.key) for w in there) == own.stems:
            if _is_marked(witness, there):
                continue
            return witness, _clipped(Span(there[0].start, there[-1].end))
    return None


def _is_marked(witness: Witness, inside: Sequence[Word]) -> bool:
    """Whether a quotation mark stands beside the words after all."""
    text = witness.text
    around = text[max(inside[0].start - 2, 0) : inside[0].start]
    around += text[inside[-1].end : inside[-1].end + 2]
    return not _MARKS.isdisjoint(around)


def _is_scattered(own: Utterance, source: Source) -> bool:
    """Whether most of its content words stand somewhere in the parents: then we cannot tell."""
    content = [key for w, key in zip(own.words, own.stems, strict=True) if is_content(w.key)]
    return sum(key in source.said for key in content) > 0.7 * len(content)
