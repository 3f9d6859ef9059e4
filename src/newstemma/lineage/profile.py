"""What the pair model needs to know of one witness, computed once."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from newstemma.lineage.commentary import COMMENTARY
from newstemma.records import Span, Witness
from newstemma.text.quotations.marks import pair_marks
from newstemma.text.rarity import rarity

__all__ = ["Profile", "Style", "profile"]

_STEM = 6  # letters: "announced" and "announcement" are one, in most languages with endings
_CONTENT = 1.5  # nats: words more common than this ("he", "were") say nothing on the facts
_TELLING = 4.0  # nats: a word that fewer than one document in fifty has
_RARE = 6.5  # nats: one document in six hundred

_CONTRACTION = re.compile(r"['’](?:t|re|ve|ll|m|d)$", re.IGNORECASE)
_SPOKEN = frozenset("i me my mine we us our ours you your yours".split())
_DAYS = frozenset(
    "today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday "
    "ago now morning afternoon evening night".split()
)
_ASIDE = re.compile(r"[()\[\]:;—–…]|\.\.\.|--| - ")
_EXCLAIMED = re.compile(r"[!?]")
_USUAL_UNEVENNESS = 0.45
_USUAL_LENGTH = 20.0  # words of a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a text is told: where each mark stands, and its sentences' lengths.

    `unevenness` is how much they differ among themselves, `oddity` how far their mean is from
    the usual, as a logarithm.
    """

    spoken: tuple[Span, ...]
    asides: tuple[Span, ...]
    days: tuple[Span, ...]
    commentary: tuple[Span, ...]
    unevenness: float
    oddity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A witness with its words stemmed and weighed.

    `stems` has one entry for each word of the witness; `weights` gives a stem's rarity in nats
    and `places` the index of its first word. `content` are the stems that say something on the
    facts, `telling` the rarer of them in the order of the text, `rare` the rarest; `names` and
    `numbers` are those among all.

    `pairs`, `echoes` and `triples` give the index of the first word of every two neighbours of
    one sentence, of every two with one word between them (which may change), and of every three
    that stand outside quotations. `quoted` and `quoted_pairs` stand inside quotation marks.
    """

    witness: Witness
    stems: tuple[str, ...]
    weights: Mapping[str, float]
    places: Mapping[str, int]
    pairs: Mapping[tuple[str, str], int]
    triples: Mapping[tuple[str, str, str], int]
    echoes: Mapping[tuple[str, str], int]
    content: frozenset[str]
    telling: tuple[str, ...]
    rare: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    quoted: frozenset[str]
    quoted_pairs: frozenset[tuple[str, str]]
    style: Style

    @property
    def id(self) -> str:
        """The article's id."""
        return self.witness.id

    @property
    def size(self) -> int:
        """How many words the report has."""
        return len(self.stems)

    def span(self, stem: str) -> Span:
        """The first word with that stem."""
        return self.witness.words[self.places[stem]].span

    def triple_span(self, triple: tuple[str, str, str]) -> Span:
        """The first place of three neighbouring words."""
        words, index = self.witness.words, self.triples[triple]
        return Span(words[index].start, words[index + 2].end)

    def echo_span(self, echo: tuple[str, str]) -> Span:
        """The first place of two words with one between them."""
        words, index = self.witness.words, self.echoes[echo]
        return Span(words[index].start, words[index + 2].end)

    def pair_span(self, pair: tuple[str, str]) -> Span:
        """The first place of two neighbouring words."""
        words, index = self.witness.words, self.pairs[pair]
        return Span(words[index].start, words[index + 1].end)


def profile(witness: Witness) -> Profile:
    """Stems and weighs the words of `witness`."""
    stems = tuple(_stem(word.key) for word in witness.words)
    weights, places = _weighed(witness, stems)
    pairs = _pairs(witness, stems, apart=1)
    quoted = frozenset(_quoted(witness))
    return Profile(
        witness=witness,
        stems=stems,
        weights=weights,
        places=places,
        pairs=pairs,
        echoes=_pairs(witness, stems, apart=2),
        triples=_triples(witness, stems, quoted),
        content=frozenset(stem for stem, weight in weights.items() if weight > _CONTENT),
        rare=frozenset(stem for stem, weight in weights.items() if weight > _RARE),
        telling=tuple(stem for stem, weight in weights.items() if weight > _TELLING),
        names=frozenset(stems[i] for i in _capitalised(witness)),
        numbers=frozenset(stem for stem in stems if stem[0].isdigit()),
        quoted=frozenset(stems[index] for index in quoted),
        quoted_pairs=frozenset(pair for pair, index in pairs.items() if index in quoted),
        style=_style(witness),
    )


def _stem(key: str) -> str:
    return key[:_STEM] if key[0].isalpha() else key.replace(",", "").replace(".", "")


def _weighed(
    witness: Witness, stems: Sequence[str]
) -> tuple[Mapping[str, float], Mapping[str, int]]:
    """The rarity of each stem's commonest form, so that the text it stands in plays no part."""
    weights: dict[str, float] = {}
    places: dict[str, int] = {}
    for index, (stem, word) in enumerate(zip(stems, witness.words, strict=True)):
        weights[stem] = min(rarity(word.key), weights.get(stem, math.inf))
        places.setdefault(stem, index)
    return weights, places


def _pairs(witness: Witness, stems: Sequence[str], *, apart: int) -> Mapping[tuple[str, str], int]:
    pairs: dict[tuple[str, str], int] = {}
    for sentence in witness.sentences:
        for index in range(sentence.first_word, sentence.end_word - apart):
            pairs.setdefault((stems[index], stems[index + apart]), index)
    return pairs


def _triples(
    witness: Witness, stems: Sequence[str], quoted: Container[int]
) -> Mapping[tuple[str, str, str], int]:
    triples: dict[tuple[str, str, str], int] = {}
    for sentence in witness.sentences:
        for index in range(sentence.first_word, sentence.end_word - 2):
            if index not in quoted:
                triples.setdefault((stems[index], stems[index + 1], stems[index + 2]), index)
    return triples


def _capitalised(witness: Witness) -> Iterator[int]:
    """Words with a capital that do not open a sentence: names, in languages that mark them."""
    for sentence in witness.sentences:
        for index in range(sentence.first_word + 1, sentence.end_word):
            if witness.text[witness.words[index].start].isupper():
                yield index


def _quoted(witness: Witness) -> Iterator[int]:
    """Words between quotation marks, whoever said them."""
    starts = [word.start for word in witness.words]
    for quoted in pair_marks(witness.text, _paragraphs(witness)):
        first = bisect_left(starts, quoted.span.start)
        yield from range(first, bisect_left(starts, quoted.span.end, first))


def _paragraphs(witness: Witness) -> list[Span]:
    grouped = groupby(witness.sentences, key=lambda sentence: sentence.paragraph)
    members = [list(group) for _, group in grouped]
    return [Span(group[0].span.start, group[-1].span.end) for group in members]


def _style(witness: Witness) -> Style:
    words = witness.words
    lengths = [sentence.end_word - sentence.first_word for sentence in witness.sentences]
    contracted = [w for w in words if _CONTRACTION.search(w.span.of(witness.text))]
    said = [w for w in words if w.key in _SPOKEN]
    exclaimed = _found(_EXCLAIMED, witness)
    return Style(
        spoken=(*(w.span for w in (*contracted, *said)), *exclaimed),
        asides=_found(_ASIDE, witness),
        days=tuple(w.span for w in words if w.key in _DAYS),
        commentary=tuple(w.span for w in words if w.key in COMMENTARY),
        unevenness=_unevenness(lengths),
        oddity=_oddity(lengths),
    )


def _found(pattern: re.Pattern[str], witness: Witness) -> tuple[Span, ...]:
    return tuple(
        Span(*match.span())
        for sentence in witness.sentences
        for match in pattern.finditer(witness.text, sentence.span.start, sentence.span.end)
    )


def _unevenness(lengths: Sequence[int]) -> float:
    """Standard deviation of the sentences' lengths by their mean, shrunk for few sentences."""
    if not lengths:
        return _USUAL_UNEVENNESS
    mean = sum(lengths) / len(lengths)
    variance = sum((length - mean) ** 2 for length in lengths) / len(lengths)
    share = len(lengths) / (len(lengths) + 3)
    return share * math.sqrt(variance) / mean + (1 - share) * _USUAL_UNEVENNESS


def _oddity(lengths: Sequence[int]) -> float:
    mean = (sum(lengths) + 3 * _USUAL_LENGTH) / (len(lengths) + 3)
    return abs(math.log(mean / _USUAL_LENGTH))
