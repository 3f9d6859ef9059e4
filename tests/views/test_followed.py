"""Actors, dates and numbers as the page shows them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newstemma.records import Course, Force, Grade, RelationType, Story
from newstemma.views import page
from newstemma.views.dates import date_in_words
from newstemma.views.followed import followed
from newstemma.views.followed_records import Followed, RelationShown
from newstemma.views.names import names
from newstemma.views.rows import Texts
from tests.report.builder import ferry
from tests.report.traced import many, relation, traced


def _followed() -> Followed:
    return page(traced()).followed


def _shown(
    type_: RelationType = RelationType.SUPPORT,
    *,
    force: Force = Force.CERTAIN,
    negated: bool = False,
) -> RelationShown:
    said = ("wire", "Nobody is missing")
    one = relation("A", type_, "B", said, force=force, negated=negated)
    (network,) = page(replace(ferry(), relations_claimed=(one,))).followed.networks
    return network.relations[0]


def test_the_relation_with_most_origins_comes_first() -> None:
    (network,) = _followed().networks
    assert [one.origins for one in network.relations] == [2, 1, 1]
    assert network.relations[0].source == "Tomas Brekke"


def test_every_relation_is_told_as_claimed_by_somebody() -> None:
    (network,) = _followed().networks
    assert [one.claimed_by for one in network.relations] == [
        "Tomas Brekke and Selma Aune",
        "Nordfjord Wire in its own voice",
        "Nordfjord Wire in its own voice",
    ]
    assert network.relations[0].support == "2 origins, 2 independent reports, 2 articles"


def test_an_article_that_was_made_from_none_gives_the_words() -> None:
    (network,) = _followed().networks
    assert [one.article.file for one in network.relations[1].places] == [
        "wire.txt",
        "clickpress.txt",
        "halden.txt",
    ]


def test_what_one_actor_does_is_drawn_next_to_each_other_and_all_of_it_once() -> None:
    (network,) = _followed().networks
    assert [one.source for one in network.drawn] == [
        "Tomas Brekke",
        "Marit Solbakk",
        "Marit Solbakk",
    ]
    assert sorted(network.drawn, key=str) == sorted(network.relations, key=str)


def test_type_and_force_are_told_in_words() -> None:
    assert _shown().label == "supports"
    assert _shown(negated=True, force=Force.DENIED).label == "does not support"
    assert _shown(force=Force.POSSIBLE).label == "possibly supports"
    assert _shown(force=Force.LIKELY, negated=True).label == "probably does not support"
    assert _shown(force=Force.UNKNOWN).force == "left open"


@pytest.mark.parametrize("type_", list(RelationType))
def test_every_type_has_its_words_said_and_denied(type_: RelationType) -> None:
    said, denied = _shown(type_).label, _shown(type_, negated=True).label
    assert said.split()[0].endswith("s")
    assert denied.startswith(("does not ", "is not "))


def test_a_relation_is_corroborated_by_its_grade() -> None:
    one = traced().relations_claimed[1]
    echoed = replace(one, grade=Grade.ECHOED)
    (network,) = page(replace(ferry(), relations_claimed=(echoed,))).followed.networks
    assert not network.relations[0].is_corroborated


def test_the_dates_stand_in_order_each_with_who_dates_it_so() -> None:
    (told,) = _followed().chronicles
    assert [one.date for one in told.dates] == ["2023", "4 March 2025"]
    (event,) = told.dates[1].events
    assert event.claimed_by == "Nordfjord Wire in its own voice and Selma Aune"
    assert event.passage.article.file == "island.txt"
    assert event.passage.text == "the ferry ran aground"


def test_events_of_one_date_share_it() -> None:
    told = traced()
    same = tuple(replace(one, date="2023") for one in told.events)
    (shown,) = page(replace(told, events=same)).followed.chronicles
    assert [len(one.events) for one in shown.dates] == [2]


def test_other_claims_of_one_event_stand_with_it_and_their_origins_count() -> None:
    told = traced()
    faults, aground = told.events
    joined = replace(aground, also=(faults.claim,))
    (shown,) = page(replace(told, events=(joined,))).followed.chronicles
    ((event,),) = (one.events for one in shown.dates)
    assert [one.text for one in event.others] == ["Two earlier steering faults"]
    assert event.claimed_by == "Nordfjord Wire in its own voice and Selma Aune"
    assert event.support == "2 origins, 2 independent reports, 3 articles"


def test_an_event_whose_claim_is_not_known_is_left_out() -> None:
    assert page(replace(traced(), claims=())).followed.chronicles == ()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025", "2025"),
        ("2025-10-14", "14 October 2025"),
        ("2025-WI", "winter 2025"),
        ("2025-H1", "first half of 2025"),
        ("2025-W42-WE", "weekend of 18 October 2025"),
        ("2025-W60", "2025-W60"),
        ("XXXX-02-29", "29 February, year not told"),
        ("XXXX-10", "October, year not told"),
        ("20", "21st century"),
        ("10", "11th century"),
        ("17", "18th century"),
        ("<b>", "<b>"),
    ],
)
def test_a_date_is_told_as_finely_as_it_is_known(value: str, words: str) -> None:
    assert date_in_words(value) == words


def test_a_number_that_moves_is_shown_value_by_value() -> None:
    (story,) = _followed().numbers
    (people,) = story.numbers
    assert [(one.words, one.when) for one in people.values] == [
        ("Eleven people", "4 March 2025"),
        ("17 people", "5 March 2025"),
        ("eleven people", "without a date"),
    ]
    assert people.values[0].by == "the coast guard"
    assert [one.article.file for one in people.values[2].places] == ["island.txt", "halden.txt"]


def test_a_number_on_which_all_agree_is_not_shown() -> None:
    told = traced()
    steady = tuple(replace(one, course=Course.STEADY) for one in told.tracked_numbers)
    assert page(replace(told, tracked_numbers=steady)).followed.numbers == ()


def test_an_open_end_is_another_value() -> None:
    told = traced()
    first, second = told.tracked_numbers[0].points[2:]
    points = (first, replace(second, high=None))
    number = replace(told.tracked_numbers[0], points=points, course=Course.UNKNOWN)
    (story,) = page(replace(told, tracked_numbers=(number,))).followed.numbers
    assert len(story.numbers[0].values) == 2


def test_nothing_followed_is_nothing_shown() -> None:
    shown = page(ferry()).followed
    assert shown == Followed()
    assert shown.passages == ()


def test_what_is_too_much_for_the_page_is_counted() -> None:
    shown = page(many(250)).followed
    assert (shown.networks[0].more, len(shown.networks[0].relations)) == (300, 200)
    assert (shown.chronicles[0].more, len(shown.chronicles[0].dates)) == (100, 150)
    assert (shown.numbers[0].more, len(shown.numbers[0].numbers)) == (220, 30)
    assert shown.numbers[0].numbers[0].more == 238


def test_of_very_many_stories_the_smaller_ones_are_counted() -> None:
    told = traced()
    one = told.relations_claimed[0]
    numbers = range(70)
    pile = replace(
        told,
        stories=tuple(Story(id=f"t{n}", title=f"Story {n}", articles=("wire",)) for n in numbers),
        relations_claimed=tuple(replace(one, story=f"t{n}") for n in numbers),
    )
    called = names(pile.articles)
    shown = followed(pile, Texts({one.id: one for one in pile.witnesses}, called))
    assert len(shown.networks) == 60
    assert shown.smaller == 10
