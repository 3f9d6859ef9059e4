"""The quotations of the seed articles against their hand-made gold, as the seed scorer scores."""

from __future__ import annotations

import json
import unicodedata

from newstemma.records import Quotation
from tests.data import needs, shared
from tests.text.quotations.said import quoted

_FOUND = 0.8
_EMPTY = frozenset({"one", "another", "the"})

Row = dict[str, str | int | None]


def rows(name: str) -> list[Row]:
    lines = (shared() / "gold" / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def found(article: str) -> tuple[Quotation, ...]:
    return quoted((shared() / "seeds" / article).read_bytes().decode("utf-8"))


def overlap(row: Row, quotation: Quotation) -> float:
    start, end = int(row["start"] or 0), int(row["end"] or 0)
    span = quotation.span
    both = max(0, min(end, span.end) - max(start, span.start))
    return both / (end - start + len(span) - both)


def plain(name: str | None) -> set[str]:
    folded = unicodedata.normalize("NFKD", (name or "").lower())
    kept = "".join(c for c in folded if c.isalnum() or c == " ")
    return set(kept.split()) - _EMPTY


@needs("seeds", "gold/seed_quotes.jsonl", "gold/seed_not_quotes.jsonl")
def test_the_seeds_are_read_as_well_as_their_marks_ask() -> None:
    gold = rows("seed_quotes.jsonl")
    by_article = {str(row["article"]): found(str(row["article"])) for row in gold}
    best = [max(by_article[str(row["article"])], key=lambda q: overlap(row, q)) for row in gold]
    hits = [(row, q) for row, q in zip(gold, best, strict=True) if overlap(row, q) >= _FOUND]
    right = [row for row, q in hits if plain(str(row["speaker"])) & plain(q.speaker)]
    reported = sum(map(len, by_article.values()))
    assert len(hits) >= 0.95 * len(gold)
    assert len(right) >= 0.9 * len(hits)
    assert len({q.span for _, q in hits}) >= 0.8 * reported


@needs("seeds", "gold/seed_not_quotes.jsonl")
def test_no_scare_quote_of_the_seeds_is_reported() -> None:
    for row in rows("seed_not_quotes.jsonl"):
        assert all(overlap(row, q) == 0 for q in found(str(row["article"])))
