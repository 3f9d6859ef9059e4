"""JSON and JSON Lines: one article a row, each checked, none lost for another's sake."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.read import ReadOptions, read_articles
from newstemma.records import Failure, RawArticle, TextSource

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
FIELDS = st.sampled_from(["id", "text", "title", "author", "authors", "date", "source", "url"])


def read(
    folder: Path, content: str | bytes, name: str = "rows.jsonl", **options: object
) -> tuple[list[RawArticle], list[Failure]]:
    """The articles and failures of one file, their paths relative to its folder."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    items = list(read_articles([path], options=ReadOptions(**options)))  # type: ignore[arg-type]
    assert all(item.path.startswith(path.as_posix()) for item in items)
    articles = [item for item in items if isinstance(item, RawArticle)]
    return articles, [item for item in items if isinstance(item, Failure)]


def labels(items: list[RawArticle] | list[Failure]) -> list[str]:
    """The part of each path after the file."""
    return [item.path.partition("#")[2] for item in items]


def test_a_row_of_passim_works_as_it_is(tmp_path: Path) -> None:
    row = {"id": "packet-17", "series": "The Skell Packet", "text": "The ferry\nran aground. "}
    ((article,), failures) = read(tmp_path, json.dumps(row) + "\n\n", "rows.ndjson")
    assert failures == []
    assert article.path.endswith("rows.ndjson#packet-17")
    assert (article.publisher, article.text) == ("The Skell Packet", "The ferry\nran aground. ")
    assert article.text_source is TextSource.EXTRACTED


def test_rows_without_an_id_are_named_by_their_line(tmp_path: Path) -> None:
    rows = '{"text": "One."}\n\n{"text": "Two.", "id": 7}\n{"text": "Three.", "id": "7"}'
    assert labels(read(tmp_path, rows)[0]) == ["1", "7", "7#4"]


def test_a_broken_line_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    rows = '{"text": "One."}\n{"text": \n[1]\n{"title": "x"}\n{"text": 5}\n{"text": " "}\n'
    rows += '{"text": "Last."}'
    articles, failures = read(tmp_path, rows)
    assert [a.text for a in articles] == ["One.", "Last."]
    assert labels(failures) == ["2", "3", "4", "5", "6"]
    words = ["not valid JSON", "no JSON object", "no text", "not a string", "empty"]
    for number, (failure, word) in enumerate(zip(failures, words, strict=True), start=2):
        assert failure.reason.startswith(f"line {number}: ")
        assert word in failure.reason
        assert "\n" not in failure.reason


def test_usual_names_of_fields_are_known(tmp_path: Path) -> None:
    row = {
        "body": "The ferry ran aground.",
        "headline": "Ferry\naground",
        "authors": [{"name": "Ida Moor"}, "Ben Tarn"],
        "source": {"name": "The Skell Packet"},
        "date": 2024,
        "link": "https://packet.example/1",
        "lang": "en",
        "credit": False,
    }
    ((article,), _) = read(tmp_path, json.dumps(row))
    assert article.title == "Ferry aground"
    assert article.byline == "Ida Moor, Ben Tarn"
    assert article.publisher == "The Skell Packet"
    assert article.published == "2024"
    assert article.url == "https://packet.example/1"
    assert article.language == "en"
    assert article.credit is None


def test_a_mapped_field_is_taken_and_the_usual_one_is_not(tmp_path: Path) -> None:
    row = {"text": "A teaser.", "full": "The ferry ran aground.", "kicker": "Ferry", "title": "No"}
    mapping = (("text", "full"), ("title", "kicker"))
    ((article,), _) = read(tmp_path, json.dumps(row), fields=mapping)
    assert (article.text, article.title) == ("The ferry ran aground.", "Ferry")
    _, (failure,) = read(tmp_path, '{"text": "A teaser."}', fields=mapping)
    assert "looked for full" in failure.reason


def test_a_json_file_holds_one_article_or_an_array(tmp_path: Path) -> None:
    one = json.dumps({"text": "One."}, indent=1)
    assert labels(read(tmp_path, one, "one.json")[0]) == [""]
    array = json.dumps([{"text": "One."}, 5, {"text": "Two.", "id": "b"}], indent=1)
    articles, failures = read(tmp_path, array, "many.json")
    assert (labels(articles), labels(failures)) == (["1", "b"], ["2"])
    assert failures[0].reason.startswith("item 2: ")


def test_json_lines_under_the_name_of_json_are_read(tmp_path: Path) -> None:
    assert len(read(tmp_path, '{"text": "One."}\n{"text": "Two."}\n', "rows.json")[0]) == 2


@pytest.mark.parametrize("content", ["5", "[]", "{broken", '"text"', "null", "[" * 100_000])
def test_json_without_articles_is_a_failure(tmp_path: Path, content: str) -> None:
    articles, (failure,) = read(tmp_path, content, "none.json")
    assert articles == []
    assert "JSON" in failure.reason


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_a_file_without_rows_is_a_failure(tmp_path: Path, content: str) -> None:
    assert "no rows" in read(tmp_path, content)[1][0].reason


def test_a_line_over_the_limit_fails_alone(tmp_path: Path) -> None:
    long = json.dumps({"text": "word " * 100})
    rows = f'{{"text": "One."}}\n{long}\n{{"text": "Three."}}\n{long}'
    articles, failures = read(tmp_path, rows, max_article_bytes=60)
    assert labels(articles) == ["1", "3"]
    assert labels(failures) == ["2", "4"]
    assert all("--max-article-bytes" in failure.reason for failure in failures)


def test_lines_at_the_limit_are_read(tmp_path: Path) -> None:
    line = '{"text": "One."}'
    for ending in ("", "\n", "\nx"):
        articles, _ = read(tmp_path, line + ending, max_article_bytes=len(line))
        assert len(articles) == 1


def test_many_rows_may_be_larger_than_one_article(tmp_path: Path) -> None:
    rows = '{"text": "A short report."}\n' * 50
    articles, failures = read(tmp_path, rows, max_article_bytes=100)
    assert (len(articles), failures) == (50, [])


def test_a_mark_before_the_first_row_is_no_part_of_it(tmp_path: Path) -> None:
    assert len(read(tmp_path, '\ufeff{"text": "One."}\n{"text": "Two."}')[0]) == 2


def test_json_lines_in_utf16_are_refused_with_advice(tmp_path: Path) -> None:
    assert "UTF-16" in read(tmp_path, '{"text": "One."}\n'.encode("utf-16"))[1][0].reason


def test_a_row_with_broken_bytes_is_read_and_reported(tmp_path: Path) -> None:
    row = '{"text": "The “ferry” ran aground."}\n'.encode().replace(b"ran", b"r\xffn")
    (article,), (failure,) = read(tmp_path, row)
    assert "r\ufffdn" in article.text
    assert failure.reason.startswith("line 1: broken UTF-8")


def test_half_a_character_in_json_fails_the_row_alone(tmp_path: Path) -> None:
    articles, failures = read(tmp_path, '{"text": "\\ud800"}\n{"text": "Two."}')
    assert (labels(articles), labels(failures)) == (["2"], ["1"])


@settings(deadline=None)  # the first example pays for lazy imports
@given(st.lists(st.dictionaries(FIELDS, JSON, max_size=5) | JSON, min_size=1, max_size=4))
def test_any_json_rows_are_articles_or_failures(
    tmp_path_factory: pytest.TempPathFactory, rows: list[object]
) -> None:
    content = "\n".join(json.dumps(row) for row in rows)
    articles, failures = read(tmp_path_factory.getbasetemp(), content)
    assert len(articles) + len(failures) >= len(rows)
    for article in articles:
        article.text.encode()
        assert article.text.strip()


def test_a_missing_value_that_pandas_wrote_is_no_title(tmp_path: Path) -> None:
    articles, failures = read(tmp_path, '{"text": "A ferry sank.", "title": NaN, "date": Infinity}')
    assert failures == []
    assert (articles[0].title, articles[0].published) == (None, None)
