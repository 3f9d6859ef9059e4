"""Which stretches stand between marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.text.quotations.marks import pair_marks
from newstemma.text.segment import paragraphs


def inner(text: str) -> list[str]:
    return [quoted.span.of(text) for quoted in pair_marks(text, paragraphs(text))]


@pytest.mark.parametrize(
    "text",
    [
        'She said "we wait" and left.',
        "She said “we wait” and left.",
        "She said ‘we wait’ and left.",
        "She said 'we wait' and left.",
        "She said «we wait» and left.",
        "She said « we wait » and left.",
        "She said »we wait« and left.",
        "She said „we wait“ and left.",
        "She said „we wait” and left.",
        "She said ”we wait” and left.",
        "She said ‹we wait› and left.",
        "She said ‚we wait‘ and left.",
        "She said ``we wait'' and left.",
        "She said ''we wait'' and left.",
        "彼女は「we wait」と言った。",
        "彼女は『we wait』と言った。",
    ],
)
def test_the_marks_of_many_scripts_pair(text: str) -> None:
    assert inner(text) == ["we wait"]


def test_a_stop_inside_the_marks_belongs_to_the_words() -> None:
    assert inner('"We wait," she said.') == ["We wait,"]


@pytest.mark.parametrize(
    "text",
    [
        "It’s O’Brien’s boat, the crews’ pride.",
        "It's O'Brien's boat, the crews' pride of the '90s, 'twas said.",
        "Rock 'n' roll of the ‘90s.",
        'He is 6\'2" tall and carries a 12" ruler.',
        'The 17" pipe met the 8" pipe.',
    ],
)
def test_apostrophes_and_measures_are_no_marks(text: str) -> None:
    assert inner(text) == []


def test_a_measure_inside_marks_does_not_close_them() -> None:
    assert inner('"I am 5\'10" tall," he said.') == ["I am 5'10\" tall,"]


def test_a_plural_possessive_does_not_close_single_marks() -> None:
    text = "‘The crews’ choice was clear,’ he said of the ‘storm’ and the crews’ union."
    assert inner(text) == ["The crews’ choice was clear,", "storm"]


def test_apostrophes_stay_inside_single_marks() -> None:
    assert inner("'I don't know,' said Jo. 'It's Pat's.'") == ["I don't know,", "It's Pat's."]


@pytest.mark.parametrize(
    "text",
    [
        "She said: \"He told me 'go home' twice.\"",
        "She said: “He told me ‘go home’ twice.”",
        "She said: “He told me “go home” twice.”",
        "She said: ‘He told me “go home” twice.’",
        "她说：「他对我说『回家』两次。」",
    ],
)
def test_marks_inside_marks_are_no_stretch_of_their_own(text: str) -> None:
    assert len(inner(text)) == 1


def test_a_quotation_over_paragraphs_opens_each_and_closes_the_last() -> None:
    text = "“First.\n\n“Second.\n\n“Third,” she said."
    found = pair_marks(text, paragraphs(text))
    assert [quoted.span.of(text) for quoted in found] == ["First.", "Second.", "Third,"]
    assert [quoted.runs_on for quoted in found] == [True, True, False]


def test_a_mark_closed_in_the_next_paragraph_is_one_stretch() -> None:
    assert inner("“First\n\nand second,” she said.") == ["First\n\nand second,"]


def test_a_mark_left_open_after_a_colon_runs_to_the_end_of_its_paragraph() -> None:
    assert inner('He said: "We shall go.\n\nThen he left.') == ["We shall go."]


def test_a_mark_left_open_before_another_covers_nothing() -> None:
    assert inner('"We go, he said. "We stay."') == ["We stay."]


def test_a_closing_mark_alone_is_passed_over() -> None:
    assert inner('We go," he said. He "meant" it.') == ["meant"]


def test_a_lost_space_before_the_mark_does_no_harm() -> None:
    assert inner('He said:"We go."Then he left.') == ["We go."]


@given(st.text(alphabet="ab .,\n\"'“”‘’«»„「」s5", max_size=60))
def test_stretches_lie_between_marks_in_order(text: str) -> None:
    end = 0
    for quoted in pair_marks(text, paragraphs(text)):
        assert end <= quoted.outer.start < quoted.span.start < quoted.span.end <= quoted.outer.end
        assert not text[quoted.span.start].isspace()
        assert not text[quoted.outer.start].isalnum()
        end = quoted.outer.end
