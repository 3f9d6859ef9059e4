from __future__ import annotations

import pytest

from newstemma.lineage.evidence import (
    RELATION_SIGNALS,
    Signal,
    coverage,
    order,
    quotations,
    specifics,
    wording,
)
from newstemma.lineage.profile import Profile, profile
from tests.lineage.builder import witness
from tests.lineage.texts import CUT, ELSEWHERE, FERRY, HARBOUR_RADIO, RETOLD, SPEECH_ONE, SPEECH_TWO

Signals = pytest.mark.parametrize("signal", RELATION_SIGNALS, ids=lambda s: s.__name__)


def told(text: str, name: str = "a") -> Profile:
    return profile(witness(name, text))


def score(signal: Signal, child: str, parent: str) -> float:
    found = signal(told(child), told(parent))
    assert found is not None
    return found.score


@pytest.mark.parametrize("signal", [coverage, wording, specifics, order])
def test_a_retelling_scores_higher_than_an_independent_report(signal: Signal) -> None:
    assert score(signal, RETOLD, FERRY) > score(signal, HARBOUR_RADIO, FERRY)


@pytest.mark.parametrize("signal", [coverage, wording])
def test_a_cut_copy_scores_higher_than_a_retelling(signal: Signal) -> None:
    assert score(signal, CUT, FERRY) > score(signal, RETOLD, FERRY)


def test_no_shared_run_of_words_is_no_evidence() -> None:
    assert wording(told("A cat slept."), told("Two dogs barked.")) is None


def test_words_inside_quotation_marks_are_no_shared_wording() -> None:
    alone = wording(told(SPEECH_TWO), told(SPEECH_ONE))
    assert alone is None or alone.score < 0.05


def test_a_quotation_that_both_have_speaks_for_them() -> None:
    assert score(quotations, SPEECH_TWO, SPEECH_ONE) > 1


def test_a_quotation_of_its_own_speaks_against_a_retelling() -> None:
    own = 'The mayor said "nobody in this town has ever asked me about the chimney" and left.'
    assert score(quotations, own, ELSEWHERE) < 0


def test_a_text_without_quotations_says_nothing_by_them() -> None:
    assert quotations(told(RETOLD), told(FERRY)) is None


def test_facts_in_another_order_score_lower() -> None:
    reversed_lines = "\n".join(reversed(FERRY.splitlines()))
    assert score(order, reversed_lines, FERRY) < score(order, CUT, FERRY)


def test_an_order_takes_more_than_a_few_shared_words() -> None:
    assert order(told("The tug from Karlby."), told(FERRY)) is None


@Signals
def test_an_empty_text_is_no_evidence(signal: Signal) -> None:
    assert signal(told(""), told(FERRY)) is None
    assert signal(told(""), told("")) is None


@Signals
@pytest.mark.parametrize("child", [RETOLD, CUT, HARBOUR_RADIO, SPEECH_TWO])
def test_spans_slice_back_to_words_that_both_have(signal: Signal, child: str) -> None:
    parent = SPEECH_ONE if child is SPEECH_TWO else FERRY
    found = signal(told(child), told(parent))
    if found is not None and found.child_span and found.parent_span:
        one, other = found.child_span.of(child), found.parent_span.of(parent)
        assert one[:3].casefold() == other[:3].casefold()


@Signals
def test_every_signal_explains_itself_and_its_finding(signal: Signal) -> None:
    assert signal.__doc__
    found = signal(told(CUT), told(FERRY))
    assert found is None or found.note
