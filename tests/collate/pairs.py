"""Invented texts read as `report` reads them, and what collation says of a pair."""

from __future__ import annotations

from newstemma.collate.variants import variants
from newstemma.records import RawArticle, TextSource, Variant, VariantKind, Witness
from newstemma.text.cleaning import clean
from newstemma.text.witness import witness

__all__ = ["collate", "kinds", "places", "read"]

_SILENT = frozenset({VariantKind.KEPT, VariantKind.OMITTED})


def read(text: str, name: str = "article") -> Witness:
    """The text as a witness."""
    raw = RawArticle(path=name, text=text, text_source=TextSource.FILE)
    return witness(clean(raw, id=name))


def collate(child: str, parent: str, *others: str) -> tuple[Variant, ...]:
    """The variants between two texts, `others` being the rest of the story."""
    rest = [read(text, f"other-{number}") for number, text in enumerate(others)]
    return variants(read(child, "child"), [read(parent, "parent")], others=rest)


def kinds(child: str, parent: str, *others: str) -> set[VariantKind]:
    """The kinds of change between two texts, but for what was kept or left out."""
    return {v.kind for v in collate(child, parent, *others)} - _SILENT


def places(child: str, parent: str, kind: VariantKind) -> list[tuple[str, str]]:
    """The child's and the parent's words of each variant of a kind, "" for none."""
    return [
        (
            v.child_span.of(child) if v.child_span else "",
            v.parent_span.of(parent) if v.parent_span else "",
        )
        for v in collate(child, parent)
        if v.kind is kind
    ]
