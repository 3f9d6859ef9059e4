"""Feeds give up their items one by one, whatever they are packed in."""

from __future__ import annotations

import io
import json
import tracemalloc
from contextlib import suppress
from itertools import count, islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.errors import UnreadableArticle
from newstemma.read.formats.feed import FeedEntry, feed_entries
from newstemma.read.formats.feed_xml import Item
from tests.read.formats.reading import BODY, TEXT, labels, read, refusal

SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"'
)
HTML = "".join(f"<p>{line}</p>" for line in BODY)
ITEM = f"""
<item>
 <title>Ferry &amp;amp; lighthouse</title><media:title>A picture</media:title>
 <link>https://packet.example/ferry</link><guid isPermaLink="false">packet-17</guid>
 <dc:creator>Ida Moor</dc:creator><dc:creator>Ben Tarn</dc:creator>
 <pubDate>Mon, 06 May 2024 20:15:00 GMT</pubDate>
 <source url="https://wire.example/rss">Coast Wire</source>
 <description>The ferry ran aground.</description>
 <content:encoded><![CDATA[<h1>Ferry &amp; lighthouse</h1>{HTML}]]></content:encoded>
</item>"""
PIECES = st.sampled_from(
    "<rss> </rss> <feed> <entry> </entry> <item> </item> <title> </title> <content type='xhtml'>"
    " </content> <a> </a> <source> </source> & &nbsp; &amp; <![CDATA[ ]]> <!-- --> <? ?> ferry \0"
    " <!DOCTYPE <author> <name> </author> <link href='x' rel='alternate'/> é".split(" ")
)


def rss(*items: str, about: str = "<title>The Skell Packet</title>") -> bytes:
    """A feed with the items."""
    head = f'<?xml version="1.0"?><rss version="2.0" {SPACES}><channel>{about}'
    return (head + "".join(items) + "</channel></rss>").encode()


def entries(data: bytes) -> list[FeedEntry]:
    """The items of a feed."""
    return list(feed_entries(io.BytesIO(data)))


def test_an_item_that_brings_its_text_is_an_article(tmp_path: Path) -> None:
    data = rss(ITEM, about="<title>The Skell Packet</title><language>en-gb</language>")
    ((article,), failures) = read(tmp_path / "feed.xml", data)
    assert failures == []
    assert article.path.endswith("feed.xml#packet-17")
    assert article.text == TEXT
    assert article.title == "Ferry & lighthouse"
    assert article.byline == "Ida Moor, Ben Tarn"
    assert (article.publisher, article.credit) == ("The Skell Packet", "Coast Wire")
    assert article.published == "Mon, 06 May 2024 20:15:00 GMT"
    assert (article.url, article.language) == ("https://packet.example/ferry", "en-gb")


def test_a_source_that_is_the_feed_itself_is_no_credit() -> None:
    (entry,) = entries(rss("<item><source>The Skell Packet</source></item>"))
    assert entry.credit is None


def test_an_address_for_mail_is_no_name() -> None:
    items = ["<author>ida@packet.example (Ida Moor)</author>", "<author>x@y.example</author>"]
    found = entries(rss(*(f"<item>{item}</item>" for item in items)))
    assert [entry.byline for entry in found] == ["Ida Moor", None]


def test_atom_is_read_with_its_content_of_each_kind() -> None:
    data = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Packet</title>
    <entry><id>urn:1</id><title>One</title><link rel="enclosure" href="https://x.example/e"/>
      <link href="https://x.example/1"/><author><name>Ida Moor</name></author>
      <source><id>urn:wire</id><title>Coast Wire</title></source><updated>2024-05-06</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{HTML} &lt;</div></content>
    </entry>
    <entry><content type="html">&lt;p&gt;Two&lt;/p&gt;</content></entry>
    <entry><content>3 &lt; 4</content></entry></feed>"""
    one, two, three = entries(data.encode())
    assert (one.id, one.url, one.title) == ("urn:1", "https://x.example/1", "One")
    assert (one.byline, one.credit, one.published) == ("Ida Moor", "Coast Wire", "2024-05-06")
    assert one.content == f"<div>{HTML} &lt;</div>"
    assert (two.content, two.is_markup) == ("<p>Two</p>", True)
    assert (three.content, three.is_markup, three.language) == ("3 < 4", False, "en")


def test_rss_of_the_first_kind_is_read() -> None:
    data = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/"><channel><title>Packet</title></channel>'
        "<item><title>One</title><description>Text</description></item></rdf:RDF>"
    )
    (entry,) = entries(data.encode())
    assert (entry.publisher, entry.title, entry.content) == ("Packet", "One", "Text")


def test_a_json_feed_is_read(tmp_path: Path) -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Skell Packet",
        "items": [
            {"id": "1", "content_html": HTML, "authors": [{"name": "Ida Moor"}, 5]},
            {"id": "2", "content_text": "Two < three.", "url": "https://packet.example/2"},
            {"id": "3", "title": "Bare"},
            7,
        ],
    }
    for name in ("feed.json", "feed"):
        articles, (failure,) = read(tmp_path / name, json.dumps(feed).encode())
        assert labels(articles) == ["1", "2"]
        assert [a.text for a in articles] == [TEXT, "Two < three."]
        assert (articles[0].byline, articles[0].publisher) == ("Ida Moor", "The Skell Packet")
        assert "2 items have no text" in failure.reason
    assert [e.id for e in entries(json.dumps(feed).encode())] == ["1", "2", "3", None]


def test_items_of_nothing_but_links_are_counted_in_one_failure(tmp_path: Path) -> None:
    link = '&lt;a href="https://x.example/1"&gt;Ferry aground&lt;/a&gt; Coast Wire'
    bare = f"<item><title>Ferry aground</title><source>Coast Wire</source><description>{link}"
    data = rss(ITEM, f"{bare}</description></item>", "<item><title>Bare</title></item>")
    articles, (failure,) = read(tmp_path / "feed.rss", data)
    assert len(articles) == 1
    assert "2 items have no text" in failure.reason


def test_names_of_characters_that_xml_does_not_know_are_read() -> None:
    (entry,) = entries(rss("<item><title>Skell&nbsp;Point &eacute; R&amp;D</title></item>"))
    assert entry.title == "Skell Point é R&D"


@pytest.mark.parametrize("shift", range(12))
def test_a_name_of_a_character_may_stand_where_two_pieces_meet(shift: int) -> None:
    padding = "x" * ((1 << 16) - 200 - shift)
    item = f"<item><description>{padding}{'&eacute;' * 40}</description></item>"
    (entry,) = entries(rss(item))
    assert entry.content == padding + "é" * 40


def test_broken_xml_is_read_as_far_as_it_makes_sense(tmp_path: Path) -> None:
    articles, (failure,) = read(tmp_path / "feed.xml", rss(ITEM, "<item><title>Cut")[:-20])
    assert len(articles) == 1
    assert "broken XML" in failure.reason


BOMB = '<!DOCTYPE rss [<!ENTITY a "ferry ferry ferry"><!ENTITY b "&a;&a;&a;&a;">]>'
FILE = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("declarations", [BOMB, FILE])
@pytest.mark.parametrize("before", ["", "<!-- " + "x" * 100_000 + " -->"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_declared_entities_are_refused(declarations: str, before: str, encoding: str) -> None:
    data = f"{before}{declarations}<rss><channel><item><title>&b;&a;</title></item></channel></rss>"
    with pytest.raises(UnreadableArticle, match="declarations"):
        entries(data.encode(encoding))


def test_a_document_type_without_declarations_is_harmless() -> None:
    kind = '<!DOCTYPE rss PUBLIC "-//X//DTD RSS 0.91//EN" "http://x.example/rss.dtd">'
    (entry,) = entries(
        kind.encode() + b"<rss><channel><item><title>x</title></item></channel></rss>"
    )
    assert entry.title == "x"


class _Endless(io.RawIOBase):
    """A feed of a million items, made as it is read."""

    def __init__(self, items: int) -> None:
        super().__init__()
        self._pieces = (
            f"<item><guid>{number}</guid><description>A ferry ran aground.</description></item>"
            for number in islice(count(), items)
        )
        self._begun = False

    def read(self, size: int = -1) -> bytes:
        if not self._begun:
            self._begun = True
            return b"<rss><channel>"
        return "".join(islice(self._pieces, max(1, size // 100))).encode()


def test_a_feed_without_end_is_read_in_little_memory() -> None:
    found = feed_entries(_Endless(1_000_000))  # type: ignore[arg-type]
    tracemalloc.start()
    assert sum(1 for _ in islice(found, 3_000)) == 3_000
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_an_item_over_the_limit_fails_alone(tmp_path: Path) -> None:
    large = f"<item><guid>2</guid><description>{'word ' * 1000}</description></item>"
    articles, (failure,) = read(tmp_path / "feed.xml", rss(ITEM, large), max_article_bytes=3000)
    assert (labels(articles), labels([failure])) == (["packet-17"], ["2"])
    assert "--max-article-bytes" in failure.reason


@pytest.mark.parametrize(
    "data", [b"<a>" * 200_000, b"<rss><item>" + b"<a>" * 200_000, b"<rss>&zz;" * 50_000, b"<", b""]
)
def test_hostile_xml_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableArticle):
        entries(data)


def test_other_xml_is_no_article(tmp_path: Path) -> None:
    reason = refusal(tmp_path / "other.xml", b'<?xml version="1.0"?><svg/>')
    assert "XML (svg)" in reason
    assert "no items" in refusal(tmp_path / "empty.xml", rss())


@settings(deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_any_xml_is_items_or_refused(pieces: list[str]) -> None:
    for head in ("", "<rss><channel>", '<feed xmlns="http://www.w3.org/2005/Atom">'):
        found: list[FeedEntry] = []
        with suppress(UnreadableArticle):
            found.extend(feed_entries(io.BytesIO((head + " ".join(pieces)).encode())))
        assert [entry.number for entry in found] == list(range(1, len(found) + 1))


def test_the_empty_tags_of_an_item_take_room() -> None:
    item = Item(1000)
    for _ in range(100):
        item.begin("category")
        item.add("category", "")
    assert item.is_cut
    assert len(item.values("category")) == 15
