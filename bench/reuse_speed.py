"""How fast pairs are found, beside the peers on the same articles, from 1,000 to 1,000,000."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from bench.planted.corpus import Article, Planted
from bench.planted.filler import filler
from bench.planted.truth import Truth
from bench.reuse_runs import Found, command, is_there, join, text_dedup, write

__all__ = ["first_lines", "speeds", "written"]

_ROUNDS = {20_000: 3}  # runs of each at a size, of which the fastest counts; else one
_PEERS_UP_TO = 100_000  # articles
_PEERS = ("datasketch", "rensa")
_WITHIN = 20_000  # articles, for the bar on candidates and alignment together


def speeds(
    corpus: Planted, sizes: Sequence[int], folder: Path, *, text_dedup_python: Path
) -> dict[str, float]:
    """Figures for each size; those of the peers at the largest that they are asked for.

    Recall is that of what is planted in the real texts, while every false pair counts, one
    between generated texts too.
    """
    articles = written(corpus, max(sizes), folder)
    with_peers = [size for size in sizes if size <= _PEERS_UP_TO]
    asked = {max(with_peers, default=0), *({_WITHIN} & {*sizes})}
    figures: dict[str, float] = {}
    for size in sorted(sizes):
        path = first_lines(folder / "all.jsonl", size, folder / "articles.jsonl")
        seen = articles[:size]
        peers = [name for name in _PEERS if size in asked and is_there(name)]
        runs = _alternating(path, [one.id for one in seen], peers, folder)
        figures |= _figures(size, runs)
        if size >= len(corpus.articles):
            figures |= _recall(Truth(corpus, seen), size, runs)
        if size == max(asked):
            figures |= _ratios(runs)
        if size == _WITHIN:
            figures |= _beside_text_dedup(path, runs, text_dedup_python)
    return figures


def written(corpus: Planted, count: int, folder: Path) -> list[Article]:
    """The corpus and what fills it up, on disk; without their texts, in memory."""
    kept: list[Article] = []
    more = filler(corpus.real.texts, max(count - len(corpus.articles), 0))

    def articles() -> Iterator[Article]:
        yield from corpus.articles
        for batch, _ in more:
            yield from batch

    def noted() -> Iterator[Article]:
        for one in islice(articles(), count):
            kept.append(one if len(kept) < len(corpus.articles) else replace(one, text=""))
            yield one

    write(noted(), folder / "all.jsonl")
    return kept


def first_lines(path: Path, count: int, to: Path) -> Path:
    """The first lines of a file, as another."""
    with path.open("rb") as lines, to.open("wb") as copy:
        copy.writelines(islice(lines, count))
    return to


def _alternating(
    path: Path, ids: Sequence[str], peers: Sequence[str], folder: Path
) -> dict[str, Found]:
    """The fastest run of each; ours and the peers' by turns."""
    runs: dict[str, list[Found]] = {}
    for _ in range(_ROUNDS.get(len(ids), 1)):
        runs.setdefault("reuse", []).append(_fresh_command(path, folder / "out"))
        for name in ("candidates", *peers):
            runs.setdefault(name, []).append(join(name, path, ids))
    return {name: min(several, key=lambda run: run.seconds) for name, several in runs.items()}


def _fresh_command(path: Path, out: Path) -> Found:
    shutil.rmtree(out, ignore_errors=True)
    found = command(path, out)
    shutil.rmtree(out)
    return found


def _figures(size: int, runs: dict[str, Found]) -> dict[str, float]:
    found = {
        f"articles_per_s.{size}": size / runs["reuse"].seconds,
        f"peak_mb.{size}": runs["reuse"].peak_mb,
        f"candidates.articles_per_s.{size}": size / runs["candidates"].seconds,
        f"candidates.peak_mb.{size}": runs["candidates"].peak_mb,
        f"candidates.pairs_per_article.{size}": len(runs["candidates"].pairs) / size,
    }
    if "datasketch" in runs:
        peer = runs["datasketch"]
        for name in ("", "candidates."):
            found[f"baseline.{name}articles_per_s.{size}"] = size / peer.seconds
            found[f"baseline.{name}peak_mb.{size}"] = peer.peak_mb
        found[f"times_datasketch.{size}"] = runs["reuse"].seconds / peer.seconds
    return found


def _recall(truth: Truth, size: int, runs: dict[str, Found]) -> dict[str, float]:
    names = {"reuse": "", "candidates": "candidates.", "datasketch": "baseline."}
    wanted = ("recall.exact", "recall.near", "recall.passage", "recall.rewrite", "precision")
    found: dict[str, float] = {}
    for run, prefix in names.items():
        if run in runs:
            figures = truth.figures(runs[run].pairs)
            found |= {f"{prefix}{name}.{size}": figures[name] for name in wanted if name in figures}
    return found


def _ratios(runs: dict[str, Found]) -> dict[str, float]:
    """The peers' time over that of our candidates, tokenising included on both sides."""
    return {
        f"ratio.{name}": runs[name].seconds / runs["candidates"].seconds
        for name in _PEERS
        if name in runs
    }


def _beside_text_dedup(path: Path, runs: dict[str, Found], python: Path) -> dict[str, float]:
    """Command beside command: its near copies, and everything that ours finds."""
    seconds = text_dedup(path, python)
    return {} if seconds is None else {"ratio.text_dedup": seconds / runs["reuse"].seconds}
