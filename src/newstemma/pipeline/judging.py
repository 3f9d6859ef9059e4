"""What people judged, as it bears on the articles that were read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from newstemma.lineage.judged import NO_JUDGEMENTS
from newstemma.records import Failure, Judgements, Witness
from newstemma.settings import Settings
from newstemma.text.identity.judged import Judged, judged

if TYPE_CHECKING:
    from newstemma.read.judgements import Judgement

__all__ = ["bearing_on", "given_judgements", "judged_articles", "judged_names"]


def given_judgements(settings: Settings) -> tuple[tuple[Judgement, ...], tuple[Failure, ...]]:
    """What people judged, and the lines of the file that could not be read."""
    if settings.judgements is None:
        return (), ()
    from newstemma.read.judgements import read_judgements  # pydantic: slow to load

    return read_judgements(settings.judgements)


def judged_articles(
    read: Sequence[Witness], *, settings: Settings
) -> tuple[Judgements, tuple[Failure, ...]]:
    """What people judged of the articles that were read, and the lines that have no effect.

    Raises:
        InputMissing: the file of judgements does not exist.
    """
    found, unread = given_judgements(settings)
    judgements, unused = bearing_on(found, read, settings)
    return judgements, (*unread, *unused)


def bearing_on(
    found: Sequence[Judgement], read: Sequence[Witness], settings: Settings
) -> tuple[Judgements, tuple[Failure, ...]]:
    """What of it is said of the articles that were read, and the lines that have no effect."""
    if settings.judgements is None:
        return NO_JUDGEMENTS, ()
    from newstemma.read.judged import meant

    return meant(found, [one.article for one in read], path=settings.judgements)


def judged_names(found: Iterable[Judgement]) -> Judged:
    """What was judged of names."""
    known = list(found)
    same = [(one.left, one.right) for one in known if one.kind == "same-person"]
    different = [(one.left, one.right) for one in known if one.kind == "different-person"]
    return judged(same=same, different=different)
