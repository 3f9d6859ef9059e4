"""The parser learns trees and survives the disk."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import fix_random_seed

from newstemma.text.parse import biaffine, component, encoder  # noqa: F401  # known by import

_TREES = (
    ("the ferry sank", (1, 2, 2), ("det", "nsubj", "ROOT")),
    ("Tom told the crew", (1, 1, 3, 1), ("nsubj", "ROOT", "det", "iobj")),
    ("who left", (1, 1), ("nsubj", "ROOT")),
)
_MODEL = {
    "@architectures": "newstemma.ArcParser.v1",
    "arc_width": 8,
    "label_width": 8,
    "tok2vec": {
        "@architectures": "newstemma.Encoder.v1",
        "width": 16,
        "depth": 1,
        "form_dropout": 0.1,
    },
}


def _gold(nlp: Language, text: str, heads: tuple[int, ...], deps: tuple[str, ...]) -> Example:
    words = text.split()
    gold = Doc(nlp.vocab, words=words, heads=list(heads), deps=list(deps))
    return Example(Doc(nlp.vocab, words=words), gold)


@pytest.fixture(scope="module")
def taught() -> Language:
    fix_random_seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("arc_parser", name="parser", config={"model": _MODEL})
    examples = [_gold(nlp, *tree) for tree in _TREES]
    unsaid = Doc(nlp.vocab, words=["nobody", "knows"])
    sgd = nlp.initialize(lambda: examples)
    for _ in range(60):
        nlp.update([*examples, Example(unsaid.copy(), unsaid)], sgd=sgd)
    return nlp


def _read(nlp: Language, text: str) -> list[tuple[int, str]]:
    return [(token.head.i, token.dep_) for token in nlp(text)]


@pytest.mark.parametrize(("text", "heads", "deps"), _TREES)
def test_taught_trees_are_known(
    taught: Language, text: str, heads: tuple[int, ...], deps: tuple[str, ...]
) -> None:
    assert _read(taught, text) == list(zip(heads, deps, strict=True))


def test_what_was_learned_survives_the_disk(taught: Language, tmp_path: Path) -> None:
    taught.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert [_read(again, text) for text, *_ in _TREES] == [
        _read(taught, text) for text, *_ in _TREES
    ]


def test_scores_count_heads_and_labels(taught: Language) -> None:
    examples = [_gold(taught, *tree) for tree in _TREES]
    assert taught.evaluate(examples)["dep_las"] == 1.0
