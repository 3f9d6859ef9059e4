"""Addresses on the web: taken apart once, so that what is checked is what is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv6Address
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from newstemma.errors import UnreadableArticle

__all__ = ["Url", "displayed_url", "is_url", "join_url", "parse_url", "without_fragment"]

_PORTS = {"http": 80, "https": 443}
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")
# What stands before the host; also where a slash in a password makes the rest look like a path.
_SECRET = re.compile(r"//(?:[^/?#]*|[^/?#:\[]*:(?!\d*(?:[/?#]|$))[^@]*)@")
_UNPRINTABLE = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff]")
_LONGEST = 8000  # characters; RFC 9110, section 4.1 asks for this much
_KEPT = "!#$%&'()*+,/:;=?@[]~"  # characters of a path or query that are not quoted again


@dataclass(frozen=True, slots=True, kw_only=True)
class Url:
    """An http or https address: host in lower-case ASCII, target as it is sent, no fragment."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and, unless it is the usual one, port."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """Host and, unless it is the usual one, port: the value of a Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return self.origin + self.target


def is_url(text: str) -> bool:
    """Whether an input means a place on the web, not a path.

    >>> is_url("https://example.org/a"), is_url("C:/news/a.txt"), is_url("news/https:/a")
    (True, False, False)
    """
    return _URL.match(text) is not None


def displayed_url(text: str) -> str:
    """A URL as it may be shown and logged: without what may be a name and a password.

    >>> displayed_url("https://ann:secret@example.org/a")
    'https://***@example.org/a'
    """
    return _UNPRINTABLE.sub("?", _SECRET.sub("//***@", text, count=1))


def without_fragment(text: str) -> str:
    """A URL less what names a place on its page, which no server is told.

    >>> without_fragment("https://example.org/a#top")
    'https://example.org/a'
    """
    return text.partition("#")[0]


def parse_url(text: str) -> Url:
    """A URL taken apart.

    Raises `UnreadableArticle` where it is no http or https URL, or carries a password.

    >>> str(parse_url("HTTP://Zürich.example:80/ä b?q=1#top"))
    'http://xn--zrich-kva.example/%C3%A4%20b?q=1'
    """
    if len(text) > _LONGEST:
        raise UnreadableArticle(f"the URL is longer than {_LONGEST} characters; shorten it")
    parts, port = _split(text.strip())
    if "@" in parts.netloc:
        raise UnreadableArticle(
            "the URL has a name or password in it, which would end up in logs; "
            "save the page in your browser and give the file"
        )
    path = quote(parts.path or "/", safe=_KEPT)
    query = f"?{quote(parts.query, safe=_KEPT)}" if parts.query else ""
    return Url(
        scheme=parts.scheme,
        host=_host(parts),
        port=_PORTS[parts.scheme] if port is None else port,
        target=path + query,
    )


def join_url(base: Url, reference: str) -> str:
    """What a reference on `base` points at, in full; a reference that is none is left as it is."""
    try:
        return urljoin(str(base), reference.strip())
    except ValueError:
        return reference


def _split(text: str) -> tuple[SplitResult, int | None]:
    try:
        text.encode()  # a lone surrogate is no character
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise UnreadableArticle("it is no valid URL; correct it") from None
    if parts.scheme not in _PORTS:
        named = f"{parts.scheme[:20]}:" if parts.scheme else "no scheme"
        raise UnreadableArticle(f"it has {named} and only http: and https: are fetched")
    return parts, port


def _host(parts: SplitResult) -> str:
    name = parts.hostname or ""
    return _ipv6(name) if "[" in parts.netloc else _ascii(name)


def _ascii(host: str) -> str:
    """The name as DNS knows it (IDNA 2008 after the mapping of UTS 46)."""
    import idna  # loads large tables

    try:
        name = host if host.isascii() else idna.encode(host, uts46=True).decode()
    except idna.IDNAError:
        name = ""
    name = name.lower().removesuffix(".")
    if not _HOST.fullmatch(name) or len(name) > 253:
        raise UnreadableArticle("the URL names no valid host; correct it")
    return name


def _ipv6(host: str) -> str:
    try:
        return str(IPv6Address(host.partition("%")[0]))
    except AddressValueError:
        raise UnreadableArticle("the URL names no valid host; correct it") from None
