"""A collection: one SQLite file with articles, what was read in them and what was drawn."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from newstemma.read.judgements import Judgement
from newstemma.records import Analysis, Article, Failure, Witness
from newstemma.store import findings, listing, lookup, opening, readings, said, texts, versions
from newstemma.store.failing import in_words, told
from newstemma.store.rows import Custody, Hit, StoryRow, TextRow

__all__ = ["Store"]


class Store:
    """An open collection; closes as a context manager.

    What is written belongs inside `writing()`, which writes all of it or nothing.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    @classmethod
    def create(cls, path: str | os.PathLike[str]) -> Store:
        """A new collection; raises `StoreError` where something is at the path already."""
        return cls(opening.create(_place(path)), Path(path))

    @classmethod
    def open_to_write(cls, path: str | os.PathLike[str]) -> Store:
        """The collection at the path, created where there is none."""
        return cls(opening.open_to_write(_place(path)), Path(path))

    @classmethod
    def open_to_read(cls, path: str | os.PathLike[str]) -> Store:
        """The collection at the path, which is left as it is."""
        return cls(opening.open_to_read(_place(path)), Path(path))

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
        if reason := in_words(error, self.path):
            raise reason from error

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """One transaction: all that is written inside is kept, or nothing where it raises.

        Waits for another writer, a minute at the most; raises `CollectionBusy` then.
        """
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            with self._ended():
                yield self

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """One snapshot: nothing that others write meanwhile is seen inside."""
        with told(self.path):
            self._connection.execute("BEGIN")
            with self._ended():
                yield self

    @contextmanager
    def _ended(self) -> Iterator[None]:
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def damage(self) -> tuple[str, ...]:
        """What SQLite finds wrong in the whole file, one line each; reads all of it."""
        try:
            rows = self._connection.execute("PRAGMA integrity_check").fetchall()
        except sqlite3.DatabaseError as error:
            return (str(error),)
        return tuple(line for (line,) in rows if line != "ok")

    # --- articles ---------------------------------------------------------------------------------

    def known(self, key: str) -> str | None:
        """The hash of the text that was given last at a key, None where there is none."""
        return versions.known(self._connection, key)

    def holds(self, key: str, sha256: str) -> int | None:
        """The number of the version at a key that has the text with that hash, None without one."""
        return versions.holds(self._connection, key, sha256)

    def find(self, name: str) -> tuple[str, ...]:
        """The ids that a name may mean: a key, path or URL, else the start of an id."""
        return versions.find(self._connection, name)

    def unused_id(self, stem: str) -> str:
        """The stem where no version has that id yet, else with the next number: `stem-2`."""
        return versions.unused_id(self._connection, stem)

    def numbers(self, ids: Iterable[str]) -> dict[str, int]:
        """The number of each version by its id; raises `KeyError` for one that is not there."""
        return versions.numbers(self._connection, ids)

    def texts(self, ids: Iterable[str]) -> tuple[TextRow, ...]:
        """Which text of its article each version is; an id that is not there is left out."""
        return texts.texts(self._connection, ids)

    def add_version(self, key: str, article: Article, *, custody: Custody) -> int:
        """Writes down a text as the next version at its key; gives its number.

        Raises `UnreadableArticle` where the text cannot be written in UTF-8.
        """
        return versions.add_version(self._connection, key, article, custody=custody)

    def custody(self, number: int) -> Custody | None:
        """Where a version was read; None where there is no such version."""
        return versions.custody_of(self._connection, number)

    def keep_reading(self, number: int, witness: Witness, *, through: str) -> None:
        """Writes down what close reading found in a version, over what was found before."""
        readings.keep_reading(self._connection, number, witness, through=through)

    def witnesses(self, numbers: Iterable[int]) -> tuple[Witness, ...]:
        """The versions read closely, in the order asked for.

        Raises `KeyError` for one that is not there, or was not read closely.
        """
        return readings.witnesses(self._connection, numbers)

    def with_words(self, number: int) -> Witness:
        """A version with its words alone, as if nothing else had been read in it.

        Raises `KeyError` for one that is not there, or was not read closely.
        """
        return readings.with_words(self._connection, number)

    def through(self, numbers: Iterable[int]) -> dict[int, str]:
        """The stage up to which each version was read, for those that were."""
        return readings.through(self._connection, numbers)

    def lengths(self, numbers: Iterable[int]) -> dict[int, int]:
        """How many words the report of each version has."""
        return readings.lengths(self._connection, numbers)

    def remove(self, numbers: Sequence[int]) -> None:
        """Forgets versions; the findings that name them are for the caller to replace."""
        versions.remove(self._connection, numbers)

    # --- finding ----------------------------------------------------------------------------------

    def index(self, number: int, features: Sequence[str]) -> None:
        """Writes down the features of a version: words of ASCII letters and digits."""
        lookup.index(self._connection, number, features)

    def removed(self) -> frozenset[int]:
        """The versions that were taken away, which features are still known of."""
        return lookup.removed(self._connection)

    def holders(
        self, features: Sequence[str], *, limit: int, without: Collection[int] = frozenset()
    ) -> Mapping[str, Sequence[int]]:
        """The first versions that have each feature, sorted, `without` some; what none has is left
        out.
        """
        return lookup.holders(self._connection, features, limit=limit, without=without)

    def nearest(self, words: Sequence[str], *, limit: int) -> list[int]:
        """The versions that have the most of some words, by BM25, best first."""
        return lookup.nearest(self._connection, words, limit=limit)

    def search(self, text: str, *, limit: int = 20) -> tuple[Hit, ...]:
        """The articles that have all the words that somebody typed, best first."""
        return lookup.search(self._connection, text, limit=limit)

    def give_back(self, number: int) -> bool:
        """Makes a version the current one of its article; gives whether it was not."""
        return texts.give_back(self._connection, number)

    def having(self, text: str) -> frozenset[int]:
        """The neighbourhoods with an article that has all the words of a text."""
        return lookup.having(self._connection, text)

    # --- findings ---------------------------------------------------------------------------------

    def neighbourhoods(self, numbers: Iterable[int]) -> tuple[int, ...]:
        """The neighbourhoods that versions are in, sorted."""
        return findings.neighbourhoods(self._connection, numbers)

    def members(self, neighbourhoods: Iterable[int]) -> tuple[int, ...]:
        """The versions in neighbourhoods, sorted."""
        return findings.members(self._connection, neighbourhoods)

    def drawn_through(self, numbers: Iterable[int]) -> dict[int, str]:
        """The stage up to which each version was drawn, for those that were."""
        return findings.drawn_through(self._connection, numbers)

    def replace(
        self, old: Sequence[int], drawn: Sequence[Analysis], *, through: str
    ) -> tuple[int, ...]:
        """Puts what was drawn in place of old neighbourhoods; gives the new numbers.

        What could not be read is left out: see `fail`. Raises `KeyError` for an article that was
        not added.
        """
        return findings.replace(self._connection, old, drawn, through=through)

    def analysis(self, neighbourhoods: Iterable[int] | None = None) -> Analysis:
        """What was drawn of some neighbourhoods; of all, with what could not be read.

        Raises `KeyError` for a neighbourhood that is not there.
        """
        found = findings.analysis(self._connection, neighbourhoods)
        return replace(found, failures=self.failures()) if neighbourhoods is None else found

    def findings(self, neighbourhoods: Iterable[int]) -> Analysis:
        """What was drawn of some neighbourhoods, their articles as if nothing was read in them.

        Raises `KeyError` for a neighbourhood that is not there.
        """
        return findings.analysis(self._connection, neighbourhoods, reading=readings.unread)

    def stories(self, start: str = "") -> tuple[StoryRow, ...]:
        """The stories whose ids `start` so, for a list: those with the most articles first, whose
        versions count once.
        """
        return listing.stories(self._connection, start)

    def story_of(self, number: int) -> StoryRow | None:
        """The story that a version tells; None where it was not drawn."""
        return listing.story_of(self._connection, number)

    # --- judgements and failures ------------------------------------------------------------------

    def judge(self, judged: Judgement) -> int:
        """Adds what a person judged; gives its number, which takes the place of its line."""
        return said.judge(self._connection, judged)

    def judgements(self) -> tuple[Judgement, ...]:
        """All that was judged, in the order in which it was; `line` is its number."""
        return said.judgements(self._connection)

    def fail(self, failure: Failure) -> None:
        """Writes down what could not be read, once."""
        said.fail(self._connection, failure)

    def forgive(self, path: str) -> None:
        """Forgets what could not be read at a path, since it could be read now."""
        said.forgive(self._connection, path)

    def failures(self) -> tuple[Failure, ...]:
        """What could not be read, in the order in which it was met."""
        return said.failures(self._connection)


def _place(path: str | os.PathLike[str]) -> Path:
    """Where the file itself lies: SQLite keeps its log there, not beside a link to it."""
    return Path(os.path.realpath(path))
