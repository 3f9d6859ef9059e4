from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.lineage.profile import Profile, profile
from tests.lineage.builder import witness


def told(text: str) -> Profile:
    return profile(witness("a", text))


def test_words_with_one_beginning_are_one() -> None:
    found = told("It was announced. The announcement came late.")
    assert found.stems[2] == found.stems[4]


def test_numbers_keep_all_their_digits_and_lose_their_points() -> None:
    assert told("Some 1,234,567 crowns, or 12345678.").numbers == {"1234567", "12345678"}


def test_a_capital_inside_a_sentence_makes_a_name() -> None:
    found = told("Nobody saw Oda leave. Then Per came.")
    assert found.names == {"oda", "per"}


def test_words_between_marks_are_quoted_whichever_marks_they_are() -> None:
    for text in ('He said "no more rain" again.', "He said “no more rain” again."):
        found = told(text)
        assert found.quoted == {"no", "more", "rain"}
        assert ("no", "more") in found.quoted_pairs
        assert ("no", "more", "rain") not in found.triples


def test_pairs_do_not_cross_the_end_of_a_sentence() -> None:
    assert ("rain", "then") not in told("There was rain. Then it stopped.").pairs


def test_a_text_without_words_has_a_profile() -> None:
    found = told("!?")
    assert found.size == 0
    assert found.content == frozenset()


@given(st.text(max_size=200))
@settings(deadline=None)
def test_every_place_slices_back_to_its_words(text: str) -> None:
    found = told(text)
    for stem, index in found.places.items():
        assert found.stems[index] == stem
        assert found.span(stem).of(text)
    for pair in found.pairs:
        assert found.pair_span(pair).of(text)
    for turn in found.turns:
        assert found.turn_span(turn).of(text)
    for triple in found.triples:
        assert found.triple_span(triple).of(text)
    marks = (*found.style.spoken, *found.style.asides, *found.style.days)
    assert all(span.of(text) for span in marks)
