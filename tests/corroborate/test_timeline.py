"""Events on the dates that are given for them."""

from __future__ import annotations

from newstemma.corroborate.claims import claims
from newstemma.corroborate.timeline import timeline
from newstemma.records import Event, Precision
from tests.corroborate.stories import scene_of


def _events(*texts: str, published: tuple[str | None, ...] = ()) -> tuple[Event, ...]:
    scene = scene_of(*texts, published=published)
    return timeline(claims(scene), scene.witnesses)


def test_events_stand_in_the_order_of_their_dates() -> None:
    found = _events(
        "A storm sank the ferry Borealis on 3 March 2021. "
        "The ferry Borealis had left the harbour of Tromsø on 2 March 2021. "
        "The company Fjordline bought the ferry Borealis in 2015."
    )
    assert [(one.date, one.precision) for one in found] == [
        ("2015", Precision.YEAR),
        ("2021-03-02", Precision.DAY),
        ("2021-03-03", Precision.DAY),
    ]


def test_a_year_covers_its_days() -> None:
    [one] = _events("The company Fjordline bought the ferry Borealis in 2015.")
    assert (one.first, one.last) == ("2015-01-01", "2015-12-31")


def test_an_event_says_where_its_date_stands_and_whose_it_is() -> None:
    text = "The company Fjordline bought the ferry Borealis in 2015."
    scene = scene_of(text)
    told = claims(scene)
    [one] = timeline(told, scene.witnesses)
    assert [at.span.of(text) for at in one.dated] == ["2015"]
    assert one.claim == told[0].id
    assert one.origins == (0,)
    assert one.lineages == ("line-a",)


def test_a_date_without_a_year_comes_last_and_covers_no_days() -> None:
    found = _events(
        "A storm sank the ferry Borealis on 3 March. "
        "The company Fjordline bought the ferry Borealis in 2015."
    )
    assert [one.date for one in found] == ["2015", "XXXX-03-03"]
    assert found[1].first is None


def test_a_bound_is_no_date() -> None:
    assert not _events("The ferry Borealis has carried lorries to Bergen since 2015.")


def test_what_did_not_happen_has_no_date() -> None:
    assert not _events("The company Fjordline did not buy the ferry Borealis in 2015.")


def test_claims_of_one_event_on_one_date_are_one_entry() -> None:
    texts = (
        "A storm sank the ferry Borealis off Bergen on 3 March 2021.",
        "On 3 March 2021 the ferry Borealis was sunk by a storm, with 12 lorries on board.",
    )
    scene = scene_of(*texts)
    told = claims(scene)
    [one] = timeline(told, scene.witnesses)
    assert {one.claim, *one.also} == {claim.id for claim in told}
    assert one.lineages == ("line-a", "line-b")


def test_two_deeds_on_one_date_are_two_entries() -> None:
    found = _events(
        "A storm sank the ferry Borealis on 3 March 2021. "
        "The company Fjordline bought the ferry Aurora on 3 March 2021."
    )
    assert len(found) == 2
    assert not any(one.also for one in found)


def test_two_meetings_of_one_person_on_one_day_are_two_entries() -> None:
    found = _events(
        "Mayor Ada Brand met the pilot Olav Sund on 3 March 2021. "
        "Mayor Ada Brand met the harbour master Jon Hale on 3 March 2021."
    )
    assert len(found) == 2


def test_a_date_inside_a_narrower_statement_is_of_that_one_alone() -> None:
    text = (
        "The company Fjordline, which bought the ferry Borealis in 2015, "
        "sold the ferry Aurora to the town of Bergen."
    )
    [one] = _events(text)
    assert one.date == "2015"


def test_what_somebody_says_on_some_day_is_no_event_of_that_day() -> None:
    assert not _events(
        "The ferry Borealis lies in the harbour of Bergen, the company Fjordline said on Thursday.",
        published=("2021-03-06",),
    )
