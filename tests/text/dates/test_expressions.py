"""The values of times, seen from an article's own date."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.records import Bound, Modifier, Precision, TimeExpression, TimeKind
from newstemma.text.dates import time_expressions
from newstemma.text.segment import sentences, words

THURSDAY = "2024-05-16"


def found(text: str, published: str | None = THURSDAY) -> tuple[TimeExpression, ...]:
    tokens = words(text)
    return time_expressions(text, tokens, sentences(text, tokens), published=published)


def values(text: str, published: str | None = THURSDAY) -> list[str | None]:
    return [one.value for one in found(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mayor resigned on Tuesday.", "2024-05-14"),
        ("The mayor will resign on Tuesday.", "2024-05-21"),
        ("The mayor is expected to be sworn in on Tuesday.", "2024-05-21"),
        ("The mayor could be back as early as Tuesday.", "2024-05-21"),
        ("The mayor has waited until Tuesday.", "2024-05-14"),
        ("Since Tuesday it has rained.", "2024-05-14"),
        ("They have until Tuesday.", "2024-05-21"),
        ("The port would stay shut until at least Friday.", "2024-05-17"),
        ("It opened last Thursday.", "2024-05-09"),
        ("It opened on Thursday.", "2024-05-16"),
        ("It opens next Thursday.", "2024-05-23"),
    ],
)
def test_a_weekday_is_the_nearest_one_on_the_side_of_its_tense(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It opened on Nov. 25.", "2023-11-25"),
        ("It will open on Nov. 25.", "2024-11-25"),
        ("It sank on 12 July.", "2023-07-12"),
        ("It opened on Friday, July 12.", "2024-07-12"),
        ("It closed in March.", "2024-03"),
        ("In September, it closed.", "2023-09"),
        ("It will close in September.", "2024-09"),
        ("It closed last May.", "2023-05"),
        ("It closed on Feb. 29.", "2024-02-29"),
        ("It closed last fall.", "2023-FA"),
        ("It closed in the third quarter.", "2023-Q3"),
        ("It will close in the third quarter.", "2024-Q3"),
        ("It closed on Christmas Eve.", "2023-12-24"),
        ("It closed at Easter 2019.", "2019-04-21"),
        ("It closed on Thanksgiving Day.", "2023-11-23"),
    ],
)
def test_what_lacks_its_year_is_near_the_article(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It rained yesterday.", "2024-05-15"),
        ("It will rain the day after tomorrow.", "2024-05-18"),
        ("It rained last night.", "2024-05-15TNI"),
        ("It will rain on Friday evening.", "2024-05-17TEV"),
        ("It rained last week.", "2024-W19"),
        ("It will rain this weekend.", "2024-W20-WE"),
        ("Over the weekend it rained.", "2024-W19-WE"),
        ("It rained two months ago.", "2024-03"),
        ("It rained 50 years ago.", "1974"),
        ("It rained several years ago.", "PAST_REF"),
        ("It rained this century.", "20"),
        ("It rained in the '90s.", "199"),
        ("It now rains.", "PRESENT_REF"),
        ("It rained at 10:30 p.m. on Nov. 3, 2023.", "2023-11-03T22:30"),
        ("It rained on 3 November 2023 at noon.", "2023-11-03T12:00"),
    ],
)
def test_a_time_is_counted_from_the_day_of_the_article(text: str, value: str) -> None:
    assert values(text) == [value]


def test_a_time_told_of_before_is_counted_from() -> None:
    assert values("It sank on June 3, 2019. Two days later it rose.")[1] == "2019-06-05"
    assert values("It sank in June 2019. Later that year it rose.")[1] == "2019"
    assert values("It sank on June 3, 2019, at dusk. At 6 a.m. it rose.")[1] == "2019-06-03T06:00"
    assert values("It sank in June 2019. A few months later it rose.")[1] is None


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("It took three days.", TimeKind.DURATION, "P3D"),
        ("It took a 16-hour flight.", TimeKind.DURATION, "PT16H"),
        ("It took half an hour.", TimeKind.DURATION, "PT30M"),
        ("It took two and a half years.", TimeKind.DURATION, "P2.5Y"),
        ("It took ٣ days.", TimeKind.DURATION, "P3D"),
        ("It took weeks.", TimeKind.DURATION, "PXW"),
        ("Over the past decade it rained.", TimeKind.DURATION, "P10Y"),
        ("It rained for the last three years.", TimeKind.DURATION, "P3Y"),
        ("It rains daily.", TimeKind.SET, "P1D"),
        ("It rains every other week.", TimeKind.SET, "P2W"),
        ("It rains each Monday.", TimeKind.SET, "XXXX-WXX-1"),
    ],
)
def test_lengths_and_what_comes_back(text: str, kind: TimeKind, value: str) -> None:
    (one,) = found(text)
    assert (one.kind, one.value, one.precision) == (kind, value, None)


def test_precision_is_kept() -> None:
    text = "In November it closed, and earlier this week, on Monday at 10:30, it opened."
    assert [one.precision for one in found(text)] == [
        Precision.MONTH,
        Precision.WEEK,
        Precision.TIME,
    ]


def test_a_bound_and_a_modifier_are_read_beside_a_time() -> None:
    since, length = found("Since early March it has run for about two weeks.")
    assert (since.bound, since.modifier) == (Bound.SINCE, Modifier.START)
    assert since.bound_span is not None
    assert len(since.bound_span) == len("Since")
    assert (length.bound, length.modifier) == (None, Modifier.APPROX)


@pytest.mark.parametrize("published", [None, "2024", "2024-05", "soon"])
def test_without_a_day_of_the_article_what_needs_one_stays_unknown(published: str | None) -> None:
    assert values("On Tuesday, Nov. 3, it sank.", published) == ["XXXX-11-03"]
    assert values("It sank on Tuesday.", published) == ["XXXX-WXX-2"]
    assert values("It sank yesterday.", published) == [None]
    assert values("It sank at 10:30.", published) == ["XXXX-XX-XXT10:30"]
    assert values("It sank on 3 May 2019 for two days.", published) == ["2019-05-03", "P2D"]


@pytest.mark.parametrize("text", ["on 31 February 2024", "at 25:99", "at 13 p.m.", "2024-13-01"])
def test_impossible_times_are_refused(text: str) -> None:
    assert found(f"They met {text}.") == ()


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_do_not_raise(published: str) -> None:
    text = (
        "It rained 9999 centuries ago, 9999 days ago, next year, last year, next week, on "
        "Christmas Eve, last fall, next Tuesday, last May, on June 3, and 300 years from now."
    )
    assert len(values(text, published)) == 11


_PIECES = (
    "Tuesday", " ", "last ", "week", "Nov. 3", ", ", "2024", " ago", "two ", "days", "at 10:30",
    "the ", "that ", "day", " later", ".", "\n", "since ", "’s", "every ", "a ", "٣",
    "19th century", "Christmas", "early ", "May ", "\u0301", "🙂", " and ", "5",
)  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES)).map("".join))
def test_expressions_slice_back_and_never_overlap(text: str) -> None:
    spans = [one.span for one in found(text)]
    assert all(span.of(text).strip() == span.of(text) != "" for span in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize("piece", ["the day before ", "Nov. 3, ", "2 ", "at 10:30 on ", "twenty "])
def test_a_long_text_takes_seconds_at_most(piece: str) -> None:
    start = time.process_time()
    found(piece * 20_000)
    assert time.process_time() - start < 10
