"""The table of outlets: their names, their owners and the hosts of their pages."""

from __future__ import annotations

from newstemma.errors import NewstemmaError
from newstemma.read.table import TableRow, read_table
from newstemma.records import Outlet, OutletKind

__all__ = ["read_outlets"]

_COLUMNS = ("name", "kind", "owner", "domains", "aliases")


def read_outlets(path: str) -> tuple[Outlet, ...]:
    """The outlets in a CSV file (comma, semicolon or tab), in its order.

    The columns are `name` and any of `kind` (`outlet` where it is empty), `owner`, `domains` and
    `aliases`, the last two with several between bars.

    Raises `InputMissing` where there is no such file, `NewstemmaError` where it is no such table
    or gives a name or a domain to two outlets.
    """
    rows = read_table(path, columns=_COLUMNS, synonyms={})
    found = tuple(_outlet(path, row) for row in rows)
    _refuse_repeated(path, rows, found)
    return found


def _outlet(path: str, row: TableRow) -> Outlet:
    kind = row.cells.get("kind", "") or OutletKind.OUTLET
    if kind not in list(OutletKind):
        known = ", ".join(OutletKind)
        raise NewstemmaError(f"{path}: line {row.line}: the kind {kind!r} is none of {known}")
    return Outlet(
        name=row.cells["name"],
        kind=OutletKind(kind),
        owner=row.cells.get("owner") or None,
        domains=tuple(one.lower() for one in _several(row, "domains")),
        aliases=_several(row, "aliases"),
    )


def _several(row: TableRow, column: str) -> tuple[str, ...]:
    cells = row.cells.get(column, "").split("|")
    return tuple(cell.strip() for cell in cells if cell.strip())


def _refuse_repeated(path: str, rows: tuple[TableRow, ...], found: tuple[Outlet, ...]) -> None:
    first: dict[str, int] = {}
    for row, one in zip(rows, found, strict=True):
        for name in sorted({one.name.casefold(), *map(str.casefold, one.aliases), *one.domains}):
            if name in first:
                raise NewstemmaError(f"{path}: lines {first[name]} and {row.line} both have {name}")
            first[name] = row.line
