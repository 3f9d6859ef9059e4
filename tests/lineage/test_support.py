"""Which sentences another text could have given."""

from __future__ import annotations

from newstemma.lineage.profile import Profile, profile
from newstemma.lineage.support import share_of, supported
from tests.lineage.builder import witness
from tests.lineage.texts import CUT, ELSEWHERE, FERRY


def told(name: str, text: str) -> Profile:
    return profile(witness(name, text))


def test_what_was_cut_from_a_text_is_supported_by_it_and_not_by_another() -> None:
    child = told("cut", CUT)
    assert share_of(child, supported(child, told("ferry", FERRY))) == 1
    assert supported(child, told("council", ELSEWHERE)) == frozenset()


def test_one_sentence_may_put_two_neighbours_together() -> None:
    first, second = "Divers found a gash in the hull.", "Diesel leaked among eider ducks."
    child = told("child", "Divers found diesel, a gash and eider ducks.")
    assert supported(child, told("parent", f"{first}\n{second}")) == {0}


def test_a_sentence_that_comes_again_is_supported_each_time() -> None:
    line = CUT.splitlines()[0]
    child, parent = told("child", f"{line}\n" * 3), told("parent", f"{line}\n" * 2000)
    assert supported(child, parent) == {0, 1, 2}


def test_what_every_line_of_a_long_list_has_supports_none_by_itself() -> None:
    rows = [f"Vellinge harbour inspectors counted {number} eiders." for number in range(2000)]
    parent = told("parent", "\n".join(rows))
    assert supported(told("child", rows[1234]), parent) == {0}
