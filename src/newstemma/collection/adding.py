"""Adding articles to a collection, in batches that are whole or not there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TypeVar

from newstemma.collection.current import given_back
from newstemma.collection.drawing import Fresh, How, Weigh, place, weigher
from newstemma.collection.features import fingerprints
from newstemma.collection.identity import key_of, unused
from newstemma.collection.placing import placed
from newstemma.collection.records import Added
from newstemma.pipeline import (
    CloseReading,
    Through,
    close_reading,
    content_hash,
    identity,
    raw_articles,
)
from newstemma.progress import Progress, quiet
from newstemma.records import Failure, RawArticle, Stage, Witness
from newstemma.settings import Settings
from newstemma.store import Custody, Store

__all__ = ["add", "add_articles"]

_Row = TypeVar("_Row")
_Begun = TypeVar("_Begun")

# A batch is so many rows of the listing, whether or not the collection has them, so that another
# run has the same batches. Others wait while it is written: some seconds, where all is drawn too.
_BATCH = 512
_BATCH_DRAWN_FULLY = 64
_CHARACTERS = 4_000_000  # of long articles, that end a batch sooner


@dataclass(frozen=True, slots=True, kw_only=True)
class _New:
    """A text that the collection lacks: what its article is known by, and its id."""

    key: str
    id: str
    raw: RawArticle


def add(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    store: Store,
    *,
    settings: Settings | None = None,
    through: Through = Through.CLAIMS,
    progress: Progress = quiet,
) -> Added:
    """Adds the articles at `paths`, and draws anew what they touch up to the stage `through`.

    The listing is cut into batches by position. Each is read outside of the collection's lock and
    written in one transaction, so that a run that was cut short is completed by running it again.
    A text that is known at its address or path is left alone; another text there is the next
    version of the article.

    Raises:
        InputMissing: a path does not exist; nothing was added.
        StoreError: the collection cannot be written; whole batches before are kept.
    """
    chosen = settings or Settings()
    rows = raw_articles(paths, settings=chosen)
    with close_reading(chosen, through=through) as read:
        how = How(through=through, nlp=chosen.nlp)
        return add_articles(rows, store, read=read, how=how, progress=progress)


def add_articles(
    rows: Iterable[RawArticle | Failure],
    store: Store,
    *,
    read: CloseReading,
    how: How,
    progress: Progress = quiet,
) -> Added:
    """Adds articles that stand in a listing, as `add` does."""
    adding = _Adding(store=store, read=read, how=how, weigh=weigher(store))
    total, done = Added(), 0
    known = set(store.failures())
    for batch in _one_ahead(partial(_begun, adding), _batches(rows, how)):
        total += _add(adding, batch, known)
        done += len(batch.rows)
        progress("adding", done, 0)
    progress("adding", done, done)
    return total


@dataclass(frozen=True, slots=True, kw_only=True)
class _Adding:
    """What is added to, what reads and weighs articles, and how is drawn."""

    store: Store
    read: CloseReading
    how: How
    weigh: Weigh


@dataclass(frozen=True, slots=True, kw_only=True)
class _Batch:
    """Rows of the listing, the sound texts among them, what seemed `new` of these when it was
    begun to be read, what is read in that, and what could not be read.
    """

    rows: Sequence[RawArticle | Failure]
    sound: Sequence[RawArticle]
    new: Sequence[_New]
    read: Iterable[Witness]
    failures: Sequence[Failure]


def _batches(
    rows: Iterable[RawArticle | Failure], how: How
) -> Iterator[Sequence[RawArticle | Failure]]:
    most = _BATCH_DRAWN_FULLY if how.through.reaches(Through.COLLATE) else _BATCH
    batch: list[RawArticle | Failure] = []
    characters = 0
    for row in rows:
        batch.append(row)
        characters += len(row.text) if isinstance(row, RawArticle) else 0
        if len(batch) >= most or characters >= _CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _one_ahead(begun: Callable[[_Row], _Begun], rows: Iterable[_Row]) -> Iterator[_Begun]:
    """What is begun of each row, given once the next is begun too."""
    waiting = []
    for row in rows:
        waiting.append(begun(row))
        if len(waiting) > 1:
            yield waiting.pop(0)
    yield from waiting


def _begun(adding: _Adding, rows: Sequence[RawArticle | Failure]) -> _Batch:
    """One batch, of which what is new is being read, side by side where there are processes."""
    raws = [row for row in rows if isinstance(row, RawArticle)]
    failures = [row for row in rows if isinstance(row, Failure)]
    sound = [raw for raw in raws if _is_text(raw)]
    new = list(_new(adding.store, sound))
    return _Batch(
        rows=rows,
        sound=sound,
        new=new,
        read=adding.read([(one.id, one.raw) for one in new]),
        failures=[*failures, *(_no_text(raw) for raw in raws if not _is_text(raw))],
    )


def _add(adding: _Adding, batch: _Batch, known: set[Failure]) -> Added:
    """One batch: what is read is written as a whole."""
    store, sound, failures = adding.store, batch.sound, batch.failures
    healed = {one.path for one in known} & {one.path for one in sound}
    healed -= {one.path for one in failures}
    read = list(zip(batch.new, batch.read, strict=True))
    added, returned = Added(), 0
    written = bool(read or healed or given_back(store, sound)) or not known.issuperset(failures)
    if written or _shallow(store, sound, adding.how):
        with store.writing():
            shallow = _shallow(store, sound, adding.how)  # as it is now that nobody else writes
            added = _write(adding, read, shallow)
            returned = sum(store.give_back(number) for number in given_back(store, sound))
            for path in sorted(healed):
                store.forgive(path)
            for failure in failures:
                store.fail(failure)
    known.update(failures)
    return added + Added(
        unchanged=len(sound) - added.new, returned=returned, failures=tuple(failures)
    )


def _new(store: Store, raws: Iterable[RawArticle]) -> Iterator[_New]:
    """The texts that the collection lacks, each once."""
    seen: set[tuple[str, str]] = set()
    taken: set[str] = set()
    for raw in raws:
        text = (key_of(raw), content_hash(raw))
        if text not in seen and store.holds(*text) is None:
            seen.add(text)
            name = unused(identity(raw), store, taken)
            taken.add(name)
            yield _New(key=text[0], id=name, raw=raw)


def _shallow(store: Store, raws: Iterable[RawArticle], how: How) -> list[int]:
    """The numbers of the texts that the collection has, but did not draw as far."""
    if not how.through.reaches(Through.LINEAGE):
        return []
    held = (store.holds(key_of(raw), content_hash(raw)) for raw in raws)
    found = sorted({number for number in held if number})
    drawn = store.drawn_through(found)
    return [
        number
        for number in found
        if not Through(drawn.get(number, Through.READ)).reaches(how.through)
    ]


def _write(adding: _Adding, new: Sequence[tuple[_New, Witness]], shallow: Sequence[int]) -> Added:
    """Writes texts and draws what they touch; leaves out what somebody added meanwhile."""
    store, how = adding.store, adding.how
    updated = 0
    fresh: list[Fresh] = []
    for one, witness in new:
        if store.holds(one.key, witness.article.sha256) is None:
            updated += store.known(one.key) is not None
            fresh.append(_written(adding, one, witness))
    again = map(_fresh, shallow, store.witnesses(shallow))
    every = (*fresh, *again)
    drawn = place(store, every, how, adding.weigh) if how.through.reaches(Through.LINEAGE) else ()
    return Added(
        new=len(fresh),
        updated=updated,
        redrawn=len(drawn),
        placed=tuple(placed(drawn, [one.witness.id for one in every])),
    )


def _written(adding: _Adding, one: _New, witness: Witness) -> Fresh:
    """Writes down a text with what was read in it, under an id that nobody took meanwhile."""
    store = adding.store
    name = unused(identity(one.raw), store, ())
    if name != witness.id:
        witness = next(iter(adding.read([(name, one.raw)])))
    article = witness.article
    custody = Custody(
        read_from=article.path,
        read_at=datetime.now(UTC).isoformat(timespec="seconds"),
        content_sha256=article.sha256,
        fetched=one.raw.fetched,
    )
    number = store.add_version(one.key, article, custody=custody)
    store.keep_reading(number, witness, through=adding.how.through.of_one)
    store.forgive(article.path)
    fresh = _fresh(number, witness)
    store.index(number, fresh.found.all)
    return fresh


def _fresh(number: int, witness: Witness) -> Fresh:
    return Fresh(number=number, witness=witness, found=fingerprints(witness))


def _is_text(raw: RawArticle) -> bool:
    """Whether it can be written as UTF-8: half a surrogate pair cannot."""
    try:
        raw.text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _no_text(raw: RawArticle) -> Failure:
    reason = "it has half a surrogate pair, which no file of text can hold; write it anew"
    return Failure(path=raw.path, stage=Stage.READ, reason=reason)
