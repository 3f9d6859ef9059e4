"""A text held against a collection."""

from __future__ import annotations

from pathlib import Path

import pytest

from newstemma import collection
from newstemma.collection.checking import checked_against
from newstemma.pipeline import Through
from newstemma.records import CheckStatus, RawArticle, TextSource
from newstemma.settings import Settings
from newstemma.store import Store
from tests.collection.made import BRIDGE, written


@pytest.mark.parametrize("through", [Through.LINEAGE, Through.CLAIMS])
def test_an_article_is_read_closely_before_it_answers(
    store: Store, tmp_path: Path, through: Through
) -> None:
    collection.add(written(tmp_path / "in", a=BRIDGE), store, through=through)
    asked = "We could not keep the Vellmar Bridge open for another hour, said Ilse Varga."
    raw = RawArticle(path="text", text=asked, text_source=TextSource.FILE)
    (row,) = checked_against(raw, store, settings=Settings()).sentences
    assert row.status is CheckStatus.SUPPORTED
    assert [one.name for one in row.origins] == ["Ilse Varga"]
