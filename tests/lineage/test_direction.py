from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.lineage import direction
from newstemma.lineage.direction import DIRECTION_SIGNALS
from newstemma.lineage.evidence import Signal
from newstemma.lineage.profile import Profile, profile
from tests.lineage.builder import witness
from tests.lineage.texts import (
    CUT,
    DIGEST,
    ELSEWHERE,
    FERRY,
    HARBOUR_RADIO,
    OTHER_CUT,
    RETOLD,
    SPEECH_ONE,
    SPEECH_TWO,
)

TEXTS = (CUT, DIGEST, ELSEWHERE, FERRY, HARBOUR_RADIO, OTHER_CUT, RETOLD, SPEECH_ONE, SPEECH_TWO)

# Each signal with a parent and a child of equal length that only it is to tell apart.
CASES = {
    "lost_names": (
        "The plan was stopped by Henning Braathe, Oda Remme and Agneta Wrede last week.",
        "The plan was stopped by a captain, a guest and the director of a firm last week.",
    ),
    "lost_numbers": (
        "They counted 317 birds and 1,204 eggs and 58 nests along the shore by noon.",
        "They counted several hundred birds and over a thousand eggs along the shore by noon.",
    ),
    "lost_rarities": (
        "Bailiffs impounded the skipper's dinghy, sextant, sou'wester and gramophone at dusk.",
        "Officers took the captain's boat, his things, his coat and his music at the end of day.",
    ),
    "lost_quotations": (
        'The director said: "We have nothing to hide and nothing to add to that." He then left.',
        "The director said that they had nothing to hide and nothing to add to it, then left.",
    ),
    "long_words": (
        "The men got the big box to the house, cut it up and put it in the old shed.",
        "Workers transported the substantial container, dismantled everything, stored components.",
    ),
    "voice": (
        "I can't believe what they've done! Why didn't you ask us? We'd have said no!",
        "It is hard to believe what was done. Nobody was asked. The answer was negative.",
    ),
    "asides": (
        "The mill (built in 1911) was sold - again; its roof: gone … the rest stands [for now].",
        "The mill, which was built in 1911, was sold again and its roof is gone for now.",
    ),
    "days": (
        "It opens on Monday, closes on Friday night and was painted yesterday morning.",
        "It opens at first, closes at last and was painted a while before that by men.",
    ),
    "commentary": (
        "Rain fell on the field and the match was stopped with the score at one all.",
        "Despite ongoing concerns, the significant incident highlights potential challenges.",
    ),
    "short_words": (
        "He was out at sea on an old tug all day and had a cup of tea by the big fire.",
        "They spent their time aboard some ancient vessel, drinking coffee beside roaring flames.",
    ),
    "usual_length": (
        "Rain. Wind. Snow. Then sun. Then rain. Mud. Frost. Ice. Fog. Then rain. Hail. Rain.",
        "There was rain and wind and snow and then sun, and after that rain came, and mud, "
        "and in the end there was more rain than anyone had ever wanted to see in the town.",
    ),
}


def told(text: str, name: str = "a", **stated: str) -> Profile:
    return profile(witness(name, text, **stated))


@pytest.mark.parametrize("name", CASES)
def test_each_signal_tells_the_parent_from_the_child(name: str) -> None:
    parent, child = CASES[name]
    signal: Signal = getattr(direction, name)
    found = signal(told(child), told(parent))
    assert found is not None
    assert found.score > 0
    assert found.signal == name.replace("_", "-")


@pytest.mark.parametrize("signal", DIRECTION_SIGNALS, ids=lambda s: s.__name__)
@given(pair=st.tuples(st.sampled_from(TEXTS), st.sampled_from(TEXTS)))
@settings(max_examples=25, deadline=None)
def test_exchanging_the_texts_turns_the_sign_and_the_spans(
    signal: Signal, pair: tuple[str, str]
) -> None:
    one, other = (told(text) for text in pair)
    there, back = signal(one, other), signal(other, one)
    assert (there is None) == (back is None)
    if there and back:
        assert there.score == pytest.approx(-back.score)


@pytest.mark.parametrize("signal", DIRECTION_SIGNALS, ids=lambda s: s.__name__)
def test_a_text_against_itself_tells_no_direction(signal: Signal) -> None:
    found = signal(told(FERRY), told(FERRY))
    assert found is None or found.score == 0


@pytest.mark.parametrize("signal", DIRECTION_SIGNALS, ids=lambda s: s.__name__)
@pytest.mark.parametrize("child", [RETOLD, CUT, SPEECH_TWO])
def test_spans_lie_in_their_texts(signal: Signal, child: str) -> None:
    found = signal(told(child), told(FERRY))
    if found is not None:
        for span, text in ((found.child_span, child), (found.parent_span, FERRY)):
            assert span is None or span.of(text).strip()


def test_what_a_cut_copy_lacks_speaks_for_the_longer_one() -> None:
    found = direction.completeness(told(CUT), told(FERRY))
    assert found is not None
    assert 0 < found.score <= 2


def test_unrelated_texts_say_nothing_about_completeness() -> None:
    assert direction.completeness(told("Ein Kater schlief."), told("Dva psa.")) is None


def test_a_credit_speaks_for_the_credited() -> None:
    parent = told(FERRY, publisher="Harbour Post")
    child = told(CUT, publisher="Daily Echo", credit="Harbour Post")
    found = direction.credit(child, parent)
    assert found is not None
    assert found.score == 1


def test_naming_the_other_outlet_in_the_report_speaks_for_it_and_shows_where() -> None:
    text = "The captain told Harbour Post that the wheel had gone dead."
    found = direction.credit(told(text), told(FERRY, publisher="Harbour Post"))
    assert found is not None
    assert found.child_span is not None
    assert found.child_span.of(text) == "Harbour Post"


@pytest.mark.parametrize(
    "stated",
    [
        ({"publisher": "Echo"}, {"publisher": "Post"}),  # neither credits
        ({"publisher": "Echo", "credit": "Post"}, {"publisher": "Post", "credit": "Echo"}),
        ({}, {}),
    ],
)
def test_no_credit_or_one_each_says_nothing(stated: Sequence[dict[str, str]]) -> None:
    own, theirs = stated
    assert direction.credit(told(CUT, **own), told(FERRY, **theirs)) is None


def test_the_earlier_one_is_the_parent() -> None:
    early, late = told(FERRY, published="2024-03-02"), told(CUT, published="2024-03-05")
    found = direction.published(late, early)
    assert found is not None
    assert found.score == 1


@pytest.mark.parametrize("dates", [("2024-03-02", "2024-03-02"), ("2024-03", "2024-03-02")])
def test_dates_that_cannot_be_told_apart_say_nothing(dates: tuple[str, str]) -> None:
    one, other = (told(FERRY, published=date) for date in dates)
    assert direction.published(one, other) is None
