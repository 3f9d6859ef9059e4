from __future__ import annotations

import pytest

from newstemma.text.force import CausalStrength, causal_strength
from newstemma.text.segment import words


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Forty sailors took part.", CausalStrength.NONE),
        ("Salt is associated with thirst.", CausalStrength.CORRELATIONAL),
        ("Salt may cause thirst.", CausalStrength.CONDITIONAL),
        ("Salt causes thirst.", CausalStrength.DIRECT),
    ],
)
def test_a_claim_of_a_cause_has_its_strength(text: str, strength: CausalStrength) -> None:
    assert causal_strength(text, words(text)) is strength
