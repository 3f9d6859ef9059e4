from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("numba")

from bench.planted.corpus import planted
from bench.planted.truth import Truth
from bench.reuse import measure
from bench.reuse_runs import command, write

from tests.bench.planted.invented import data_folder


def test_missing_data_is_skipped_and_said_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert measure(tmp_path, [1_000], text_dedup=tmp_path) == {}
    assert "rewrites is not there" in capsys.readouterr().err


def test_copies_in_invented_text_are_found(tmp_path: Path) -> None:
    corpus = planted(data_folder(tmp_path / "data"))
    found = command(write(corpus.articles, tmp_path / "articles.jsonl"), tmp_path / "out")
    truth = Truth(corpus, corpus.articles)
    figures = truth.figures(found.pairs)
    assert figures["recall.exact"] == figures["recall.near"] == figures["recall.passage"] == 1
    # The notice of a publisher with so few articles cannot be learnt: nothing else is wrong.
    series = {one.id: one.series for one in corpus.articles}
    assert all(series[left] == series[right] for left, right in truth.wrong(found.pairs))
