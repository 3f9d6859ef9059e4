"""What a search for reuse found, in a few figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

__all__ = ["Family", "LeftOut", "ReuseSummary", "StageRun", "summary"]

_BIGGEST = 5
_FAILURES = 5
_FAMILY = ["cluster", "representative", "size"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A family of articles: its name, its most complete member, and how many there are."""

    cluster: str
    representative: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StageRun:
    """A stage, and the seconds that it took; None where an earlier run had done it."""

    name: str
    seconds: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A row or a file that could not be read: where it is, and why."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseSummary:
    """The figures of a finished search; the tables are in the folder `out`.

    `kinds` counts the pairs of each kind, the most frequent first; `biggest` names the largest
    families, `first_failures` the first of what could not be read. `peak_mb` is the most memory
    that the process has held (None: the system does not say).
    """

    out: Path
    articles: int
    failures: int
    first_failures: tuple[LeftOut, ...]
    candidates: int
    pairs: int
    kinds: Mapping[str, int]
    passages: int
    families: int
    in_families: int
    biggest: tuple[Family, ...]
    stages: tuple[StageRun, ...]
    peak_mb: float | None


def summary(
    out: Path, *, candidates: int, stages: tuple[StageRun, ...], peak_mb: float | None
) -> ReuseSummary:
    """The figures of the tables in `out`."""
    clusters = pq.read_table(out / "clusters.parquet", columns=_FAMILY)
    larger = clusters.filter(pc.greater(clusters["size"], 1))
    families = larger.group_by(_FAMILY).aggregate([])
    largest = families.sort_by([("size", "descending"), ("cluster", "ascending")])
    return ReuseSummary(
        out=out,
        articles=clusters.num_rows,
        failures=_rows(out / "failures.parquet"),
        first_failures=_first_failures(out / "failures.parquet"),
        candidates=candidates,
        pairs=_rows(out / "pairs.parquet"),
        kinds=_kinds(out / "pairs.parquet"),
        passages=_rows(out / "passages.parquet"),
        families=families.num_rows,
        in_families=larger.num_rows,
        biggest=tuple(map(_family, largest.slice(0, _BIGGEST).to_pylist())),
        stages=stages,
        peak_mb=peak_mb,
    )


def _rows(path: Path) -> int:
    return int(pq.read_metadata(path).num_rows)


def _kinds(path: Path) -> Mapping[str, int]:
    kinds = pq.read_table(path, columns=["kind"], read_dictionary=["kind"])["kind"]
    counts = kinds.value_counts().to_pylist()
    counted = [(row["values"], row["counts"]) for row in counts]
    return dict(sorted(counted, key=lambda row: (-row[1], row[0])))


def _first_failures(path: Path) -> tuple[LeftOut, ...]:
    batches = pq.ParquetFile(path).iter_batches(_FAILURES)
    rows = [row for batch in islice(batches, 1) for row in batch.to_pylist()]
    return tuple(
        LeftOut(
            place=row["path"] if row["row"] is None else f"{row['path']}#{row['row']}",
            reason=row["reason"],
        )
        for row in rows
    )


def _family(row: Mapping[str, pa.Scalar]) -> Family:
    return Family(
        cluster=str(row["cluster"]),
        representative=str(row["representative"]),
        size=int(row["size"]),
    )
