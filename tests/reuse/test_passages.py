from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from newstemma.reuse.passages import GRAM, coverage, passages, shared_runs
from tests.lineage.builder import witness

_FEW_WORDS = st.lists(st.sampled_from("ab cd ef 7 Łódź 京".split()), max_size=60).map(" ".join)


@given(_FEW_WORDS, _FEW_WORDS)
def test_spans_slice_back_to_the_same_words_in_both_texts(left: str, right: str) -> None:
    a, b = witness("a", left), witness("b", right)
    for run in passages(a, b):
        here = [w for w in a.words if run.left.covers(w.span)]
        there = [w for w in b.words if run.right.covers(w.span)]
        assert [w.key for w in here] == [w.key for w in there]
        assert len(here) == run.length >= GRAM
        assert (a.words.index(here[0]), b.words.index(there[0])) == (run.left_word, run.right_word)


@given(_FEW_WORDS, _FEW_WORDS)
def test_no_passage_can_be_made_longer(left: str, right: str) -> None:
    a = [word.key for word in witness("a", left).words]
    b = [word.key for word in witness("b", right).words]
    for i, j, length in shared_runs(a, b):
        assert not (i and j and a[i - 1] == b[j - 1])
        ends = i + length, j + length
        assert not (ends[0] < len(a) and ends[1] < len(b) and a[ends[0]] == b[ends[1]])


@given(_FEW_WORDS, _FEW_WORDS)
def test_every_shared_five_word_run_lies_in_a_passage(left: str, right: str) -> None:
    a = [word.key for word in witness("a", left).words]
    b = [word.key for word in witness("b", right).words]
    runs = list(shared_runs(a, b))
    grams = {tuple(a[i : i + GRAM]) for i in range(len(a) - GRAM + 1)}
    for j in range(len(b) - GRAM + 1):
        if tuple(b[j : j + GRAM]) in grams:
            assert any(s <= j and j + GRAM <= s + length for _, s, length in runs)


def test_case_accents_and_punctuation_do_not_break_a_passage() -> None:
    a = witness("a", "Then José Ferrer said that nobody had paid.")
    b = witness("b", "THEN JOSE FERRER said, that nobody – had paid")
    (run,) = passages(a, b)
    assert run.right.of(b.text) == "THEN JOSE FERRER said, that nobody – had paid"


def test_four_words_are_no_passage() -> None:
    a, b = witness("a", "one two three four ten"), witness("b", "one two three four six")
    assert passages(a, b) == ()


def test_moved_sentences_are_found_where_they_went() -> None:
    first, second = "the old bridge fell at noon", "nobody had closed the road before"
    a, b = witness("a", f"{first}. {second}."), witness("b", f"{second}. But {first}.")
    assert [run.left.of(a.text) for run in passages(a, b)] == [second, first]


def test_coverage_counts_overlapping_passages_once() -> None:
    a = witness("a", "p q r s t u v x. t u v w y z")
    b = witness("b", "p q r s t u v w y z")
    runs = passages(a, b)
    assert len(runs) == 2
    assert coverage(runs, len(b.words)) == 1


def test_a_text_of_one_word_repeated_takes_no_time() -> None:
    long, longer = witness("a", "rain " * 20_000), witness("b", "rain " * 30_000)
    start = time.perf_counter()
    assert passages(long, longer)
    assert time.perf_counter() - start < 5
