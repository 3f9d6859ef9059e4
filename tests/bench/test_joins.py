from __future__ import annotations

import pytest
from bench.joins import JOINS

from tests.bench.planted.invented import prose


@pytest.mark.parametrize("name", sorted(JOINS))
def test_a_copy_is_found_and_nothing_else(name: str) -> None:
    if name in ("datasketch", "rensa"):
        pytest.importorskip(name)
    texts = [prose(n) for n in range(20)]
    texts[17] = texts[3]
    assert JOINS[name](texts, [None] * 20) == [(3, 17)]
