from __future__ import annotations

from newstemma.collate.same_speaker import are_one, are_two, differ
from newstemma.collate.utterances import Utterance, utterances
from tests.collate.pairs import read

_WORDS = '"The northern breakwater will not last another winter,"'


def _said_by(speaker: str) -> Utterance:
    (found,) = utterances(read(f"{_WORDS} {speaker} said."))
    return found


def test_a_shared_part_of_a_name_is_one_speaker() -> None:
    own, other = _said_by("Ilsa Verhoeven"), _said_by("Verhoeven")
    assert are_one(own, other)
    assert not are_two(own, other)


def test_two_full_names_are_two_speakers() -> None:
    own, other = _said_by("Ilsa Verhoeven"), _said_by("Tomas Reyl")
    assert are_two(own, other)
    assert differ(own, other)
    assert not are_one(own, other)


def test_a_slip_of_spelling_makes_no_second_speaker() -> None:
    own, other = _said_by("Ottilie Maarn"), _said_by("Otilie Marn")
    assert are_one(own, other)
    assert not are_two(own, other)
