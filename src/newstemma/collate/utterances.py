"""Finds quotations, and the words of quotations, in the texts that a child may have them from."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from newstemma.collate.stems import is_content, stem
from newstemma.records import Quotation, Span, Witness, Word
from newstemma.text.rarity import rarity

__all__ = [
    "Source",
    "Utterance",
    "is_elided",
    "is_scattered",
    "original",
    "place_unquoted",
    "retold",
    "run_in",
    "source_of",
    "utterances",
]

_MOST_WORDS = 400
_MOST_POSTINGS = 64
_MOST_CANDIDATES = 4
_SAME = 0.6  # share of a quotation's words that stand in order in its original
_RETOLD = 0.2  # of the weight of a quotation in another by the same speaker that it may retell,
_RETOLD_NEXT = 0.1  # or so much where that one comes next
_SPREAD = 3  # times its length over which they may be spread there
_SPREAD_MORE = 5  # words, and so many more
_SHORTEST_ALTERED = 5  # words; two shorter quotations may be alike by chance
_SCATTERED = 0.7  # share of its content words that stand somewhere in the parents
_BEFORE = 400  # characters in which a mark may have been opened
_MARKS = frozenset("\"“”„«»‘’'")


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

    def going_on(self, number: int) -> tuple[str, ...]:
        """The stems of a quotation and of those beside it, which may be parts of one utterance."""
        near = self.utterances[max(number - 2, 0) : number + 3]
        same = [u for u in near if u.witness.id == self.utterances[number].witness.id]
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


def original(own: Utterance, source: Source) -> int | None:
    """The number of the quotation that holds enough of the words of `own` in their order."""
    weights: defaultdict[int, float] = defaultdict(float)
    for word, key in zip(own.words, own.stems, strict=True):
        for number in source.quoted.get(key, ())[:_MOST_POSTINGS]:
            weights[number] += rarity(word.key)
    ranked = sorted(weights, key=lambda n: (-weights[n], n))[:_MOST_CANDIDATES]
    best = max(ranked, key=lambda n: _likeness(own, source.utterances[n]), default=None)
    enough = 1.0 if len(own.words) < _SHORTEST_ALTERED else _SAME
    if best is None or _share(own, source.utterances[best]) < enough:
        return None
    return best


def retold(
    own: Utterance,
    source: Source,
    *,
    after: int | None,
    same: Callable[[Utterance, Utterance], bool],
) -> int | None:
    """The number of the quotation by the same speaker that says the like in other words.

    Fewer shared words are enough where it comes right after the one told last (`after`).
    """
    weights: defaultdict[int, float] = defaultdict(float)
    whole = 0.0
    for word, key in zip(own.words, own.stems, strict=True):
        whole += rarity(word.key) * is_content(word.key)
        for number in source.quoted.get(key, ())[:_MOST_POSTINGS]:
            weights[number] += rarity(word.key)
    ranked = sorted(weights, key=lambda n: (-weights[n], n))[:_MOST_CANDIDATES]
    for number in ranked:
        if len(source.utterances[number].words) > _SPREAD * len(own.words) + _SPREAD_MORE:
            continue  # a mark that was never closed
        next_ = after is not None and 0 <= number - after <= 1
        if weights[number] >= (_RETOLD_NEXT if next_ else _RETOLD) * whole and same(
            own, source.utterances[number]
        ):
            return number
    return None


def _likeness(own: Utterance, other: Utterance) -> tuple[float, int]:
    """How well one quotation fits as the original of another; of equals, the one as long."""
    return _share(own, other), -abs(len(own.words) - len(other.words))


def _share(own: Utterance, other: Utterance) -> float:
    """How much of `own` stands in order in `other`, 0 where it is strewn over all of it."""
    blocks = [b for b in LCSseq.opcodes(own.stems, other.stems).as_matching_blocks() if b.size]
    if (
        not blocks
        or blocks[-1].b + blocks[-1].size - blocks[0].b > _SPREAD * len(own.stems) + _SPREAD_MORE
    ):
        return 0.0
    return sum(block.size for block in blocks) / len(own.stems)


def run_in(own: Sequence[str], other: Sequence[str]) -> tuple[int, int] | None:
    """Where all of `own` stands in `other` in one piece."""
    size = len(own)
    starts = (n for n in range(len(other) - size + 1) if other[n] == own[0])
    return next(((n, n + size) for n in starts if tuple(other[n : n + size]) == tuple(own)), None)


def is_elided(own: Utterance, other: Sequence[str]) -> bool:
    """Whether the pieces of `own` between dots stand in `other` whole and in their order."""
    text = own.witness.text
    pieces: list[list[str]] = [[]]
    last = own.quotation.span.start
    for word, key in zip(own.words, own.stems, strict=True):
        gap = text[last : word.start]
        if "…" in gap or "..." in gap or "[" in gap:
            pieces.append([])
        pieces[-1].append(key)
        last = word.end
    at = 0
    for piece in (p for p in pieces if p):
        run = run_in(piece, other[at:])
        if run is None:
            return False
        at += run[1]
    return sum(map(bool, pieces)) > 1 or not pieces[0]


def place_unquoted(own: Utterance, source: Source) -> tuple[Witness, Span] | None:
    """Where all the words stand in one piece in the text of a witness."""
    rarest = max(range(len(own.words)), key=lambda n: (rarity(own.words[n].key), -n))
    for number, position in source.said.get(own.stems[rarest], ()):
        witness = source.witnesses[number]
        first = position - rarest
        there = witness.words[max(first, 0) : first + len(own.words)]
        if first >= 0 and tuple(stem(w.key) for w in there) == own.stems:
            if _is_marked(witness, there):
                continue
            return witness, Span(there[0].start, there[-1].end)
    return None


def _is_marked(witness: Witness, inside: Sequence[Word]) -> bool:
    """Whether a quotation mark stands beside the words, or one before them was never closed."""
    text = witness.text
    line = text[max(inside[0].start - _BEFORE, 0) : inside[0].start].rpartition("\n")[2]
    if line.rfind("“") > line.rfind("”") or line.count('"') % 2:
        return True
    around = text[max(inside[0].start - 2, 0) : inside[0].start]
    around += text[inside[-1].end : inside[-1].end + 2]
    return not _MARKS.isdisjoint(around)


def is_scattered(own: Utterance, source: Source) -> bool:
    """Whether most of its content words stand somewhere in the parents: then we cannot tell."""
    content = [key for w, key in zip(own.words, own.stems, strict=True) if is_content(w.key)]
    return sum(key in source.said for key in content) > _SCATTERED * len(content)
