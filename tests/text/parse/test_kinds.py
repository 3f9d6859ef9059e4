"""A name is one thing throughout an article."""

from __future__ import annotations

from newstemma.records import NameKind, Span
from newstemma.text.parse.kinds import settled
from newstemma.text.parse.records import NamedTokens, Token

_PERSON, _ORGANISATION, _PLACE, _OTHER = (
    NameKind.PERSON,
    NameKind.ORGANISATION,
    NameKind.PLACE,
    NameKind.OTHER,
)


def _settled(text: str, *named: tuple[str, NameKind], adjectives: str = "") -> dict[str, NameKind]:
    """What the names of a text are settled to be; `named` are found in this order."""
    tokens, start = [], 0
    forms = text.split()
    for place, form in enumerate(forms):
        upos = "ADJ" if form in adjectives.split() else "PROPN" if form[:1].isupper() else "X"
        deprel, head = ("case", place + 1) if form == "in" else ("dep", place)
        span = Span(start, start + len(form))
        tokens.append(
            Token(span=span, lemma=form.lower(), upos=upos, xpos="", head=head, deprel=deprel)
        )
        start = span.end + 1
    entities, at = [], 0
    for name, kind in named:
        words = name.split()
        first = next(i for i in range(at, len(forms)) if forms[i : i + len(words)] == words)
        at = first + len(words)
        span = Span(tokens[first].span.start, tokens[at - 1].span.end)
        entities.append(NamedTokens(span=span, kind=kind, first_token=first, end_token=at))
    return {e.span.of(text): e.kind for e in settled(text, tokens, entities)}


def test_most_mentions_decide() -> None:
    found = _settled(
        "Vardo , Vardo and Vardo", ("Vardo", _PERSON), ("Vardo", _PLACE), ("Vardo", _PLACE)
    )
    assert found == {"Vardo": _PLACE}


def test_standing_in_it_makes_it_a_place() -> None:
    assert _settled("he fell in Brekka", ("Brekka", _PLACE)) == {"Brekka": _PLACE}
    found = _settled("in Brekka and in Brekka", ("Brekka", _OTHER), ("Brekka", _PERSON))
    assert found == {"Brekka": _PLACE}


def test_a_telling_word_decides_over_votes() -> None:
    found = _settled(
        "Brekka Ministry , Lake Brekka , University of Brekka and Mary Brekka",
        ("Brekka Ministry", _PERSON),
        ("Lake Brekka", _PERSON),
        ("University of Brekka", _PLACE),
        ("Mary Brekka", _OTHER),
    )
    assert list(found.values()) == [_ORGANISATION, _PLACE, _ORGANISATION, _PERSON]


def test_a_surname_alone_is_the_person_named_in_full() -> None:
    found = _settled("Tom Okoro left . Okoro swam", ("Tom Okoro", _PERSON), ("Okoro", _PLACE))
    assert found == {"Tom Okoro": _PERSON, "Okoro": _PERSON}


def test_a_title_makes_a_person_and_initials_a_body() -> None:
    found = _settled("Mr Brekka joined the VTTB", ("Brekka", _PLACE), ("VTTB", _PERSON))
    assert found == {"Brekka": _PERSON, "VTTB": _ORGANISATION}


def test_a_known_place_is_found_where_it_was_missed() -> None:
    assert _settled("he left Norway") == {"Norway": _PLACE}
    assert _settled("he left norway") == {}


def test_an_adjective_is_no_name() -> None:
    assert _settled("a Syrian ship", ("Syrian", _OTHER), adjectives="Syrian") == {}


def test_a_name_starts_after_a_title() -> None:
    found = _settled(
        "Norse President Tom Okoro and Brekka General Motors",
        ("Norse President Tom Okoro", _ORGANISATION),
        ("General Motors", _ORGANISATION),
    )
    assert found == {"Tom Okoro": _PERSON, "General Motors": _ORGANISATION}


def test_a_title_alone_is_no_name() -> None:
    assert _settled("the Minister left", ("Minister", _PERSON)) == {}


def test_a_vessel_is_one_throughout_once_it_is_told() -> None:
    found = _settled(
        "Grey Heron left . The trawler Grey Heron sank near Vardo",
        ("Grey Heron", _PERSON),
        ("Heron", _PLACE),
    )
    assert found == {"Grey Heron": NameKind.VESSEL}


def test_what_everybody_knows_is_no_vessel() -> None:
    assert _settled("the tanker Norway wants") == {"Norway": _PLACE}


def test_peoples_and_movements_are_groups() -> None:
    found = _settled("The Houthis met Venezuelans", ("Houthis", _ORGANISATION))
    assert set(found.values()) == {NameKind.GROUP}
