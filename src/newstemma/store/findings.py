"""What was drawn, neighbourhood by neighbourhood: an `Analysis` in, an equal `Analysis` out."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from newstemma.records import (
    Actor,
    Analysis,
    Claim,
    ClaimedRelation,
    Conflict,
    Derivation,
    Event,
    Lineage,
    LostWitness,
    Relation,
    Run,
    SourcingProfile,
    Story,
    TrackedNumber,
    Variant,
    Witness,
)
from newstemma.store.codec import decoded, encoded
from newstemma.store.readings import witnesses
from newstemma.store.versions import numbers
from newstemma.store.whole import whole

__all__ = [
    "FINDINGS",
    "analysis",
    "drawn_through",
    "members",
    "neighbourhoods",
    "replace",
]

# The field of `Analysis`, which is the name of its table too, and its record.
FINDINGS: tuple[tuple[str, type[Any]], ...] = (
    ("stories", Story),
    ("lineages", Lineage),
    ("lost_witnesses", LostWitness),
    ("derivations", Derivation),
    ("relations", Relation),
    ("variants", Variant),
    ("actors", Actor),
    ("claims", Claim),
    ("conflicts", Conflict),
    ("relations_claimed", ClaimedRelation),
    ("events", Event),
    ("tracked_numbers", TrackedNumber),
    ("profiles", SourcingProfile),
)


def neighbourhoods(connection: sqlite3.Connection, versions: Iterable[int]) -> tuple[int, ...]:
    """The neighbourhoods that versions are in, sorted."""
    query = "SELECT neighbourhood FROM members WHERE version = ?"
    rows = (connection.execute(query, (one,)).fetchone() for one in versions)
    return tuple(sorted({row[0] for row in rows if row}))


def members(connection: sqlite3.Connection, chosen: Iterable[int]) -> tuple[int, ...]:
    """The versions in neighbourhoods, sorted."""
    query = "SELECT version FROM members WHERE neighbourhood = ?"
    rows = (row for one in chosen for row in connection.execute(query, (one,)))
    return tuple(sorted({row[0] for row in rows}))


def drawn_through(connection: sqlite3.Connection, versions: Iterable[int]) -> dict[int, str]:
    """The stage up to which each version was drawn, for those that were."""
    query = (
        "SELECT through FROM members JOIN neighbourhoods ON number = neighbourhood"
        " WHERE version = ?"
    )
    rows = ((one, connection.execute(query, (one,)).fetchone()) for one in versions)
    return {one: row[0] for one, row in rows if row}


def replace(
    connection: sqlite3.Connection, old: Sequence[int], drawn: Sequence[Analysis], *, through: str
) -> tuple[int, ...]:
    """Puts what was drawn in place of old neighbourhoods; gives the new numbers.

    Raises `KeyError` for an article that was not added.
    """
    connection.executemany(
        "DELETE FROM neighbourhoods WHERE number = ?", [(number,) for number in old]
    )
    return tuple(_keep(connection, one, through) for one in drawn)


def _keep(connection: sqlite3.Connection, drawn: Analysis, through: str) -> int:
    number = connection.execute(
        "INSERT INTO neighbourhoods (through, run) VALUES (?, ?)", (through, encoded(drawn.run))
    ).lastrowid
    versions = numbers(connection, [one.id for one in drawn.witnesses])
    connection.executemany(
        "INSERT INTO members (version, neighbourhood, place) VALUES (?, ?, ?)",
        [(version, number, place) for place, version in enumerate(versions.values())],
    )
    for table, _ in FINDINGS:
        connection.executemany(
            f"INSERT INTO {table} (neighbourhood, place, record) VALUES (?, ?, ?)",
            [(number, place, encoded(one)) for place, one in enumerate(getattr(drawn, table))],
        )
    return number or 0


Reading = Callable[[sqlite3.Connection, Iterable[int]], tuple[Witness, ...]]
"""Gives versions, by their numbers."""


def analysis(
    connection: sqlite3.Connection, chosen: Iterable[int] | None, *, reading: Reading = witnesses
) -> Analysis:
    """What was drawn of some neighbourhoods, or of all; without what could not be read.

    `reading` gives as much of their articles as is asked for.

    Raises `KeyError` for a neighbourhood that is not there.
    """
    if chosen is None:
        rows = connection.execute("SELECT number FROM neighbourhoods")
        chosen = [number for (number,) in rows]
    parts = [_drawn(connection, one, reading) for one in sorted(set(chosen))]
    return whole(parts, numbers(connection, [one.id for part in parts for one in part.witnesses]))


def _drawn(connection: sqlite3.Connection, neighbourhood: int, reading: Reading) -> Analysis:
    rows = connection.execute(
        "SELECT version FROM members WHERE neighbourhood = ? ORDER BY place", (neighbourhood,)
    )
    known = connection.execute(
        "SELECT run FROM neighbourhoods WHERE number = ?", (neighbourhood,)
    ).fetchone()
    if known is None:
        raise KeyError(neighbourhood)
    return Analysis(
        witnesses=reading(connection, [version for (version,) in rows]),
        failures=(),
        run=decoded(Run, known[0]),
        **{table: _rows(connection, table, kind, neighbourhood) for table, kind in FINDINGS},
    )


def _rows(
    connection: sqlite3.Connection, table: str, kind: type[Any], neighbourhood: int
) -> tuple[Any, ...]:
    rows = connection.execute(
        f"SELECT record FROM {table} WHERE neighbourhood = ? ORDER BY place", (neighbourhood,)
    )
    return tuple(decoded(kind, record) for (record,) in rows)
