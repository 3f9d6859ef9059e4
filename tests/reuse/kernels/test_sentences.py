from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.reuse.kernels.sentences import Links, Sentences, align_sentences
from tests.reuse.kernels.words import numbered

_A, _B, _C, _D = (tuple(range(start, start + 10)) for start in (0, 10, 20, 30))
_NOTHING = np.zeros((0, 3), np.int64)

_Text = list[tuple[int, ...]]


def _align(source: _Text, retelling: _Text, aside: object = _NOTHING) -> Links:
    texts = [source, retelling]
    starts, key = numbered([[word for sentence in text for word in sentence] for text in texts])
    lengths = [[len(sentence) for sentence in text] for text in texts]
    first = [place for row in lengths for place in np.cumsum([0, *row[:-1]])[: len(row)]]
    known = Sentences(
        starts=starts,
        key=key,
        weight=np.full(len(key), 5, np.float32),
        own=np.ones(len(key), np.bool_),
        rows=np.cumsum([0, *map(len, texts)], dtype=np.int64),
        first=np.array(first, np.int32),
    )
    return align_sentences(known, np.array([[0, 1]]), np.asarray(aside, np.int64))


def _rests(links: Links) -> list[tuple[int, int]]:
    return list(zip(links.retelling.tolist(), links.source.tolist(), strict=True))


def test_each_sentence_rests_on_its_own_wherever_it_went() -> None:
    links = _align([_A, _B, _C, _D], [_D, _A, _C])
    assert _rests(links) == [(0, 3), (1, 0), (2, 2)]
    assert links.support[0] == pytest.approx(1)


def test_a_sentence_that_was_split_is_the_source_of_both_halves() -> None:
    assert _rests(_align([_A, _B], [_A[:5], _A[5:], _B])) == [(0, 0), (1, 0), (2, 1)]


def test_a_sentence_that_joins_two_rests_on_both() -> None:
    assert _rests(_align([_A, _B, _C], [_B + _C])) == [(0, 1), (0, 2)]


def test_what_is_new_rests_on_nothing() -> None:
    links = _align([_A, _B], [_A, _C])
    assert _rests(links) == [(0, 0)]
    assert links.support[0] == pytest.approx(0.5)


def test_order_decides_between_equals() -> None:
    assert _rests(_align([_A, _B, _C, _B, _D], [_C, _B, _D])) == [(0, 2), (1, 3), (2, 4)]


def test_what_is_set_aside_supports_nothing() -> None:
    links = _align([_A, _B], [_A, _C], [[0, 0, 10]])
    assert _rests(links) == []
    assert links.support.tolist() == [0.0]


@settings(deadline=None)  # the first call compiles
@given(
    st.lists(st.lists(st.integers(0, 30), min_size=1, max_size=8).map(tuple), max_size=8),
    st.lists(st.lists(st.integers(0, 30), min_size=1, max_size=8).map(tuple), max_size=8),
)
def test_links_are_in_order_and_inside_both_texts(source: _Text, retelling: _Text) -> None:
    links = _align(source, retelling)
    rests = _rests(links)
    assert rests == sorted(set(rests))
    assert all(row < len(retelling) and place < len(source) for row, place in rests)
    assert 0 <= float(links.support[0]) <= 1.001


def test_very_long_texts_that_repeat_themselves_take_no_time() -> None:
    long = [_A] * 20_000
    _align([_A], [_A])
    start = time.perf_counter()
    links = _align(long, long)
    assert time.perf_counter() - start < 5
    assert len(links.pair) >= 20_000
