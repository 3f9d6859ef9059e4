"""What a file is, told from its first bytes."""

from __future__ import annotations

import csv
import re
from codecs import BOM_UTF8

from newstemma.read.options import ReadOptions

__all__ = [
    "FEED_ROOTS",
    "SITEMAP_ROOTS",
    "is_article_table",
    "is_feed",
    "is_mhtml",
    "is_parquet",
    "is_pdf",
    "is_sitemap",
    "is_warc",
    "separator",
    "table_columns",
    "xml_root",
]

_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?"
    rb"(?:\s|<!--.{0,2000}?-->|<\?.{0,500}?\?>|<!DOCTYPE[^>]{0,500}>)*+"
    rb"<([A-Za-z_][\w.:-]{0,40})",
    re.DOTALL,
)
_HEADER = re.compile(rb"[!-9;-~]{1,60}:[ \t]")
_RELATED = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
FEED_ROOTS = frozenset(("RDF", "feed", "rss"))
SITEMAP_ROOTS = frozenset(("sitemapindex", "urlset"))
_SEPARATORS = ",;\t|"


def is_warc(head: bytes) -> bool:
    """A web archive (ISO 28500)."""
    return head.startswith(b"WARC/")


def is_parquet(head: bytes) -> bool:
    """A Parquet file."""
    return head.startswith(b"PAR1")


def is_pdf(head: bytes) -> bool:
    """A PDF."""
    return head.startswith(b"%PDF-")


def is_mhtml(head: bytes) -> bool:
    """A page that a browser saved as one file: a mail's header, and parts that belong together."""
    return bool(_HEADER.match(head) and _RELATED.search(head))


def is_feed(head: bytes) -> bool:
    """RSS, RSS 1.0 or Atom."""
    return xml_root(head) in FEED_ROOTS


def is_sitemap(head: bytes) -> bool:
    """A list of addresses (sitemaps.org), or an index of such lists."""
    return xml_root(head) in SITEMAP_ROOTS


def xml_root(head: bytes) -> str | None:
    """The name of the outermost tag of XML, without its prefix; None where there is none.

    >>> xml_root(b'<?xml version="1.0"?><!-- daily --><rss version="2.0">')
    'rss'
    """
    match = _ROOT.match(head.replace(b"\0", b""))
    return match[1].decode("ascii").rpartition(":")[2] if match else None


def is_article_table(head: bytes, options: ReadOptions) -> bool:
    """Whether a first line names columns, one of them the text of an article.

    >>> is_article_table(b"id,text,title", ReadOptions()), is_article_table(b"text", ReadOptions())
    (True, False)
    """
    columns = table_columns(head.partition(b"\n")[0])
    named = all(re.fullmatch(r"[\w.-]+", name) for name in columns)
    return len(columns) > 1 and named and not set(columns).isdisjoint(options.names_in_json("text"))


def table_columns(line: bytes) -> list[str]:
    """The columns that the first line of a table names."""
    text = line.removeprefix(BOM_UTF8).decode("utf-8", "replace").rstrip("\r\n")
    usual = csv.field_size_limit(max(1, len(text)))
    try:
        cells = next(csv.reader([text], delimiter=separator(line)), [])
    except csv.Error:
        return []
    finally:
        csv.field_size_limit(usual)
    return [cell.strip() for cell in cells]


def separator(line: bytes) -> str:
    """What stands between the cells of a table: the one there is most of in its first line."""
    return max(_SEPARATORS, key=line.decode("latin-1").count)
