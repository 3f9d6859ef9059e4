"""Invented texts read with the parse that English has, and what collation says of a pair."""

from __future__ import annotations

from newstemma.collate.variants import variants
from newstemma.records import RawArticle, TextSource, Variant, VariantKind, Witness
from newstemma.text.cleaning import clean
from newstemma.text.parse import load
from newstemma.text.witness import witness

__all__ = ["changed", "collate_parsed", "read_parsed"]

_SILENT = frozenset({VariantKind.KEPT, VariantKind.OMITTED})


def read_parsed(text: str, name: str = "article") -> Witness:
    """The text as a witness with clauses and entities."""
    raw = RawArticle(path=name, text=text, text_source=TextSource.FILE)
    return witness(clean(raw, id=name), load())


def collate_parsed(child: str, parent: str) -> tuple[Variant, ...]:
    """The variants between two texts that were parsed."""
    return variants(read_parsed(child, "child"), [read_parsed(parent, "parent")])


def changed(child: str, parent: str) -> set[tuple[VariantKind, str, str]]:
    """The changes between two texts: their kinds with the words on both sides, "" for none."""
    return {
        (
            v.kind,
            v.child_span.of(child) if v.child_span else "",
            v.parent_span.of(parent) if v.parent_span else "",
        )
        for v in collate_parsed(child, parent)
        if v.kind not in _SILENT
    }
