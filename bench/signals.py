"""Writes the tables of signals and weights into `docs/lineage.md` (`make docs`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from newstemma.lineage.contest import CONTEST_SIGNALS
from newstemma.lineage.direction import DIRECTION_SIGNALS
from newstemma.lineage.evidence import RELATION_SIGNALS
from newstemma.lineage.weights import CONTEST, DIRECTION, RELATION

__all__ = ["PAGE", "written"]

PAGE = Path(__file__).parents[1] / "docs" / "lineage.md"
_MODELS: tuple[tuple[str, Iterable[Callable[..., object]], Mapping[str, float]], ...] = (
    ("relation", RELATION_SIGNALS, RELATION),
    ("direction", DIRECTION_SIGNALS, DIRECTION),
    ("contest", CONTEST_SIGNALS, CONTEST),
)


def written(page: str) -> str:
    """The page with each table between its marks made anew from the code."""
    for name, signals, weights in _MODELS:
        opening, closing = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        before, _, rest = page.partition(opening)
        _, _, after = rest.partition(closing)
        page = before + opening + _table(signals, weights) + closing + after
    return page


def _table(signals: Iterable[Callable[..., object]], weights: Mapping[str, float]) -> str:
    rows = ["| signal | weight | |", "| --- | --- | --- |"]
    for signal in signals:
        name = signal.__name__.replace("_", "-")
        first = (signal.__doc__ or "").strip().splitlines()[0]
        rows.append(f"| `{name}` | {weights[name]:+.2f} | {first} |")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
