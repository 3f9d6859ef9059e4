"""The reporting words."""

from __future__ import annotations

import pytest

from newstemma.text.quotations.cues import Form, Reach, cue_table


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("say", Form.BASE),
        ("says", Form.PRESENT),
        ("said", Form.PAST),
        ("saying", Form.PARTICIPLE),
        ("denies", Form.PRESENT),
        ("denied", Form.PAST),
        ("admitted", Form.PAST),
        ("arguing", Form.PARTICIPLE),
        ("wrote", Form.PAST),
        ("according", Form.PREPOSITION),
    ],
)
def test_english_verbs_have_all_their_forms(word: str, form: Form) -> None:
    assert cue_table("en")[word].form is form


def test_a_word_of_judgement_reaches_less_far_than_one_of_speech() -> None:
    table = cue_table("en")
    assert table["called"].reach is Reach.NEAR
    assert table["told"].reach is Reach.SENTENCE
    assert table["continued"].reach is Reach.TOUCHING


def test_an_unknown_language_has_the_words_of_all() -> None:
    assert {"said", "dijo", "sagte"} <= set(cue_table("und"))


def test_a_language_has_only_its_own_words() -> None:
    assert "said" not in cue_table("de")
