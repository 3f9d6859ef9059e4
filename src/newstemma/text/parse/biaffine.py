"""Scores of arcs and their labels (Dozat and Manning 2017), as thinc layers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Maxout, Model, Softmax, chain, glorot_uniform_init, with_array

__all__ = ["arc_parser"]

Floats = NDArray[np.float32]
_Vectors = list[Floats]
_PARAMETERS = ("U", "head", "root")


@registry.architectures("newstemma.ArcParser.v1")  # type: ignore[untyped-decorator]
def arc_parser(
    tok2vec: Model[list[Doc], _Vectors], arc_width: int, label_width: int
) -> Model[list[Doc], _Vectors]:
    """From documents to arc scores, as `best_tree` reads them.

    The references `tok2vec`, `arcs` and `labels` are its parts; `labels` goes from the vectors of
    tokens, each beside the vector of its head, to the shares of the labels.
    """
    width = tok2vec.get_dim("nO")
    arcs = _arcs(arc_width, width)
    labels: Model[Any, Any] = chain(
        Maxout(label_width, 2 * width, nP=2, dropout=0.0, normalize=True), Softmax(nI=label_width)
    )
    return Model(
        "arc_parser",
        _forward,
        init=_initialize,
        layers=[tok2vec, arcs, labels],
        refs={"tok2vec": tok2vec, "arcs": arcs, "labels": labels},
    )


def _initialize(model: Model[list[Doc], _Vectors], **_: object) -> None:
    for layer in model.layers:
        layer.initialize()


def _forward(
    model: Model[list[Doc], _Vectors], docs: list[Doc], is_train: bool
) -> tuple[_Vectors, Callable[[_Vectors], list[Doc]]]:
    vectors, to_docs = model.get_ref("tok2vec")(docs, is_train)
    scores, to_vectors = model.get_ref("arcs")(vectors, is_train)
    return scores, lambda gradients: to_docs(to_vectors(gradients))


def _arcs(width: int, inputs: int) -> Model[_Vectors, _Vectors]:
    """From the vectors of sentences to their arc scores."""
    sides: list[Model[Any, Any]] = [
        with_array(Maxout(width, inputs, nP=2, dropout=0.0, normalize=True)) for _ in range(2)
    ]
    return Model(
        "arcs",
        _score,
        init=_initialize_arcs,
        layers=sides,
        dims={"nO": width},
        params=dict.fromkeys(_PARAMETERS),
    )


def _initialize_arcs(model: Model[_Vectors, _Vectors], **_: object) -> None:
    for layer in model.layers:
        layer.initialize()
    width = model.get_dim("nO")
    model.set_param("U", glorot_uniform_init(model.ops, (width, width)) / width**0.5)
    model.set_param("head", model.ops.alloc1f(width))
    model.set_param("root", model.ops.alloc1f(width))


def _score(
    model: Model[_Vectors, _Vectors], vectors: _Vectors, is_train: bool
) -> tuple[_Vectors, Callable[[_Vectors], _Vectors]]:
    dependents, to_dependents = model.layers[0](vectors, is_train)
    heads, to_heads = model.layers[1](vectors, is_train)
    bilinear, likely, root = (cast(Floats, model.get_param(name)) for name in _PARAMETERS)
    scores = []
    for one, other in zip(dependents, heads, strict=True):
        arcs = (one @ bilinear + likely) @ other.T
        arcs[np.diag_indices(len(arcs))] += one @ root
        scores.append(arcs)

    def backprop(gradients: _Vectors) -> _Vectors:
        d_dependents, d_heads = [], []
        d_bilinear, d_likely, d_root = map(np.zeros_like, (bilinear, likely, root))
        for one, other, d_arcs in zip(dependents, heads, gradients, strict=True):
            below = d_arcs @ other
            d_heads.append(d_arcs.T @ (one @ bilinear + likely))
            d_dependents.append(below @ bilinear.T + np.outer(d_arcs.diagonal(), root))
            d_bilinear += one.T @ below
            d_likely += below.sum(axis=0)
            d_root += d_arcs.diagonal() @ one
        for name, gradient in zip(_PARAMETERS, (d_bilinear, d_likely, d_root), strict=True):
            model.inc_grad(name, cast(Any, gradient))
        pairs = zip(to_dependents(d_dependents), to_heads(d_heads), strict=True)
        return [one + other for one, other in pairs]

    return scores, backprop
