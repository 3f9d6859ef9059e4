"""Which text of an article is current."""

from __future__ import annotations

import json
from pathlib import Path

from newstemma import collection
from newstemma.collection.named import article_named
from newstemma.store import Store
from tests.collection.made import BRIDGE, REPRINT, add, written


def test_an_older_text_given_back_is_current_again(store: Store, tmp_path: Path) -> None:
    for text in (BRIDGE, REPRINT):
        add(store, written(tmp_path / "in", a=text))
    assert article_named(store, "a.txt").text == REPRINT
    back = add(store, written(tmp_path / "in", a=BRIDGE))
    assert (back.new, back.unchanged, back.returned) == (0, 1, 1)
    assert article_named(store, "a.txt").text == BRIDGE
    assert add(store, tmp_path / "in").returned == 0


def test_two_texts_of_one_article_in_a_listing_are_given_once(store: Store, tmp_path: Path) -> None:
    rows = [{"url": "https://brynda.example/bridge", "text": text} for text in (BRIDGE, REPRINT)]
    listing = tmp_path / "in.jsonl"
    listing.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert (add(store, listing).updated, add(store, listing).returned) == (1, 0)
    assert article_named(store, "https://brynda.example/bridge").text == REPRINT


def test_what_is_left_is_current_when_the_current_text_is_taken_away(
    store: Store, tmp_path: Path
) -> None:
    for text in (BRIDGE, REPRINT):
        add(store, written(tmp_path / "in", a=text))
    collection.remove([article_named(store, "a.txt").id], store)
    assert article_named(store, "a.txt").text == BRIDGE
