"""One outlet under several names: "AP" is the Associated Press, "bbc.co.uk" the BBC."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from newstemma.records import Article, Found
from newstemma.text.segment import word_key, words

__all__ = ["ALIASES", "credited", "is_known", "outlet", "outlet_key", "published_by", "renamed"]

# Name, then aliases between bars; our own list of agencies and of outlets that others print.
ALIASES = Path(__file__).with_name("outlets.tsv")

_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?(?P<host>[\w-]+(?:\.[\w-]+)+)(?:/\S*)?", re.I)
_REGISTRIES = frozenset("co com org net gov ac edu".split())  # before a country: bbc.co.uk
_SEVERAL = re.compile(r"\s*(?:[/,;&|]|\band\b)\s*")


def outlet(name: str) -> str:
    """The usual name of an outlet, the name itself where no other is known.

    >>> outlet("the AP"), outlet("https://www.reuters.com/world"), outlet("Harbour News")
    ('Associated Press', 'Reuters', 'Harbour News')
    """
    return _names().get(outlet_key(name), name.strip())


def outlet_key(name: str) -> str:
    """What the names of one outlet share as they are written: no case, spaces or domain.

    >>> outlet_key("The Harbour News") == outlet_key("www.harbournews.co.uk")
    True
    """
    address = _ADDRESS.fullmatch(name.strip())
    if address and not name.rstrip().endswith("."):
        *labels, _ = address["host"].split(".")
        named = [label for label in labels if label.casefold() not in _REGISTRIES]
        return word_key((named or labels)[-1])
    keys = [word.key for word in words(name)]
    return "".join(keys[1:] if keys[:1] == ["the"] else keys)


def is_known(name: str) -> bool:
    """Whether the list has the outlet."""
    return outlet_key(name) in _names()


def published_by(article: Article) -> str | None:
    """The usual name of the outlet that published the article, folded for comparison."""
    return outlet_key(outlet(article.publisher.value)) if article.publisher else None


def credited(article: Article) -> Mapping[str, str]:
    """Whose report the article says it is, by folded name: "Source: X", "By AFP/Reuters".

    A byline counts where it is the name of a known outlet; an article's own publisher does not.
    """
    found = [article.credit] if article.credit else []
    if article.byline and is_known(article.byline.value):
        found.append(article.byline)
    names = [outlet(name) for one in found for name in _parts(one.value)]
    own = published_by(article)
    keyed = ((outlet_key(name), name) for name in names)
    return {key: name for key, name in keyed if key not in ("", own)}


def renamed(article: Article) -> Article:
    """The article with its publisher and credit under their usual names, so that they meet."""
    return replace(article, publisher=_renamed(article.publisher), credit=_renamed(article.credit))


def _renamed(found: Found | None) -> Found | None:
    return replace(found, value=outlet(found.value)) if found else None


def _parts(value: str) -> list[str]:
    """The names in a credit, which is one name where the list has it as it stands."""
    whole = is_known(value) or _ADDRESS.fullmatch(value.strip())
    return [value] if whole else [part for part in _SEVERAL.split(value) if part]


@cache
def _names() -> Mapping[str, str]:
    _, *lines = ALIASES.read_text(encoding="utf-8").splitlines()
    names: dict[str, str] = {}
    for line in lines:
        name, _, aliases = line.partition("\t")
        names.update((outlet_key(alias), name) for alias in [name, *aliases.split("|")] if alias)
    return names
