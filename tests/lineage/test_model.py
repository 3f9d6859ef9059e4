from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.lineage import weights
from newstemma.lineage.contest import CONTEST_SIGNALS
from newstemma.lineage.direction import DIRECTION_SIGNALS
from newstemma.lineage.evidence import RELATION_SIGNALS
from newstemma.lineage.model import pair_evidence, score_pair
from newstemma.lineage.profile import Profile, profile
from tests.lineage.builder import witness
from tests.lineage.texts import CUT, ELSEWHERE, FERRY, HARBOUR_RADIO, RETOLD, SPEECH_ONE, SPEECH_TWO


def told(text: str, name: str = "a") -> Profile:
    return profile(witness(name, text))


def test_a_retelling_is_related_to_its_source_and_made_from_it() -> None:
    score = score_pair(told(FERRY, "source"), told(RETOLD, "retold"))
    assert score.related > 0.9
    assert score.child == "retold"
    assert score.related * score.later("retold") > 0.8
    assert score.later("source") < 0.1


@pytest.mark.parametrize(
    ("one", "other"),
    [(FERRY, HARBOUR_RADIO), (FERRY, ELSEWHERE), (SPEECH_ONE, SPEECH_TWO), (FERRY, "")],
)
def test_independent_reports_are_not_related(one: str, other: str) -> None:
    assert score_pair(told(one, "a"), told(other, "b")).related < 0.5


def test_a_cut_copy_is_surely_related() -> None:
    assert score_pair(told(FERRY, "a"), told(CUT, "b")).related > 0.98


def test_the_same_words_twice_have_no_direction() -> None:
    score = score_pair(told(FERRY, "a"), told(FERRY, "b"))
    assert score.related > 0.98
    assert score.right_from_left == 0.5
    assert score.child is None


@given(
    st.sampled_from(
        [FERRY, RETOLD, CUT, ELSEWHERE, HARBOUR_RADIO, "", "Дождь идёт.", "大雨が降る"]
    ),
    st.sampled_from([FERRY, RETOLD, CUT, ELSEWHERE, SPEECH_ONE, "", "Дождь идёт.", "大雨"]),
)
@settings(deadline=None)
def test_exchanging_the_two_changes_nothing(one: str, other: str) -> None:
    left, right = told(one, "a"), told(other, "b")
    assert score_pair(left, right) == score_pair(right, left)


def test_the_evidence_is_weighed_and_each_signal_speaks_once() -> None:
    found = pair_evidence(told(RETOLD), told(FERRY))
    names = [one.signal for one in found]
    assert len(names) == len(set(names))
    assert sum(one.weight for one in found) > 0
    assert all(one.weight == 0 or one.score != 0 for one in found)


def test_every_signal_has_a_weight_and_every_weight_a_signal() -> None:
    for signals, known in (
        (RELATION_SIGNALS, weights.RELATION),
        (DIRECTION_SIGNALS, weights.DIRECTION),
        (CONTEST_SIGNALS, weights.CONTEST),
    ):
        names = {signal.__name__.replace("_", "-") for signal in signals}
        assert names == known.keys()
