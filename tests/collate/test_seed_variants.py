from __future__ import annotations

import json
from collections import defaultdict

from newstemma.collate.variants import variants
from newstemma.records import RawArticle, Span, TextSource, Variant, VariantKind, Witness
from newstemma.text.cleaning import clean
from newstemma.text.witness import witness
from tests.data import needs, shared

_FOUND = 0.8  # share of the hand-made marks with a right kind
_MOST_KINDS = 3
_NOT_OVER_KEPT = {
    VariantKind.ADDED,
    VariantKind.NUMBER_CHANGED,
    VariantKind.DATE_CHANGED,
    VariantKind.ENTITY_CHANGED,
}


def _read(name: str) -> Witness:
    with (shared() / "seeds" / name).open(encoding="utf-8", newline="") as file:
        raw = RawArticle(path=name, text=file.read(), text_source=TextSource.FILE)
    return witness(clean(raw, id=name))


def _is_hit(row: dict[str, object], found: list[Variant]) -> bool:
    mark = row["child_span"]
    assert isinstance(mark, dict)
    span = Span(mark["start"], mark["end"])
    near = [v for v in found if v.child_span and v.child_span.overlaps(span)]
    kinds = {v.kind for v in near} - {VariantKind.KEPT}
    if row["kind"] == "kept":
        return not kinds & _NOT_OVER_KEPT
    also = row["also"]
    assert isinstance(also, list)
    return len(kinds) <= _MOST_KINDS and not kinds.isdisjoint({row["kind"], *also})


@needs("gold/seed_variants.jsonl", "seeds")
def test_the_hand_made_marks_are_found_with_a_right_kind() -> None:
    lines = (shared() / "gold" / "seed_variants.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    pairs: defaultdict[tuple[str, str], list[Variant]] = defaultdict(list)
    for child, parent in sorted({(row["child"], row["parent"]) for row in rows}):
        pairs[child, parent] = list(variants(_read(child), [_read(parent)]))
    hits = [_is_hit(row, pairs[row["child"], row["parent"]]) for row in rows]
    assert sum(hits) >= _FOUND * len(rows)
