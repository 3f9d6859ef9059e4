"""A page gives up its article's body, and what it declares about it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.errors import UnreadableArticle
from newstemma.read.page import (
    declared_charset,
    fragment_text,
    looks_like_page,
    read_page,
)
from newstemma.records import RawArticle, TextSource
from tests.data import needs, shared

BODY = (
    "The ferry Marigold ran aground off Skell Point on Monday evening with forty people on board.",
    "“We heard a long scrape and then nothing at all,” said Ida Moor, who keeps the lighthouse.",
    "The coast guard took everybody ashore in two boats before the tide turned again at midnight.",
    "The company, which bought the ship in March, said that it would look into the accident.",
)
TAGS = st.sampled_from(
    "<p> </p> <a href=x> </a> <div> </div> <h1> </h1> <html> <script> </script> <table> <td> <!--"
    " --> <meta content=x name=author> <title> & &#0; &#xD800; &amp; < > \" ' <svg> <![CDATA[ ]]>"
    ' <script type="application/ld+json"> {"@type":"NewsArticle","author":[{}]} <time datetime=1>'
    " Ferry aground. The coast guard took everybody ashore.".split(" ")
)


def page(
    *,
    head: str = "",
    before: str = "",
    after: str = "",
    data: object = None,
) -> RawArticle:
    """The article of a page with the body above."""
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY)
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data else ""
    return read_page(
        "page.html",
        f'<!doctype html><html lang="en-GB"><head>{head}{script}</head><body>'
        '<nav><a href="/">Home</a></nav>'
        f"<article>{before}{paragraphs}{after}</article><footer>All rights</footer></body></html>",
    )


def test_the_body_is_the_text_one_paragraph_a_line() -> None:
    article = page()
    assert article.text == "\n".join(BODY)
    assert article.text_source is TextSource.EXTRACTED


def test_a_headline_above_the_body_is_the_title_and_no_text() -> None:
    article = page(before="<h1>Ferry runs <em>aground</em></h1>")
    assert article.title == "Ferry runs aground"
    assert article.text == "\n".join(BODY)


def test_a_headline_inside_the_body_stays() -> None:
    article = page(head="<title>The ferry</title>", after="<h2>The ferry</h2><p>It is old.</p>")
    assert "The ferry\nIt is old." in article.text


def test_a_paragraph_that_is_one_link_leads_elsewhere_and_goes() -> None:
    article = page(
        after='<p><a href="/x"><b>CLICK HERE FOR OUR OTHER FERRIES AND TIMES</b></a></p>'
    )
    assert article.text == "\n".join(BODY)


def test_a_link_inside_a_paragraph_stays() -> None:
    article = page(after='<p>The <a href="/x">other ferry</a> sails on Tuesdays.</p>')
    assert article.text.endswith("The other ferry sails on Tuesdays.")


@pytest.mark.parametrize(
    "markup",
    [
        "<html></html>",
        "<html><body><script>let x = 1</script></body></html>",
        "<html><head><title>Ferry aground</title></head><body><h1>Ferry aground</h1></body></html>",
        "<",
        "<html>" + "<div>" * 100_000,
    ],
)
def test_a_page_without_a_body_says_so(markup: str) -> None:
    with pytest.raises(UnreadableArticle, match="save"):
        read_page("page.html", markup)


def test_json_ld_says_who_wrote_what_where_and_after_whom() -> None:
    node = {
        "@type": ["NewsArticle"],
        "headline": "Ferry aground &amp; everybody safe",
        "author": [{"@type": "Person", "name": "By Ida Moor"}, {"name": ["Ben Tarn"]}, "@skell"],
        "publisher": {"name": "The Skell Packet"},
        "datePublished": "2024-05-06T20:15:00Z",
        "isBasedOn": {"@type": "NewsArticle", "url": "https://www.coastwire.example/8"},
    }
    article = page(data={"@graph": [{"@type": "WebSite", "name": "x"}, node]})
    assert article.title == "Ferry aground & everybody safe"
    assert article.byline == "Ida Moor, Ben Tarn"
    assert article.publisher == "The Skell Packet"
    assert article.published == "2024-05-06T20:15:00Z"
    assert article.credit == "coastwire.example"
    assert article.language == "en-GB"


def test_meta_tags_say_it_where_json_ld_does_not() -> None:
    article = page(
        head='<meta property="og:title" content="Ferry aground | SkellPacket">'
        '<meta property="og:site_name" content="Skell Packet">'
        '<meta name="Author" content="https://packet.example/ida">'
        '<meta name="author" content="By: Ida Moor">'
        '<meta property="article:published_time" content="0001-01-01">'
        '<meta name="date" content="6 May 2024">'
        '<meta name="source" content="Coast Wire">'
        '<link rel="canonical" href="https://packet.example/ferry">'
    )
    assert article.title == "Ferry aground"
    assert article.publisher == "Skell Packet"
    assert article.byline == "Ida Moor"
    assert article.published == "6 May 2024"
    assert article.credit == "Coast Wire"
    assert article.url == "https://packet.example/ferry"


def test_a_printed_byline_counts_where_none_is_declared() -> None:
    by = '<div class="byline"><b>By Ida Moor</b><i>Monday, 6 May</i></div>'
    assert page(before=by).byline == "Ida Moor"


def test_a_page_that_names_itself_as_source_credits_nobody() -> None:
    article = page(
        head='<meta property="og:site_name" content="Skell Packet">'
        '<meta name="source" content="SKELLPACKET">'
        '<meta name="original-source" content="https://www.packet.example/ferry">'
        '<link rel="canonical" href="https://packet.example/ferry">'
    )
    assert article.credit is None


@pytest.mark.parametrize("data", ["{", "[[[", "null", '{"@type": 5}', "[" * 50_000])
def test_broken_json_ld_is_passed_over(data: str) -> None:
    script = f'<script type="application/ld+json">{data}</script>'
    assert page(head=script + '<meta name="author" content="Ida Moor">').byline == "Ida Moor"


def test_a_declared_value_that_is_no_short_text_is_passed_over() -> None:
    node = {"@type": "NewsArticle", "headline": "long " * 900, "publisher": 5, "author": [None, {}]}
    article = page(data=node, head="<title>Ferry aground</title>")
    assert (article.title, article.publisher, article.byline) == ("Ferry aground", None, None)


def test_markup_in_a_headline_stays_text() -> None:
    node = {"@type": "NewsArticle", "headline": "\u003cscript\u003ealert(1)\u003c/b\u003e"}
    markup = json.dumps(node).replace("<", "\\u003c")
    article = page(head=f'<script type="application/ld+json">{markup}</script>')
    assert article.title == "<script>alert(1)</b>"


@settings(deadline=None)  # the first example pays for lazy imports
@given(st.lists(TAGS, max_size=60))
def test_any_markup_is_an_article_or_refused(pieces: list[str]) -> None:
    try:
        article = read_page("page.html", "<html>" + " ".join(pieces))
    except UnreadableArticle:
        return
    assert article.text.strip()
    article.text.encode()


@pytest.mark.parametrize(
    "markup",
    [
        "<p " + " ".join(f"a{n}" for n in range(100_000)) + ">x",
        "<a href=" * 50_000,
        "<b>" * 50_000 + "text",
        "&" * 200_000,
        "<!--" * 50_000,
        '<script type="application/ld+json">' + "{" * 200_000,
        "<p>" + "word <br>" * 20_000,
        "<meta " * 30_000,
        "<div>" * 100_000 + BODY[0] + "</div>" * 100_000,
        "<table><tr><td>" * 100_000,
        f"<p>{BODY[0]}</p>" * 1_000_000,
    ],
    ids=lambda markup: markup[:8],
)
@pytest.mark.parametrize(
    "read",
    [lambda markup: read_page("page.html", f"<html><body>{markup}"), fragment_text],
    ids=["page", "fragment"],
)
def test_hostile_markup_takes_no_time(read: Callable[[str], object], markup: str) -> None:
    began = time.perf_counter()
    with suppress(UnreadableArticle):
        read(markup)
    assert time.perf_counter() - began < 5


def test_a_piece_of_html_is_cleaned_as_a_page_is() -> None:
    markup = "".join(f"<p>{line}</p>" for line in BODY)
    offer = '<p><a href="/x">CLICK HERE FOR OUR OTHER FERRIES</a></p>'
    assert fragment_text(f"<h1>Ferry</h1>{markup}{offer}", title="Ferry") == "\n".join(BODY)
    assert fragment_text("The <b>ferry</b> sank.") == "The ferry sank."
    assert fragment_text("<img src=x>") == ""


def test_words_outside_of_paragraphs_are_kept() -> None:
    lines = " ".join(BODY), " ".join(reversed(BODY))
    assert fragment_text("<br><br>".join(lines)) == "\n".join(lines)


@pytest.mark.parametrize(
    ("data", "is_page"),
    [
        (b"<!DOCTYPE HTML>", True),
        (b'\xef\xbb\xbf <?xml version="1.0"?>\n<!-- x --> <html lang="en">', True),
        (b"<head><title>x</title>", True),
        (b"<p>x</p>", False),
        (b"In 1991, <html> was new.", False),
        (b"<!-- " * 1000, False),
        (b"", False),
    ],
)
def test_a_page_shows_in_its_first_tag(data: bytes, is_page: bool) -> None:
    assert looks_like_page(data) is is_page


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (b'<html><meta charset="windows-1251">', "windows-1251"),
        (b"<META http-equiv=content-type content='text/html; charset=koi8-r'>", "koi8-r"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?>', "iso-8859-2"),
        (b"<html><p>charset=utf-7</p>", None),
    ],
)
def test_a_page_declares_its_encoding(data: bytes, charset: str | None) -> None:
    assert declared_charset(data) == charset


@needs("data/article_extraction")
def test_bodies_are_found_at_least_as_well_as_by_the_library_alone() -> None:
    from bench import extraction

    folder = shared() / "data" / "article_extraction"
    figures = extraction.measure(folder)
    assert figures["body.f1"] >= figures["baseline.body.f1"]
    assert figures["body.recall"] >= figures["baseline.body.recall"]
