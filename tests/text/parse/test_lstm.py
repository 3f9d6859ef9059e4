"""The recurrent layer learns what it computes, and reads each sequence for itself."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from thinc.api import fix_random_seed

from newstemma.text.parse.lstm import bilstm
from tests.text.parse.gradients import wrong_gradients

_DRAW = np.random.default_rng(1)


def _sequences(*lengths: int, columns: int) -> list[NDArray[np.float32]]:
    return [_DRAW.normal(size=(n, columns)).astype(np.float32) for n in lengths]


def test_gradients_are_slopes() -> None:
    fix_random_seed(0)
    layer = bilstm(6, 4)
    layer.initialize()
    inputs, above = _sequences(3, 5, 1, columns=4), _sequences(3, 5, 1, columns=6)
    assert wrong_gradients(layer, inputs, above) == []


def test_a_sequence_reads_alike_alone_and_among_others() -> None:
    layer = bilstm(6, 4)
    layer.initialize()
    inputs = _sequences(2, 7, 4, columns=4)
    together = layer.predict(inputs)
    for one, rows in zip(inputs, together, strict=True):
        np.testing.assert_allclose(layer.predict([one])[0], rows, rtol=1e-5, atol=1e-6)


def test_a_row_depends_on_what_comes_after_it() -> None:
    layer = bilstm(6, 4)
    layer.initialize()
    (one,) = _sequences(5, columns=4)
    other = one.copy()
    other[4] += 1
    assert not np.allclose(layer.predict([one])[0][0], layer.predict([other])[0][0])
