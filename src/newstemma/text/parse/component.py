"""The dependency parser as a spaCy component: one sentence is one document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab
from thinc.api import Model, set_dropout_rate

from newstemma.text.parse.heads import best_tree

__all__ = ["ArcParser"]

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@Language.factory("arc_parser", assigns=["token.dep", "token.head", "doc.sents"])
def _component(nlp: Language, name: str, model: Model[list[Doc], list[Floats]]) -> ArcParser:
    return ArcParser(nlp.vocab, model, name)


class ArcParser(TrainablePipe):  # type: ignore[misc]
    """Gives each token its head and the label of the arc; each document becomes one tree."""

    def __init__(self, vocab: Vocab, model: Model[list[Doc], list[Floats]], name: str) -> None:
        self.vocab = vocab
        self.model = model
        self.name = name
        self.cfg: dict[str, Any] = {"labels": []}

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of arcs, in the order of the model's columns."""
        return tuple(self.cfg["labels"])

    @property
    def label_data(self) -> tuple[str, ...]:
        """What `initialize` takes as `labels`."""
        return self.labels

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Example]],
        *,
        nlp: Language | None = None,
        labels: Iterable[str] | None = None,
    ) -> None:
        """Takes over the labels, by default those of the examples, and sizes the model."""
        found = {t.dep_ for eg in get_examples() for t in eg.reference if t.dep}
        self.cfg["labels"] = sorted(found) if labels is None else list(labels)
        self.model.get_ref("labels").layers[-1].set_dim("nO", len(self.labels))
        self.model.initialize(X=[eg.x for eg in islice(get_examples(), 10)])

    # --- parsing ---------------------------------------------------------------------------

    def predict(self, docs: Iterable[Doc]) -> list[tuple[Ints, Ints]]:
        """For each document the heads and the labels of its tokens, by number."""
        filled = list(docs)
        vectors = self.model.get_ref("tok2vec").predict(filled)
        heads = [best_tree(scores) for scores in self.model.get_ref("arcs").predict(vectors)]
        shares = self.model.get_ref("labels").predict(_beside_heads(vectors, heads))
        ends = np.cumsum([len(rows) for rows in heads])[:-1]
        return list(zip(heads, np.split(shares.argmax(axis=1), ends), strict=True))

    def set_annotations(self, docs: Iterable[Doc], scores: list[tuple[Ints, Ints]]) -> None:
        """Writes heads and labels into the documents."""
        ids = np.asarray([self.vocab.strings.add(label) for label in self.labels], dtype=np.uint64)
        for doc, (heads, labels) in zip(docs, scores, strict=True):
            steps = (heads - np.arange(len(heads))).astype(np.int64).astype(np.uint64)
            doc.from_array(["HEAD", "DEP"], cast(Any, np.stack((steps, ids[labels]), axis=1)))

    # --- training --------------------------------------------------------------------------

    def update(
        self,
        examples: Iterable[Example],
        *,
        drop: float = 0.0,
        sgd: Any = None,
        losses: dict[str, float] | None = None,
    ) -> dict[str, float]:
        """One step on examples whose tokens are the gold ones."""
        losses = {} if losses is None else losses
        examples = list(examples)
        set_dropout_rate(self.model, drop)
        gold = [self._gold(example) for example in examples]
        heads = [rows for rows, _ in gold]
        above = [np.maximum(rows, 0) for rows in heads]  # unsaid ones bring no gradient
        docs = [example.predicted for example in examples]
        vectors, to_docs = self.model.get_ref("tok2vec").begin_update(docs)
        scores, from_arcs = self.model.get_ref("arcs").begin_update(vectors)
        pairs = _beside_heads(vectors, above)
        shares, from_labels = self.model.get_ref("labels").begin_update(pairs)
        arc_loss, d_scores = _arc_loss(scores, heads)
        label_loss, d_shares = _label_loss(shares, np.concatenate([rows for _, rows in gold]))
        d_vectors = from_arcs(d_scores)
        _add_from_heads(d_vectors, from_labels(d_shares), above)
        to_docs(d_vectors)
        if sgd is not None:
            self.finish_update(sgd)
        losses[self.name] = losses.get(self.name, 0.0) + arc_loss + label_loss
        return losses

    def _gold(self, example: Example) -> tuple[Ints, Ints]:
        """Heads and labels by number; -1 where the example does not say."""
        reference = example.reference
        missing = np.full(len(reference), -1, dtype=np.int64)
        if not reference.has_annotation("DEP"):
            return missing, missing
        strings = self.vocab.strings
        places = {strings[label]: place for place, label in enumerate(self.labels)}
        arcs = reference.to_array(["HEAD", "DEP"])
        heads = arcs[:, 0].astype(np.int64) + np.arange(len(arcs))
        labels = [places.get(label, -1) for label in arcs[:, 1].tolist()]
        return heads, np.asarray(labels, dtype=np.int64)

    def score(self, examples: Iterable[Example], **_: Any) -> dict[str, Any]:
        """Shares of right heads and of right heads with labels, over all tokens."""
        result: dict[str, Any] = Scorer.score_deps(
            examples,
            "dep",
            getter=lambda t, _: t.dep_,
            ignore_labels=(),
        )
        return result


def _beside_heads(vectors: list[Floats], heads: list[Ints]) -> Floats:
    """Each token's vector beside that of its head, all documents under one another."""
    above = [rows[places] for rows, places in zip(vectors, heads, strict=True)]
    return np.hstack((np.vstack(vectors), np.vstack(above)))


def _add_from_heads(d_vectors: list[Floats], d_pairs: Floats, heads: list[Ints]) -> None:
    """Adds the gradient of `_beside_heads` to that of the vectors."""
    start = 0
    for rows, places in zip(d_vectors, heads, strict=True):
        part = d_pairs[start : start + len(rows)]
        width = rows.shape[1]
        rows += part[:, :width]
        np.add.at(rows, places, part[:, width:])
        start += len(rows)


def _arc_loss(scores: list[Floats], heads: list[Ints]) -> tuple[float, list[Floats]]:
    """Cross-entropy over the candidate heads of each token, and its gradient."""
    total, gradients = 0.0, []
    for arcs, gold in zip(scores, heads, strict=True):
        shares = np.exp(arcs - arcs.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        rows = np.flatnonzero(gold >= 0)
        total -= float(np.log(shares[rows, gold[rows]] + 1e-9).sum())
        shares[rows, gold[rows]] -= 1
        shares[gold < 0] = 0
        gradients.append(shares)
    return total, gradients


def _label_loss(shares: Floats, gold: Ints) -> tuple[float, Floats]:
    """Cross-entropy of the labels, and its gradient."""
    rows = np.flatnonzero(gold >= 0)
    gradient = shares.copy()
    gradient[rows, gold[rows]] -= 1
    gradient[gold < 0] = 0
    return -float(np.log(shares[rows, gold[rows]] + 1e-9).sum()), gradient
