"""What a person calls an article or a story of a collection -> what is meant."""

from __future__ import annotations

from collections.abc import Iterable

from newstemma.collection.identity import key_of
from newstemma.errors import NewstemmaError
from newstemma.records import Witness
from newstemma.store import Store

__all__ = ["article_named", "neighbourhoods_named"]

_SHOWN = 3  # of the articles that a name may mean are told


def article_named(store: Store, name: str) -> Witness:
    """The newest version of the article that a name means: its id, path, URL, or the end of a path.

    Raises:
        NewstemmaError: there is none, or there are several.
    """
    found = store.witnesses(store.numbers(store.find(name)).values())
    if not found:
        raise NewstemmaError(
            f"{name}: no such story or article in {store.path}; newstemma stories lists the stories"
        )
    places = {key_of(one.article) for one in found}
    if len(places) > 1:
        shown = ", ".join([*sorted(places)[:_SHOWN], *(["..."] if len(places) > _SHOWN else [])])
        raise NewstemmaError(f"{name}: {len(places)} articles are called so ({shown}); write more")
    return found[-1]


def neighbourhoods_named(store: Store, names: Iterable[str]) -> tuple[int, ...]:
    """The neighbourhoods of the stories that the names mean: the start of a story's id, or an
    article in it, which stays a name for it when the story grows.

    Raises:
        NewstemmaError: there is no such story or article, or there are several.
    """
    return tuple(sorted({number for name in names for number in _neighbourhoods(store, name)}))


def _neighbourhoods(store: Store, name: str) -> tuple[int, ...]:
    told = [one for one in store.stories() if name and one.id.startswith(name)]
    if len(told) > 1:
        raise NewstemmaError(f"{name}: {len(told)} stories start so; write more of it")
    if told:
        return (told[0].neighbourhood,)
    article = article_named(store, name)
    return store.neighbourhoods(store.numbers([article.id]).values())
