"""Clauses read from hand-written trees, and from trees at random."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.records import ArgumentRole, Clause, Span
from newstemma.text.clauses import clauses
from newstemma.text.parse import Token
from newstemma.text.segment import words
from tests.text.trees import hung, trees

AGENT, PATIENT = ArgumentRole.AGENT, ArgumentRole.PATIENT

ACTIVE = "Pilots/NOUN/2/nsubj sank/VERB/0/root the/DET/4/det ferry/NOUN/2/obj ./PUNCT/2/punct"
PASSIVE = (
    "The/DET/2/det ferry/NOUN/4/nsubj:pass was/AUX/4/aux:pass sunk/VERB/0/root "
    "by/ADP/6/case pilots/NOUN/4/obl ./PUNCT/4/punct"
)
COPULAR = (
    "Ada/PROPN/6/nsubj Lund/PROPN/1/flat is/AUX/6/cop not/PART/6/advmod "
    "a/DET/6/det harbourmaster/NOUN/0/root ./PUNCT/6/punct"
)
CONTROL = (
    "They/PRON/2/nsubj want/VERB/0/root him/PRON/2/obj to/PART/5/mark leave/VERB/2/xcomp "
    "and/CCONJ/7/cc sing/VERB/5/conj"
)
RELATIVE = (
    "Crews/NOUN/5/nsubj who/PRON/3/nsubj struck/VERB/1/acl:relcl "
    "yesterday/NOUN/3/obl won/VERB/0/root ./PUNCT/5/punct"
)
OUTSIDE = (
    "She/PRON/2/nsubj walked/VERB/0/root out/ADP/6/case of/ADP/3/fixed "
    "the/DET/6/det hall/NOUN/2/obl"
)
LIST = (
    "She/PRON/2/nsubj named/VERB/0/root Ada/PROPN/2/obj ,/PUNCT/5/punct "
    "Bo/PROPN/3/conj and/CCONJ/7/cc Cy/PROPN/3/conj"
)


def _read(sentence: str) -> tuple[str, tuple[Clause, ...]]:
    text, parse = trees(sentence)
    return text, clauses(text, parse)


def _filled(text: str, clause: Clause, role: ArgumentRole) -> list[str]:
    return [argument.span.of(text) for argument in clause.filling(role)]


@pytest.mark.parametrize("sentence", [ACTIVE, PASSIVE])
def test_active_and_passive_have_one_agent(sentence: str) -> None:
    text, (clause,) = _read(sentence)
    assert [one.casefold() for one in _filled(text, clause, AGENT)] == ["pilots"]
    assert [one.casefold() for one in _filled(text, clause, PATIENT)] == ["the ferry"]
    assert clause.passive is (sentence == PASSIVE)


def test_what_somebody_is_said_to_be_is_an_attribute() -> None:
    text, (clause,) = _read(COPULAR)
    assert (clause.lemma, clause.negated) == ("be", True)
    assert _filled(text, clause, AGENT) == ["Ada Lund"]
    assert _filled(text, clause, ArgumentRole.ATTRIBUTE) == ["a harbourmaster"]


def test_a_verb_without_subject_shares_that_of_another() -> None:
    text, (want, leave, sing) = _read(CONTROL)
    assert _filled(text, want, AGENT) == ["They"]
    assert _filled(text, leave, AGENT) == _filled(text, sing, AGENT) == ["him"]
    assert [next(clause.filling(AGENT)).shared for clause in (want, leave, sing)] == [
        False,
        True,
        True,
    ]
    assert (leave.parent, sing.parent) == (0, 1)


def test_a_relative_pronoun_means_the_noun_before_it() -> None:
    text, (struck, won) = _read(RELATIVE)
    assert _filled(text, struck, AGENT) == _filled(text, won, AGENT) == ["Crews"]
    assert _filled(text, struck, ArgumentRole.ADJUNCT) == ["yesterday"]


def test_a_preposition_of_two_words_is_one_marker() -> None:
    text, (clause,) = _read(OUTSIDE)
    (place,) = clause.filling(ArgumentRole.ADJUNCT)
    assert (place.marker, place.span.of(text)) == ("out of", "the hall")


def test_a_phrase_ends_before_the_rest_of_a_list() -> None:
    text, (clause,) = _read(LIST)
    assert _filled(text, clause, PATIENT) == ["Ada"]


RELATIONS = st.sampled_from(
    "nsubj nsubj:pass obj iobj obl obl:agent xcomp ccomp conj acl acl:relcl advcl cop aux "
    "aux:pass case fixed mark det amod compound advmod flat appos punct".split()
)


@given(st.data(), st.integers(min_value=1, max_value=12))
def test_spans_stay_in_the_text_whatever_the_tree(data: st.DataObject, size: int) -> None:
    text = " ".join("who was by not sunk boats which".split()[i % 7] for i in range(size))
    spans = [Span(word.start, word.end) for word in words(text)]
    heads = [data.draw(st.integers(0, max(place - 1, 0))) for place in range(size)]
    tokens = [
        Token(
            span=span,
            lemma="x",
            upos=data.draw(st.sampled_from(["VERB", "NOUN", "PRON", "ADP"])),
            xpos="",
            head=head,
            deprel="root" if place == 0 else data.draw(RELATIONS),
        )
        for place, (span, head) in enumerate(zip(spans, heads, strict=True))
    ]
    for clause in clauses(text, hung(tokens, [(0, size)])):
        assert 0 <= clause.span.start <= clause.predicate.start < clause.predicate.end
        assert clause.predicate.end <= clause.span.end <= len(text)
        for argument in clause.arguments:
            assert 0 <= argument.span.start <= argument.head.start < argument.head.end
            assert argument.head.end <= argument.span.end <= len(text)
