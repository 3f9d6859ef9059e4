from __future__ import annotations

import pytest

from newstemma.records import Article, Found, RawArticle, TextSource
from newstemma.text.cleaning import clean
from tests.text.cleaning.pages import LAST, LEAD, SECOND, cleaned, marked, page, report

TITLE = "Harbour bridge closed after crack is found in pier"


def _value(found: Found | None) -> str | None:
    return found.value if found else None


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Source: Harbour News", "Harbour News"),
        ("SOURCE: REUTERS", "REUTERS"),
        ("Source: https://www.harbour.example.com/bridge-closed", "harbour.example.com"),
        ("This story was originally published by Tidewater.", "Tidewater"),
        ("First published on harbour.example.com", "harbour.example.com"),
        ("This article originally appeared in The Tide of Harbour.", "The Tide of Harbour"),
        ("Harbour News' Ada Quill contributed to this report.", "Harbour News"),
        ("Associated Press writer Ada Quill contributed to this report.", "Associated Press"),
        ("(With inputs from ANI)", "ANI"),
        ("— AFP", "AFP"),
        ("By Ada Quill, Associated Press", "Associated Press"),
    ],
)
def test_a_line_of_credit_names_the_source(line: str, credit: str) -> None:
    article = page(TITLE, line, LEAD, SECOND)
    assert _value(article.credit) == credit


@pytest.mark.parametrize(
    ("opening", "credit"),
    [
        ("TIDEWATER (AP) — ", "AP"),
        ("LONDON, Nov 3 (Reuters) - ", "Reuters"),
        ("BEIJING, Nov. 3 (Xinhua) -- ", "Xinhua"),
        ("Berlin (dpa) - ", "dpa"),
        ("NEW YORK, Nov. 3, 2025 /PRNewswire/ -- ", "PRNewswire"),
    ],
)
def test_a_dateline_names_the_source(opening: str, credit: str) -> None:
    article = page(opening + LEAD, SECOND)
    assert _value(article.credit) == credit
    assert report(article) == [LEAD, SECOND]


def test_a_page_that_says_whose_it_is_outweighs_its_contributors() -> None:
    article = page(
        TITLE, LEAD, SECOND, "The Associated Press contributed to this report.", "Source: Tidewater"
    )
    assert _value(article.credit) == "Tidewater"


def test_an_outlet_named_in_running_text_is_no_credit() -> None:
    said = "The mayor told Harbour News Digital that the bridge would open in June."
    assert page(TITLE, LEAD, said, LAST).credit is None


def _declared(text: str, **fields: str) -> Article:
    raw = RawArticle(path="p", text=text, text_source=TextSource.EXTRACTED, **fields)
    return clean(raw, id="a")


def test_an_outlet_that_credits_itself_credits_nobody() -> None:
    text = f"{TITLE}\n\nSource: Harbour News\n\n{LEAD}\n\n{SECOND}"
    assert _declared(text, publisher="Harbour News").credit is None


def test_initials_of_the_publisher_credit_nobody_else() -> None:
    text = f"{TITLE}\n\nTIDEWATER (HWA) - {LEAD}\n\n{SECOND}"
    assert _declared(text, publisher="Harbour Wire Agency").credit is None
    assert _value(_declared(text, publisher="Harbour News").credit) == "HWA"
    assert _value(_declared(text).credit) == "HWA"


def test_behind_its_own_name_a_publisher_may_credit_another() -> None:
    text = f"{TITLE}\n\nSource: Harbour News\n\nTIDEWATER (AP) — {LEAD}\n\n{SECOND}"
    assert _value(_declared(text, publisher="Harbour News").credit) == "AP"


@pytest.mark.parametrize("line", ["By Ada Quill, Harbour News", "Ada Quill, Harbour News"])
def test_the_outlet_that_a_reporter_writes_for_is_the_publisher(line: str) -> None:
    article = page(TITLE, line, LEAD, SECOND)
    assert (_value(article.publisher), _value(article.byline)) == ("Harbour News", "Ada Quill")
    assert article.credit is None


def test_the_outlet_that_a_reporter_writes_for_is_credited_by_another_publisher() -> None:
    text = f"{TITLE}\n\nBy Ada Quill, Harbour News\n\n{LEAD}\n\n{SECOND}"
    article = _declared(text, publisher="Tidewater Times")
    assert _value(article.credit) == "Harbour News"
    assert _value(article.publisher) == "Tidewater Times"


def test_the_agency_that_a_reporter_writes_for_does_not_publish() -> None:
    article = page(TITLE, "By Ada Quill, Tidewater News Agency", LEAD, SECOND)
    assert (_value(article.publisher), _value(article.credit)) == (None, "Tidewater News Agency")


def test_the_source_of_a_chart_is_no_credit() -> None:
    chart = "Source: Harbour Board"
    article = page(TITLE, LEAD, SECOND, chart, LAST)
    assert article.credit is None
    assert ("caption", chart) in marked(article)
    assert _value(page(TITLE, chart, LEAD, SECOND).credit) == "Harbour Board"
    assert _value(page(TITLE, LEAD, SECOND, chart).credit) == "Harbour Board"


def test_what_was_declared_wins_and_is_found_in_the_text() -> None:
    text = f"{TITLE}\n\nBy Ada Quill\n\n{LEAD}\n\n{SECOND}"
    byline = _declared(text, byline="Ada Quill").byline
    assert byline is not None
    assert byline.span is not None
    assert byline.span.of(text) == "Ada Quill"
    other = _declared(text, byline="Bruno Vale").byline
    assert other == Found(value="Bruno Vale", span=None)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Quill", "Ada Quill"),
        ("By ADA QUILL and BRUNO VALE", "ADA QUILL and BRUNO VALE"),
        ("By Ada Quill, Staff Writer", "Ada Quill"),
        ("By Ada Quill | Nov 3, 2025", "Ada Quill"),
        ("By Ada Quill in Tidewater", "Ada Quill"),
        ("Von Ada Quill", "Ada Quill"),
    ],
)
def test_the_byline_holds_the_names_alone(line: str, names: str) -> None:
    assert _value(page(TITLE, line, LEAD, SECOND).byline) == names


def test_a_name_beside_the_date_is_the_byline() -> None:
    article = page(TITLE, "Ada Quill", "3 November 2025", LEAD, SECOND)
    assert _value(article.byline) == "Ada Quill"


def test_the_publisher_claims_the_rights() -> None:
    article = page(TITLE, LEAD, SECOND, "© 2025 The Harbour Times. All rights reserved.")
    assert _value(article.publisher) == "The Harbour Times"


def test_the_date_of_publication_outweighs_that_of_the_update() -> None:
    article = page(TITLE, "Updated Nov. 4, 2025", "Published Nov. 3, 2025", LEAD, SECOND)
    assert _value(article.published) == "2025-11-03"


def test_a_date_in_running_text_is_not_that_of_publication() -> None:
    assert (
        page(TITLE, LEAD, "It opened on November 3, 1975, to much applause.", LAST).published
        is None
    )


def test_a_dateline_without_a_year_gives_no_date() -> None:
    assert page(f"LONDON, Nov 3 (Reuters) - {LEAD}", SECOND).published is None
    assert _value(page(f"LONDON, Nov 3, 2025 (Reuters) - {LEAD}", SECOND).published) == "2025-11-03"


def test_a_declared_date_is_written_in_iso_and_found_in_the_text() -> None:
    text = f"{TITLE}\n\n3 November 2025\n\n{LEAD}\n\n{SECOND}"
    found = cleaned(text, published="Nov 3, 2025, 10:15 UTC").published
    assert found is not None
    assert found.value == "2025-11-03T10:15Z"
    assert found.span is not None
    assert found.span.of(text) == "3 November 2025"


def test_an_agency_between_paragraphs_made_a_picture() -> None:
    assert page(LEAD, "ASSOCIATED PRESS", SECOND, LAST).credit is None
    assert page(TITLE, LEAD, SECOND, "ASSOCIATED PRESS").credit is not None
    assert page(LEAD, "Source: Associated Press", SECOND, LAST).credit is not None


def test_a_dateline_may_have_a_line_of_its_own() -> None:
    article = page(TITLE, "TIDEWATER (AP) --", LEAD, SECOND)
    assert _value(article.credit) == "AP"
    assert report(article) == [LEAD, SECOND]
