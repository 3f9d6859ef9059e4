"""How firmly sentences say what they say."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.records import Force, Stance
from newstemma.text.force import force, forces
from newstemma.text.segment import sentences, words


def stance(text: str) -> Stance:
    return force(text, words(text))


def evidence(text: str) -> list[str]:
    return [span.of(text) for span in stance(text).evidence]


@pytest.mark.parametrize(
    ("text", "value", "cue"),
    [
        ("The mayor may resign.", Force.POSSIBLE, "may"),
        ("Perhaps the mayor resigned.", Force.POSSIBLE, "Perhaps"),
        ("The boat is believed to have sunk.", Force.LIKELY, "believed to"),
        ("The boat apparently sank.", Force.LIKELY, "apparently"),
        ("The boat allegedly sank.", Force.UNKNOWN, "allegedly"),
        ("Police said the man was suspected of theft.", Force.UNKNOWN, "suspected of"),
        ("According to unconfirmed reports, it sank.", Force.UNKNOWN, "unconfirmed"),
        ("It is not clear who fired.", Force.UNKNOWN, "not clear"),
        ("If it rains, the match is off.", Force.UNKNOWN, "If"),
        ("Did the boat sink?", Force.UNKNOWN, "?"),
        ("There is no evidence that he left.", Force.UNKNOWN, "no evidence"),
        ("The minister denied that it sank.", Force.DENIED, "denied"),
        ("The minister rejected claims of fraud.", Force.DENIED, "rejected"),
        ("The army did not fire.", Force.DENIED, "not"),
        ("No soldiers were killed.", Force.DENIED, "No"),
        ("“It wasn’t us,” he said.", Force.DENIED, "wasn’t"),
        ("He failed to appear.", Force.DENIED, "failed to"),
    ],
)
def test_a_cue_lends_its_force(text: str, value: Force, cue: str) -> None:
    assert stance(text).force is value
    assert evidence(text) == [cue]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor resigned.",
        "In May the mayor resigned.",
        "The might of the fleet was broken.",
        "He rejected the ball.",
        "It was not until Monday that he left.",
        "There is no doubt that he left.",
        "Not only did it sink, it burned.",
        "He left without a word.",
        "He left with no word.",
        "The army, which did not fire, left.",
        "He drowned because he could not swim.",
        "When it may rain, he rows.",
        "Norton knows the notes of the northern novelist.",
    ],
)
def test_what_is_said_flatly_is_certain(text: str) -> None:
    assert stance(text).force is Force.CERTAIN
    assert evidence(text) == []


@pytest.mark.parametrize("text", ["She did not deny it.", "They neither confirmed nor denied it."])
def test_a_denial_that_is_denied_leaves_it_open(text: str) -> None:
    assert stance(text).force is Force.UNKNOWN


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It may not have sunk.", Force.POSSIBLE),
        ("It is not expected to sink.", Force.LIKELY),
        ("It is unlikely to sink.", Force.LIKELY),
    ],
)
def test_a_hedge_and_a_negation_are_both_told(text: str, value: Force) -> None:
    assert (stance(text).force, stance(text).negated) == (value, True)


def test_a_negation_bears_on_the_rest_of_its_clause() -> None:
    text = "The army, which did not fire a shot, left without a word, as it never stays."
    one = stance(text)
    assert [span.of(text) for span in one.negations] == ["not", "without", "never"]
    assert [span.of(text) for span in one.scopes] == [
        "not fire a shot",
        "without a word",
        "never stays",
    ]


def test_each_sentence_is_judged_for_itself() -> None:
    text = "It sank. It may have burned."
    tokens = words(text)
    found = forces(text, tokens, sentences(text, tokens))
    assert [one.force for one in found] == [Force.CERTAIN, Force.POSSIBLE]
    assert [one.span.of(text) for one in found] == ["It sank.", "It may have burned."]


_PIECES = (
    "may", " ", "not ", "denied ", "claims ", "no ", "doubt ", ", ", "which ", "if ", "?", "”",
    "n’t", "it sank ", "is ", "believed to ", "MAY ", "🙂", "\u0301", "会", "without ", "\n", ".",
)  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES)).map("".join))
def test_evidence_lies_in_its_sentence_and_in_order(text: str) -> None:
    tokens = words(text)
    for one in forces(text, tokens, sentences(text, tokens)):
        assert bool(one.evidence) == (one.force is not Force.CERTAIN)
        assert all(a.end <= b.start for a, b in itertools.pairwise(one.evidence))
        for span in (*one.evidence, *one.negations, *one.scopes):
            assert one.span.covers(span) or span.of(text) == "?"


@pytest.mark.parametrize("piece", ["not ", "may, ", "denied ", "no evidence ", "if "])
def test_a_long_text_takes_seconds_at_most(piece: str) -> None:
    text = piece * 20_000
    start = time.process_time()
    force(text, words(text))
    assert time.process_time() - start < 10
