from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.reuse.kernels.pairs import Alignment, align_pairs
from newstemma.reuse.kernels.verdict import Kind
from newstemma.text.segment import words
from tests.reuse.kernels.words import pool_of

_STORY = (
    "The harbour council of Vellmark voted on Tuesday to close the northern quay for two years. "
    "Engineer Tove Aksland told the council that the piles beneath the quay had lost 40 percent "
    "of their steel. Fishermen will have to land their catch at Brennvik, eleven kilometres to "
    "the south. Mayor Oskar Lindqvist called the decision bitter but without alternative."
)
_RETOLD = (
    "Vellmark is shutting its northern quay. Oskar Lindqvist, the mayor, spoke of a bitter step "
    "that had no alternative. According to Tove Aksland, an engineer, 40 percent of the steel in "
    "the piles is gone. Until the work is done, boats must land fish eleven kilometres away, at "
    "Brennvik."
)
_OTHER = (
    "A choir from Ostrava sang in the old mill on Sunday while the rain came through the roof. "
    "Nobody left before the end, and the conductor bowed with an umbrella in his hand."
)
_PIECES = st.lists(st.sampled_from([*_STORY.split(". "), *_OTHER.split(". "), "大雨 . 风", ""]))


def _aligned(left: str, right: str, *, rare: float = 0.0) -> Alignment:
    return align_pairs(pool_of([left, right]), np.array([[0, 1]]), np.full(1, rare, np.float32))


def test_a_reprint_with_another_headline_is_one_passage_in_both_texts() -> None:
    right = f"Quay to close\n{_STORY}"
    found = _aligned(_STORY, right)
    assert found.verdicts.kind.tolist() == [Kind.REPRINT]
    places = found.places
    assert _STORY[places.left_start[0] : places.left_end[0]] == _STORY[:-1]
    assert right[places.right_start[0] : places.right_end[0]] == _STORY[:-1]
    assert places.words.tolist() == [len(words(_STORY))]


def test_the_same_words_are_an_exact_copy_whatever_the_marks_between_them() -> None:
    assert _aligned(_STORY, _STORY.upper()).verdicts.kind.tolist() == [Kind.EXACT]
    assert _aligned("", "").verdicts.kind.tolist() == [Kind.NONE]


def test_a_rewrite_comes_with_the_sentences_that_say_the_same() -> None:
    found = _aligned(_RETOLD, _STORY, rare=0.3)
    assert found.verdicts.kind.tolist() == [Kind.REWRITE]
    places = found.places
    said = {
        (_RETOLD[a:b], _STORY[c:d])
        for a, b, c, d in zip(
            places.left_start, places.left_end, places.right_start, places.right_end, strict=True
        )
    }
    assert any(
        one.startswith("Oskar Lindqvist") and other.startswith("Mayor Oskar") for one, other in said
    )


def test_unrelated_texts_have_no_places() -> None:
    found = _aligned(_STORY, _OTHER)
    assert found.verdicts.kind.tolist() == [Kind.NONE]
    assert len(found.places.pair) == 0
    assert found.left_parts.tolist() == [0]


def test_a_borrowed_passage_is_a_passage_not_a_rewrite() -> None:
    borrowed = _STORY.split(". ")[1]
    found = _aligned(f"{_OTHER} {borrowed}. {_OTHER[::-1]}", _STORY, rare=0.02)
    assert found.verdicts.kind.tolist() == [Kind.PASSAGE]


@settings(deadline=None)
@given(_PIECES, _PIECES)
def test_places_hold_equal_words_and_lie_inside_both_texts(one: list[str], two: list[str]) -> None:
    left, right = ". ".join(one), ". ".join(two)
    places = _aligned(left, right).places
    for a, b, c, d, equal in zip(
        places.left_start,
        places.left_end,
        places.right_start,
        places.right_end,
        places.words,
        strict=True,
    ):
        mine = [word.key for word in words(left[a:b])]
        theirs = [word.key for word in words(right[c:d])]
        assert mine
        assert theirs
        assert equal <= len(theirs)


def test_no_pairs_give_nothing() -> None:
    found = align_pairs(pool_of([_STORY]), np.zeros((0, 2), np.int64), np.zeros(0, np.float32))
    assert len(found.verdicts.kind) == len(found.places.pair) == 0
