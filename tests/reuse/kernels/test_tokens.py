"""Compiled words are those of `text.segment`, and their hashes tell keys apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("numba")

from newstemma.reuse.kernels.tokens import key_hashes, tokens
from newstemma.text.segment import words

AWKWARD = (
    "caf\u00e9 cafe\u0301 U.S. U.N.'s a.b e.g., 1,500.25 3:45 7. don't James's workers’ x's’s "
    "\u0939\u093f\u0928\u094d\u0926\u0940 \u05e9\u05b8\u05dc\u05d5\u05b9\u05dd co\u00adop "
    "\u304c \u304b\u3099 \u0e01\u0e33 \ud55c\uae00 \u24e8 \u00bd \u2488 \u1fb3\u0323 \ufb01n "
    "stra\u00dfe \u0130stanbul a\u0323\u0331b q\u0331\u0323 \u01f0 \u0149s \U0001d7d8\U0001d7d9"
)
PIECES = st.sampled_from([*AWKWARD.split(), "'", "’s", ".", ",", "\n", "\u0301", "\u0345", "S"])
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map("".join))


def check(texts: list[str]) -> None:
    found = tokens(texts)
    for number, text in enumerate(texts):
        expected = words(text)
        here = slice(found.starts[number], found.starts[number + 1])
        spans = zip(found.start[here].tolist(), found.end[here].tolist(), strict=True)
        assert list(spans) == [(word.start, word.end) for word in expected]
        hashes = key_hashes([word.key for word in expected])
        assert found.key[here].tolist() == hashes.tolist()


@settings(max_examples=100, deadline=None)
@given(st.lists(TEXTS, max_size=4))
def test_words_and_keys_are_those_of_the_segmenter(texts: list[str]) -> None:
    check(texts)


def test_awkward_words_of_many_scripts() -> None:
    check([AWKWARD, *AWKWARD.split()])


def test_every_code_point_alone_and_inside_a_word() -> None:
    every = [chr(code) for code in range(0x20000)]
    check(["".join(every), " ".join(every), "a" + "a a".join(every[::7]) + "a"])


@settings(deadline=None)
@given(st.lists(st.text(max_size=6), unique=True, max_size=40))
def test_different_keys_have_different_hashes(keys: list[str]) -> None:
    distinct = {word.key for key in keys for word in words(key)}
    assert len(set(key_hashes(sorted(distinct)).tolist())) == len(distinct)


@pytest.mark.parametrize("text", ["", " ", "\u0301", "...", "\ud800"])
def test_a_text_without_words_has_none(text: str) -> None:
    assert tokens([text, "one"]).starts.tolist() == [0, 0, 1]
