"""The tables that come out, as files and in the docs."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newstemma.corpus.tables import CLUSTERS, FAILURES, PAIRS, PASSAGES, write_parquet
from newstemma.reuse.kernels.verdict import Kind
from tests.data import REPOSITORY

PAGE = (REPOSITORY / "docs" / "reuse.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("schema", [PAIRS, PASSAGES, CLUSTERS, FAILURES])
def test_every_column_is_explained(schema: pa.Schema) -> None:
    section = PAGE.partition(f"### `{schema.metadata[b'newstemma.table'].decode()}.parquet`")[2]
    table = section.partition("\n###")[0]
    assert [name for name in schema.names if f"`{name}`" not in table] == []


def test_every_kind_of_pair_is_explained() -> None:
    named = [kind.name.lower() for kind in Kind if kind != Kind.NONE]
    assert [name for name in named if f"| `{name}` |" not in PAGE] == []


def test_how_rows_arrive_changes_no_byte(tmp_path: Path) -> None:
    schema = pa.schema([("n", pa.int32())])
    whole = pa.table({"n": pa.array(range(300_000), pa.int32())})
    slices = [whole.slice(first, 70_001) for first in range(0, 300_000, 70_001)]
    write_parquet(tmp_path / "whole", schema, [whole])
    write_parquet(tmp_path / "slices", schema, slices)
    assert (tmp_path / "whole").read_bytes() == (tmp_path / "slices").read_bytes()
    assert pq.read_table(tmp_path / "slices") == whole


def test_no_rows_are_a_table_too(tmp_path: Path) -> None:
    write_parquet(tmp_path / "none", PAIRS, [])
    assert pq.read_table(tmp_path / "none").num_rows == 0
    assert pq.read_schema(tmp_path / "none") == PAIRS
