"""The main job, stage by stage: read, clean, read closely, draw the family, collate.

Stages are pure functions of records; this is the one place where they meet the outside.
"""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from newstemma.collate.variants import variants
from newstemma.corroborate.check.check import check, pile_of
from newstemma.corroborate.scene import Scene, scenes
from newstemma.corroborate.sourcing import sourcing
from newstemma.corroborate.stage import Corroborated, corroborated
from newstemma.lineage.family import Family, family
from newstemma.lineage.judged import NO_JUDGEMENTS
from newstemma.progress import Progress, quiet
from newstemma.read import ReadOptions, read_articles
from newstemma.read.outlets import read_outlets
from newstemma.records import (
    Actor,
    Analysis,
    Article,
    CheckedSentence,
    Failure,
    Judgements,
    RawArticle,
    Run,
    SourcingProfile,
    Variant,
    Witness,
)
from newstemma.settings import Settings, described
from newstemma.text.cleaning import body, clean
from newstemma.text.cleaning.language import UNDETERMINED
from newstemma.text.identity.actors import identities
from newstemma.text.identity.judged import NO_JUDGEMENTS as NO_NAMES
from newstemma.text.identity.judged import Judged, judged
from newstemma.text.outlets import Outlets, known_outlets, overridden
from newstemma.text.parse import load
from newstemma.text.segment import sentences, words
from newstemma.text.witness import witness
from newstemma.version import __version__

if TYPE_CHECKING:
    from newstemma.read.judgements import Judgement

__all__ = [
    "Checked",
    "CloseReading",
    "Through",
    "analysed",
    "analyze",
    "checked",
    "checked_in",
    "close_reading",
    "collated",
    "content_hash",
    "identity",
    "judged_articles",
    "judged_names",
    "raw_articles",
    "read_closely",
    "witnesses",
]

_NOTHING = Analysis(
    witnesses=(),
    stories=(),
    lineages=(),
    lost_witnesses=(),
    derivations=(),
    relations=(),
    variants=(),
    failures=(),
)
_PARSED = "en"  # the language that the pipeline reads

type_of_path = str | os.PathLike[str]
CloseReading = Callable[[Sequence[tuple[str, RawArticle]]], Iterable[Witness]]
"""Reads articles closely, given with the ids that they get; in their order."""


class Through(StrEnum):
    """The last stage that is gone through, each after the one before."""

    READ = "read"
    LINEAGE = "lineage"
    COLLATE = "collate"
    CLAIMS = "claims"

    def reaches(self, stage: Through) -> bool:
        """Whether `stage` is gone through.

        >>> Through.COLLATE.reaches(Through.LINEAGE), Through.READ.reaches(Through.LINEAGE)
        (True, False)
        """
        order = list(Through)
        return order.index(self) >= order.index(stage)


def analyze(
    paths: type_of_path | Iterable[type_of_path],
    *,
    settings: Settings | None = None,
    progress: Progress = quiet,
) -> Analysis:
    """The whole analysis of the articles at `paths` (files, folders, globs, `-`).

    Raises:
        InputMissing: a path, the judgements too, does not exist; nothing was analysed.
    """
    chosen = settings or Settings()
    judgements, unread = _judgements(chosen)
    read, failures = witnesses(paths, settings=chosen, progress=progress)
    of_articles, unused = _of_articles(judgements, read, chosen)
    found = analysed(
        read, judgements=of_articles, names=judged_names(judgements), progress=progress
    )
    run = Run(version=__version__, options=described(chosen))
    return replace(found, failures=(*failures, *unread, *unused), run=run)


def analysed(
    read: Sequence[Witness],
    *,
    judgements: Judgements = NO_JUDGEMENTS,
    names: Judged = NO_NAMES,
    through: Through = Through.CLAIMS,
    progress: Progress = quiet,
) -> Analysis:
    """What is found in articles that were read, up to the stage `through`; pure.

    Variants and claims need articles that were read with a parser, where there is one.
    """
    if not through.reaches(Through.LINEAGE):
        return replace(_NOTHING, witnesses=tuple(read))
    drawn = family(read, judgements=judgements)
    found = Analysis(
        witnesses=tuple(read),
        stories=drawn.stories,
        lineages=drawn.lineages,
        lost_witnesses=drawn.lost_witnesses,
        derivations=drawn.derivations,
        relations=drawn.relations,
        variants=collated(read, drawn, progress=progress)
        if through.reaches(Through.COLLATE)
        else (),
        failures=(),
    )
    return _claimed(found, drawn, names, progress) if through.reaches(Through.CLAIMS) else found


def _claimed(found: Analysis, drawn: Family, names: Judged, progress: Progress) -> Analysis:
    """What is found with who is named, what is claimed and on whom each article stands."""
    read = found.witnesses
    actors = _actors(read, drawn, names)
    told = list(scenes(read, drawn, actors=actors, variants=found.variants))
    stories = _corroborate(told, progress)
    return replace(
        found,
        actors=actors,
        claims=tuple(row for one in stories for row in one.claims),
        conflicts=tuple(row for one in stories for row in one.conflicts),
        relations_claimed=tuple(row for one in stories for row in one.relations),
        events=tuple(row for one in stories for row in one.events),
        tracked_numbers=tuple(row for one in stories for row in one.tracked_numbers),
        profiles=_profiles(read, drawn),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A text beside articles: what they have of each of its sentences, and what was not read."""

    text: Witness
    articles: tuple[Witness, ...]
    sentences: tuple[CheckedSentence, ...]
    failures: tuple[Failure, ...]


def checked(
    raw: RawArticle,
    paths: type_of_path | Iterable[type_of_path],
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


def _told(
    paths: type_of_path | Iterable[type_of_path], settings: Settings, progress: Progress
) -> _Told:
    judgements, unread = _judgements(settings)
    read, failures = witnesses(paths, settings=settings, progress=progress)
    of_articles, unused = _of_articles(judgements, read, settings)
    drawn = family(read, judgements=of_articles)
    actors = _actors(read, drawn, judged_names(judgements))
    return _Told(read=read, drawn=drawn, actors=actors, failures=(*failures, *unread, *unused))


def witnesses(
    paths: type_of_path | Iterable[type_of_path],
    *,
    settings: Settings,
    progress: Progress = quiet,
) -> tuple[tuple[Witness, ...], tuple[Failure, ...]]:
    """The articles at `paths`, cleaned and read closely, and what could not be read.

    Raises:
        InputMissing: a path, the table of outlets too, does not exist.
        NewstemmaError: the table of outlets is none.
    """
    with close_reading(settings) as read:
        raws, failures = _read(paths, settings, progress)
        closely = _counted(read(_identified(raws)), len(raws), progress)
    return tuple(closely), failures


def _read(
    paths: type_of_path | Iterable[type_of_path], settings: Settings, progress: Progress
) -> tuple[list[RawArticle], tuple[Failure, ...]]:
    raws: list[RawArticle] = []
    failures: list[Failure] = []
    for row in raw_articles(paths, settings=settings):
        if isinstance(row, Failure):
            failures.append(row)
        else:
            raws.append(row)
            progress("reading", len(raws), 0)
    progress("reading", len(raws), len(raws))
    return raws, tuple(failures)


def raw_articles(
    paths: type_of_path | Iterable[type_of_path], *, settings: Settings
) -> Iterator[RawArticle | Failure]:
    """The articles at `paths` as they are, and what could not be read, one after another.

    Raises:
        InputMissing: a path does not exist; at once, before anything is read.
    """
    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    options = ReadOptions(
        metadata=settings.metadata,
        fields=settings.fields,
        max_article_bytes=settings.max_article_bytes,
        leave_out=tuple(path for path in (settings.judgements, settings.outlets) if path),
    )
    return read_articles([os.fspath(path) for path in given], options=options)


def _identified(raws: Sequence[RawArticle]) -> list[tuple[str, RawArticle]]:
    """The articles with their ids; equal texts are numbered in order."""
    seen: Counter[str] = Counter()
    identified = []
    for raw in raws:
        content = identity(raw)
        seen[content] += 1
        suffix = f"-{seen[content]}" if seen[content] > 1 else ""
        identified.append((content + suffix, raw))
    return identified


def identity(raw: RawArticle | Article) -> str:
    """The id of an article, from its content, so that it survives a move."""
    return content_hash(raw)[:12]


def content_hash(raw: RawArticle | Article) -> str:
    """The SHA-256 of the text of an article in UTF-8, in hexadecimal digits."""
    return sha256(raw.text.encode("utf-8", "surrogatepass")).hexdigest()


@contextmanager
def close_reading(
    settings: Settings, *, through: Through = Through.CLAIMS
) -> Iterator[CloseReading]:
    """What reads articles closely, as far as the stage `through` needs it.

    Side by side in `settings.jobs` processes, which last as long as the context.

    Raises:
        InputMissing: the table of outlets does not exist.
        NewstemmaError: the table of outlets is none.
    """
    outlets = overridden(read_outlets(settings.outlets)) if settings.outlets else known_outlets()
    work = partial(_cleaned_and_read, settings.nlp, outlets, through)
    pool = ProcessPoolExecutor(max_workers=settings.jobs, initializer=_leave_interrupts)

    def read(items: Sequence[tuple[str, RawArticle]]) -> Iterable[Witness]:
        if settings.jobs <= 1 or len(items) < 2:
            return map(work, items)
        return pool.map(work, items, chunksize=max(1, len(items) // (8 * settings.jobs)))

    try:
        yield read
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _cleaned_and_read(
    nlp: str | None, outlets: Outlets, through: Through, identified: tuple[str, RawArticle]
) -> Witness:
    name, raw = identified
    return read_closely(clean(raw, id=name, outlets=outlets), nlp=nlp, through=through)


def read_closely(article: Article, *, nlp: str | None, through: Through) -> Witness:
    """An article read as far as the stage `through` needs it: its words and sentences alone, or
    all that it says, from variants on with the parser `nlp` where there is one for its language.
    """
    if not through.reaches(Through.LINEAGE):
        stretches = body(article)
        tokens = tuple(word for stretch in stretches for word in words(article.text, stretch))
        return Witness(
            article=article,
            words=tokens,
            sentences=sentences(article.text, tokens, within=stretches),
            mentions=(),
            quotations=(),
        )
    parsed = article.language == _PARSED and through.reaches(Through.COLLATE)
    return witness(article, load(nlp) if parsed else None)


def _leave_interrupts() -> None:
    """Ctrl-C reaches every process of the terminal; the one that started the others answers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _counted(found: Iterable[Witness], total: int, progress: Progress) -> list[Witness]:
    done = []
    for one in found:
        done.append(one)
        progress("cleaning", len(done), total)
    return done


def _judgements(settings: Settings) -> tuple[tuple[Judgement, ...], tuple[Failure, ...]]:
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
    found, unread = _judgements(settings)
    judgements, unused = _of_articles(found, read, settings)
    return judgements, (*unread, *unused)


def _of_articles(
    found: Sequence[Judgement], read: Sequence[Witness], settings: Settings
) -> tuple[Judgements, tuple[Failure, ...]]:
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


def _actors(read: Sequence[Witness], drawn: Family, names: Judged) -> tuple[Actor, ...]:
    """The actors of each story, story by story."""
    by_id = {one.id: one for one in read}
    return tuple(
        actor
        for story in drawn.stories
        for actor in identities([by_id[one] for one in story.articles], judgements=names)
    )


def collated(
    read: Sequence[Witness], drawn: Family, *, progress: Progress = quiet
) -> tuple[Variant, ...]:
    """What each derived article changed, in the order of the articles."""
    by_id = {one.id: one for one in read}
    story_of = {member: story for story in drawn.stories for member in story.articles}
    parents: dict[str, list[str]] = {}
    for edge in drawn.derivations:
        parents.setdefault(edge.child, []).append(edge.parent)
    found: list[Variant] = []
    children = [one.id for one in read if one.id in parents]
    for done, child in enumerate(children, start=1):
        known = {child, *parents[child]}
        others = [by_id[other] for other in story_of[child].articles if other not in known]
        made_from = [by_id[parent] for parent in parents[child]]
        found.extend(variants(by_id[child], made_from, others=others))
        progress("collating", done, len(children))
    return tuple(found)


def _corroborate(told: Sequence[Scene], progress: Progress) -> list[Corroborated]:
    """What each story claims, story by story."""
    found = []
    for done, scene in enumerate(told, start=1):
        found.append(corroborated(scene))
        progress("corroborating", done, len(told))
    return found


def _profiles(read: Sequence[Witness], drawn: Family) -> tuple[SourcingProfile, ...]:
    """On whom the words of each article stand, in the order of the articles."""
    by_id = {one.id: one for one in read}
    parents: dict[str, list[Witness]] = {}
    for edge in drawn.derivations:
        parents.setdefault(edge.child, []).append(by_id[edge.parent])
    return tuple(sourcing(one, parents.get(one.id, [])) for one in read)
