"""What each article is called: a siglum, a title, the short end of its path."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from newstemma.records import Article, Found
from newstemma.views.beyond import Beyond
from newstemma.views.records import Name
from newstemma.views.wording import date

__all__ = ["names", "siglum"]

_NOTHING = Beyond()
_SEPARATOR = re.compile(r"[/\\]+")


def siglum(index: int) -> str:
    """The siglum of a kept witness, as editions count: A to Z, then AA.

    >>> siglum(0), siglum(25), siglum(26), siglum(701), siglum(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    letters = ""
    index += 1
    while index:
        index, letter = divmod(index - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def names(articles: Sequence[Article], beyond: Beyond = _NOTHING) -> dict[str, Name]:
    """The name of every article, by id; sigla follow the given order."""
    files = _short_paths([article.path for article in articles])
    return {
        article.id: _name(article, siglum(index), file + beyond.mark(article.id))
        for index, (article, file) in enumerate(zip(articles, files, strict=True))
    }


def _name(article: Article, letter: str, file: str) -> Name:
    published = _value(article.published)
    return Name(
        id=article.id,
        siglum=letter,
        title=_value(article.title) or file,
        file=file,
        publisher=_value(article.publisher),
        published=date(published) if published else None,
    )


def _value(found: Found | None) -> str | None:
    return " ".join(found.value.split()) or None if found else None


def _short_paths(paths: Sequence[str]) -> list[str]:
    """Each path's last part, with as many folders before it as tell it from other paths."""
    distinct = list(dict.fromkeys(paths))
    parts = [[part for part in _SEPARATOR.split(path) if part] or [path] for path in distinct]
    short = [path[-1] for path in parts]
    for length in range(2, 6):
        taken = Counter(short)
        short = [
            "/".join(path[-length:]) if taken[now] > 1 else now
            for path, now in zip(parts, short, strict=True)
        ]
    found = dict(zip(distinct, short, strict=True))
    return [found[path] for path in paths]
