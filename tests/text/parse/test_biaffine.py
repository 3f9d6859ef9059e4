"""The scorer of arcs learns what it computes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model, fix_random_seed

from newstemma.text.parse.biaffine import Floats, arc_parser
from tests.text.parse.gradients import wrong_gradients


def _fixed(width: int) -> Model[list[Doc], list[Floats]]:
    rows = np.random.default_rng(2).normal(size=(9, width)).astype(np.float32)

    def forward(
        model: Model[list[Doc], list[Floats]], docs: list[Doc], is_train: bool
    ) -> tuple[list[Floats], Callable[[list[Floats]], list[Doc]]]:
        return [rows[: len(doc)] for doc in docs], lambda _: docs

    return Model("fixed", forward, dims={"nO": width})


def test_gradients_are_slopes() -> None:
    fix_random_seed(0)
    arcs = arc_parser(_fixed(6), arc_width=4, label_width=3).get_ref("arcs")
    arcs.initialize()
    draw = np.random.default_rng(3)
    for name in ("head", "root"):
        arcs.set_param(name, draw.normal(size=4).astype(np.float32))
    inputs = [draw.normal(size=(n, 6)).astype(np.float32) for n in (3, 1, 5)]
    above = [draw.normal(size=(len(rows), len(rows))).astype(np.float32) for rows in inputs]
    assert wrong_gradients(arcs, inputs, above) == []


def test_every_pair_of_tokens_of_a_sentence_has_a_score() -> None:
    model = arc_parser(_fixed(6), arc_width=4, label_width=3)
    model.get_ref("labels").layers[-1].set_dim("nO", 2)
    model.initialize()
    docs = [Doc(Vocab(), words=["a"] * n) for n in (1, 4)]
    assert [scores.shape for scores in model.predict(docs)] == [(1, 1), (4, 4)]
