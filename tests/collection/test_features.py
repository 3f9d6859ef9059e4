"""Features by which an article is looked up."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.collection.features import fingerprints
from tests.collection.made import BRIDGE, MUSEUM, read

WORDS = BRIDGE.split()


def test_equal_texts_have_equal_features() -> None:
    assert fingerprints(read("a", BRIDGE)) == fingerprints(read("b", BRIDGE))


def test_texts_of_two_stories_share_next_to_nothing() -> None:
    bridge, museum = (set(fingerprints(read("a", text)).all) for text in (BRIDGE, MUSEUM))
    assert len(bridge & museum) <= 2 < len(bridge)


def test_features_are_words_that_the_index_takes() -> None:
    assert all(one.isascii() and one.isalnum() for one in fingerprints(read("a", BRIDGE)).all)


@settings(deadline=None, max_examples=30)
@given(st.integers(0, len(WORDS) - 24))
def test_a_passage_of_two_dozen_words_is_not_missed(start: int) -> None:
    passage = " ".join(WORDS[start : start + 24])
    taken = read("b", f"{MUSEUM} {passage}. {MUSEUM}")
    assert len({*fingerprints(read("a", BRIDGE)).pairs} & {*fingerprints(taken).pairs}) >= 2


@settings(deadline=None, max_examples=30)
@given(st.text(max_size=80))
def test_any_text_has_features(text: str) -> None:
    fingerprints(read("a", text))
