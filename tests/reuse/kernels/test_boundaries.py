from __future__ import annotations

import numpy as np
import pytest

from newstemma.reuse.kernels.boundaries import sentence_starts
from newstemma.reuse.kernels.tokens import tokens


def _openings(text: str) -> list[str]:
    """The first word of each sentence."""
    cut = tokens([text])
    _, first = sentence_starts([text], cut.starts, cut.start, cut.end, np.ones(1, np.bool_))
    return [text[cut.start[word] : cut.end[word]] for word in first.tolist()]


@pytest.mark.parametrize(
    ("text", "openings"),
    [
        ("The dam held. Nobody was hurt.", ["The", "Nobody"]),
        ("Mr. Ruiz and Sen. J. Holt met. They left.", ["Mr", "They"]),
        ("It rained. it poured.", ["It"]),
        ("“Run!” she said. He ran.", ["Run", "He"]),
        ("The platform.He promised more.", ["The", "He"]),
        ("Headline without a stop\nThe mayor resigned", ["Headline", "The"]),
        ("wrapped at a\nfixed width", ["wrapped"]),
        ("大雨。风", ["大", "风"]),
        ("", []),
    ],
)
def test_sentences_open_where_a_reader_says(text: str, openings: list[str]) -> None:
    assert _openings(text) == openings


def test_a_text_that_is_not_needed_is_one_sentence() -> None:
    texts = ["One here. Two here.", "One here. Two here.", ""]
    cut = tokens(texts)
    needed = np.array([False, True, True])
    rows, first = sentence_starts(texts, cut.starts, cut.start, cut.end, needed)
    assert rows.tolist() == [0, 1, 3, 3]
    assert first.tolist() == [0, 0, 2]
