"""Draws variants that are reported on real rewrites, for a reader to judge.

    python -m bench.draw_variants [--data DIR]

One JSON object a line, without the words: the pair, the kind and the offsets on both sides. What
was kept or left out is not drawn. The seeds are fixed: 160 families of `rewrites/`, then 50 of the
variants that are reported on them, so that the draw changes where the judges do.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

from bench.corpora import RETELLINGS, Family, families
from bench.figures import options
from bench.variant_kinds import read
from newstemma.collate.variants import variants
from newstemma.records import Span, Variant, VariantKind

__all__ = ["drawn"]

_FAMILIES = 160
_VARIANTS = 50
_LEFT_OUT = frozenset({VariantKind.KEPT, VariantKind.OMITTED})


def main() -> None:
    """Prints the variants that were drawn."""
    for family, way, variant in drawn(options(__doc__ or "").parse_args().data):
        collection, _, news = family.partition("/")
        row = {
            "collection": collection,
            "news_id": news,
            "way": way,
            "kind": variant.kind,
            "severity": variant.severity,
            "child": _offsets(variant.child_span),
            "parent": _offsets(variant.parent_span),
        }
        print(json.dumps(row))


def drawn(data: Path) -> list[tuple[str, str, Variant]]:
    """The variants with the family's name and the way of retelling, in the order of the draw."""
    retold = [one for one in families(data) if any(way in one.made for way in RETELLINGS)]
    Random(5).shuffle(retold)
    found = [row for family in retold[:_FAMILIES] for row in _reported(family)]
    return Random(6).sample(found, min(_VARIANTS, len(found)))


def _reported(family: Family) -> Iterator[tuple[str, str, Variant]]:
    source = read("source", family.source)
    for way in family.made:
        if way in RETELLINGS:
            for variant in variants(read("retelling", family.made[way]), [source]):
                if variant.kind not in _LEFT_OUT:
                    yield family.name, way, variant


def _offsets(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


if __name__ == "__main__":
    main()
