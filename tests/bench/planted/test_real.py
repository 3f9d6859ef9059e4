from __future__ import annotations

from pathlib import Path

import pytest
from bench.planted.real import real_texts

from tests.bench.planted.invented import data_folder, prose

_RUN = "the harbour master of old brenning said that no ferry would sail"


def test_a_text_that_was_annotated_twice_is_read_once(tmp_path: Path) -> None:
    twice = [(f"tidewatch_2024-05-06_ferry_{who}", prose(900)) for who in ("ann", "ben")]
    found = real_texts(data_folder(tmp_path, polnear=twice))
    assert sum(base.text == prose(900) for base in found.texts) == 1


def test_two_texts_with_twelve_words_in_a_row_in_common_are_related(tmp_path: Path) -> None:
    named = [
        ("a_2024-05-06_x", f"{prose(901)} {_RUN}."),
        ("b_2024-05-06_x", f"{_RUN}. {prose(902)}"),
    ]
    found = real_texts(data_folder(tmp_path, polnear=named))
    assert found.related == {("polnear/a_2024-05-06_x", "polnear/b_2024-05-06_x")}


def test_eleven_words_in_common_relate_nothing(tmp_path: Path) -> None:
    short = _RUN.removeprefix("the ")
    named = [
        ("a_2024-05-06_x", f"{prose(901)} {short}."),
        ("b_2024-05-06_x", f"{short}. {prose(902)}"),
    ]
    assert not real_texts(data_folder(tmp_path, polnear=named)).related


def test_what_stands_under_every_article_of_an_outlet_relates_none_of_them(tmp_path: Path) -> None:
    named = [(f"gazette_2024-05-{n:02}_x", f"{prose(910 + n)} {_RUN}.") for n in range(5)]
    assert not real_texts(data_folder(tmp_path, polnear=named)).related


def test_four_articles_of_an_outlet_with_one_sentence_are_related(tmp_path: Path) -> None:
    named = [(f"gazette_2024-05-{n:02}_x", f"{prose(910 + n)} {_RUN}.") for n in range(4)]
    assert len(real_texts(data_folder(tmp_path, polnear=named)).related) == 6


def test_missing_sets_are_skipped_and_said_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert real_texts(tmp_path).texts == ()
    said = capsys.readouterr().err
    assert all(name in said for name in ("rewrites", "bump", "polnear", "ecbplus"))
