"""What the family tree of a large story costs, beside the alignment of its texts.

    python -m bench.lineage_cost

One generated story: every text is made from one of those before it, some sentences dropped, some
added, some words changed. The baseline is the alignment of the story, which is what `reuse` does
for it: the pairs worth comparing, and the passages that each pair has in common. Ours is the rest
of `lineage.family`, from profiles to the tree. `growth` is the power of the number of articles
that seconds grow with, from the smallest story to the largest; n log n is 1.17 there.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence
from random import Random

from bench.corpora import witness_of
from bench.figures import show
from newstemma.lineage.family import family
from newstemma.lineage.overlap import overlap
from newstemma.records import Witness
from newstemma.reuse.candidates import candidates

__all__ = ["measure", "story"]

_SIZES = (125, 250, 500, 1_000)
_SENTENCES = 20
_WORDS = (10, 26)  # of a sentence
_VOCABULARY = 8_000
_USUAL = 0.4  # of the words are among the commonest
_COMMON = "the of and to in a that is was for it on with as he by at from his be said".split()
_SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split()
_DROPPED, _ADDED, _CHANGED = 0.08, 0.06, 0.1
_SEED = 5

_Sentences = tuple[tuple[str, ...], ...]


def main() -> None:
    """Prints the figures."""
    show(measure(), as_json=False)


def measure(sizes: Sequence[int] = _SIZES) -> dict[str, float]:
    """Seconds of lineage and of alignment, what one is of the other, and how both grow."""
    seconds = {size: _seconds(list(story(size))) for size in sizes}
    figures: dict[str, float] = {}
    for size, (lineage, alignment) in seconds.items():
        figures[f"cost.{size}.seconds"] = lineage
        figures[f"baseline.cost.{size}.seconds"] = alignment
        figures[f"cost.{size}.of_alignment"] = lineage / alignment
    first, last = min(sizes), max(sizes)
    for part, prefix in enumerate(("", "baseline.")):
        grown = seconds[last][part] / seconds[first][part]
        figures[prefix + "cost.growth"] = math.log(grown) / math.log(last / first)
    return figures


def story(size: int) -> Iterator[Witness]:
    """The articles of one generated story, each made from one of those before it."""
    dice = Random(_SEED)
    texts: list[_Sentences] = [tuple(_sentence(dice) for _ in range(_SENTENCES))]
    while len(texts) < size:
        texts.append(tuple(_retold(dice, dice.choice(texts))))
    for number, text in enumerate(texts):
        yield witness_of(f"{number:04}", " ".join(" ".join(line) for line in text))


def _retold(dice: Random, text: _Sentences) -> Iterator[tuple[str, ...]]:
    for line in text:
        if dice.random() >= _DROPPED:
            opening, *words = line
            kept = (word if dice.random() >= _CHANGED else _word(dice) for word in words[:-1])
            yield (opening, *kept, words[-1])
        if dice.random() < _ADDED:
            yield _sentence(dice)


def _sentence(dice: Random) -> tuple[str, ...]:
    words = [_word(dice) for _ in range(dice.randint(*_WORDS))]
    return (words[0].title(), *words[1:-1], words[-1] + ".")


def _word(dice: Random) -> str:
    """One of the commonest words, or an invented one, the lower numbers more often."""
    if dice.random() < _USUAL:
        return dice.choice(_COMMON)
    number = int(_VOCABULARY ** dice.random())
    return "".join(_SYLLABLES[number // 20**place % 20] for place in range(3))


def _seconds(found: Sequence[Witness]) -> tuple[float, float]:
    """Those of lineage alone and of alignment alone."""
    start = time.perf_counter()
    for left, right in candidates(found):
        overlap(found[left], found[right])
    aligned = time.perf_counter()
    family(found)
    alignment = aligned - start
    return time.perf_counter() - aligned - alignment, alignment


if __name__ == "__main__":
    main()
