"""Of ECB+ only sentences whose names are all marked are used."""

from __future__ import annotations

import json
from pathlib import Path

from training.ecbplus import from_ecbplus


def _read(folder: Path, *sentences: tuple[str, dict[int, str]]) -> list[list[tuple[str, str]]]:
    """The names of each sentence used; each is given with the tags of its words."""
    tokens, mentions, number = [], [], 0
    for place, (text, tags) in enumerate(sentences):
        for i, form in enumerate(text.split()):
            number += 1
            tokens.append([number, place, form])
            if i in tags:
                mentions.append({"tag": tags[i], "toks": [number]})
    path = folder / "ecbplus.jsonl"
    row = {"doc": "1_1ecb", "tokens": tokens, "mentions": mentions}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return [
        [(" ".join(read.forms[first:end]), kind) for first, end, kind in read.names]
        for read in from_ecbplus(path)
    ]


def test_marked_words_with_a_capital_are_names(tmp_path: Path) -> None:
    tags = {0: "HUMAN_PART_PER", 1: "HUMAN_PART_PER", 3: "LOC_GEO", 5: "HUMAN_PART_PER"}
    found = _read(tmp_path, ("Tom Okoro left Vardo with sailors", tags))
    assert found == [[("Tom Okoro", "PERSON"), ("Vardo", "PLACE")]]


def test_a_sentence_with_an_unmarked_name_is_left_out(tmp_path: Path) -> None:
    assert _read(tmp_path, ("Tom left Vardo", {0: "HUMAN_PART_PER"})) == []


def test_days_need_no_mark_as_names(tmp_path: Path) -> None:
    tags = {0: "HUMAN_PART_PER", 3: "TIME_DATE"}
    assert _read(tmp_path, ("Tom left on Tuesday", tags)) == [[("Tom", "PERSON")]]


def test_a_possessive_is_a_word_of_its_own(tmp_path: Path) -> None:
    tags = {0: "HUMAN_PART_ORG", 1: "NON_HUMAN_PART"}
    assert _read(tmp_path, ("Brekka's ships sank", tags)) == [[("Brekka", "ORG")]]


def test_a_common_word_that_opens_a_sentence_is_no_name(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        ("Sailors met Tom", {0: "HUMAN_PART_PER", 2: "HUMAN_PART_PER"}),
        ("he told sailors", {0: "HUMAN_PART_PER"}),
    )
    assert found == [[("Tom", "PERSON")]]
