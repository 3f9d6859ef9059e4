from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstemma.text.rarity import TABLE, UNKNOWN, rarity
from newstemma.text.segment import word_key


def test_the_more_documents_have_a_word_the_less_it_tells() -> None:
    rising = ["the", "said", "minister", "coastguard"]
    assert [rarity(key) for key in rising] == sorted(rarity(key) for key in rising)
    assert rarity("the") < 0.2


def test_a_word_that_the_table_lacks_is_rare_but_no_rarer_than_that() -> None:
    assert rarity("xqzzv") == UNKNOWN
    assert rarity("214") == UNKNOWN


def test_in_a_language_without_a_table_all_words_tell_the_same() -> None:
    sentence = "Трое рабочих погибли на руднике".split()
    assert {rarity(word_key(word)) for word in sentence} == {UNKNOWN}


@given(st.text(max_size=20))
def test_every_key_has_a_rarity_between_nothing_and_the_cap(key: str) -> None:
    assert 0 <= rarity(key) <= UNKNOWN


def test_the_table_is_small_and_holds_keys_only() -> None:
    assert TABLE.stat().st_size < 300_000
    _, *lines = TABLE.read_text(encoding="utf-8").splitlines()
    keys = [key for line in lines for key in line.split("\t")[1].split(" ")]
    assert len(keys) == len(set(keys))
    assert all(keys)
