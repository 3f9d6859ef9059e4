"""Small corpora of invented articles, with copies planted among them."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import pyarrow.parquet as pq

__all__ = ["Row", "corpus", "digests", "rows_of", "write_rows"]

Row = dict[str, object]

_TABLES = ("pairs", "passages", "clusters", "failures")
_SYLLABLES = [c + v for c in "bdfgklmnprst" for v in "aeiou"]


def corpus(articles: int, *, seed: int = 1) -> list[Row]:
    """Articles, each fifth of which copies, edits or quotes one before it."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(4000)]
    texts: list[str] = []
    for number in range(articles):
        source = chance.choice(texts) if number % 5 == 4 else None
        texts.append(_article(words, chance) if source is None else _retold(source, words, chance))
    return [
        {"id": f"a{number:04}", "series": f"Paper {number % 7}", "text": text, "page": number % 9}
        for number, text in enumerate(texts)
    ]


def _article(words: Sequence[str], chance: random.Random) -> str:
    paragraphs = [" ".join(_sentence(words, chance) for _ in range(3)) for _ in range(4)]
    return "\n\n".join(paragraphs)


def _sentence(words: Sequence[str], chance: random.Random) -> str:
    return " ".join(chance.choices(words, k=chance.randint(8, 20))).capitalize() + "."


def _retold(source: str, words: Sequence[str], chance: random.Random) -> str:
    way = chance.randrange(3)
    if way == 0:
        return source
    if way == 1:
        said = source.split(" ")
        for place in chance.sample(range(len(said)), len(said) // 20):
            said[place] = chance.choice(words)
        return " ".join(said)
    return "\n\n".join([_article(words, chance), source.split("\n\n")[1]])


def write_rows(path: Path, rows: Iterable[Mapping[str, object]]) -> Path:
    """Rows as JSON Lines."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def digests(out: Path) -> list[str]:
    """Hashes of the tables in a folder."""
    return [sha256((out / f"{name}.parquet").read_bytes()).hexdigest() for name in _TABLES]


def rows_of(out: Path, table: str) -> list[Row]:
    """The rows of one of the tables in a folder."""
    rows: list[Row] = pq.read_table(out / f"{table}.parquet").to_pylist()
    return rows
