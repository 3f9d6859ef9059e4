"""What the pair model needs to know of one witness, computed once."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newstemma.lineage.style import Style, style
from newstemma.records import Span, Witness
from newstemma.text.quotations.marks import pair_marks
from newstemma.text.rarity import rarity
from newstemma.text.segment import paragraphs_of

__all__ = ["Profile", "profile"]

_STEM = 6  # letters: "announced" and "announcement" are one, in most languages with endings
_CONTENT = 1.5  # nats: words more common than this ("he", "were") say nothing on the facts
_TELLING = 4.0  # nats: a word that fewer than one document in fifty has
_RARE = 6.5  # nats: one document in six hundred


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A witness with its words stemmed and weighed.

    `stems` has one entry for each word of the witness; `weights` gives a stem's rarity in nats,
    `places` the index of its first word and `letters` the length of that. `content` are the
    stems that say something on the facts, `telling` the rarer of them in the order of the text,
    `rare` the rarest; `names` and `numbers` are those among all.

    `pairs`, `turns` and `triples` give the index of the first word of every two neighbours of
    one sentence, of every two with one word between them (which may change), and of every three
    that stand outside quotations. `quoted` and `quoted_pairs` stand inside quotation marks.
    """

    witness: Witness
    stems: tuple[str, ...]
    weights: Mapping[str, float]
    places: Mapping[str, int]
    letters: Mapping[str, int]
    pairs: Mapping[tuple[str, str], int]
    triples: Mapping[tuple[str, str, str], int]
    turns: Mapping[tuple[str, str], int]
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
        return self._words(self.triples[triple], 3)

    def turn_span(self, turn: tuple[str, str]) -> Span:
        """The first place of two words with one between them."""
        return self._words(self.turns[turn], 3)

    def pair_span(self, pair: tuple[str, str]) -> Span:
        """The first place of two neighbouring words."""
        return self._words(self.pairs[pair], 2)

    def _words(self, first: int, count: int) -> Span:
        words = self.witness.words
        return Span(words[first].start, words[first + count - 1].end)


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
        letters={stem: len(witness.words[place].span) for stem, place in places.items()},
        pairs=pairs,
        turns=_pairs(witness, stems, apart=2),
        triples=_triples(witness, stems, quoted),
        content=frozenset(stem for stem, weight in weights.items() if weight > _CONTENT),
        rare=frozenset(stem for stem, weight in weights.items() if weight > _RARE),
        telling=tuple(stem for stem, weight in weights.items() if weight > _TELLING),
        names=frozenset(stems[i] for i in _capitalised(witness)),
        numbers=frozenset(stem for stem in stems if stem[0].isdigit()),
        quoted=frozenset(stems[index] for index in quoted),
        quoted_pairs=frozenset(pair for pair, index in pairs.items() if index in quoted),
        style=style(witness),
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
    for quoted in pair_marks(witness.text, paragraphs_of(witness.sentences)):
        first = bisect_left(starts, quoted.span.start)
        yield from range(first, bisect_left(starts, quoted.span.end, first))
