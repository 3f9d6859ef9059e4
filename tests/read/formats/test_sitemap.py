"""A sitemap is a list of addresses, and no article."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from newstemma.errors import UnreadableArticle
from newstemma.read.formats.sitemap import sitemap_urls
from tests.read.formats.reading import refusal

SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="urn:image"'
MAP = (
    f"<urlset {SPACE}><url><loc> https://packet.example/1?a=1&amp;b=2 </loc><lastmod>2024</lastmod>"
    "<image:image><image:loc>https://packet.example/1.png</image:loc></image:image></url>"
    "<url><loc>javascript:alert(1)</loc></url>"
    f"<url><loc>https://packet.example/{'x' * 3000}</loc></url>"
    "<url><loc>https://packet.example/2</loc></url></urlset>"
)


def urls(data: str) -> list[str]:
    """The addresses of a sitemap."""
    return list(sitemap_urls(io.BytesIO(data.encode())))


def test_addresses_of_pages_are_listed() -> None:
    assert urls(MAP) == ["https://packet.example/1?a=1&b=2", "https://packet.example/2"]


def test_an_index_lists_sitemaps() -> None:
    data = f"<sitemapindex {SPACE}><sitemap><loc>https://packet.example/a.xml</loc></sitemap>"
    assert urls(f"{data}</sitemapindex>") == ["https://packet.example/a.xml"]


@pytest.mark.parametrize(
    "data", ["", "urlset", "<rss/>", "<!DOCTYPE x [<!ENTITY a 'b'>]><urlset/>"]
)
def test_what_is_no_sitemap_is_refused(data: str) -> None:
    with pytest.raises(UnreadableArticle):
        urls(data)


def test_a_broken_sitemap_is_read_as_far_as_it_goes() -> None:
    found = sitemap_urls(io.BytesIO(MAP[:-12].encode()))
    assert next(found).startswith("https://packet.example/1")
    with pytest.raises(UnreadableArticle, match="broken XML"):
        list(found)


def test_a_sitemap_in_a_file_is_no_article(tmp_path: Path) -> None:
    assert "give its own address" in refusal(tmp_path / "sitemap.xml", MAP.encode())
