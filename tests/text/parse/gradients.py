"""Compares the gradients of a layer with differences of its outputs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

__all__ = ["wrong_gradients"]

_STEP = 2e-3


def wrong_gradients(
    model: Model[Any, Any],
    inputs: Sequence[NDArray[np.float32]],
    above: Sequence[NDArray[np.float32]],
) -> list[str]:
    """The parameters and inputs whose gradient is off, where `above` comes from the layer above.

    Three numbers of each array are tried.
    """
    _, backprop = model(list(inputs), True)
    below = backprop([gradient.copy() for gradient in above])

    def loss() -> float:
        outputs = model.predict(list(inputs))
        return sum(float((o.astype("d") * a).sum()) for o, a in zip(outputs, above, strict=True))

    arrays: dict[str, tuple[Any, Any]] = {
        f"{node.name} {name}": (node.get_param(name), node.get_grad(name))
        for node in model.walk()
        for name in node.param_names
    }
    arrays |= {f"input {i}": pair for i, pair in enumerate(zip(inputs, below, strict=True))}
    draw = np.random.default_rng(0)
    wrong = []
    for name, (values, gradient) in arrays.items():
        for _ in range(3):
            place = tuple(int(draw.integers(size)) for size in values.shape)
            kept = values[place]
            values[place] = kept + _STEP
            more = loss()
            values[place] = kept - _STEP
            slope = (more - loss()) / (2 * _STEP)
            values[place] = kept
            if abs(slope - gradient[place]) > 0.05 * max(1.0, abs(slope)):
                wrong.append(name)
    return wrong
