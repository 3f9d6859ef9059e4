from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.text.identity.spelling import latin, skeleton, sound


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Özgür", "ozgur"),
        ("Чернов", "chernov"),
        ("Παππάς", "pappas"),
        ("D’Amico", "damico"),
        ("ＡＢＣ", "abc"),
        ("!?", ""),
    ],
)
def test_any_script_is_spelt_in_plain_latin_letters(word: str, key: str) -> None:
    assert latin(word) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("yusuf", "youssouf"),
        ("kadhim", "qadhim"),
        ("chernyshev", "tchernyshev"),
        ("wolkow", "volkov"),
        ("defence", "defense"),
        ("harbourtre", "harbourter"),
    ],
)
def test_romanisations_of_one_word_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(("one", "other"), [("maria", "mario"), ("petrov", "petrova")])
def test_another_word_sounds_otherwise(one: str, other: str) -> None:
    assert sound(one) != sound(other)


def test_the_consonants_of_an_unvowelled_script_are_those_of_the_latin_spelling() -> None:
    assert skeleton(latin("سمير")) == skeleton("samir")


@given(st.text(max_size=40))
def test_every_word_has_keys_of_plain_letters_and_digits(word: str) -> None:
    keys = (latin(word), sound(latin(word)), skeleton(latin(word)))
    assert all(
        key == "" or (key.isascii() and key.isalnum() and key == key.lower()) for key in keys
    )
