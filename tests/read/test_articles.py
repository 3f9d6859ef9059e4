"""Bad input gets a clear line, and everything else is read all the same."""

from __future__ import annotations

import gzip
import io
import itertools
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.errors import InputMissing, NewstemmaError
from newstemma.read import ReadOptions, read_articles
from newstemma.records import Failure, RawArticle, Stage, TextSource

GOOD = "A ferry ran aground off Skell Point on Monday.\r\n\r\nNobody was hurt.\n"
PAGE = "<!doctype html><html><head><title>Ferry runs aground</title></head><body><article>" + (
    "".join(
        f"<p>The ferry ran aground off Skell Point on Monday, report {n} of the coast guard says, "
        "and its forty passengers were taken ashore in boats before the tide turned again.</p>"
        for n in range(4)
    )
    + "</article></body></html>"
)


SUFFIXES = (
    "atom csv data gz html json jsonl mht mhtml parquet pdf pq rdf rss tsv txt warc warc.gz xml"
).split()
BEGINNINGS = (
    b"",
    b"\x1f\x8b\x08",
    b"%PDF-1.7\n",
    b"PAR1",
    b"WARC/1.1\r\n",
    b"<?xml version='1.0'?><rss>",
    b"<feed>",
    b"<urlset>",
    b"<html>",
    b"id,text\n",
    b"{",
    b"[",
    b"MIME-Version: 1.0\r\n",
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n",
)


@pytest.fixture
def pile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with one good article in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_bytes(GOOD.encode())
    return tmp_path


def read(*paths: str, **options: object) -> tuple[list[RawArticle], list[Failure]]:
    """The articles and the failures."""
    chosen = ReadOptions(**options)  # type: ignore[arg-type]
    items = list(read_articles(paths, options=chosen))
    articles = [item for item in items if isinstance(item, RawArticle)]
    return articles, [item for item in items if isinstance(item, Failure)]


def refused(data: bytes, pile: Path, name: str = "bad.txt", **options: object) -> str:
    """The reason why a file is not read, while the one beside it is."""
    (pile / name).write_bytes(data)
    articles, failures = read(name, "good.txt", **options)
    assert [(a.path, a.text) for a in articles] == [("good.txt", GOOD)]
    (failure,) = failures
    assert (failure.path, failure.stage) == (name, Stage.READ)
    assert "\n" not in failure.reason
    return failure.reason


@pytest.mark.usefixtures("pile")
def test_plain_text_is_the_decoded_file_as_it_is() -> None:
    ((article,), failures) = read("good.txt")
    assert (article.text, article.text_source, failures) == (GOOD, TextSource.FILE, [])


@settings(deadline=None)  # the first example pays for lazy imports
@given(st.text(min_size=1).filter(lambda t: "\0" not in t and not t.startswith("\ufeff")))
def test_any_text_file_is_its_bytes_or_a_failure(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(text.encode())
    (item, *rest) = read_articles([path])
    assert not rest
    if isinstance(item, RawArticle) and item.text_source is TextSource.FILE:
        assert item.text.encode() == path.read_bytes()
    else:
        assert isinstance(item, Failure)
        assert item.reason


@settings(deadline=None)  # the first example pays for lazy imports
@given(st.sampled_from(BEGINNINGS), st.binary(max_size=300), st.sampled_from(SUFFIXES))
def test_no_bytes_under_any_name_stop_the_reading(
    tmp_path_factory: pytest.TempPathFactory, head: bytes, data: bytes, suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any.{suffix}"
    path.write_bytes(head + data)
    for item in read_articles([path]):
        assert item.path.startswith(path.as_posix())


def test_an_empty_file_is_a_failure(pile: Path) -> None:
    assert "empty" in refused(b"", pile)
    assert "white space" in refused(b" \r\n\t\n", pile)


def test_a_binary_is_a_failure(pile: Path) -> None:
    assert "NUL" in refused(bytes(range(256)) * 8, pile, "data.bin")
    assert "picture" in refused(b"\x89PNG\r\n\x1a\n" + bytes(99), pile, "chart.png")
    assert "PDF" in refused(b"%PDF-1.4\n1 0 obj", pile, "paper")


@pytest.mark.parametrize("name", ["site.css", "site.js", "table.csv", "feed.xml"])
def test_what_goes_with_articles_is_none(pile: Path, name: str) -> None:
    assert "leave it out" in refused(b"p { color: red }", pile, name)


def test_broken_utf8_is_read_and_reported(pile: Path) -> None:
    data = "The “ferry” ran aground.".encode()
    (pile / "bad.txt").write_bytes(data[:10] + b"\xfe" + data[10:])
    articles, (failure,) = read("bad.txt", "good.txt")
    assert [a.path for a in articles] == ["bad.txt", "good.txt"]
    assert articles[0].text.replace("\ufffd", "") == data.decode()
    assert "offset 10" in failure.reason


def test_one_broken_byte_in_plain_ascii_is_reported_too(pile: Path) -> None:
    (pile / "bad.txt").write_bytes(b"The ferry ran \xff aground.")
    articles, (failure,) = read("bad.txt")
    assert len(articles) == 1
    assert "offset 14" in failure.reason


def test_a_utf16_file_is_read(pile: Path) -> None:
    (pile / "wide.txt").write_bytes(GOOD.encode("utf-16"))
    ((article,), failures) = read("wide.txt")
    assert (article.text, failures) == (GOOD, [])


def test_a_huge_file_fails_without_being_read(pile: Path) -> None:
    with (pile / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    _, (failure,) = read("huge.txt", "good.txt")
    assert "20 MB" in failure.reason
    assert "200 MB" in failure.reason
    assert "--max-article-bytes" in failure.reason


def test_the_size_limit_can_be_set(pile: Path) -> None:
    text = b"words " * 100
    (pile / "long.txt").write_bytes(text)
    assert read("long.txt", max_article_bytes=600)[1] == []
    assert "599 bytes" in read("long.txt", max_article_bytes=599)[1][0].reason


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.jsonl.gz", "bomb.gz", "bomb.html.gz"])
def test_a_gzip_bomb_does_not_go_off(pile: Path, name: str) -> None:
    bomb = gzip.compress(b"a" * 60_000_000, 9)
    reason = refused(bomb, pile, name)
    assert "larger than" in reason or "grow to more than" in reason


def test_gzip_files_are_unpacked_whatever_they_are_called(pile: Path) -> None:
    (pile / "a.txt.gz").write_bytes(gzip.compress(GOOD.encode()))
    (pile / "b.txt").write_bytes(gzip.compress(GOOD.encode()))
    (pile / "c.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    articles, failures = read("a.txt.gz", "b.txt", "c.html.gz")
    assert failures == []
    assert [a.text_source.value for a in articles] == ["file", "file", "extracted"]


def test_damaged_gzip_data_are_a_failure(pile: Path) -> None:
    packed = gzip.compress(os.urandom(5000))
    assert "gzip" in refused(packed[:2000], pile, "a.txt.gz")
    assert "gzip" in refused(packed[:2000] + bytes(100) + packed[2100:], pile, "a.txt.gz")
    assert "gzip" in refused(b"\x1f\x8b nonsense", pile, "a.txt.gz")


def test_a_file_that_vanishes_after_listing_is_a_failure(pile: Path) -> None:
    (pile / "gone.txt").write_text("A report.")
    reading = read_articles(["gone.txt", "good.txt"])
    (pile / "gone.txt").unlink()
    failure, article = reading
    assert isinstance(failure, Failure)
    assert "gone" in failure.reason
    assert article.path == "good.txt"


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read every file"
)
def test_a_file_without_permission_is_a_failure(pile: Path) -> None:
    (pile / "bad.txt").write_text("A report.")
    (pile / "bad.txt").chmod(0)
    _, (failure,) = read("bad.txt", "good.txt")
    assert "permission" in failure.reason


def test_a_refusal_by_the_system_is_a_failure(pile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    _, (failure,) = read("good.txt")
    assert "no permission" in failure.reason


def test_pipes_sockets_and_devices_do_not_block(pile: Path) -> None:
    os.mkfifo(pile / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as unix:
        unix.bind("socket.txt")
        articles, failures = read(".", "/dev/zero")
    assert [f.path for f in failures] == ["/dev/zero", "pipe.txt", "socket.txt"]
    assert all("not a file" in f.reason for f in failures)
    assert len(articles) == 1


def test_a_missing_path_stops_the_run_before_anything_is_read(pile: Path) -> None:
    with pytest.raises(InputMissing, match=r"a\.txt, b\.txt"):
        read_articles(["b.txt", "good.txt", "a.txt"])
    assert (pile / "good.txt").exists()


def test_a_folder_with_no_article_is_a_failure(pile: Path) -> None:
    (pile / "none").mkdir()
    articles, (failure,) = read("none", "good.txt")
    assert (len(articles), failure.path) == (1, "none")


def test_the_same_content_twice_is_two_articles(pile: Path) -> None:
    (pile / "copy.txt").write_bytes(GOOD.encode())
    assert [a.path for a in read(".")[0]] == ["copy.txt", "good.txt"]


def test_the_order_of_the_paths_changes_nothing(pile: Path) -> None:
    (pile / "sub").mkdir()
    (pile / "sub" / "rows.jsonl").write_text('{"text": "One."}\nnonsense\n{"text": "Two."}\n')
    (pile / "sub" / "page.html").write_text(PAGE)
    (pile / "empty.txt").touch()
    ways = ["sub", ".", "good.txt", "*.txt"]
    results = [list(read_articles(order)) for order in itertools.permutations(ways)]
    assert all(result == results[0] for result in results)
    assert [r.path for r in results[0]] == [
        "empty.txt",
        "good.txt",
        "sub/page.html",
        "sub/rows.jsonl#1",
        "sub/rows.jsonl#2",
        "sub/rows.jsonl#3",
    ]


@pytest.mark.parametrize(
    ("data", "paths"),
    [
        (GOOD.encode(), ["-"]),
        (gzip.compress(GOOD.encode()), ["-"]),
        (PAGE.encode(), ["-"]),
        (b'{"text": "One."}\n{"text": "Two."}\n', ["-#1", "-#2"]),
        (b'{"text": "One."}\n', ["-"]),
        (b'[\n{"text": "One."},\n{"text": "Two."}]', ["-#1", "-#2"]),
        (b"{ this is not JSON, but a text that opens with a brace", ["-"]),
    ],
)
def test_standard_input_is_told_from_its_contents(
    monkeypatch: pytest.MonkeyPatch, data: bytes, paths: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    articles, failures = read("-")
    assert ([a.path for a in articles], failures) == (paths, [])
    assert not sys.stdin.closed


def test_without_standard_input_there_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert "no standard input" in read("-")[1][0].reason


def test_a_page_is_known_by_its_first_tag(pile: Path) -> None:
    (pile / "saved.txt").write_text("<!-- saved -->\n" + PAGE)
    ((article,), _) = read("saved.txt")
    assert article.text_source is TextSource.EXTRACTED
    assert article.title == "Ferry runs aground"


def test_a_page_is_read_in_the_encoding_it_declares(pile: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1251">')
    (pile / "page.html").write_bytes(page.replace("tide", "прилив").encode("cp1251"))
    ((article,), failures) = read("page.html")
    assert failures == []
    assert "прилив" in article.text


def test_the_metadata_table_describes_articles_and_is_none_itself(pile: Path) -> None:
    (pile / "rows.jsonl").write_text('{"id": "x", "text": "One.", "title": "Old"}\n{"text": "2"}\n')
    (pile / "about.csv").write_text(
        "path,title,publisher,date\n"
        "good.txt,Ferry aground,The Skell Packet,2024-05-06\n"
        "rows.jsonl,,The Wire,\n"
        "x,New,,\n"
        "none.txt,Lost,,\n"
    )
    articles, (failure,) = read(".", metadata="about.csv")
    assert [(a.title, a.publisher, a.published) for a in articles] == [
        ("Ferry aground", "The Skell Packet", "2024-05-06"),
        ("New", "The Wire", None),
        (None, "The Wire", None),
    ]
    assert failure.path == "about.csv#5"
    assert "none.txt is none of the articles" in failure.reason


def test_a_row_for_a_file_that_cannot_be_read_is_no_second_failure(pile: Path) -> None:
    (pile / "bad.txt").touch()
    (pile / "about.csv").write_text("path,title\nbad.txt,Nothing\n")
    assert [f.path for f in read(".", metadata="about.csv")[1]] == ["bad.txt"]


@pytest.mark.usefixtures("pile")
def test_a_missing_metadata_table_stops_the_run() -> None:
    with pytest.raises(InputMissing, match=r"about\.csv"):
        read_articles(["good.txt"], options=ReadOptions(metadata="about.csv"))


def test_unknown_fields_and_limits_are_refused() -> None:
    with pytest.raises(NewstemmaError, match="headline"):
        ReadOptions(fields=(("headline", "h1"),))
    with pytest.raises(NewstemmaError, match="limit"):
        ReadOptions(max_article_bytes=0)


@pytest.mark.parametrize(
    ("library", "name", "extra"),
    [
        ("fastwarc", "crawl.warc", "warc"),
        ("pyarrow", "rows.parquet", "corpus"),
        ("pypdfium2", "paper.pdf", "pdf"),
    ],
)
def test_a_library_that_is_not_there_is_named(
    pile: Path, library: str, name: str, extra: str
) -> None:
    (pile / name).write_bytes(b"x")
    program = (
        f"import sys; sys.modules['{library}'] = None; from newstemma.read import read_articles;"
        f"print([item.reason for item in read_articles(['{name}'])])"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=pile, capture_output=True, check=True)
    assert f"newstemma[{extra}]".encode() in run.stdout


def test_text_files_do_not_pay_for_pages(pile: Path) -> None:
    program = (
        "import sys; from newstemma.read import read_articles; list(read_articles(['good.txt']));"
        "print([m for m in ('trafilatura', 'lxml', 'charset_normalizer') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=pile, capture_output=True, check=True)
    assert run.stdout.strip() == b"[]"


def test_a_url_stands_behind_the_files_and_a_private_one_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry struck the pier.", encoding="utf-8")
    url = "http://127.0.0.1:8080/page.html"
    article, refused = read_articles([url, tmp_path / "a.txt", url])
    assert isinstance(article, RawArticle)
    assert isinstance(refused, Failure)
    assert refused.path == url
    assert "public" in refused.reason
