from __future__ import annotations

import pytest

from newstemma.collate.lines import lines_of
from newstemma.collate.support import are_near, places_of, support
from tests.collate.pairs import read

_PARENT = (
    "The trawler sank off Kestrel Bay on Sunday night. "
    "Divers recovered two brass compasses from the wreck, and the town council thanked them."
)


def _support(text: str) -> float:
    (line,) = lines_of(read(text))
    return support(line, places_of(lines_of(read(_PARENT))))


def test_a_copied_sentence_is_supported_wholly() -> None:
    assert _support("The trawler sank off Kestrel Bay on Sunday night.") == pytest.approx(1.0)


def test_known_words_that_nobody_put_together_are_not_supported() -> None:
    assert _support("The trawler of the council sank.") == 0.0


def test_a_single_word_has_no_pair() -> None:
    assert _support("Compasses.") == 0.0


def test_nearness_counts_in_both_directions() -> None:
    places = places_of(lines_of(read(_PARENT)))
    assert are_near("trawler", "bay", places)
    assert are_near("bay", "trawler", places)
    assert not are_near("trawler", "council", places)
