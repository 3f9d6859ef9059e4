"""What a word tells, by its hash."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("numba")

from newstemma.reuse.kernels.tokens import tokens
from newstemma.reuse.kernels.weights import distinct_words, frequencies, word_weights
from newstemma.text.rarity import rarity
from newstemma.text.segment import words

TEXT = "The minister told the archdeacon about the boats."


def test_without_a_corpus_a_word_tells_what_it_does_in_the_language() -> None:
    expected = [rarity(word.key) for word in words(TEXT)]
    assert word_weights(tokens([TEXT]).key) == pytest.approx(expected, rel=1e-4)


def test_a_word_that_a_whole_corpus_has_tells_less() -> None:
    texts = [f"Archdeacon number {number}" for number in range(500)]
    counted = frequencies(len(texts), [distinct_words(tokens(texts))])
    key = tokens(["archdeacon gazebo"]).key
    common, rare = word_weights(key, counted).tolist()
    assert common < 1 < 6 < rare


def test_a_text_counts_a_word_once() -> None:
    found = distinct_words(tokens(["boat boat boat", "boat", ""]))
    assert len(found) == 2
    assert np.unique(found).size == 1
