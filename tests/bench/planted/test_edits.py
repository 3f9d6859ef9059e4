from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bench.planted import edits
from tests.bench.planted.invented import prose

_OTHER = ("xylem", "quoin")


@given(st.text(alphabet="ab.\n “", max_size=80), st.integers())
def test_no_edits_leave_the_text_as_it_is(text: str, seed: int) -> None:
    text = text.lstrip()
    assert edits.near(text, Random(seed), rate=0, vocabulary=_OTHER) == text


def test_about_as_many_words_are_edited_as_asked_for() -> None:
    text = prose(1, words=2_400)
    edited = edits.near(text, Random(2), rate=0.2, vocabulary=_OTHER)
    kept = sum(word in set(edited.split()) for word in set(text.split()))
    assert 0.75 < kept / len(set(text.split())) < 0.97
    assert 0.1 < sum(map(edited.lower().count, _OTHER)) / 2_400 < 0.17


def test_a_rewrite_keeps_every_name_and_number() -> None:
    text = " ".join(
        f"At noon {name} paid {n} crowns, they say."
        for n, name in enumerate(["Ilse", "Tobias"] * 20)
    )
    told = edits.rewritten(text, Random(3), rate=0.5, vocabulary=_OTHER)
    assert [told.count(name) for name in ("Ilse", "Tobias")] == [20, 20]
    assert all(f" {n} " in told for n in range(40))
    assert sum(map(told.count, _OTHER)) >= 0.45 * len(text.split())


def test_a_passage_stands_in_its_host_word_for_word() -> None:
    donor, host = prose(4), prose(5)
    passage = edits.block(donor, Random(6), size=150)
    assert len(passage.split()) == 150
    assert passage in donor
    assert passage in edits.inserted(host, passage, Random(7))


def test_a_text_that_is_too_short_lends_nothing() -> None:
    assert edits.block("Too short.", Random(1), size=150) == ""
    assert edits.quoted("Too short.", Random(1), size=45) == ""
    assert edits.sentences("Too short.", Random(1), least=15) == ""


def test_one_or_two_sentences_are_lent() -> None:
    passage = edits.sentences(prose(8), Random(9), least=15)
    assert passage in prose(8)
    assert 15 <= len(passage.split()) <= 45
    assert passage.count(".") in (1, 2)
