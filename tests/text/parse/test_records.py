"""A parse answers where things are and what hangs on them."""

from __future__ import annotations

import pytest

from newstemma.records import Span
from newstemma.text.parse import Parse, Token

_TEXT = "The ferry sank"


@pytest.fixture
def parse() -> Parse:
    rows = ((0, 3, 1, "det"), (4, 9, 2, "nsubj"), (10, 14, 2, "root"))
    tokens = tuple(
        Token(
            span=Span(start, end), lemma=_TEXT[start:end], upos="X", xpos="XX", head=head,
            deprel=deprel,
        )
        for start, end, head, deprel in rows
    )  # fmt: skip
    return Parse(tokens=tokens, sentences=((0, 3),), children=((), (0,), (1,)), entities=())


def test_a_subtree_is_all_that_hangs_on_a_token(parse: Parse) -> None:
    assert parse.subtree(1) == (0, 1)
    assert parse.subtree(2) == (0, 1, 2)
    assert parse.span_of(parse.subtree(1)).of(_TEXT) == "The ferry"


@pytest.mark.parametrize(
    ("start", "end", "places"),
    [(0, 3, (0, 1)), (4, 9, (1, 2)), (2, 11, (0, 3)), (3, 4, (1, 1)), (14, 14, (3, 3))],
)
def test_tokens_are_found_by_their_characters(
    parse: Parse, start: int, end: int, places: tuple[int, int]
) -> None:
    assert parse.places_in(Span(start, end)) == places
    assert len(parse.tokens_in(Span(start, end))) == places[1] - places[0]
