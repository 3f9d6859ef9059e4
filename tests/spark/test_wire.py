"""Packets carry records to their parts, in their order."""

from __future__ import annotations

import pytest

pytest.importorskip("pyspark", reason="the extra spark is not installed")

import numpy as np
import pyarrow as pa

from newstemma.spark.plan import GRAMS, PAIRS, plan
from newstemma.spark.records import TOTAL
from newstemma.spark.wire import opened, packets


def test_records_come_out_as_they_went_in() -> None:
    records = np.zeros(5, TOTAL)
    records["rank"], records["grams"] = [3, 1, 2, 5, 9], [0.5, 1, 2, 3, 4]
    batches = list(packets("totals", np.array([1, 0, 1, 0, 2]), records, origin=7))
    table = pa.Table.from_batches(batches)
    assert table["part"].to_pylist() == [0, 1, 2]
    found = [(origin, array["rank"].tolist()) for origin, array in opened(table, "totals", TOTAL)]
    assert found == [(7, [1, 5]), (7, [3, 2]), (7, [9])]
    assert list(opened(table, "features", TOTAL)) == []


def test_nothing_makes_no_packet() -> None:
    assert list(packets("totals", np.zeros(0, np.int64), np.zeros(0, TOTAL))) == []


@pytest.mark.parametrize("articles", [1, 1000, 10**6, 10**9])
def test_every_feature_has_a_part_in_the_order_of_the_hashes(articles: int) -> None:
    chosen = plan(articles, articles, 0)
    hashes = np.array([0, 2**20, 2**63, 2**64 - 1], np.uint64)
    for net in (GRAMS, PAIRS):
        for block in (net, net + 2):
            parts = chosen.part(hashes, block)
            assert bool(np.all(np.diff(parts) >= 0))
            assert {chosen.block(int(part)) for part in parts} == {block}


def test_hashes_lose_no_bit_where_they_are_too_many_for_one_machine() -> None:
    every = np.array([2**64 - 1], np.uint64)
    assert plan(10**9, 10**9, 0).features(every)[0] == 2**64 - 1
    assert plan(1000, 1000, 0).features(every)[0] == 2**64 - 2**10
