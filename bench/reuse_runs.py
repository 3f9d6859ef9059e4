"""What finds pairs in a file of articles, each in a fresh process: the command, and bare joins."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pyarrow.parquet as pq

from bench.figures import missing
from bench.joins import JOBS
from bench.launch import launched
from bench.planted.corpus import Article
from bench.planted.real import Pair

__all__ = ["Found", "clusters", "command", "is_there", "join", "text_dedup", "write"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a run found, how long it took and the most memory it held."""

    pairs: tuple[Pair, ...]
    seconds: float
    peak_mb: float


def write(articles: Iterable[Article], path: Path) -> Path:
    """The articles as JSON Lines."""
    with path.open("w", encoding="utf-8") as lines:
        for one in articles:
            row = {"id": one.id, "series": one.series, "text": one.text}
            lines.write(json.dumps(row) + "\n")
    return path


def command(path: Path, out: Path, *, jobs: int = JOBS) -> Found:
    """`newstemma reuse`, from its start to its end: reading, candidates, alignment, tables."""
    run = launched([sys.executable, "-m", "newstemma", "reuse", path, out, "--jobs", str(jobs)])
    table = pq.read_table(out / "pairs.parquet", columns=["left_id", "right_id"])
    left, right = (table[name].to_pylist() for name in ("left_id", "right_id"))
    pairs = tuple(zip(left, right, strict=True))
    return Found(pairs=pairs, seconds=run.seconds, peak_mb=run.peak_mb)


def clusters(out: Path) -> dict[str, str]:
    """The family of each article, by their ids, in the tables of a run."""
    table = pq.read_table(out / "clusters.parquet", columns=["id", "cluster"]).to_pydict()
    return dict(zip(table["id"], table["cluster"], strict=True))


def join(name: str, path: Path, ids: Sequence[str]) -> Found:
    """One of `bench.joins`, timed by itself from texts in memory to pairs."""
    run = launched([sys.executable, "-m", "bench.joins", name, path])
    said = json.loads(run.output)
    pairs = tuple((ids[left], ids[right]) for left, right in said["pairs"])
    return Found(pairs=pairs, seconds=said["seconds"], peak_mb=run.peak_mb)


def is_there(name: str) -> bool:
    """Whether a peer is installed beside this; says so where it is not."""
    if find_spec(name) is None:
        missing(f"the peer {name}: pip install 'newstemma[bench]'")
        return False
    return True


def text_dedup(path: Path, python: Path) -> float | None:
    """The seconds of text-dedup's MinHash command, run by the Python that it is installed for.

    It pins old packages and brings Spark, so that it needs an environment of its own. It says
    which texts are left over, not which pairs it met.
    """
    if not python.exists():
        missing(f"the peer text-dedup: {python}")
        return None
    with tempfile.TemporaryDirectory() as folder:
        options: Mapping[str, object] = {
            "path": "json",
            "data_files": path,
            "split": "train",
            "column": "text",
            "ngram": 5,
            "num_perm": 128,
            "threshold": 0.5,
            "num_proc": JOBS,
            "cache_dir": f"{folder}/cache",
            "output": f"{folder}/out",
        }
        given = [str(part) for name, value in options.items() for part in (f"--{name}", value)]
        try:
            return launched([python, "-m", "text_dedup.minhash", *given]).seconds
        except subprocess.CalledProcessError:
            missing(f"the peer text-dedup: {python} cannot run it")
            return None
