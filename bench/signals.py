"""Writes the tables of signals and weights into `docs/lineage.md` (`make docs`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from newstemma.lineage.contest import CONTEST_SIGNALS
from newstemma.lineage.direction import DIRECTION_SIGNALS
from newstemma.lineage.evidence import RELATION_SIGNALS
from newstemma.lineage.weights import CONTEST, DIRECTION, RELATION
from newstemma.records import Evidence

__all__ = ["PAGE", "Signal", "between", "name_of", "written"]

Signal = Callable[..., Evidence | None]

PAGE = Path(__file__).parents[1] / "docs" / "lineage.md"
_MODELS: tuple[tuple[str, Iterable[Signal], Mapping[str, float]], ...] = (
    ("relation", RELATION_SIGNALS, RELATION),
    ("direction", DIRECTION_SIGNALS, DIRECTION),
    ("contest", CONTEST_SIGNALS, CONTEST),
)


def written(page: str) -> str:
    """The page with each table between its marks made anew from the code."""
    for name, signals, weights in _MODELS:
        page = between(page, name, _table(signals, weights))
    return page


def between(page: str, name: str, body: str) -> str:
    """The page with `body` in place of what stands between the marks of that name."""
    opening, closing = f"<!-- {name} -->\n", f"<!-- /{name} -->"
    before, _, rest = page.partition(opening)
    _, _, after = rest.partition(closing)
    return before + opening + body + closing + after


def name_of(signal: Signal) -> str:
    """What the evidence and the weights call a signal."""
    return signal.__name__.replace("_", "-")


def _table(signals: Iterable[Signal], weights: Mapping[str, float]) -> str:
    rows = ["| signal | weight | |", "| --- | --- | --- |"]
    for signal in signals:
        name = name_of(signal)
        first = (signal.__doc__ or "").strip().splitlines()[0]
        rows.append(f"| `{name}` | {weights[name]:+.2f} | {first} |")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
