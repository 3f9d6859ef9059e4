"""The timeline of a story: what is claimed to have happened when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from newstemma.records import Claim, Event, Origin, SourceKind
from newstemma.views.dates import date_in_words
from newstemma.views.followed_records import Chronicle, DateShown, EventShown
from newstemma.views.origins import Provenance, support
from newstemma.views.places import in_sentence

__all__ = ["chronicle"]

_SHOWN = 150  # events of a story
_OTHERS = 8  # claims that tell of one event


def chronicle(
    title: str, found: Sequence[Event], claims: Mapping[str, Claim], known: Provenance
) -> Chronicle:
    """The timeline from the events of a story, which are in the order of their dates."""
    shown = found[:_SHOWN]
    return Chronicle(
        title=title,
        dates=tuple(
            DateShown(
                date=date_in_words(value),
                events=tuple(_event(one, claims, known) for one in alike),
            )
            for value, alike in groupby(shown, key=lambda one: one.date)
        ),
        more=len(found) - len(shown),
    )


def _event(event: Event, claims: Mapping[str, Claim], known: Provenance) -> EventShown:
    own = claims[event.claim]
    others = [claims[one] for one in event.also if one in claims]
    stated = [own.statements[at.statement] for at in event.dated]
    told = [stated, *(one.statements for one in others)]
    firsts = [known.one_each(statements)[0] for statements in told]
    firsts.sort(key=lambda said: said.article in known.derived)
    words = [in_sentence(said.article, said.span, known.texts) for said in firsts[: _OTHERS + 1]]
    origins = [own.origins[at] for at in event.origins]
    apart = _apart([*origins, *(origin for one in others for origin in one.origins)])
    articles = {said.article for statements in told for said in statements}
    return EventShown(
        passage=words[0],
        others=tuple(words[1:]),
        claimed_by=known.claimed_by(apart),
        support=support(apart, len(event.lineages), len(articles)),
    )


def _apart(origins: Iterable[Origin]) -> Sequence[Origin]:
    """Each origin once, though several claims have it."""
    first: dict[tuple[str | None, SourceKind | None], Origin] = {}
    for one in origins:
        first.setdefault((one.name, one.kind), one)
    return tuple(first.values())
