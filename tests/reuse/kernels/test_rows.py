"""Rows come out sorted, each once, however they were partitioned."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("numba")

from newstemma.reuse.kernels.rows import rows_of, sorted_rows

FEATURES = st.lists(
    st.lists(
        st.one_of(st.integers(0, 2**64 - 1), st.sampled_from([0, 2**63, 2**64 - 1])), max_size=30
    ),
    max_size=12,
)


def flat(features: list[list[int]]) -> tuple[np.ndarray, np.ndarray]:
    starts = np.cumsum([0, *(len(row) for row in features)])
    return np.array([f for row in features for f in row], dtype=np.uint64), starts


@settings(deadline=None)
@given(FEATURES, st.sampled_from([1, 2, 8]))
def test_partitions_in_their_order_are_all_rows_sorted(
    features: list[list[int]], parts: int
) -> None:
    bits = 5
    made = rows_of(*flat(features), 3, bits=bits, parts=parts)
    found = [
        row
        for part in range(parts)
        for row in sorted_rows(
            made.rows[made.bounds[part] : made.bounds[part + 1]].copy(), parts
        ).tolist()
    ]
    rows = {(f >> bits << bits) | number for number, row in enumerate(features, 3) for f in row}
    assert found == sorted(rows)


def test_a_feature_that_every_text_holds_is_sorted_in_no_time() -> None:
    texts = 200_000
    features = np.full(texts, 2**63 + 5, dtype=np.uint64)
    made = rows_of(features, np.arange(texts + 1), 0, bits=20, parts=1)
    assert len(sorted_rows(made.rows[::-1].copy(), 1)) == texts
