"""Draws variants that are reported on real rewrites, for a reader to judge.

    python -m bench.draw_variants [--data DIR] [--seed N] [--texts]

One JSON object a line: the pair, the kind and the offsets on both sides; the words only with
`--texts`, for a reader who judges them, and never kept in the repository. What was kept or left
out is not drawn. By the seed 160 families of `rewrites/` are drawn, then 50 of the variants that
are reported on them, so that the draw changes where the judges do.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bench.corpora import RETELLINGS, Family, families
from bench.figures import options
from bench.variant_kinds import SILENT, read
from newstemma.collate.variants import variants
from newstemma.records import Span, Variant

__all__ = ["Drawn", "drawn"]

_FAMILIES = 160
_VARIANTS = 50
_SEED = 5
_AROUND = 300  # characters beside a variant that a reader is shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A variant that is reported on a retelling of a family's source."""

    family: str
    way: str
    variant: Variant
    child: str
    parent: str


def main() -> None:
    """Prints the variants that were drawn."""
    parser = options(__doc__ or "")
    parser.add_argument("--seed", type=int, default=_SEED, help="of the draw")
    parser.add_argument("--texts", action="store_true", help="give the words beside the offsets")
    chosen = parser.parse_args()
    for one in drawn(chosen.data, seed=chosen.seed):
        print(json.dumps(_row(one) | (_words(one) if chosen.texts else {}), ensure_ascii=False))


def drawn(data: Path, *, seed: int) -> list[Drawn]:
    """The variants in the order of the draw."""
    retold = [one for one in families(data) if any(way in one.made for way in RETELLINGS)]
    Random(seed).shuffle(retold)
    found = [row for family in retold[:_FAMILIES] for row in _reported(family)]
    return Random(seed + 1).sample(found, min(_VARIANTS, len(found)))


def _reported(family: Family) -> Iterator[Drawn]:
    source = read("source", family.source)
    for way in family.made:
        if way in RETELLINGS:
            child = read("retelling", family.made[way])
            for variant in variants(child, [source]):
                if variant.kind not in SILENT:
                    yield Drawn(
                        family=family.name,
                        way=way,
                        variant=variant,
                        child=child.text,
                        parent=source.text,
                    )


def _row(one: Drawn) -> dict[str, object]:
    collection, _, news = one.family.partition("/")
    return {
        "collection": collection,
        "news_id": news,
        "way": one.way,
        "kind": one.variant.kind,
        "severity": one.variant.severity,
        "child": _offsets(one.variant.child_span),
        "parent": _offsets(one.variant.parent_span),
    }


def _words(one: Drawn) -> dict[str, object]:
    """What a reader needs: the note, both places with what stands round them, the whole source."""
    return {
        "note": one.variant.note,
        "child_words": _shown(one.variant.child_span, one.child),
        "parent_words": _shown(one.variant.parent_span, one.parent),
        "parent_text": one.parent,
    }


def _shown(span: Span | None, text: str) -> str | None:
    if span is None:
        return None
    before, after = text[max(span.start - _AROUND, 0) : span.start], text[span.end :][:_AROUND]
    return f"{before}[[{span.of(text)}]]{after}"


def _offsets(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


if __name__ == "__main__":
    main()
