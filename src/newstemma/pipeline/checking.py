"""A text beside articles: what they have of each of its sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newstemma.corroborate.check.check import check, pile_of
from newstemma.corroborate.scene import scenes
from newstemma.lineage.family import Family, family
from newstemma.pipeline.analysing import actors_of
from newstemma.pipeline.judging import bearing_on, given_judgements, judged_names
from newstemma.pipeline.reading import Paths, read_closely, witnesses
from newstemma.pipeline.through import Through
from newstemma.progress import Progress, quiet
from newstemma.records import Actor, Analysis, CheckedSentence, Failure, RawArticle, Witness
from newstemma.settings import Settings
from newstemma.text.cleaning import clean
from newstemma.text.cleaning.language import UNDETERMINED

__all__ = ["Checked", "checked", "checked_in"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A text beside articles: what they have of each of its sentences, and what was not read."""

    text: Witness
    articles: tuple[Witness, ...]
    sentences: tuple[CheckedSentence, ...]
    failures: tuple[Failure, ...]


def checked(
    raw: RawArticle,
    paths: Paths,
    *,
    settings: Settings | None = None,
    progress: Progress = quiet,
) -> Checked:
    """What the articles at `paths` have of each sentence of a text.

    Raises:
        InputMissing: a path, the judgements too, does not exist; nothing was checked.
    """
    chosen = settings or Settings()
    return _checked(raw, _told(paths, chosen, progress), chosen)


def checked_in(raw: RawArticle, found: Analysis, *, settings: Settings) -> Checked:
    """What articles that were analysed have of each sentence of a text; pure."""
    drawn = Family(
        stories=found.stories,
        lineages=found.lineages,
        lost_witnesses=found.lost_witnesses,
        derivations=found.derivations,
        relations=found.relations,
    )
    told = _Told(read=found.witnesses, drawn=drawn, actors=found.actors, failures=())
    return _checked(raw, told, settings)


def _checked(raw: RawArticle, told: _Told, settings: Settings) -> Checked:
    text = _unfurnished(raw, told.read, settings)
    pile = pile_of(scenes(told.read, told.drawn, actors=told.actors))
    return Checked(
        text=text, articles=told.read, sentences=check(text, pile), failures=told.failures
    )


def _unfurnished(raw: RawArticle, read: Sequence[Witness], settings: Settings) -> Witness:
    """A text read closely, in the commonest language of the articles where it is too short to
    tell; none of it counts as furniture, since it is no page.
    """
    article = replace(clean(raw, id="text"), furniture=())
    if article.language == UNDETERMINED and read:
        known = Counter(one.article.language for one in read)
        article = replace(article, language=min(known, key=lambda code: (-known[code], code)))
    return read_closely(article, nlp=settings.nlp, through=Through.CLAIMS)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What was read, the family that it makes, whom it names, and what was not read."""

    read: tuple[Witness, ...]
    drawn: Family
    actors: tuple[Actor, ...]
    failures: tuple[Failure, ...]


def _told(paths: Paths, settings: Settings, progress: Progress) -> _Told:
    judgements, unread = given_judgements(settings)
    read, failures = witnesses(paths, settings=settings, progress=progress)
    of_articles, unused = bearing_on(judgements, read, settings)
    drawn = family(read, judgements=of_articles)
    actors = actors_of(read, drawn, judged_names(judgements))
    return _Told(read=read, drawn=drawn, actors=actors, failures=(*failures, *unread, *unused))
