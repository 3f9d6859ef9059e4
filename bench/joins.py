"""One way to find the pairs of a corpus, in a fresh process: our candidates or a peer's.

    python -m bench.joins NAME ARTICLES

`ARTICLES` is JSON Lines with a `text` and perhaps a `series`. Prints a JSON object: `seconds`
from texts in memory to pairs, tokenising included; `pairs` of positions. A small run before it
loads compiled code, which the peers have on import.

The peers as their documentation uses them: sets of word 5-grams, 128 permutations, and bands for
a Jaccard likeness of .5, which for datasketch are 25 of 5. rensa's must divide 128: 32 of 4 find
more than 16 of 8.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

__all__ = ["JOBS", "JOINS"]

JOBS = 2  # the figures are for two cores

Texts = Sequence[str]
Pairs = list[tuple[int, int]]
Join = Callable[[Texts, Sequence[str | None]], Pairs]

_WORD = re.compile(r"\w+")
_GRAM = 5
_PERMUTATIONS = 128
_THRESHOLD = 0.5
_RENSA_BANDS = 32
_SEED = 42
_SLICE = 4_096  # texts


@dataclass(frozen=True, slots=True)
class _Slices:
    """Texts in memory as the search for candidates takes them."""

    texts: Texts
    series: Sequence[str | None]

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[tuple[int, list[str], list[str | None]]]:
        for first in range(0, len(self.texts), _SLICE):
            end = first + _SLICE
            yield first, list(self.texts[first:end]), list(self.series[first:end])


def candidates(texts: Texts, series: Sequence[str | None]) -> Pairs:
    """Our candidates, with two threads; what they keep on disk is written and read again."""
    from newstemma.corpus.candidates import find_candidates
    from newstemma.progress import quiet

    with TemporaryDirectory() as work:
        slices = _Slices(texts, series)
        found = find_candidates(slices, work=Path(work), jobs=JOBS, progress=quiet)
    return list(zip(found.left.tolist(), found.right.tolist(), strict=True))


def datasketch(texts: Texts, _series: Sequence[str | None]) -> Pairs:
    """Datasketch's MinHashLSH: each text is looked up before it is put in."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=_THRESHOLD, num_perm=_PERMUTATIONS)
    grams = ([gram.encode() for gram in _grams(text)] for text in texts)
    pairs: Pairs = []
    for place, sketch in enumerate(MinHash.generator(grams, num_perm=_PERMUTATIONS)):
        pairs += [(other, place) for other in index.query(sketch)]
        index.insert(place, sketch, check_duplication=False)
    return pairs


def rensa(texts: Texts, _series: Sequence[str | None]) -> Pairs:
    """Rensa's RMinHashLSH over sketches of whole sets."""
    from rensa import RMinHash, RMinHashLSH

    sketches = RMinHash.from_token_sets(map(_grams, texts), _PERMUTATIONS, _SEED)
    index = RMinHashLSH(_THRESHOLD, _PERMUTATIONS, _RENSA_BANDS)
    index.insert_pairs(list(enumerate(sketches)))
    found = enumerate(index.query_all(sketches))
    return [(other, place) for place, others in found for other in others if other < place]


JOINS: dict[str, Join] = {"candidates": candidates, "datasketch": datasketch, "rensa": rensa}


def main() -> None:
    """Read, warm up, join, print."""
    name, path = sys.argv[1:]
    with Path(path).open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    texts, series = [row["text"] for row in rows], [row.get("series") for row in rows]
    del rows
    join = JOINS[name]
    join(texts[:20], series[:20])
    start = time.perf_counter()
    pairs = join(texts, series)
    seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "pairs": pairs}))


def _grams(text: str) -> set[str]:
    tokens = _WORD.findall(text.lower())
    return {" ".join(tokens[i : i + _GRAM]) for i in range(max(len(tokens) - _GRAM + 1, 1))}


if __name__ == "__main__":
    main()
