"""A slot filled differently is a conflict, a figure that grows over time is none."""

from __future__ import annotations

from newstemma.corroborate.claims import claims
from newstemma.corroborate.conflicts import conflicts
from newstemma.records import Conflict, Slot
from tests.corroborate.stories import scene_of


def _found(*texts: str, published: tuple[str | None, ...] = ()) -> tuple[Conflict, ...]:
    scene = scene_of(*texts, published=published)
    return conflicts(claims(scene), scene.witnesses)


def _sides(one: Conflict) -> list[str]:
    return [side.key for side in one.sides]


FORTY = "The flood destroyed 40 boats in the Ostrel marina."
SIXTY = "The flood destroyed 60 boats in the Ostrel marina."


def test_two_numbers_for_one_thing_are_a_conflict() -> None:
    (found,) = _found(FORTY, SIXTY)
    assert found.slot is Slot.NUMBER
    assert sorted(_sides(found)) == ["40", "60"]
    assert not found.development


def test_a_figure_that_grows_over_time_is_a_development() -> None:
    (found,) = _found(SIXTY, FORTY, published=("2024-05-02", "2024-05-01"))
    assert found.development
    assert _sides(found) == ["40", "60"]


def test_a_figure_that_falls_is_none() -> None:
    (found,) = _found(FORTY, SIXTY, published=("2024-05-02", "2024-05-01"))
    assert not found.development


def test_of_one_day_it_cannot_be_told() -> None:
    (found,) = _found(FORTY, SIXTY, published=("2024-05-01", "2024-05-01"))
    assert not found.development


def test_an_article_may_contradict_itself() -> None:
    (found,) = _found(f"{FORTY}\n\nRain fell on Tarnholm for three days.\n\n{SIXTY}")
    assert {filling.article for side in found.sides for filling in side.fillings} == {"a"}


def test_dates_that_contradict_each_other_stand_beside_each_other() -> None:
    (found,) = _found(
        "The council of Ostrel bought the ferry works on 3 May 2019.",
        "The council of Ostrel bought the ferry works on 5 May 2019.",
        "The council of Ostrel bought the ferry works on 31 June 2019.",
    )[:1]
    assert found.slot is Slot.DATE
    assert len(found.sides) >= 2


def test_who_agrees_has_no_conflict() -> None:
    assert _found(FORTY, FORTY) == ()
