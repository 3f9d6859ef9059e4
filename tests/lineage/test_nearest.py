from __future__ import annotations

import pytest

from newstemma.lineage.nearest import collection, nearest
from newstemma.lineage.profile import Profile, profile
from tests.lineage.builder import witness
from tests.lineage.chains import AGAIN
from tests.lineage.texts import CUT, ELSEWHERE, FERRY, HARBOUR_RADIO, RETOLD, SPEECH_ONE


def told(name: str, text: str) -> Profile:
    return profile(witness(name, text))


KEPT = [
    told("ferry", FERRY),
    told("mole", HARBOUR_RADIO),
    told("mill", ELSEWHERE),
    told("mine", SPEECH_ONE),
]


@pytest.mark.parametrize("text", [RETOLD, CUT, AGAIN])
def test_the_source_comes_before_another_report_on_the_event(text: str) -> None:
    assert nearest(told("new", text), collection(KEPT))[:2] == ("ferry", "mole")


def test_a_text_is_not_its_own_source() -> None:
    found = nearest(KEPT[0], collection(KEPT), most=4)
    assert "ferry" not in found
    assert found[0] == "mole"


def test_a_text_that_shares_nothing_has_no_source() -> None:
    assert nearest(told("new", "Дождь идёт."), collection(KEPT)) == ()


def test_no_more_than_asked_for_come_back_and_their_order_is_fixed() -> None:
    new = told("new", RETOLD)
    assert nearest(new, collection(KEPT), most=1) == ("ferry",)
    assert nearest(new, collection(KEPT[::-1])) == nearest(new, collection(KEPT))


def test_an_empty_collection_has_no_source() -> None:
    assert nearest(told("new", RETOLD), collection([])) == ()
