"""Invented stories, one lineage an article, as the claims are drawn from."""

from __future__ import annotations

from dataclasses import replace

from newstemma.corroborate.scene import Scene
from newstemma.corroborate.voices import Voice
from newstemma.records import Found, Span, Witness
from newstemma.text.identity.actors import identities
from tests.collate.parsed import read_parsed

__all__ = ["scene_of"]


def scene_of(*texts: str, published: tuple[str | None, ...] = ()) -> Scene:
    """The scene of articles "a", "b", ...: nobody was made from anybody.

    `published` are the dates of the articles, as far as they have any.
    """
    dates = (*published, *(None for _ in texts))
    read = [
        _dated(read_parsed(text, name), date)
        for name, text, date in zip("abcdefgh", texts, dates, strict=False)
    ]
    actors = identities(read)
    names: dict[str, dict[Span, str]] = {one.id: {} for one in read}
    for actor in actors:
        for at in actor.mentions:
            names[at.article][at.span] = actor.name
    return Scene(
        story="story",
        witnesses={one.id: one for one in read},
        actors=actors,
        names=names,
        forms={},
        lineages={one.id: (f"line-{one.id}",) for one in read},
        voices={f"line-{one.id}": Voice(key=f"line-{one.id}", name=None) for one in read},
        parents={},
        variants={},
    )


def _dated(one: Witness, date: str | None) -> Witness:
    published = Found(value=date) if date else None
    return replace(one, article=replace(one.article, published=published))
