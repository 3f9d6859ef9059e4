"""The encoder that tagger and parser share: word features, then two-way recurrent layers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import HashEmbed, Model, chain, concatenate, with_array

from newstemma.text.parse.features import FEATURES, features
from newstemma.text.parse.lstm import bilstm

__all__ = ["encoder", "name_encoder"]

_Vectors = list[NDArray[np.float32]]
_Ids = list[NDArray[np.uint64]]
_COLUMNS = sum(columns for _, columns in FEATURES.values())


@registry.architectures("newstemma.Encoder.v1")  # type: ignore[untyped-decorator]
def encoder(width: int, depth: int, form_dropout: float) -> Model[list[Doc], _Vectors]:
    """From documents to a row of `width` columns for each of their tokens.

    In training, `form_dropout` is the share of words of which only the parts are seen.
    """
    layers: list[Model[Any, Any]] = []
    for place in range(depth):
        layers += [bilstm(width, width if place else _COLUMNS), _dropout()]
    model: Model[Any, Any] = chain(_ids(form_dropout), _embedded(), _dropout(), *layers)
    model.set_dim("nO", width)
    return model


@registry.architectures("newstemma.NameEncoder.v1")  # type: ignore[untyped-decorator]
def name_encoder(
    shared: Model[list[Doc], _Vectors], width: int, form_dropout: float
) -> Model[list[Doc], _Vectors]:
    """What `shared` gives, beside vectors of its own for the words, read by a layer of its own."""
    both: Model[Any, Any] = concatenate(shared, chain(_ids(form_dropout), _embedded()))
    model: Model[Any, Any] = chain(
        both, _dropout(), bilstm(width, shared.get_dim("nO") + _COLUMNS), _dropout()
    )
    model.set_dim("nO", width)
    return model


def _embedded() -> Model[_Ids, _Vectors]:
    tables: list[Model[Any, Any]] = [
        HashEmbed(columns, rows, column=place, seed=place + 1)
        for place, (rows, columns) in enumerate(FEATURES.values())
    ]
    return with_array(concatenate(*tables))


def _ids(form_dropout: float) -> Model[list[Doc], _Ids]:
    return Model("features", _read, attrs={"form_dropout": form_dropout})


def _read(
    model: Model[list[Doc], _Ids], docs: list[Doc], is_train: bool
) -> tuple[_Ids, Callable[[_Ids], list[Doc]]]:
    ids = [np.asarray(_features(doc), dtype=np.uint64).reshape(len(doc), -1) for doc in docs]
    if is_train:
        for rows in ids:
            rows[np.random.uniform(size=len(rows)) < model.attrs["form_dropout"], 0] = 0
    return ids, lambda _: []


def _features(doc: Doc) -> list[tuple[int, ...]]:
    strings = doc.vocab.strings
    return [features(strings[orth]) for orth in doc.to_array("ORTH").tolist()]


def _dropout() -> Model[_Vectors, _Vectors]:
    """Drops the same columns in all rows of a sequence (Gal and Ghahramani 2016)."""
    return Model("column_dropout", _drop, attrs={"dropout_rate": 0.0})


def _drop(
    model: Model[_Vectors, _Vectors], sequences: _Vectors, is_train: bool
) -> tuple[_Vectors, Callable[[_Vectors], _Vectors]]:
    rate = model.attrs["dropout_rate"]
    if not is_train or not rate:
        return sequences, lambda gradients: gradients
    masks = [model.ops.get_dropout_mask((rows.shape[1],), rate) for rows in sequences]
    dropped = [rows * mask for rows, mask in zip(sequences, masks, strict=True)]
    return dropped, lambda gradients: [g * m for g, m in zip(gradients, masks, strict=True)]
