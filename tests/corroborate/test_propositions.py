"""What says something is a proposition, with its whole extent; scraps are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.corroborate.propositions import Proposition, propositions
from newstemma.records import PartRole, Span, Witness
from newstemma.text.identity.actors import identities
from tests.collate.pairs import read
from tests.collate.parsed import read_parsed


def _told(witness: Witness) -> tuple[Proposition, ...]:
    names = {at.span: actor.name for actor in identities([witness]) for at in actor.mentions}
    return propositions(witness, names)


def _words(text: str) -> list[str]:
    return [one.span.of(text) for one in _told(read_parsed(text))]


def test_who_reports_is_not_what_is_reported() -> None:
    text = "Mayor Ada Brand said that the council closed the Ostrel bridge on Monday."
    assert _words(text) == ["the council closed the Ostrel bridge on Monday"]


def test_the_preposition_in_front_belongs_to_it() -> None:
    (found,) = _words("In March, the council of Ostrel bought three ferries.")
    assert found.startswith("In March")


def test_a_participle_belongs_to_the_clause_that_it_hangs_on() -> None:
    text = "The council of Ostrel closed the bridge, blaming the floods in Tarn."
    assert _words(text) == [text[:-1]]


def test_a_participle_with_a_number_stands_alone_with_its_noun() -> None:
    text = "The bridge of Ostrel, built in 1911, collapsed after the floods in Tarn."
    assert "The bridge of Ostrel, built in 1911" in _words(text)


def test_the_rest_of_a_verb_belongs_to_it() -> None:
    text = "The Ostrel ferry is due to open on Friday."
    assert _words(text) == [text[:-1]]


@pytest.mark.parametrize(
    "text",
    [
        "Did the council of Ostrel close the bridge on Monday?",
        "The council of Ostrel should close the bridge on Monday.",
        "It was very nice.",
        "He came.",
    ],
    ids=["a question", "a demand", "an opinion", "too little"],
)
def test_what_claims_nothing_is_none(text: str) -> None:
    assert _words(text) == []


def test_a_denial_is_negated() -> None:
    (found,) = _told(read_parsed("The council of Ostrel did not close the bridge on Monday."))
    assert found.negated


def test_numbers_and_times_are_parts_with_their_values() -> None:
    (found,) = _told(read_parsed("The council of Ostrel bought three ferries in 2019."))
    assert found.keys(PartRole.HOW_MANY) == {"3"}
    assert found.keys(PartRole.WHEN) == {"2019"}


def test_a_language_without_a_parser_is_cut_by_sentences() -> None:
    text = "Le maire de Tarnville a fermé le pont en 2019. La rivière avait débordé en 2018."
    found = _told(read(text))
    assert [one.span.of(text) for one in found] == text.replace(". ", ".|").split("|")


_PARTS = st.lists(
    st.sampled_from(
        "In March the council of Ostrel , which Ada Brand said “ closed 3 bridges ” . ? 19 %"
        " on Monday and not may according to because 新聞 ".split()
    ),
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(_PARTS)
def test_every_span_lies_in_the_text(parts: list[str]) -> None:
    witness = read_parsed(" ".join(parts))
    whole = Span(0, len(witness.text))
    for one in _told(witness):
        assert len(one.span) > 0
        assert all(whole.covers(span) for span in (one.span, *(part.span for part in one.parts)))
        assert one.span.of(witness.text).strip() == one.span.of(witness.text)
