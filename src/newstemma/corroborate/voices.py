"""Who speaks for a lineage in its own voice, and which outlets are one house."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newstemma.lineage.outlets import house, outlet, outlet_key
from newstemma.records import Lineage, Witness
from newstemma.text.outlets import known_outlets

__all__ = ["Voice", "house_key", "voice_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who speaks: two with one `key` are one; `name` is None where nobody is named."""

    key: str
    name: str | None


def voice_of(line: Lineage, root: Witness, lost: Mapping[str, str | None]) -> Voice:
    """Who speaks for a lineage: its lost witness, or else who published its root.

    `lost` are the names of lost witnesses. A lineage of which nobody is known speaks for itself.
    """
    name = lost.get(line.lost_witness or "")
    if name is not None:
        return Voice(key=house_key(name), name=outlet(name))
    stated = root.article.outlet
    behind = None if line.lost_witness else house(root.article)
    return Voice(key=f"house:{behind}" if behind else line.id, name=stated)


def house_key(name: str) -> str:
    """What the outlets of one owner share."""
    return f"house:{outlet_key(known_outlets().owner(name) or outlet(name))}"
