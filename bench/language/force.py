"""Force: how strong a claim of a cause a sentence makes.

    python -m bench.language.force [--data DIR] [--json]

Macro-F1 over the four strengths (none, correlational, conditional, direct) of Yu, Li and Wang
(EMNLP 2019), on press releases and abstracts together and each alone. Baseline: a modal verb
makes a claim conditional, a word of association correlational, anything else none.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from sklearn.metrics import f1_score

from bench.figures import arguments, missing, show
from newstemma.text.force import CausalStrength, causal_strength
from newstemma.text.segment import words

__all__ = ["measure"]

# In the order of the labels 0 to 3.
_STRENGTHS = tuple(CausalStrength)
_MODALS = frozenset("may might could".split())


def main() -> None:
    """Prints the figures of `causal_strength/`."""
    chosen = arguments(__doc__ or "")
    show(measure(chosen.data), as_json=chosen.json)


def measure(data: Path) -> dict[str, float]:
    """Macro-F1 of all sentences and of each file, each followed by its baseline."""
    files = {
        path.stem.rpartition("_")[2]: _read(path)
        for path in sorted((data / "causal_strength").rglob("*.csv"))
    }
    if not files:
        missing(data / "causal_strength")
        return {}
    figures = _figures("force.causal_f1", [row for rows in files.values() for row in rows])
    for name, rows in files.items():
        figures |= _figures(f"force.causal_f1.{name}", rows)
    return figures


def _read(path: Path) -> list[tuple[str, int]]:
    """The sentences of a file with their labels."""
    with path.open(newline="", encoding="utf-8") as file:
        return [(row["sentence"], int(row["label"])) for row in csv.DictReader(file)]


def _figures(name: str, rows: Sequence[tuple[str, int]]) -> dict[str, float]:
    labels = [label for _, label in rows]
    found = [_STRENGTHS.index(causal_strength(text, words(text))) for text, _ in rows]
    plain = [_STRENGTHS.index(_by_one_word(text)) for text, _ in rows]
    return {
        name: float(f1_score(labels, found, average="macro")),
        f"baseline.{name}": float(f1_score(labels, plain, average="macro")),
    }


def _by_one_word(text: str) -> CausalStrength:
    keys = {word.key for word in words(text)}
    if not keys.isdisjoint(_MODALS):
        return CausalStrength.CONDITIONAL
    if any(key.startswith("associat") for key in keys):
        return CausalStrength.CORRELATIONAL
    return CausalStrength.NONE


if __name__ == "__main__":
    main()
