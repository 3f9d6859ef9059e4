"""Words, sentences and paragraphs cover the text and slice back."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.records import Span
from newstemma.text.segment import paragraphs, sentences, word_key, words

TEXTS = st.text(max_size=400)


def cut(text: str) -> list[str]:
    return [s.span.of(text) for s in sentences(text, words(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Gov. J. B. Hunt on Jan. 3. It rained.", 2),
        ("She lives in the U.S. He does not.", 2),
        ("The U.S. Treasury said no.", 1),
        ('"Go," he said. "Come back!" she cried. They left.', 3),
        ("Prices rose 2.5 percent. Wages fell.", 2),
        ("It was over by 5 p.m. on the day.", 1),
        ("Ships left the port.Then they came back.", 2),
        ("彼は来た。そして去った。", 2),
        ("Is it so? Yes… it is! No.", 3),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: int) -> None:
    assert len(cut(text)) == expected


def test_equal_words_share_a_key_whatever_their_form() -> None:
    assert word_key("Nicolás’s") == word_key("NICOLAS") == "nicolas"
    assert word_key("U.S.") == word_key("US")
    assert word_key("workers'") == "workers"


def test_digits_and_unspaced_scripts_are_words() -> None:
    assert [w.key for w in words("21 boats, 1,200 men")] == ["21", "boats", "1,200", "men"]
    assert len(words("漁船が沈んだ")) == 6


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    line = "the harbour office said on the night of the storm that all of its boats"
    wrapped = "\n".join([line] * 6) + "\n\nA second paragraph\n"
    assert len(paragraphs(wrapped)) == 2
    assert len(paragraphs("A line.\nAnother line.\n")) == 2


def test_marks_stay_in_their_word() -> None:
    keys = [
        word.key
        for word in words(
            "re\u0301sume\u0301s \u0939\u093f\u0928\u094d\u0926\u0940 co\u00adoperate"
        )
    ]
    assert keys == ["resumes", "\u0939\u093f\u0928\u094d\u0926\u0940", "cooperate"]


def test_a_decomposed_character_is_the_word_that_the_composed_one_is() -> None:
    assert [word.key for word in words("\u304b\u3099")] == [word.key for word in words("\u304c")]


def test_vowel_points_make_no_other_word() -> None:
    assert word_key("\u05e9\u05b8\u05dc\u05d5\u05b9\u05dd") == word_key("\u05e9\u05dc\u05d5\u05dd")


@given(TEXTS)
def test_words_slice_back_in_order(text: str) -> None:
    found = words(text)
    assert all(word_key(w.span.of(text)) == w.key for w in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@given(TEXTS)
def test_every_word_stands_in_exactly_one_sentence(text: str) -> None:
    tokens = words(text)
    covered = [i for s in sentences(text, tokens) for i in range(s.first_word, s.end_word)]
    assert covered == list(range(len(tokens)))


@given(TEXTS)
def test_paragraphs_are_trimmed_disjoint_and_in_order(text: str) -> None:
    found = paragraphs(text)
    assert all(p.of(text) == p.of(text).strip() != "" for p in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_words_within_a_span_stay_in_it() -> None:
    assert [w.key for w in words("one two three", Span(4, 7))] == ["two"]


@pytest.mark.parametrize("unit", ["a.", "A. ", "“", "...", "U.S. ", "x" * 50, "。", "1."])
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    before = time.perf_counter()
    sentences(text, words(text))
    assert time.perf_counter() - before < 5
