"""The fourth stage: aligned pairs -> the last word on each, and the families that they make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from newstemma.corpus.align import pair_parts
from newstemma.corpus.articles import open_articles, read_table, write_table
from newstemma.corpus.job import Job
from newstemma.reuse.families import Links, families
from newstemma.reuse.kernels.verdict import Verdicts, settle

__all__ = ["Settled", "group", "members", "settled_parts"]

_PAIRS, _MEMBERS = "pairs.arrow", "members.arrow"
_JUDGED = pa.schema(
    [
        ("left", pa.int32()),
        ("right", pa.int32()),
        ("kind", pa.int8()),
        ("odds", pa.float32()),
        ("longest", pa.int32()),
        ("left_parts", pa.uint64()),
        ("right_parts", pa.uint64()),
        ("left_words", pa.int32()),
        ("right_words", pa.int32()),
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A part of the pairs with the last word on each: its kind and how sure that is."""

    pairs: pa.Table
    kind: NDArray[np.int8]
    score: NDArray[np.float32]


def group(job: Job, folder: Path) -> None:
    """Settle what each pair is, and group the articles into families."""
    judged = _judged(job.work)
    left, right = judged["left"].astype(np.int64), judged["right"].astype(np.int64)
    words = _words(judged, len(open_articles(job.work)))
    verdicts = Verdicts(kind=judged["kind"], odds=judged["odds"])
    pairs = np.stack([left, right], axis=1)
    kind, score = settle(pairs, verdicts, longest=judged["longest"], words=words)
    links = Links(
        left=left,
        right=right,
        kind=kind,
        score=score,
        left_parts=judged["left_parts"],
        right_parts=judged["right_parts"],
    )
    found = families(links, words.astype(np.int64))
    columns = {"first": found.first, "size": found.size, "representative": found.representative}
    write_table(pa.table({"kind": kind, "score": score}), folder / _PAIRS)
    write_table(pa.table(columns), folder / _MEMBERS)


def members(work: Path) -> pa.Table:
    """Of each article, by number: the first member of its family, the family's size, and its most
    complete member.
    """
    return read_table(work / "families" / _MEMBERS)


def settled_parts(work: Path) -> Iterator[Settled]:
    """The parts that `align` left, with the last word on their pairs."""
    table = read_table(work / "families" / _PAIRS)
    kind, score = table["kind"].to_numpy(), table["score"].to_numpy()
    first = 0
    for pairs in pair_parts(work):
        end = first + pairs.num_rows
        yield Settled(pairs=pairs, kind=kind[first:end], score=score[first:end])
        first = end


def _judged(work: Path) -> dict[str, NDArray[Any]]:
    """What the last word is given on: columns of all pairs, in the order of the parts."""
    tables = [pairs.select(_JUDGED.names).cast(_JUDGED) for pairs in pair_parts(work)]
    whole = pa.concat_tables([_JUDGED.empty_table(), *tables])
    return {name: whole[name].to_numpy() for name in _JUDGED.names}


def _words(judged: dict[str, NDArray[Any]], articles: int) -> NDArray[np.int32]:
    """The words of each article that is in a pair."""
    words = np.zeros(articles, np.int32)
    for side in ("left", "right"):
        words[judged[side]] = judged[f"{side}_words"]
    return words
