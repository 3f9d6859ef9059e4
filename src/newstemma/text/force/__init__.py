"""Force: whether words say that something is so, likely, possible, not so, or leave it open."""

from __future__ import annotations

from newstemma.text.force.causal import CausalStrength, causal_strength
from newstemma.text.force.judge import force, forces

__all__ = ["CausalStrength", "causal_strength", "force", "forces"]
