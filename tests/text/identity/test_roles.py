from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.text.identity.roles import RolePlace, role_links
from newstemma.text.names import name_mentions
from newstemma.text.segment import sentences, words


def _told(text: str) -> list[tuple[str, str, RolePlace]]:
    """Each role with the name that it goes with, and where it stands."""
    found = words(text)
    mentions = name_mentions(text, found, sentences(text, found))
    return [
        (link.role.span.of(text), link.name.span.of(text), link.place)
        for link in role_links(text, mentions)
    ]


@pytest.mark.parametrize(
    ("text", "role", "place"),
    [
        ("On Monday former envoy Ilse Brandt left.", "former envoy", RolePlace.BEFORE),
        ("On Monday Sen. Ilse Brandt left.", "Sen", RolePlace.BEFORE),
        ("The spokesperson, Ilse Brandt, left.", "spokesperson", RolePlace.BEFORE_COMMA),
        ("On Monday Ilse Brandt, a retired pilot, left.", "pilot", RolePlace.AFTER_COMMA),
        ("On Monday Ilse Brandt, who was the mayor, left.", "mayor", RolePlace.AFTER_COMMA),
        ("On Monday Ilse Brandt (the mayor) left.", "mayor", RolePlace.BRACKETS),
        ("In those years Ilse Brandt was the mayor.", "mayor", RolePlace.PREDICATE),
    ],
)
def test_a_role_goes_with_the_name_beside_it(text: str, role: str, place: RolePlace) -> None:
    ((found, name, where),) = _told(text)
    assert found.endswith(role)
    assert (name, where) == ("Ilse Brandt", place)


def test_a_role_before_a_name_is_not_that_of_the_name_before_it() -> None:
    told = _told("On Monday Ilse Brandt, mayor Tomas Reyl and others left.")
    assert [(role, name) for role, name, _ in told] == [("mayor", "Tomas Reyl")]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday Ilse Brandt met the mayor.",
        "On Monday Ilse Brandt said the mayor had left.",
        "On Monday Ilse Brandt, the council, and others left.",
        "On Monday Ilse Brandt, her neighbours and others left.",
        "On Monday Mr. Brandt left.",
        "On Monday the Harbour Board, a regulator, met.",
    ],
)
def test_what_stands_near_a_name_is_no_role_of_its_bearer(text: str) -> None:
    assert _told(text) == []


_PIECES = st.sampled_from(
    [*("Ilse Brandt", "Tomas", ",", "the", "a", "mayor", "former", "envoy", "is", "(", ")", ".")]
)


@given(st.lists(_PIECES, max_size=20).map(" ".join))
def test_the_evidence_covers_both_and_a_role_is_given_once(text: str) -> None:
    found = words(text)
    links = role_links(text, name_mentions(text, found, sentences(text, found)))
    assert all(link.evidence.covers(link.role.span) for link in links)
    assert all(link.evidence.covers(link.name.span) for link in links)
    roles = [link.role.span for link in links]
    assert roles == sorted(set(roles))
