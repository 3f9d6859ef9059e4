"""A text checked against invented articles."""

from __future__ import annotations

from newstemma.corroborate.check.check import check, pile_of
from newstemma.corroborate.scene import Scene, scenes
from newstemma.lineage.family import family
from newstemma.records import CheckedSentence, CheckStatus, RawArticle, TextSource, Witness
from newstemma.text.cleaning import clean
from newstemma.text.identity.actors import identities
from newstemma.text.parse import load
from newstemma.text.witness import witness

__all__ = ["checked", "read", "scenes_of", "statuses"]


def read(text: str, name: str = "text", *, published: str | None = None) -> Witness:
    """The text as a witness, parsed if it is English or too short to tell."""
    raw = RawArticle(path=name, text=text, text_source=TextSource.FILE, published=published)
    article = clean(raw, id=name)
    return witness(article, load() if article.language in {"en", "und"} else None)


def scenes_of(*articles: Witness) -> tuple[Scene, ...]:
    """The articles as the stories that they make up."""
    drawn, by_id = family(articles), {one.id: one for one in articles}
    groups = [[by_id[article] for article in story.articles] for story in drawn.stories]
    actors = [actor for group in groups for actor in identities(group)]
    return tuple(scenes(articles, drawn, actors=actors))


def checked(text: str, *articles: str) -> tuple[CheckedSentence, ...]:
    """The sentences of a text, checked."""
    found = [read(article, f"article {n}") for n, article in enumerate(articles)]
    return check(read(text), pile_of(scenes_of(*found)))


def statuses(text: str, *articles: str) -> list[CheckStatus]:
    """The status of each sentence of a text."""
    return [one.status for one in checked(text, *articles)]
