from __future__ import annotations

import pytest

from newstemma.lineage.address import page_of

_PAGE = "https://www.lunna.example/2025/01/ferry-aground"


@pytest.mark.parametrize(
    "url",
    [
        "http://lunna.example/2025/01/ferry-aground/",
        "https://www.lunna.example/2025/01/ferry-aground?utm_source=letter&fbclid=x1#comments",
        "https://amp.lunna.example/2025/01/ferry-aground",
        "https://m.lunna.example/2025/01/ferry-aground/amp/",
        "https://www.lunna.example/amp/2025/01/ferry-aground?outputType=amp",
        "https://www.lunna.example:443/2025/01/ferry-aground/index.html",
    ],
)
def test_one_page_has_many_addresses(url: str) -> None:
    assert page_of(url) == page_of(_PAGE)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.lunna.example/2025/01/ferry-afloat",
        "https://www.lunna.example/2025/01/ferry-aground?page=2",
        "https://karlby.example/2025/01/ferry-aground",
    ],
)
def test_another_page_has_another_address(url: str) -> None:
    assert page_of(url) != page_of(_PAGE)


def test_fields_that_name_the_article_stay_whatever_their_order() -> None:
    one, other = "https://lunna.example/a?id=7&lang=sv", "https://lunna.example/a?lang=sv&id=7"
    assert page_of(one) == page_of(other)
    assert page_of(one) != page_of("https://lunna.example/a?id=8&lang=sv")


@pytest.mark.parametrize("odd", ["", "no address", "http://[", "https://amp", "/amp/amp/amp"])
def test_what_is_no_address_is_taken_as_it_is(odd: str) -> None:
    assert page_of(odd) == page_of(odd + " ")
