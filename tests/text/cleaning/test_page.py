from __future__ import annotations

import pytest

from tests.text.cleaning.pages import LAST, LEAD, SECOND, cleaned, marked, page, report

TITLE = "Harbour bridge closed after crack is found in pier"


def test_the_first_line_is_the_title_where_a_report_follows() -> None:
    article = page(TITLE, LEAD, SECOND)
    assert article.title is not None
    assert article.title.value == TITLE
    assert marked(article) == [("headline", TITLE)]


def test_a_text_that_opens_with_its_report_has_no_title() -> None:
    article = page(LEAD, SECOND, LAST)
    assert article.title is None
    assert marked(article) == []


def test_the_line_printed_twice_is_the_title() -> None:
    article = page("Read it before the tide turns", TITLE, TITLE, LEAD, SECOND)
    assert article.title is not None
    assert article.title.value == TITLE


def test_a_title_said_again_at_length_is_the_title() -> None:
    longer = "Old Harbour Bridge Closed for Weeks After Divers Find a Crack in Its Pier"
    article = page("Why the harbour bridge closed", "River News", longer, LEAD, SECOND)
    assert article.title is not None
    assert article.title.value == longer
    assert [kind for kind, _ in marked(article)] == ["headline", "tags", "headline"]


def test_a_declared_title_is_found_in_the_text() -> None:
    article = cleaned(f"In brief this week\n\n{TITLE}\n\n{LEAD}\n\n{SECOND}", title=TITLE)
    assert article.title is not None
    assert article.title.span is not None
    assert article.title.span.of(article.text) == TITLE


def test_a_declared_title_that_the_text_lacks_has_no_span() -> None:
    article = cleaned(f"{LEAD}\n\n{SECOND}", title=TITLE)
    assert article.title is not None
    assert article.title.value == TITLE
    assert article.title.span is None


def test_a_question_that_is_not_the_declared_title_opens_the_report() -> None:
    question = "Remember the last time that the old bridge was closed?"
    article = cleaned(f"{question}\n\n{LEAD}\n\n{SECOND}", title=TITLE)
    assert report(article)[0] == question


@pytest.mark.parametrize(
    ("title", "after"),
    [
        ("Harbour Bridge Closed After Crack Is Found.", LEAD),
        ("Board shuts crossing for weeks.", f"TIDEWATER (AP) — {LEAD}"),
        ("Harbour board closes bridge after crack.", LEAD),
    ],
    ids=["capitals", "over a dateline", "said again"],
)
def test_a_headline_may_end_in_a_stop(title: str, after: str) -> None:
    article = page(title, after, SECOND)
    assert article.title is not None
    assert article.title.value == title


def test_a_line_signed_right_under_it_is_a_headline() -> None:
    title = "Nobody saw this coming."
    article = page(title, "Source: Harbour News", LEAD, SECOND)
    assert marked(article) == [("headline", title), ("credit", "Source: Harbour News")]


def test_what_stands_over_a_dateline_is_no_report() -> None:
    title = "Board shuts crossing for weeks."
    standfirst = "Ferries are to run all day and all night."
    article = page(title, standfirst, f"TIDEWATER — {LEAD}", SECOND)
    assert report(article) == [LEAD, SECOND]
    assert article.title is not None
    assert article.title.value == title


def test_a_short_first_sentence_after_a_dateline_is_the_report() -> None:
    lead = "Count Mayor Bruno Vale among Friends of the Old Bridge."
    article = page(TITLE, f"TIDEWATER, Nov. 3 (UPI) — {lead}", SECOND, LAST)
    assert report(article) == [lead, SECOND, LAST]


def test_a_city_and_a_colon_open_a_report() -> None:
    article = page(TITLE, f"TIDEWATER: {LEAD}", SECOND)
    assert ("dateline", "TIDEWATER:") in marked(article)
    assert report(article) == [LEAD, SECOND]


@pytest.mark.parametrize(
    "lines",
    [
        (f"QUILL: {LEAD}", f"WALLACE: {SECOND}"),
        (f"UPDATE: {LEAD}", SECOND),
        (LEAD, f"TIDEWATER: {SECOND}"),
    ],
    ids=["speakers", "label", "further down"],
)
def test_other_words_before_a_colon_are_no_dateline(lines: tuple[str, ...]) -> None:
    assert report(page(TITLE, *lines, LAST)) == [*lines, LAST]


def test_a_short_first_sentence_is_no_headline() -> None:
    assert page("It came without warning.", LEAD, SECOND).title is None


def test_labels_run_together_are_tags() -> None:
    article = page("Old TownHarbour LifeTide Watch", TITLE, LEAD, SECOND)
    assert marked(article)[0] == ("tags", "Old TownHarbour LifeTide Watch")


def test_a_headline_with_brand_names_is_no_run_of_tags() -> None:
    title = "Why TideWatch and RiverCam left the harbour town"
    article = page(title, f"{LEAD} TideWatch and RiverCam saw it.", SECOND)
    assert marked(article) == [("headline", title)]


def test_a_short_line_between_paragraphs_is_a_section() -> None:
    assert marked(page(LEAD, "What divers saw", SECOND)) == [("section", "What divers saw")]


QUESTIONS = ["What happened?", "Was anybody warned?", "What comes next?"]
ANSWER = f"{LEAD} {SECOND}"


@pytest.mark.parametrize("title", [None, TITLE], ids=["undeclared", "declared"])
def test_questions_over_the_parts_of_a_report_are_sections(title: str | None) -> None:
    parts = "\n\n".join(f"{question}\n\n{ANSWER}" for question in QUESTIONS)
    article = cleaned(f"{TITLE}\n\n{parts}", title=title)
    assert marked(article) == [("headline", TITLE), *(("section", one) for one in QUESTIONS)]
    assert report(article) == [ANSWER] * 3


def test_questions_may_head_the_later_parts_alone() -> None:
    parts = [line for question in QUESTIONS for line in (question, ANSWER)]
    article = page(TITLE, LEAD, *parts)
    assert [text for kind, text in marked(article) if kind == "section"] == QUESTIONS


@pytest.mark.parametrize(
    "questions",
    [
        QUESTIONS[:2],
        ["What did you see?", "Were you warned?", "What comes next?"],
        ["QUILL: What happened?", "QUILL: Was anybody warned?", "QUILL: What comes next?"],
        ['"What happened?"', '"Was anybody warned?"', '"What comes next?"'],
        ["what happened?", "was anybody warned?", "what comes next?"],
    ],
    ids=["two", "asked of somebody", "of a speaker", "quoted", "torn"],
)
def test_other_questions_stay_in_the_report(questions: list[str]) -> None:
    lines = [LEAD, *(line for question in questions for line in (question, ANSWER))]
    assert report(page(TITLE, *lines)) == lines


def test_questions_in_a_row_stay_in_the_report() -> None:
    lines = [LEAD, *QUESTIONS, ANSWER]
    assert report(page(TITLE, *lines)) == lines


@pytest.mark.parametrize(
    "line",
    [
        "Why did nobody look?",
        "Nobody had looked.",
        "The board's report reads:",
        "and then it was too late",
        "the pier",
    ],
)
def test_a_short_line_of_the_report_is_no_section(line: str) -> None:
    assert marked(page(LEAD, SECOND, line, LAST)) == []


def test_items_of_a_list_are_no_sections() -> None:
    lines = [LEAD, "Board chair Bruno Vale", "Diver Ada Quill", "Pilot Cem Aydin", LAST]
    assert report(page(*lines)) == lines


def test_a_torn_sentence_is_no_section() -> None:
    lines = [LEAD, "The board blamed", "the winter storms for the crack in the pier.", LAST]
    assert report(page(*lines)) == lines


def test_bullets_torn_from_their_items_are_marked_alone() -> None:
    article = cleaned(f"{LEAD}\n-\nRepairs Ahead:\n{SECOND} -\nFerry Service:\n{LAST}")
    assert marked(article) == [
        ("bullet", "-"),
        ("section", "Repairs Ahead:"),
        ("bullet", "-"),
        ("section", "Ferry Service:"),
    ]
    assert report(article) == [LEAD, SECOND, LAST]


def test_headlines_under_a_list_of_links_are_links() -> None:
    article = page(LEAD, SECOND, "You may also like", "Seals return to the bay", "Who owns a pier?")
    assert [kind for kind, _ in marked(article)] == ["related"] * 3


def test_a_link_in_capitals_is_no_report() -> None:
    link = "SEALS RETURN TO THE BAY AFTER FIFTY YEARS"
    assert marked(page(LEAD, link, SECOND)) == [("related", link)]


def test_a_name_without_a_stop_at_the_end_stays() -> None:
    assert (
        report(page(LEAD, SECOND, "Tidewater, Harbour County"))[-1] == "Tidewater, Harbour County"
    )


def test_a_teaser_is_marked_only_over_a_report() -> None:
    teaser = "Mayor Bruno Vale explains when the bridge will open."
    assert ("teaser", teaser) in marked(page(TITLE, teaser, LEAD, SECOND))
    assert marked(page(LEAD, teaser, SECOND)) == []
    assert marked(page(teaser, LEAD, SECOND)) == []


def test_a_labelled_teaser_is_marked_between_paragraphs_too() -> None:
    teaser = "WATCH: Divers inspect the cracked pier"
    assert marked(page(LEAD, teaser, SECOND)) == [("teaser", teaser)]


def test_a_headline_may_open_with_a_label() -> None:
    article = page("Video: Divers inspect the cracked pier", LEAD, SECOND)
    assert [kind for kind, _ in marked(article)] == ["headline"]


@pytest.mark.parametrize(
    "line",
    [
        "Ada Quill, Harbour News",
        "Ada Quill | The Harbour Times",
        "Ada Quill and Bruno Vale, Times of Tidewater",
        "Ada Quill for Harbour News Digital",
    ],
)
def test_a_name_with_an_outlet_over_a_report_is_a_byline(line: str) -> None:
    assert ("byline", line) in marked(page(TITLE, line, LEAD, SECOND))


@pytest.mark.parametrize(
    "line",
    [
        "Harbour Board Closes Old Bridge, Times Reports",
        "Old Bridge for Sale, Mayor Tells News Conference",
        "Bruno Vale Resigns, Harbour Council Confirms",
    ],
)
def test_a_second_headline_is_no_byline(line: str) -> None:
    article = page(TITLE, line, LEAD, SECOND)
    assert marked(article) == [("headline", TITLE), ("headline", line)]
    assert article.byline is None


def test_a_lead_of_one_short_sentence_is_no_teaser() -> None:
    lead = "Mayor Bruno Vale explained on Monday why the bridge was closed."
    assert report(page(TITLE, lead, SECOND, LAST)) == [lead, SECOND, LAST]
