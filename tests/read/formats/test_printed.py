"""Printed lines become paragraphs; nothing but heads, numbers and hyphens is lost."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.read.formats.printed import PrintedLine, paragraphs

LINES = st.lists(st.text(st.sampled_from("ab -.1A\n"), max_size=20).map(str.strip), max_size=12)


def text(*pages: list[str]) -> str:
    """The text of pages with letters of one size."""
    return paragraphs([PrintedLine(text=line) for line in page] for page in pages)


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["the pas-", "sengers"], "the passengers"),
        (["a well-", "known man", "is well-known"], "a well-known man is well-known"),
        (["the Skell-", "Point ferry"], "the Skell-Point ferry"),
        (["from 1914-", "1918 it was"], "from 1914-1918 it was"),
    ],
)
def test_a_word_divided_at_the_end_of_a_line_is_one(lines: list[str], joined: str) -> None:
    assert text(lines) == joined


def test_a_sentence_that_ends_early_ends_its_paragraph() -> None:
    lines = [
        "The ferry ran aground off Skell Point",
        "on Monday.",
        "Nobody was hurt, the guard said",
    ]
    assert text(lines).split("\n") == [f"{lines[0]} {lines[1]}", lines[2]]


def test_letters_of_another_size_are_another_paragraph() -> None:
    page = [PrintedLine(text="Ferry aground off", size=24), PrintedLine(text="The ferry", size=12)]
    assert paragraphs([page]) == "Ferry aground off\nThe ferry"


def test_a_line_that_only_one_page_has_stays() -> None:
    found = text(["Packet 1", "one", "a"], ["Packet 2", "two", "b"], ["Packet 3", "three", "c"])
    assert "Packet" not in found
    assert found.split() == ["one", "a", "two", "b", "three", "c"]


def test_a_word_without_end_takes_no_longer_than_its_length() -> None:
    page = [PrintedLine(text="a" * 300_000), PrintedLine(text="b")]
    started = process_time()
    assert len(paragraphs([page])) == 300_002
    assert process_time() - started < 5


@given(LINES)
def test_no_letter_of_a_page_is_lost(lines: list[str]) -> None:
    kept = [line for line in lines if any(char.isalpha() for char in line)]
    expected = "".join(char for line in kept for char in line if char.isalpha())
    assert "".join(char for char in text(kept) if char.isalpha()) == expected
