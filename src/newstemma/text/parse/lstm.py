"""A bidirectional recurrent layer for lists of sequences, in thinc.

An LSTM whose input and forget gates are coupled (Greff et al. 2017, "LSTM: a search space
odyssey"), which costs a quarter less and loses nothing. Sequences of a batch run side by side,
longest first, so no padding is computed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model, glorot_uniform_init

__all__ = ["bilstm"]

Floats = NDArray[np.float32]
_Sequences = list[Floats]
_DIRECTIONS = ("forward", "backward")


def bilstm(width: int, inputs: int) -> Model[_Sequences, _Sequences]:
    """A layer from sequences of `inputs` columns to sequences of `width`, half a direction each.

    The attribute `dropout_rate` is the share of recurrent weights that a training step drops
    (Merity et al. 2018).
    """
    return Model(
        "bilstm",
        _forward,
        init=_initialize,
        dims={"nO": width, "nI": inputs},
        params={f"{name}_{way}": None for way in _DIRECTIONS for name in ("W", "U", "b")},
        attrs={"dropout_rate": 0.0},
    )


def _initialize(model: Model[_Sequences, _Sequences], **_: object) -> None:
    half, inputs = model.get_dim("nO") // 2, model.get_dim("nI")
    for way in _DIRECTIONS:
        model.set_param(f"W_{way}", glorot_uniform_init(model.ops, (inputs, 3 * half)))
        model.set_param(f"U_{way}", glorot_uniform_init(model.ops, (half, 3 * half)))
        bias: Any = model.ops.alloc1f(3 * half)
        bias[:half] = 1.0  # remember by default (Jozefowicz et al. 2015)
        model.set_param(f"b_{way}", bias)


def _forward(
    model: Model[_Sequences, _Sequences], sequences: _Sequences, is_train: bool
) -> tuple[_Sequences, Callable[[_Sequences], _Sequences]]:
    lengths = [len(sequence) for sequence in sequences]
    flat = np.vstack(sequences)
    ends = np.cumsum(lengths)
    half = model.get_dim("nO") // 2
    output = np.empty((len(flat), 2 * half), dtype=np.float32)
    runs = []
    for side, way in enumerate(_DIRECTIONS):
        rows, sizes = _packed(lengths, way == "backward")
        kept = _kept(model, is_train, half)
        run = _Run.of(model, way, flat[rows], sizes, kept)
        output[rows, side * half : (side + 1) * half] = run.h
        runs.append((rows, run, kept))

    def backprop(gradients: _Sequences) -> _Sequences:
        above = np.vstack(gradients)
        below = np.zeros_like(flat)
        for side, (rows, run, kept) in enumerate(runs):
            part = np.ascontiguousarray(above[rows, side * half : (side + 1) * half])
            below[rows] += run.backprop(model, _DIRECTIONS[side], part, kept)
        return list(np.split(below, ends[:-1]))

    return list(np.split(output, ends[:-1])), backprop


def _packed(lengths: list[int], reverse: bool) -> tuple[NDArray[np.int64], list[int]]:
    """The rows of a batch in order of time, and how many sequences are there at each time."""
    order = sorted(range(len(lengths)), key=lambda i: -lengths[i])
    sorted_lengths = np.asarray([lengths[i] for i in order], dtype=np.int64)
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1])).astype(np.int64)[order]
    rows, sizes = [], []
    for time in range(int(sorted_lengths.max(initial=0))):
        size = int((sorted_lengths > time).sum())
        at = starts[:size] + (sorted_lengths[:size] - 1 - time if reverse else time)
        rows.append(at)
        sizes.append(size)
    return (np.concatenate(rows) if rows else np.empty(0, dtype=np.int64)), sizes


def _kept(model: Model[_Sequences, _Sequences], is_train: bool, half: int) -> Floats | None:
    """Which recurrent weights this step keeps, scaled; None for all of them."""
    rate = model.attrs["dropout_rate"]
    if not is_train or not rate:
        return None
    return cast(Floats, model.ops.get_dropout_mask((half, 3 * half), rate))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """One direction's pass over a batch; rows are in order of time."""

    inputs: Floats
    sizes: list[int]
    gates: Floats  # forget, output, candidate
    c: Floats
    h: Floats

    @classmethod
    def of(
        cls,
        model: Model[_Sequences, _Sequences],
        way: str,
        inputs: Floats,
        sizes: list[int],
        kept: Floats | None,
    ) -> _Run:
        recurrent = _recurrent(model, way, kept)
        weights, bias = (cast(Floats, model.get_param(f"{name}_{way}")) for name in "Wb")
        gates = inputs @ weights + bias
        half = len(recurrent)
        c = np.empty((len(inputs), half), dtype=np.float32)
        h = np.empty_like(c)
        start = before = 0
        for size in sizes:
            at = slice(start, start + size)
            gate = gates[at]
            if start:
                gate += h[before : before + size] @ recurrent
            _activate(gate, half)
            forget, candidate = gate[:, :half], gate[:, 2 * half :]
            c[at] = candidate
            if start:
                c[at] += forget * (c[before : before + size] - candidate)
            else:
                c[at] *= 1 - forget
            h[at] = gate[:, half : 2 * half] * np.tanh(c[at])
            before, start = start, start + size
        return cls(inputs=inputs, sizes=sizes, gates=gates, c=c, h=h)

    def backprop(
        self,
        model: Model[_Sequences, _Sequences],
        way: str,
        above: Floats,
        kept: Floats | None,
    ) -> Floats:
        """Adds to the parameters' gradients; the gradient of the inputs."""
        recurrent = _recurrent(model, way, kept)
        below = np.empty_like(self.gates)
        h_before = np.zeros_like(self.h)
        carried_h = carried_c = np.zeros((0, self.h.shape[1]), dtype=np.float32)
        starts = np.concatenate(([0], np.cumsum(self.sizes)))
        for time in reversed(range(len(self.sizes))):
            at = slice(starts[time], starts[time + 1])
            size = self.sizes[time]
            earlier = slice(starts[time - 1], starts[time - 1] + size) if time else None
            c_before = self.c[earlier] if earlier else np.zeros_like(self.c[at])
            if earlier:
                h_before[at] = self.h[earlier]
            above[at][: len(carried_h)] += carried_h
            below[at], carried_c = self._step(at, above[at], carried_c, c_before)
            carried_h = below[at] @ recurrent.T
        gradient = h_before.T @ below
        weights: Any = model.get_param(f"W_{way}")
        gradients: dict[str, Any] = {
            "U": gradient if kept is None else gradient * kept,
            "W": self.inputs.T @ below,
            "b": below.sum(axis=0),
        }
        for name, value in gradients.items():
            model.inc_grad(f"{name}_{way}", value)
        return cast(Floats, below @ weights.T)

    def _step(
        self, at: slice, d_h: Floats, carried_c: Floats, c_before: Floats
    ) -> tuple[Floats, Floats]:
        """The gradients of the gates before their activation, and of the cells before."""
        half = d_h.shape[1]
        forget, out, candidate = np.split(self.gates[at], 3, axis=1)
        squashed = np.tanh(self.c[at])
        d_c = d_h * out * (1 - squashed**2)
        d_c[: len(carried_c)] += carried_c
        below = np.empty_like(self.gates[at])
        below[:, :half] = d_c * (c_before - candidate) * forget * (1 - forget)
        below[:, half : 2 * half] = d_h * squashed * out * (1 - out)
        below[:, 2 * half :] = d_c * (1 - forget) * (1 - candidate**2)
        return below, d_c * forget


def _recurrent(model: Model[_Sequences, _Sequences], way: str, kept: Floats | None) -> Floats:
    weights = cast(Floats, model.get_param(f"U_{way}"))
    return weights if kept is None else weights * kept


def _activate(gate: Floats, half: int) -> None:
    """Sigmoid of the first two gates and tanh of the third, in place."""
    gate[:, : 2 * half] *= 0.5
    np.tanh(gate, out=gate)
    gate[:, : 2 * half] *= 0.5
    gate[:, : 2 * half] += 0.5
