"""How wide a text is, and where it is cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstemma.report.plain import one_line
from newstemma.report.tree.measure import fitted, is_right_to_left, width_of, wrapped


@given(st.text(), st.floats(30, 500), st.integers(1, 4))
def test_wrapped_lines_fit_into_the_room(text: str, room: float, lines: int) -> None:
    found = list(wrapped(text, 12.5, room, lines=lines))
    assert len(found) <= lines
    assert all(width_of(line, 12.5) <= room + 12.5 for line in found)


@given(st.text(), st.integers(1, 4))
def test_nothing_is_cut_where_there_is_room(text: str, lines: int) -> None:
    line = one_line(text)
    assert list(wrapped(text, 10, width_of(line, 10) + 1, lines=lines)) == ([line] if line else [])


def test_lines_break_between_words_and_what_is_left_out_is_marked() -> None:
    lines = list(wrapped("Ferry with 212 aboard runs aground off Skarholm", 10, 110, lines=2))
    assert lines == ["Ferry with 212", "aboard runs agrou…"]
    assert fitted("Ferry", 10, 100) == "Ferry"


def test_capitals_and_wide_letters_take_more_room() -> None:
    assert width_of("ferry", 10) < width_of("FERRY", 10) < width_of("船船船船船", 10)


def test_the_first_letter_with_a_direction_decides() -> None:
    assert is_right_to_left("«212» عبّارة Skarholm")
    assert not is_right_to_left("212 Skarholm عبّارة")
    assert not is_right_to_left("212 …")
