"""What the encoder sees of a word: hashes of its form and of its parts."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from spacy.strings import get_string_id

__all__ = ["FEATURES", "features"]

# Rows of each feature's table of vectors, with the columns of a vector.
FEATURES = {
    "form": (8000, 128),
    "first 2": (1000, 32),
    "first 3": (2000, 32),
    "last 1": (300, 32),
    "last 2": (1000, 32),
    "last 3": (3000, 64),
    "last 4": (3000, 64),
    "shape": (500, 32),
}
_PLAIN = str.maketrans("‘’‛´`“”„‟–—‒−‐‑\u00a0", "'''''\"\"\"\"-------"[:15] + " ")
_LONGEST = 60  # letters; what is longer is no word


@lru_cache(maxsize=50_000)
def features(form: str) -> tuple[int, ...]:
    """The hashes of a word's features, in the order of `FEATURES`.

    Quotation marks and dashes of all kinds look alike, and so do all figures of a number.
    """
    plain = unicodedata.normalize("NFKC", form[:_LONGEST].translate(_PLAIN)) or form[:1]
    lower = "".join("0" if c.isdigit() else c for c in plain.casefold())
    parts = (
        lower, lower[:2], lower[:3], lower[-1:], lower[-2:], lower[-3:], lower[-4:], _shape(plain),
    )  # fmt: skip
    return tuple(
        get_string_id(f"{name} {part}") for name, part in zip(FEATURES, parts, strict=True)
    )


def _shape(form: str) -> str:
    """Upper case X, lower case x, figures d; runs of one kind are cut at three."""
    shape = ""
    for c in form:
        kind = "X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c
        if not shape.endswith(kind * 3):
            shape += kind
    return shape
