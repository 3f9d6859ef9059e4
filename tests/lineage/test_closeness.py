from __future__ import annotations

import numpy as np

from newstemma.lineage.closeness import edits, kept, runs, unspoilt
from newstemma.lineage.profile import Profile, profile
from tests.lineage.builder import witness


def told(*texts: str) -> list[Profile]:
    return [profile(witness(f"t{number}", text)) for number, text in enumerate(texts)]


def test_what_is_kept_is_a_share_of_the_child() -> None:
    found = kept(told("one two three four", "one three"))
    assert found[0, 1] == 1.0
    assert found[1, 0] == 0.5


def test_words_in_another_order_are_not_kept() -> None:
    found = kept(told("one two three four", "three four one two"))
    assert found[0, 1] == 0.5


def test_marks_and_line_breaks_count_as_kept_too() -> None:
    found = kept(told("one, two\nthree", "one two three"))
    assert found[1, 0] == 3 / 5


def test_runs_are_found_wherever_they_stand() -> None:
    found = runs(told("a b c d e f", "d e f a b c"))
    assert found[0, 1] == 2 / (4 + 2)


def test_what_the_parent_no_longer_has_of_the_root_it_cannot_hand_on() -> None:
    whole = "a b c d e f g h i j"
    found = unspoilt(told(whole, whole, "a b c d e x y z"), 0)
    assert found[2, 1] < found[0, 1]


def test_a_text_is_no_candidate_for_itself() -> None:
    texts = told("a b c", "a b d", "")
    for measure in (kept, edits, runs):
        assert not np.diag(measure(texts)).any()
