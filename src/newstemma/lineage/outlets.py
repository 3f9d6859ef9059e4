"""Who published an article, whose report it is, and which articles come from one house."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from newstemma.records import Article, Witness
from newstemma.text.outlets import known_outlets, outlet_key

__all__ = [
    "credited",
    "house",
    "outlet",
    "outlet_key",
    "published_by",
    "renamed",
]


def outlet(name: str) -> str:
    """The usual name of an outlet in our own table, the name itself where it is not there."""
    return known_outlets().usual_name(name)


def published_by(article: Article) -> str | None:
    """The key of the outlet that published the article (see `outlet_key`)."""
    return outlet_key(article.outlet) if article.outlet else None


def credited(article: Article) -> Mapping[str, str]:
    """Whose report the article says it is, by key: "Source: X", "By AFP/Reuters".

    An article's own publisher does not count.
    """
    own = published_by(article)
    keyed = ((outlet_key(name), name) for name in article.credits)
    return {key: name for key, name in keyed if key not in ("", own)}


def house(article: Article) -> str | None:
    """The key of who answers for the article in the end: its publisher's owner, else that one."""
    return outlet_key(article.owner) if article.owner else published_by(article)


def renamed(witnesses: Sequence[Witness]) -> tuple[Witness, ...]:
    """The witnesses with initials in place of which stands the one full name in the pile.

    Where the "Harbour Wire Agency" publishes, "HWA" is its name. A publisher is called by its
    usual name.
    """
    articles = [witness.article for witness in witnesses]
    names = {name for a in articles for name in (a.outlet, *a.credits) if name}
    full = _by_initials(names)
    return tuple(
        replace(witness, article=_renamed(article, full))
        for witness, article in zip(witnesses, articles, strict=True)
    )


def _renamed(article: Article, full: Mapping[str, str]) -> Article:
    outlet = full.get(article.outlet, article.outlet) if article.outlet else None
    stated = article.publisher
    return replace(
        article,
        publisher=replace(stated, value=outlet) if stated and outlet else stated,
        outlet=outlet,
        credits=tuple(full.get(name, name) for name in article.credits),
    )


def _by_initials(names: Collection[str]) -> Mapping[str, str]:
    """The full name that each name made of initials stands for, where there is just one."""
    spelled: dict[str, set[str]] = defaultdict(set)
    for name in names:
        capitals = [word[0] for word in name.split() if word[0].isupper()]
        if len(capitals) > 1:
            spelled["".join(capitals)].add(name)
    return {name: min(spelled[name]) for name in names if len(spelled.get(name, ())) == 1}
