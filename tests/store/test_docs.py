"""`docs/collection.md` says what is in the file."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

import pytest

from tests.data import REPOSITORY
from tests.store.samples import filled

_PAGE = (REPOSITORY / "docs" / "collection.md").read_text(encoding="utf-8")
_QUERIES = re.findall(r"```sql\n(.*?)```", _PAGE, flags=re.DOTALL)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    tables = sqlite3.connect(filled(tmp_path_factory.mktemp("docs") / "harbour.newstemma"))
    yield tables
    tables.close()


@pytest.mark.parametrize("query", _QUERIES, ids=range(len(_QUERIES)))
def test_each_query_finds_something_in_the_harbour(tables: sqlite3.Connection, query: str) -> None:
    assert tables.execute(query).fetchall()


def test_every_table_and_view_is_told_of_and_no_other(tables: sqlite3.Connection) -> None:
    own = tables.execute(
        "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
        " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%fts_%'"
        " AND name NOT LIKE 'fingerprints_%'"
    )
    assert set(re.findall(r"^\| `(\w+)` \|", _PAGE, flags=re.MULTILINE)) == {
        name for (name,) in own
    }
