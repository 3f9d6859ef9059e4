"""Words beside a name tell that it is a vessel's or an aircraft's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.records import NameKind, Span
from newstemma.text.parse.craft import crafts, without_prefix
from newstemma.text.parse.records import Token

_WORDS = 'the a , " MV M / V F-16 Flight 370 Boeing Grey Heron Anna ferry jet aboard is on board'
_UPOS = {"the": "DET", "a": "DET", ",": "PUNCT", '"': "PUNCT", "is": "AUX", "sank": "VERB"}


def _tokens(forms: list[str]) -> list[Token]:
    tokens, start = [], 0
    for place, form in enumerate(forms):
        upos = _UPOS.get(form) or ("PROPN" if form[:1].isupper() else "NOUN")
        span = Span(start, start + len(form))
        tokens.append(Token(span=span, lemma=form, upos=upos, xpos="", head=place, deprel="dep"))
        start = span.end + 1
    return tokens


def _found(text: str) -> dict[str, NameKind]:
    forms = text.split()
    return {" ".join(forms[a:b]): kind for a, b, kind in crafts(forms, _tokens(forms))}


@pytest.mark.parametrize(
    "text",
    [
        "he saw the trawler Grey Heron sank",
        'two of a trawler , the " Grey Heron " , sank',
        "he saw a trawler , the Grey Heron , sank",
        "a ferry called Grey Heron sank",
        "aboard the Grey Heron he sank",
        "on board the Grey Heron he sank",
        "the Grey Heron , a 30-year-old trawler , sank",
        "the Grey Heron is a ferry",
    ],
)
def test_a_word_beside_a_name_makes_a_vessel_of_it(text: str) -> None:
    assert _found(text) == {"Grey Heron": NameKind.VESSEL}


@pytest.mark.parametrize("name", ["MV Grey Heron", "M/V Grey Heron", "M / V Grey Heron"])
def test_a_prefix_in_capitals_belongs_to_the_name_of_a_vessel(name: str) -> None:
    assert _found(f"he saw {name} there") == {name: NameKind.VESSEL}


def test_a_prefix_in_small_letters_is_a_word() -> None:
    assert _found("he saw my Grey Heron there and Ms Heron") == {}


@pytest.mark.parametrize(
    "name", ["Boeing 737", "Airbus A320", "F-16", "Flight 370", "Northern Air Flight 370"]
)
def test_a_type_or_a_flight_is_an_aircraft(name: str) -> None:
    assert _found(f"he saw {name} there") == {name: NameKind.AIRCRAFT}


@pytest.mark.parametrize(
    "text",
    [
        "he left the ship , the Red Lamp said",
        "the ferry operator Grey Heron sank",
        "Tom Okoro , a ship engineer , sank",
        "Tom Okoro , a ferry",
        "the boat Tom sank",
        "she took the ferry Wednesday",
        "the helicopter Tom",
        "aboard the Ostport Express he left",
        "he read Boeing in 1,200 words",
        "the carrier Northern Air fell",
    ],
)
def test_what_may_be_something_else_is_left_alone(text: str) -> None:
    assert _found(text) == {}


def test_whose_deed_a_clause_tells_is_no_vessel() -> None:
    forms = "the tanker Vardo seized left".split()
    told = _tokens(forms)
    seized = Token(span=told[3].span, lemma="", upos="VERB", xpos="", head=1, deprel="acl:relcl")
    vardo = Token(span=told[2].span, lemma="", upos="PROPN", xpos="", head=3, deprel="nsubj")
    assert crafts(forms, [*told[:2], vardo, seized, told[4]]) == ()
    assert crafts(forms, told) == ((2, 3, NameKind.VESSEL),)


def test_a_name_ends_with_its_paragraph() -> None:
    forms = "aboard the Grey Heron Police".split()
    *before, last = _tokens(forms)
    moved = replace(last, span=Span(last.span.start + 1, last.span.end + 1))
    assert crafts(forms, [*before, moved]) == ((2, 4, NameKind.VESSEL),)
    assert crafts(forms, [*before, last]) == ((2, 5, NameKind.VESSEL),)


def test_a_prefix_alone_stays() -> None:
    assert without_prefix(("mv",)) == ("mv",)
    assert without_prefix(("m", "v", "heron")) == ("heron",)


@given(st.lists(st.sampled_from(_WORDS.split()), max_size=25))
def test_names_lie_in_the_text_in_order_and_apart(forms: list[str]) -> None:
    end = 0
    for first, after, _ in crafts(forms, _tokens(forms)):
        assert end <= first < after <= len(forms)
        end = after
