"""One outlet under several names: "AP" is the Associated Press, "bbc.co.uk" the BBC."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from newstemma.records import Article, Found, Witness
from newstemma.text.segment import word_key, words

__all__ = ["ALIASES", "credited", "outlet", "outlet_key", "published_by", "renamed"]

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


def _is_known(name: str) -> bool:
    """Whether the list has the outlet."""
    return outlet_key(name) in _names()


def published_by(article: Article) -> str | None:
    """The key of the outlet that published the article (see `outlet_key`)."""
    return outlet_key(outlet(article.publisher.value)) if article.publisher else None


def credited(article: Article) -> Mapping[str, str]:
    """Whose report the article says it is, by key: "Source: X", "By AFP/Reuters".

    A byline counts where it is the name of a known outlet; an article's own publisher does not.
    """
    found = [article.credit] if article.credit else []
    if article.byline and _is_known(article.byline.value):
        found.append(article.byline)
    names = [outlet(name) for one in found for name in _parts(one.value)]
    own = published_by(article)
    keyed = ((outlet_key(name), name) for name in names)
    return {key: name for key, name in keyed if key not in ("", own)}


def renamed(witnesses: Sequence[Witness]) -> tuple[Witness, ...]:
    """The witnesses with publishers and credits under their usual names, so that they meet.

    Besides the aliases of the list, initials stand for the one full name in the pile that has
    them: where the "Harbour Wire Agency" publishes, "HWA" is its name.
    """
    articles = [witness.article for witness in witnesses]
    stated = [one.value for a in articles for one in (a.publisher, a.credit) if one]
    names = {part for value in stated for part in _parts(value)}
    full = _by_initials(names)
    return tuple(
        replace(
            witness,
            article=replace(
                article,
                publisher=_renamed(article.publisher, full),
                credit=_renamed(article.credit, full),
            ),
        )
        for witness, article in zip(witnesses, articles, strict=True)
    )


def _renamed(found: Found | None, full: Mapping[str, str]) -> Found | None:
    return replace(found, value=outlet(full.get(found.value, found.value))) if found else None


def _by_initials(names: Collection[str]) -> Mapping[str, str]:
    """The full name that each name made of initials stands for, where there is just one."""
    spelled: dict[str, set[str]] = defaultdict(set)
    for name in names:
        capitals = [word[0] for word in name.split() if word[0].isupper()]
        if len(capitals) > 1:
            spelled["".join(capitals)].add(name)
    return {name: min(spelled[name]) for name in names if len(spelled.get(name, ())) == 1}


def _parts(value: str) -> list[str]:
    """The names in a credit, which is one name where the list has it as it stands."""
    whole = _is_known(value) or _ADDRESS.fullmatch(value.strip())
    return [value] if whole else [part for part in _SEVERAL.split(value) if part]


@cache
def _names() -> Mapping[str, str]:
    _, *lines = ALIASES.read_text(encoding="utf-8").splitlines()
    names: dict[str, str] = {}
    for line in lines:
        name, _, aliases = line.partition("\t")
        names.update((outlet_key(alias), name) for alias in [name, *aliases.split("|")] if alias)
    return names
