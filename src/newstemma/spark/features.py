"""Articles -> the features of the distinct ones, each to its part."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from newstemma.reuse.kernels.arrays import Hashes, Places
from newstemma.reuse.kernels.fingerprints import Fingerprints, fingerprints
from newstemma.reuse.kernels.tokens import tokens
from newstemma.reuse.kernels.weights import background
from newstemma.spark.plan import GRAMS, PAIRS, Plan
from newstemma.spark.records import FEATURE, SIZE
from newstemma.spark.wire import Records, packets

__all__ = ["FEATURES", "SIZES", "features"]

FEATURES, SIZES = "features", "sizes"

_HELD = 1 << 21  # features of a net that are held before they are sent: small packets cost more


def features(chosen: Plan, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The packets of articles with a `rank`: of features to the features' parts, and of their
    numbers to the texts' buckets.
    """
    nets: tuple[list[Records], list[Records]] = ([], [])
    held = 0
    for batch in batches:
        sizes, made = _of_batch(chosen, batch)
        yield from packets(SIZES, chosen.bucket(sizes["rank"]), sizes)
        for net, records in zip(nets, made, strict=True):
            net.append(records)
        held += max(map(len, made))
        if held > _HELD:
            yield from _sent(chosen, nets)
            held = 0
    yield from _sent(chosen, nets)


def _sent(chosen: Plan, nets: tuple[list[Records], list[Records]]) -> Iterator[pa.RecordBatch]:
    for net, held in zip((GRAMS, PAIRS), nets, strict=True):
        if held:
            records = np.concatenate(held)
            held.clear()
            yield from packets(FEATURES, chosen.part(records["hash"], net), records)


def _of_batch(chosen: Plan, batch: pa.RecordBatch) -> tuple[Records, tuple[Records, Records]]:
    found = fingerprints(tokens(batch["text"].to_pylist()), background())
    own = [_records(chosen, batch, *net) for net in _nets(found)]
    sizes = np.empty(batch.num_rows, SIZE)
    sizes["rank"] = batch["rank"].to_numpy()
    for name, (_, counts) in zip(("grams", "pairs"), own, strict=True):
        sizes[name] = counts
    return sizes, (own[GRAMS][0], own[PAIRS][0])


def _nets(found: Fingerprints) -> tuple[tuple[Hashes, Places], tuple[Hashes, Places]]:
    return (found.grams, found.gram_starts), (found.pairs, found.pair_starts)


def _records(
    chosen: Plan, batch: pa.RecordBatch, hashes: Hashes, starts: Places
) -> tuple[Records, NDArray[np.int64]]:
    """The different features of each text, and how many those are."""
    row = np.repeat(np.arange(batch.num_rows), np.diff(starts))
    kept = chosen.features(hashes)
    order = chosen.order(kept, row)
    kept, row = kept[order], row[order]
    new = np.ones(len(kept), np.bool_)
    new[1:] = (kept[1:] != kept[:-1]) | (row[1:] != row[:-1])
    kept, row = kept[new], row[new]
    records = np.empty(len(kept), FEATURE)
    records["hash"] = kept
    for name in ("rank", "series", "few"):
        records[name] = batch[name].to_numpy()[row]
    return records, np.bincount(row, minlength=batch.num_rows)
