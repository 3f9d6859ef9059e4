"""Quantities: what a text counts or measures, with bound, value and unit."""

from __future__ import annotations

from newstemma.text.quantities.find import quantities
from newstemma.text.quantities.mentions import number_mentions, parts_of

__all__ = ["number_mentions", "parts_of", "quantities"]
