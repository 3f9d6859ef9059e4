from __future__ import annotations

from newstemma.lineage.contest import inherited, leftovers
from newstemma.lineage.model import contest
from newstemma.lineage.profile import Profile, profile
from tests.lineage.builder import witness
from tests.lineage.chains import AGAIN, SIBLING
from tests.lineage.texts import FERRY, RETOLD


def told(text: str, name: str) -> Profile:
    return profile(witness(name, text))


ORIGIN, BETWEEN = told(FERRY, "origin"), told(RETOLD, "between")
FROM_ORIGIN, FROM_BETWEEN = told(SIBLING, "child"), told(AGAIN, "child")


def test_words_of_the_origin_that_the_text_between_lacks_came_round_it() -> None:
    one = leftovers(FROM_ORIGIN, ORIGIN, BETWEEN)
    other = leftovers(FROM_BETWEEN, ORIGIN, BETWEEN)
    assert one is not None
    assert other is not None
    assert one.score > other.score


def test_new_words_of_the_text_between_are_inherited_from_it_alone() -> None:
    one = inherited(FROM_ORIGIN, ORIGIN, BETWEEN)
    other = inherited(FROM_BETWEEN, ORIGIN, BETWEEN)
    assert one is not None
    assert other is not None
    assert one.score < -1 < other.score


def test_the_contest_goes_to_the_text_that_the_child_was_made_from() -> None:
    assert contest(FROM_ORIGIN, ORIGIN, BETWEEN) > 0 > contest(FROM_BETWEEN, ORIGIN, BETWEEN)


def test_spans_show_the_words_that_came_round_and_those_inherited() -> None:
    came_round = leftovers(FROM_ORIGIN, ORIGIN, BETWEEN)
    assert came_round is not None
    assert came_round.child_span is not None
    assert came_round.parent_span is not None
    assert came_round.parent_span.of(FERRY)
    assert came_round.child_span.of(SIBLING) not in RETOLD
    taken = inherited(FROM_BETWEEN, ORIGIN, BETWEEN)
    assert taken is not None
    assert taken.child_span is not None
    assert taken.child_span.of(AGAIN) not in FERRY


def test_wording_of_a_third_text_has_no_place_in_the_parent() -> None:
    taken = inherited(FROM_BETWEEN, ORIGIN, BETWEEN)
    assert taken is not None
    assert taken.parent_span is None


def test_texts_with_nothing_in_common_hold_no_contest() -> None:
    stranger = told("Ein Kater schlief auf der Mauer.", "stranger")
    assert leftovers(stranger, ORIGIN, BETWEEN) is None
    assert inherited(FROM_ORIGIN, stranger, BETWEEN) is None
