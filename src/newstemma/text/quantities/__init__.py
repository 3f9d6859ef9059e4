"""Quantities: what a text counts or measures, with bound, value and unit."""

from __future__ import annotations

from newstemma.text.quantities.find import quantities
from newstemma.text.quantities.mentions import number_mentions, parts_of
from newstemma.text.quantities.quantity import Limit, Quantity, QuantityKind

__all__ = ["Limit", "Quantity", "QuantityKind", "number_mentions", "parts_of", "quantities"]
