from __future__ import annotations

import numpy as np
import pytest

from newstemma.reuse.kernels.content import content_shares


def _share(source: list[int], retelling: list[int], *, foreign: tuple[int, ...] = ()) -> float:
    key = np.array([*source, *retelling], np.uint64)
    starts = np.array([0, len(source), len(key)])
    own = ~np.isin(key, np.array(foreign, np.uint64))
    weight = np.full(len(key), 6, np.float32)
    return float(content_shares(starts, key, weight, own, np.array([[0, 1]]))[0])


def test_content_is_found_anywhere_in_the_source_in_any_order() -> None:
    assert _share([1, 2, 3, 4, 5, 6], [6, 1, 3, 5]) == pytest.approx(1)
    assert _share([1, 2, 3, 4], [1, 2, 8, 9]) == pytest.approx(0.5)


def test_a_word_said_again_tells_nothing_more() -> None:
    assert _share([1, 2], [1, 1, 1, 1, 2, 8, 9]) == pytest.approx(0.5)


def test_little_content_is_no_evidence() -> None:
    assert _share([1, 2], [1]) == pytest.approx(0.36)
    assert _share([], []) == 0


def test_boilerplate_is_no_content() -> None:
    assert _share([1, 2, 3, 4], [1, 2, 8, 9, 7], foreign=(1, 7)) == pytest.approx(0.333, abs=0.01)
