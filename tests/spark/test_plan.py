"""The order of features is the same whether one key makes it or two."""

from __future__ import annotations

import numpy as np
import pytest

from newstemma.spark.plan import plan


@pytest.mark.parametrize("articles", [300, 10**9])
def test_features_are_sorted_and_in_each_the_texts(articles: int) -> None:
    chosen, chance = plan(articles, articles, 0), np.random.default_rng(5)
    hashes = chosen.features(chance.integers(0, 40, 300, np.uint64) << np.uint64(50))
    numbers = chance.permutation(300).astype(np.int32)
    found = chosen.order(hashes, numbers)
    assert found.tolist() == np.lexsort((numbers, hashes)).tolist()
