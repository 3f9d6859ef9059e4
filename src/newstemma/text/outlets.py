"""One outlet under several names: "AP" is the Associated Press, "bbc.co.uk" the BBC."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from newstemma.read.outlets import read_outlets
from newstemma.records import Article, Outlet, OutletKind
from newstemma.text.segment import word_key, words

__all__ = ["TABLE", "Outlets", "attributed", "known_outlets", "outlet_key", "overridden", "wires"]

# Our own list of agencies, of outlets and of their owners; docs/outlets.md says what it holds.
TABLE = Path(__file__).with_name("outlets.tsv")

_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?(?P<host>[\w-]+(?:\.[\w-]+)+)(?:[/:]\S*)?", re.I)
_REGISTRIES = frozenset("co com org net gov ac edu".split())  # before a country: bbc.co.uk
_SEVERAL = re.compile(r"\s*(?:[/,;&|]|\band\b)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlets:
    """The outlets of a table by the keys of their names (see `outlet_key`) and by their hosts."""

    named: Mapping[str, Outlet]
    hosted: Mapping[str, Outlet]

    def find(self, name: str) -> Outlet | None:
        """The outlet with that name, or with a page at that address; None where none is known.

        >>> found = known_outlets().find("https://news.bbc.co.uk/1/2.htm")
        >>> found.name if found else None
        'BBC'
        """
        host = _host(name)
        return self._at(host) if host else self.named.get(outlet_key(name))

    def usual_name(self, name: str) -> str:
        """The usual name of an outlet, the name itself where no other is known.

        >>> known_outlets().usual_name("the AP"), known_outlets().usual_name("Harbour News")
        ('Associated Press', 'Harbour News')
        """
        found = self.find(name)
        return found.name if found else name.strip()

    def owner(self, name: str) -> str | None:
        """Who owns the outlet in the end: the owner of its owner, if that one has one.

        >>> known_outlets().owner("wsj.com"), known_outlets().owner("Harbour News")
        ('News Corp', None)
        """
        passed = {outlet_key(name)}
        last = None
        found = self.find(name)
        while found and found.owner and outlet_key(found.owner) not in passed:
            last = self.usual_name(found.owner)
            passed.add(outlet_key(found.owner))
            found = self.find(found.owner)
        return last

    def _at(self, host: str) -> Outlet | None:
        """The outlet of the host, or of the domain that it belongs to."""
        labels = host.split(".")
        domains = (".".join(labels[start:]) for start in range(len(labels) - 1))
        return next((self.hosted[one] for one in domains if one in self.hosted), None)


@cache
def known_outlets() -> Outlets:
    """The outlets of our own table."""
    return _indexed(_own_table())


def overridden(rows: Sequence[Outlet]) -> Outlets:
    """The outlets of our own table with `rows` in place of those of the same name.

    A name or a domain that both give to an outlet is that of the one in `rows`.
    """
    given = {outlet_key(one.name) for one in rows}
    return _indexed([*(one for one in _own_table() if outlet_key(one.name) not in given), *rows])


def wires() -> Iterator[str]:
    """The names of all agencies in our own table."""
    for one in _own_table():
        if one.kind is OutletKind.WIRE:
            yield from (one.name, *one.aliases)


def attributed(article: Article, outlets: Outlets) -> Article:
    """The article with who published it, who owns that, and whose report it says it is.

    A byline counts as a credit where it is the name of a known outlet.
    """
    outlet = _publisher(article, outlets)
    stated = [article.credit.value] if article.credit else []
    if article.byline and outlets.find(article.byline.value):
        stated.append(article.byline.value)
    parts = (part for value in stated for part in _parts(value, outlets))
    return replace(
        article,
        outlet=outlet,
        owner=outlets.owner(outlet) if outlet else None,
        credits=tuple(dict.fromkeys(outlets.usual_name(part) for part in parts)),
    )


def outlet_key(name: str) -> str:
    """What the names of one outlet share as they are written: no case, spaces or domain.

    >>> outlet_key("The Harbour News") == outlet_key("www.harbournews.co.uk")
    True
    """
    host = _host(name)
    if host:
        *labels, _ = host.split(".")
        named = [label for label in labels if label not in _REGISTRIES]
        return word_key((named or labels)[-1])
    keys = [word.key for word in words(name)]
    return "".join(keys[1:] if keys[:1] == ["the"] else keys)


def _publisher(article: Article, outlets: Outlets) -> str | None:
    """Whom the article names; a known outlet whose page it is where that says more.

    "The Sun" on a page of "The Sun UK" is that one.
    """
    at = outlets.find(article.url) if article.url else None
    if article.publisher is None:
        return at.name if at else None
    stated = article.publisher.value
    more = at is not None and outlet_key(at.name).startswith(outlet_key(stated))
    return at.name if at and more and not outlets.find(stated) else outlets.usual_name(stated)


def _host(name: str) -> str | None:
    """The host of an address, in small letters; None for a name that is none."""
    stripped = name.strip()
    address = _ADDRESS.fullmatch(stripped)
    return address["host"].lower() if address and not stripped.endswith(".") else None


def _parts(value: str, outlets: Outlets) -> list[str]:
    """The names in a credit, which is one name where the table has it as it stands."""
    whole = outlets.find(value) or _host(value)
    return [value] if whole else [part for part in _SEVERAL.split(value) if part]


@cache
def _own_table() -> tuple[Outlet, ...]:
    return read_outlets(str(TABLE))


def _indexed(rows: Collection[Outlet]) -> Outlets:
    names = ((name, one) for one in rows for name in (one.name, *one.aliases))
    return Outlets(
        named={outlet_key(name): one for name, one in names if not _host(name)},
        hosted={domain: one for one in rows for domain in one.domains},
    )
