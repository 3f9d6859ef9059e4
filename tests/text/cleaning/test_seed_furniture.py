"""The five seed articles, where the data is at hand; positions and kinds, never their words."""

from __future__ import annotations

from collections import Counter

import pytest

from newstemma.records import Article
from newstemma.text.cleaning import body
from tests.data import needs, shared
from tests.text.cleaning.pages import cleaned

pytestmark = needs("seeds")


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [
        cleaned(path.read_bytes().decode()) for path in sorted((shared() / "seeds").glob("*.txt"))
    ]


def _kinds(article: Article) -> dict[str, int]:
    return dict(Counter(str(piece.kind) for piece in article.furniture))


def test_ten_kinds_are_marked(articles: list[Article]) -> None:
    assert [_kinds(article) for article in articles] == [
        {"headline": 2},
        {},
        {"headline": 2, "credit": 1, "teaser": 1},
        {"headline": 2, "tags": 1, "section": 31, "bullet": 22},
        {
            "tags": 1,
            "headline": 1,
            "caption": 1,
            "follow": 1,
            "source-link": 1,
            "related": 2,
        },
    ]


def test_every_other_paragraph_is_report(articles: list[Article]) -> None:
    assert [len(body(article)) for article in articles] == [6, 5, 19, 32, 15]


def test_titles_and_the_credit_are_found(articles: list[Article]) -> None:
    starts = [
        article.title and article.title.span and article.title.span.start for article in articles
    ]
    assert starts == [0, None, 0, 68, 142]
    credited = [article.credit.span if article.credit else None for article in articles]
    assert [span and (span.start, span.end) for span in credited] == [
        None,
        None,
        (189, 197),
        None,
        None,
    ]
