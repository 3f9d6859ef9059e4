from __future__ import annotations

import pytest

from newstemma.records import FurnitureKind
from tests.text.cleaning.pages import LAST, LEAD, SECOND, kind_in_foot, marked, page

FURNITURE = {
    "bullet": ["-", "•", "* * *", "___", "-30-"],
    "date": ["Published 10:32 GMT", "3 November 2025", "Updated Nov. 3, 2025 at 5:14 p.m."],
    "source-link": [
        "Source link",
        "Read the original article",
        "Read the full story here.",
        "Continue reading",
        "https://harbour.example/bridge",
    ],
    "credit": [
        "Source: Harbour News",
        "This article originally appeared on Harbour Times.",
        "Republished with permission from The Tidewater.",
        "With files from The Harbour Press",
        "The Associated Press contributed to this report.",
        "- Xinhua",
    ],
    "byline": [
        "By ADA QUILL, Associated Press",
        "Ada Quill contributed to this report.",
        "(Reporting by Ada Quill; Editing by Bruno Vale)",
        "Contributing: Ada Quill",
    ],
    "caption": [
        "Getty Images",
        "FILE - The old bridge in Tidewater, Nov. 3, 2020.",
        "Image source, Getty Images",
        "The bridge at dusk. Photo: Ada Quill/Harbour News",
        "A diver at the pier. REUTERS/Ada Quill",
        "The bridge at dusk. (Harbour.gov)",
        "Photos: Ada Quill for Harbour News",
        "Image: Ada Quill",
    ],
    "teaser": [
        "WATCH: Divers inspect the cracked pier",
        "VIDEO | Divers inspect the cracked pier.",
        "Listen: Why the old bridge may never open again",
        "PHOTOS: Inside the flooded town hall",
    ],
    "legal": [
        "© 2025 The Harbour Times. All rights reserved",
        "We use cookies to improve your visit.",
        "Editor's note: This page was checked twice.",
        "This story has been updated with the board's answer.",
    ],
    "follow": [
        "Follow Ada Quill on Facebook and Twitter.",
        "Subscribe",
        "Sign up for our newsletter",
        "Share this article",
        "Listen to this article",
        "Facebook Twitter Email",
        "5 min read",
        "Advertisement",
        "Comments (12)",
        "Click here to get the Harbour app",
        "Ada Quill covers the river. Follow her on Twitter @adaquill.",
        "Follow the whole story of the bridge at https://harbour.example/bridge",
        "ada.quill@harbour.example",
    ],
    "related": [
        "Related Posts",
        "ALSO READ: Seals return",
        "[Related: Seals return to the bay]",
        "Watch",
        "Watch: Seals return",
        "Most popular",
        "1 of 74",
        "Read more",
    ],
    "tags": ["Tags: bridge, river, ferry", "#bridge #river", "Home > World > Tidewater"],
}
FURNITURE["source-link"].append(FURNITURE["related"].pop())

REPORT = [
    "Follow the river north and the bridge comes into sight, on most days, said the pilot.",
    "Related costs rose to 3 million last year, the board said.",
    "Video of the collapse was shared widely on Monday.",
    "Share prices fell on Monday after the news about the bridge.",
    "Advertisements for the ferry went up in the town on Monday.",
    "Copyright law does not protect the design of the bridge, the court said.",
    "By Monday Ada Quill had counted nine cracks in the pier.",
    "Readers of the Harbour News saw it first, a Reuters/Harbour poll found.",
    "The board told Harbour News that it would repair the pier.",
    "The report was first published by the board in May, and nobody read it.",
    "Sources: the pilot, the diver and the mayor all said so on Monday.",
    "Visitors' images of the bridge are usually blurred, he said.",
    "In May 2025 the pier was declared safe.",
    "It went on (see the report of the board).",
    "Comments by the mayor did not help.",
    "Watch out for the tide, the pilot said.",
    'The board denied it. "Every warning that reached us was answered within a week," it said.',
    "Whoever saw the crack was asked to contact them on Telegram or by telephone.",
    "She asked the voters to follow her on the long march to the capital.",
    "Video: it was the last thing that the pilot had asked for. Nobody had brought a camera.",
]


@pytest.mark.parametrize(
    ("kind", "line"), [(kind, line) for kind, lines in FURNITURE.items() for line in lines]
)
def test_furniture_is_known_by_its_words(kind: str, line: str) -> None:
    assert kind_in_foot(line) == FurnitureKind(kind)


@pytest.mark.parametrize("line", REPORT)
def test_a_sentence_of_the_report_is_never_furniture(line: str) -> None:
    assert marked(page(LEAD, line, SECOND, line, LAST)) == []


def test_a_long_paragraph_is_never_furniture_as_a_whole() -> None:
    assert kind_in_foot(f"Subscribe to the view, if you like: {LEAD * 9}") is None
