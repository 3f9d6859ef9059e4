"""Names to compare: any characters, and made of parts that mean something to the scorer."""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["names"]

_PARTS = st.sampled_from(
    [
        *("Ann", "Lee", "bin", "al-", "O’Neal", "Jr.", "III", "J.", "Mr", "Петров", "Öz", "فرح"),
        *("王", "GmbH", "O.O.O.", "Ltd", "7", "VII", "forty", "four", "M/V", "“Kit”", "von", "the"),
    ]
)


def names() -> st.SearchStrategy[str]:
    """Names of up to eight parts, and any text."""
    return st.one_of(st.lists(_PARTS, max_size=8).map(" ".join), st.text(max_size=60))
