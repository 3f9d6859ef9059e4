"""Numbers that are followed over time and outlets."""

from __future__ import annotations

import pytest

from newstemma.corroborate.tracked import tracked_numbers
from newstemma.records import Course, QuantityKind, TrackedNumber
from tests.corroborate.stories import scene_of


def _tracked(*texts: str, published: tuple[str | None, ...] = ()) -> tuple[TrackedNumber, ...]:
    named = (f"It rained in Norway and in Ghana. {text}" for text in texts)
    return tracked_numbers(scene_of(*named, published=published))


@pytest.mark.parametrize(
    ("first", "second", "dates", "course"),
    [
        ("12", "15", ("2021-03-01", "2021-03-04"), Course.GROWS),
        ("15", "12", ("2021-03-01", "2021-03-04"), Course.FALLS),
        ("12", "12", ("2021-03-01", "2021-03-04"), Course.STEADY),
        ("12", "15", ("2021-03-01", "2021-03-01"), Course.DISAGREES),
        ("12", "15", (None, None), Course.UNKNOWN),
        ("at least 12", "15", ("2021-03-01", "2021-03-01"), Course.STEADY),
        ("at least 12", "at least 15", ("2021-03-01", "2021-03-04"), Course.GROWS),
        ("at least 12", "at least 15", ("2021-03-01", "2021-03-01"), Course.STEADY),
    ],
)
def test_values_move_with_the_dates_of_their_articles(
    first: str, second: str, dates: tuple[str | None, ...], course: Course
) -> None:
    found = _tracked(
        f"Norway launched {first} rockets from Tromsø.",
        f"Norway launched {second} rockets from Tromsø.",
        published=dates,
    )
    assert [one.course for one in found] == [course]


def test_up_and_down_varies() -> None:
    [one] = _tracked(
        "Norway launched 12 rockets.",
        "Norway launched 15 rockets.",
        "Norway launched 13 rockets.",
        published=("2021-03-01", "2021-03-02", "2021-03-03"),
    )
    assert one.course is Course.VARIES
    assert [point.article for point in one.points] == ["a", "b", "c"]


def test_points_stand_in_the_order_of_their_dates() -> None:
    [one] = _tracked(
        "Norway launched 15 rockets.",
        "Norway launched 12 rockets.",
        published=("2021-03-04", "2021-03-01"),
    )
    assert [point.published for point in one.points] == ["2021-03-01", "2021-03-04"]
    assert [point.low for point in one.points] == [12, 15]
    assert (one.thing, one.deed, one.doer) == ("rockets", "launch", "Norway")


def test_what_different_actors_do_is_not_one_number() -> None:
    assert not _tracked("Norway launched 12 rockets.", "Ghana launched 15 rockets.")


def test_people_are_one_number_by_what_happens_to_them_alone() -> None:
    assert not _tracked("The flood killed 12 people.", "The flood displaced 900 people.")
    [one] = _tracked("The flood killed 12 people.", "The storm flood killed 14 people.")
    assert one.deed == "kill"


def test_one_article_that_gives_two_values_has_two_numbers_in_mind() -> None:
    assert not _tracked(
        "Norway launched 12 rockets. Norway launched 40 rockets.", "Norway launched 40 rockets."
    )


def test_a_sum_is_of_what_its_phrase_is_about() -> None:
    [one] = _tracked(
        "Norway put a $5 million bounty on Ada Birk.",
        "Norway put a $7 million bounty on Ada Birk.",
        published=("2021-03-01", "2021-03-04"),
    )
    assert (one.kind, one.unit, one.thing) == (QuantityKind.MONEY, "$", "bounty")
    assert one.course is Course.GROWS


def test_a_point_names_who_gives_the_number() -> None:
    [one] = _tracked(
        "Kofi Mensah said that Norway had launched 12 rockets.", "Norway launched 12 rockets."
    )
    assert [point.source for point in one.points] == ["Kofi Mensah", None]


def test_small_counts_and_scores_are_no_tally() -> None:
    assert not _tracked("Norway launched two rockets.", "Norway launched three rockets.")
    assert not _tracked("Norway won 14-13 goals.", "Norway won 14-13 goals.")


def test_two_things_that_happen_to_the_same_are_two_numbers() -> None:
    assert not _tracked(
        "In Tromsø 11 patients were in intensive care.",
        "In Tromsø 2 patients died.",
        published=("2021-03-01", "2021-03-02"),
    )


def test_what_is_said_to_be_so_is_followed_too() -> None:
    [one] = _tracked(
        "In Tromsø 11 patients were in intensive care.",
        "In Tromsø 8 patients were in intensive care.",
        published=("2021-03-01", "2021-03-02"),
    )
    assert (one.course, one.deed) == (Course.FALLS, None)


def test_how_often_is_no_tally() -> None:
    text = "Norway asked Ghana 100 times for help."
    assert not _tracked(text, text)
