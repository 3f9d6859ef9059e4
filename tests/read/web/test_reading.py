"""URLs -> articles."""

from __future__ import annotations

import gzip
import subprocess
import sys
from typing import Any

import pytest

from newstemma.read.options import ReadOptions
from newstemma.read.web.fetched import Fetched
from newstemma.read.web.reading import articles_of, read_urls
from newstemma.read.web.sitemaps import fetch_pages
from newstemma.records import Failure, RawArticle
from tests.read.web.site import Site, page

_PARAGRAPH = (
    "The ferry that links the two islands stood still on Monday after its crew found a crack "
    "in the hull, the harbour office said, and it will not sail before the end of the week."
)
_XML = {"Content-Type": "application/xml"}


def _page(text: str = _PARAGRAPH, head: str = "", title: str = "Ferry stands still") -> bytes:
    body = f"<article><h1>{title}</h1><p>{text}</p><p>{text[::-1]}</p></article>"
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


def _read(site: Site, *paths: str, **changed: Any) -> list[RawArticle | Failure]:
    return list(read_urls(map(site.url, paths), policy=site.policy(**changed)))


def _article(result: RawArticle | Failure) -> RawArticle:
    assert isinstance(result, RawArticle), result
    return result


def _reason(result: RawArticle | Failure) -> str:
    assert isinstance(result, Failure), result
    return result.reason


def test_a_page_is_read_as_one_in_a_file_is(site: Site) -> None:
    site.answers["/a"] = page(_page())
    article = _article(*_read(site, "/a"))
    assert (article.path, article.url, article.title) == (
        site.url("/a"),
        site.url("/a"),
        "Ferry stands still",
    )
    assert article.text.startswith(_PARAGRAPH)


def test_the_address_that_a_page_declares_goes_before_the_one_it_came_from(site: Site) -> None:
    declared = '<link rel="canonical" href="https://paper.example/ferry">'
    site.answers["/a"] = page(_page(head=declared))
    article = _article(*_read(site, "/a"))
    assert (article.path, article.url) == (site.url("/a"), "https://paper.example/ferry")


@pytest.mark.parametrize(
    ("header", "meta", "encoding"),
    [
        ("text/html; charset=windows-1250", "", "cp1250"),
        ("text/html; charset=windows-1250", "iso-8859-1", "cp1250"),
        ("text/html; charset=klingon", "windows-1250", "cp1250"),
        ("text/html; charset=iso-8859-1", "", "utf-8"),
        ("text/html", "windows-1250", "cp1250"),
    ],
)
def test_what_the_server_declares_goes_before_what_the_page_does_and_utf8_before_both(
    site: Site, header: str, meta: str, encoding: str
) -> None:
    text = f"Prom stoi od poniedziałku, mówią w porcie. {_PARAGRAPH}"
    data = _page(text, head=f'<meta charset="{meta}">' if meta else "").decode().encode(encoding)
    site.answers["/a"] = page(data, headers={"Content-Type": header})
    assert _article(*_read(site, "/a")).text.startswith("Prom stoi od poniedziałku, mówią")


def test_plain_text_is_an_article(site: Site) -> None:
    site.answers["/a.txt"] = page(_PARAGRAPH.encode(), headers={"Content-Type": "text/plain"})
    assert _article(*_read(site, "/a.txt")).text == _PARAGRAPH


@pytest.mark.parametrize(
    ("body", "media_type", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n", "image/png", "image/png, not an article"),
        (b"var a = 1", "text/javascript", "text/javascript, not an article"),
        (b"<a/>", "application/xml", "XML (a), not a feed or a page"),
        (b"\x89PNG\r\n\x1a\n", "text/html", "a PNG picture"),
        (b"", "text/html", "empty"),
        (b"<html><body></body></html>", "text/html", "no article body"),
    ],
)
def test_what_is_no_article_has_a_reason(
    site: Site, body: bytes, media_type: str, reason: str
) -> None:
    site.answers["/a"] = page(body, headers={"Content-Type": media_type})
    assert reason in _reason(*_read(site, "/a"))


def test_what_cannot_be_fetched_is_a_failure_in_its_place(site: Site) -> None:
    site.answers["/a"] = site.answers["/c"] = page(_page())
    results = _read(site, "/a", "/b", "/c")
    assert [result.path for result in results] == [site.url(path) for path in ("/a", "/b", "/c")]
    assert "404" in _reason(results[1])


def test_the_size_limit_of_articles_holds_for_pages(site: Site) -> None:
    site.answers["/a"] = page(_page())
    options = ReadOptions(max_article_bytes=100)
    policy = site.policy(max_bytes=options.max_article_bytes)
    (result,) = read_urls([site.url("/a")], options=options, policy=policy)
    assert "larger than 100 bytes" in _reason(result)


def test_a_feed_gives_its_items(site: Site) -> None:
    items = "".join(
        f"<item><guid>{n}</guid><title>Item {n}</title><description>{_PARAGRAPH}</description>"
        f"<source url='x'>Coast Wire</source></item>"
        for n in (1, 2)
    )
    feed = f"<?xml version='1.0'?><rss><channel><title>Paper</title>{items}</channel></rss>"
    site.answers["/feed"] = page(feed.encode())  # as text/html, as many servers do
    first, second = (_article(result) for result in _read(site, "/feed"))
    assert (first.path, second.path) == (site.url("/feed#1"), site.url("/feed#2"))
    assert (first.publisher, first.credit, first.text) == ("Paper", "Coast Wire", _PARAGRAPH)


def test_a_pdf_is_read_whatever_the_server_calls_it(site: Site) -> None:
    pytest.importorskip("pypdfium2")
    site.answers["/a"] = page(_pdf("The ferry stood still on Monday."))
    assert _article(*_read(site, "/a")).text == "The ferry stood still on Monday."


def _pdf(line: str) -> bytes:
    """A PDF with one line of text."""
    shown = f"BT /F 12 Tf 72 720 Td ({line}) Tj ET"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        f"<</Length {len(shown)}>>\nstream\n{shown}\nendstream",
    )
    body = "".join(f"{n} 0 obj\n{text}\nendobj\n" for n, text in enumerate(objects, start=1))
    return f"%PDF-1.4\n{body}trailer<</Root 1 0 R>>\n%%EOF".encode()


@pytest.mark.parametrize("media_type", ["application/json", "application/x-ndjson", "text/plain"])
def test_rows_of_json_are_articles(site: Site, media_type: str) -> None:
    rows = b'{"id": "x", "text": "One ferry."}\n{"id": "y", "text": "Two ferries."}\n'
    site.answers["/a.jsonl"] = page(rows, headers={"Content-Type": media_type})
    articles = [_article(result) for result in _read(site, "/a.jsonl")]
    assert [article.path for article in articles] == [
        site.url("/a.jsonl#x"),
        site.url("/a.jsonl#y"),
    ]


def _sitemap(*urls: str, index: bool = False) -> bytes:
    outer, inner = ("sitemapindex", "sitemap") if index else ("urlset", "url")
    listed = "".join(f"<{inner}><loc>{url}</loc></{inner}>" for url in urls)
    return f"<?xml version='1.0'?><{outer}>{listed}</{outer}>".encode()


def test_a_sitemap_gives_its_pages_behind_all_others(site: Site) -> None:
    listed = _sitemap(site.url("/b"), site.url("/a"), site.url("/b"))
    site.answers["/sitemap.xml"] = page(listed, headers=_XML)
    for path in ("/a", "/b", "/c"):
        site.answers[path] = page(_page())
    results = _read(site, "/sitemap.xml", "/c", "/a")
    assert [result.path for result in results] == [site.url(path) for path in ("/c", "/a", "/b")]
    assert sum(asked.path == "/robots.txt" for asked in site.asked) == 1


def test_a_sitemap_index_gives_the_pages_of_its_sitemaps(site: Site) -> None:
    index = _sitemap(site.url("/1.xml.gz"), site.url("/2.xml"), index=True)
    site.answers["/index.xml"] = page(index, headers=_XML)
    packed = {"Content-Type": "application/gzip"}
    site.answers["/1.xml.gz"] = page(gzip.compress(_sitemap(site.url("/a"))), headers=packed)
    site.answers["/2.xml"] = page(_sitemap(site.url("/b")), headers=_XML)
    site.answers["/a"] = site.answers["/b"] = page(_page())
    assert [_article(r).path for r in _read(site, "/index.xml")] == [site.url("/a"), site.url("/b")]


def test_an_index_that_lists_itself_or_indexes_ends(site: Site) -> None:
    for n in range(9):
        listed = _sitemap(site.url(f"/{n}"), site.url(f"/{n + 1}"), index=True)
        site.answers[f"/{n}"] = page(listed, headers=_XML)
    (result,) = _read(site, "/0")
    assert "give its own address" in _reason(result)
    assert site.paths() == ["/0", "/1", "/2"]


def test_a_long_sitemap_is_read_to_its_limit(site: Site) -> None:
    listed = _sitemap(*(site.url(f"/{n}") for n in range(9)))
    site.answers["/sitemap.xml"] = page(listed, headers=_XML)
    *pages, last = _read(site, "/sitemap.xml", max_listed=4)
    assert [result.path for result in pages] == [site.url(f"/{n}") for n in range(4)]
    assert (last.path, "more than 4 pages" in _reason(last)) == (site.url("/sitemap.xml"), True)


def test_a_sitemap_lists_only_its_own_site(site: Site) -> None:
    listed = _sitemap(site.url("/a", "third.test"), site.url("/a"))
    site.answers["/sitemap.xml"] = page(listed, headers=_XML)
    site.answers["/a"] = page(_page())
    article, left_out = _read(site, "/sitemap.xml")
    assert _article(article).path == site.url("/a")
    assert "1 page of other sites" in _reason(left_out)
    assert site.paths("third.test") == []


def test_a_sitemap_lists_hosts_below_its_own_but_none_above(site: Site) -> None:
    below = "news.paper.test"
    names = tuple((host, "127.0.0.1") for host in ("paper.test", below))
    site.answers["/sitemap.xml"] = page(_sitemap(site.url("/a", below)), headers=_XML)
    site.answers[f"{below}/sitemap.xml"] = page(_sitemap(site.url("/a")), headers=_XML)
    site.answers["/a"] = page(_page())
    urls = [site.url("/sitemap.xml"), site.url("/sitemap.xml", below)]
    article, left_out = read_urls(urls, policy=site.policy(names=names))
    assert _article(article).path == site.url("/a", below)
    assert "1 page of other sites" in _reason(left_out)
    assert site.paths("paper.test") == ["/sitemap.xml"]


def test_a_broken_sitemap_gives_what_it_lists_before_the_break(site: Site) -> None:
    listed = _sitemap(site.url("/a")).removesuffix(b"</urlset>") + b"<url><loc>http"
    site.answers["/sitemap.xml"] = page(listed, headers=_XML)
    site.answers["/a"] = page(_page())
    article, broken = _read(site, "/sitemap.xml")
    assert _article(article).path == site.url("/a")
    assert "broken" in _reason(broken)


def test_what_is_unchanged_gives_no_article(site: Site) -> None:
    site.answers["/a"] = page(_page(), headers={"ETag": '"v1"'})
    (first,) = fetch_pages([site.url("/a")], policy=site.policy())
    assert isinstance(first, Fetched)
    site.answers["/a"] = page(status=304)
    known = {first.url: first.validators}
    (again,) = fetch_pages([site.url("/a")], policy=site.policy(), known=known)
    assert isinstance(again, Fetched)
    assert (len(list(articles_of(first))), list(articles_of(again))) == (1, [])


def test_without_a_url_nothing_of_the_web_is_loaded() -> None:
    loaded = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, newstemma, newstemma.cli; print([m for m in sys.modules if m.split('.')[0]"
            " in ('anyio', 'httpcore', 'h11', 'protego')])",
        ],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert loaded.strip() == "[]"
