"""Counts in how many documents each word occurs and writes the table of `text.rarity`.

Only openly licensed text is counted: UD English EWT, the CC BY and CC BY-SA genres of GUM,
ECB+, WikiGold and the documents of SummEdits. Run by `make rarity`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from bench.corpora import rows
from bench.figures import options
from newstemma.text.rarity import TABLE
from newstemma.text.segment import words

_GUM_GENRES = ("news", "interview", "academic", "court", "bio", "voyage")
_CLITIC = re.compile(r" (?=(?:n['’]t|['’](?:s|re|ve|ll|d|m))\b)", re.IGNORECASE)


def main() -> None:
    """Writes the table from the data folder."""
    documents = list(_documents(options(__doc__ or "").parse_args().data))
    counts = Counter(key for text in documents for key in {w.key for w in words(text)})
    TABLE.write_text(_table(counts, len(documents)), encoding="utf-8")
    print(f"{len(documents)} documents, {len(counts)} words, {TABLE.stat().st_size} bytes")


def _table(counts: Counter[str], documents: int) -> str:
    """One line for each document frequency; the first line holds the number of documents."""
    kept = ((key, n) for key, n in counts.items() if n > 1 and not key[0].isdigit())
    by_count = sorted(kept, key=lambda item: (-item[1], item[0]))
    groups = groupby(by_count, key=lambda item: item[1])
    lines = (f"{n}\t{' '.join(key for key, _ in group)}" for n, group in groups)
    return "\n".join([f"{documents}\t", *lines]) + "\n"


def _documents(data: Path) -> Iterator[str]:
    yield from _conllu(sorted((data / "ud_ewt").glob("*.conllu")))
    for genre in _GUM_GENRES:
        yield from _conllu(sorted((data / "gum" / "conllu").glob(f"GUM_{genre}_*.conllu")))
    yield from _ecbplus(data / "ecbplus" / "ecbplus.jsonl")
    yield from _columns(data / "ner_small" / "data" / "wikigold")
    yield from _summedits(data / "summedits")


def _conllu(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        for document in path.read_text(encoding="utf-8").split("# newdoc")[1:]:
            lines = document.splitlines()
            yield "\n".join(line[9:] for line in lines if line.startswith("# text = "))


def _ecbplus(path: Path) -> Iterator[str]:
    """One text for each topic: its articles repeat each other's words."""
    topics: defaultdict[int, list[str]] = defaultdict(list)
    for row in rows(path):
        dropped = 0 if row["doc"].endswith("ecbplus") else -1
        topics[row["topic"]] += (word for _, s, word in row["tokens"] if s != dropped)
    yield from (_CLITIC.sub("", " ".join(tokens)) for tokens in topics.values())


def _columns(folder: Path) -> Iterator[str]:
    """Texts of about three hundred words: the files do not mark every document."""
    for path in sorted((folder / "CONLL-format" / "data").rglob("*")):
        if path.is_file():
            lines = path.read_text(encoding="utf-8").splitlines()
            tokens = [line.split()[0] for line in lines if line.strip()]
            pieces = (tokens[i : i + 300] for i in range(0, len(tokens), 300))
            yield from (_CLITIC.sub("", " ".join(piece)) for piece in pieces)


def _summedits(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.jsonl")):
        yield from dict.fromkeys(row["doc"] for row in rows(path))


if __name__ == "__main__":
    main()
