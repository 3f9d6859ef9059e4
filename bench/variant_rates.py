"""How much is reported on retellings: variants a hundred words, by the way of retelling.

    python -m bench.variant_rates [--data DIR] [--json]

The manipulations of `rewrites/` beside its plain paraphrases and rewrites, in all and by kind.
Their sources differ, so this is a description and no score. What was kept or left out is not
counted, nor are the doubts. Of each way the first sixty families by name are read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.corpora import Family, families
from bench.figures import arguments, missing, show
from bench.variant_kinds import SILENT, read
from newstemma.collate.variants import variants
from newstemma.records import VariantKind

__all__ = ["measure"]

_FAMILIES = 60


def main() -> None:
    """Prints the variants a hundred words of each way of retelling."""
    chosen = arguments(__doc__ or "")
    show(measure(chosen.data), as_json=chosen.json)


def measure(data: Path) -> dict[str, float]:
    """`rewrites.WAY.per_100` and the same for each kind that came up in any way."""
    known = families(data)
    if not known:
        missing(data / "rewrites")
        return {}
    words, found = _counted(known)
    kinds = sorted({kind for counts in found.values() for kind in counts})
    figures = {
        f"rewrites.{_short(way)}.per_100": 100 * found[way].total() / words[way]
        for way in sorted(words)
    }
    return figures | {
        f"rewrites.{_short(way)}.{kind}": 100 * found[way][kind] / words[way]
        for kind in kinds
        for way in sorted(words)
    }


def _short(way: str) -> str:
    """The name of a manipulation, or "paraphrase", "rewrite"."""
    return way.removesuffix("_generation").removeprefix("information_manipulation_").lower()


def _counted(
    known: Sequence[Family],
) -> tuple[Mapping[str, int], Mapping[str, Counter[VariantKind]]]:
    """The words, and the variants by kind, of each way of retelling."""
    words: Counter[str] = Counter()
    found: defaultdict[str, Counter[VariantKind]] = defaultdict(Counter)
    for family, ways in _chosen(known):
        source = read("source", family.source)
        for way in ways:
            child = read("retelling", family.made[way])
            words[way] += len(child.words)
            found[way].update(v.kind for v in variants(child, [source]) if v.kind not in SILENT)
    return words, found


def _chosen(known: Sequence[Family]) -> Iterator[tuple[Family, list[str]]]:
    """The families with those of their ways of which not enough were read before."""
    read_of: Counter[str] = Counter()
    for family in known:
        ways = sorted(way for way in family.made if read_of[way] < _FAMILIES)
        read_of.update(ways)
        if ways:
            yield family, ways


if __name__ == "__main__":
    main()
