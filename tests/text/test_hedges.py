from __future__ import annotations

import pytest

from newstemma.text.hedges import hedge_mentions, negations
from newstemma.text.segment import words


def _hedges(text: str) -> list[tuple[str, str]]:
    return [(m.span.of(text), m.key) for m in hedge_mentions(text, words(text))]


@pytest.mark.parametrize(
    ("text", "found", "key"),
    [
        ("boats allegedly used", "allegedly", "alleged"),
        ("the mine reportedly closed", "reportedly", "reported"),
        ("it is believed to leak", "is believed to", "believed"),
        ("a man suspected of theft", "suspected of", "suspected"),
        ("it may leak", "may", "possible"),
        ("what officials describe as a leak", "what officials describe as", "described"),
    ],
)
def test_a_hedge_is_found_with_its_kind(text: str, found: str, key: str) -> None:
    assert _hedges(text) == [(found, key)]


def test_a_month_is_no_hedge() -> None:
    assert _hedges("In May it rained") == []


def test_power_is_no_hedge() -> None:
    assert _hedges("the might of the fleet") == []
    assert _hedges("the fleet might sail") == [("might", "possible")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("it did not leak", "not"),
        ("it won’t leak", "won’t"),
        ("it isnt leaking", "isnt"),
        ("far from a leak", "far from"),
        ("they refused to leave", "refused to"),
    ],
)
def test_a_negation_is_found(text: str, found: str) -> None:
    assert [span.of(text) for span in negations(words(text))] == [found]


def test_a_plain_statement_denies_nothing() -> None:
    assert negations(words("Norton knows the notes of the northern novelist")) == ()
