"""What a person calls an article or a story of a collection -> what is meant."""

from __future__ import annotations

from newstemma.errors import NewstemmaError, NothingToAnalyse
from newstemma.records import Witness
from newstemma.store import Store, StoryRow, TextRow

__all__ = ["article_named", "story_named", "texts_named"]

_SHOWN = 3  # of the articles that a name may mean are told


def article_named(store: Store, name: str) -> Witness:
    """The current text of the article that a name means; raises as `texts_named` does."""
    (found,) = store.witnesses([texts_named(store, name)[-1].number])
    return found


def texts_named(store: Store, name: str) -> tuple[TextRow, ...]:
    """The texts of the article that a name means, the current one last: a path, a URL or the end of
    a path means all of them, an id or the start of one that text alone.

    Raises:
        NewstemmaError: there is none, or there are several.
    """
    found = store.texts(store.find(name))
    if not found:
        raise NewstemmaError(f"{name}: no such article in {store.path}; give its path, URL or id")
    places = sorted({one.key for one in found})
    if len(places) > 1:
        shown = ", ".join([*places[:_SHOWN], *(["..."] if len(places) > _SHOWN else [])])
        raise NewstemmaError(f"{name}: {len(places)} articles are called so ({shown}); write more")
    return tuple(sorted(found, key=lambda one: (one.is_current, one.number)))


def story_named(store: Store, name: str) -> StoryRow:
    """The story that a name means: the start of its id, or an article in it, which stays a name for
    it when the story grows.

    Raises:
        NothingToAnalyse: the article was not drawn yet.
        NewstemmaError: there is no such story or article, or there are several.
    """
    told = store.stories(name) if name else ()
    if len(told) > 1:
        raise NewstemmaError(f"{name}: {len(told)} stories start so; write more of it")
    if told:
        return told[0]
    if not store.find(name):
        raise NewstemmaError(
            f"{name}: no such story or article in {store.path}; newstemma stories lists the stories"
        )
    found = store.story_of(texts_named(store, name)[-1].number)
    if not found:
        raise NothingToAnalyse(
            f"{name}: it was read, not drawn; give it to newstemma add again, with --through "
            "lineage or further"
        )
    return found
