"""What an article is known by."""

from __future__ import annotations

from dataclasses import replace

from newstemma.collection.identity import key_of, unused
from newstemma.records import RawArticle, TextSource
from newstemma.store import Store

RAW = RawArticle(path="in/a.txt", text="", text_source=TextSource.FILE)


def test_an_article_without_an_address_is_known_by_its_path() -> None:
    assert key_of(RAW) == "in/a.txt"


def test_addresses_of_one_page_are_one_article() -> None:
    plain = replace(RAW, url="https://www.brynda.example/clock")
    shared = replace(RAW, url="http://m.brynda.example/clock/?utm_source=letter#top", path="b")
    assert key_of(plain) == key_of(shared)


def test_a_front_page_is_nobodys_own_address() -> None:
    assert key_of(replace(RAW, url="https://brynda.example/")) == "in/a.txt"


def test_ids_that_are_taken_get_the_next_number(store: Store) -> None:
    assert unused("abc", store, {"abc", "abc-2"}) == "abc-3"
