"""Which language a text is in: English by its commonest words, else by letter sequences."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = ["UNDETERMINED", "language_of"]

UNDETERMINED = "und"

# Hardly a paragraph of English does without most of these, and no other language has many.
_ENGLISH = frozenset(
    "the of and to in that is was for with said on by he it from at his has".split()
)
_WORD = re.compile(r"[^\W\d_]+")

_SAMPLE = 6000
_FEWEST_LETTERS = 20
# Of 180 English pages of 100 words and more (dev half of PolNeAR, article_extraction) all but
# two, a table and a recipe, have .15 to .33 of their words among them; other languages .03.
_SHARE = 0.12
_FEWEST_COMMON = 6
_CONFIDENT = 0.5


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language of `text`, or `und` where there is too little of it.

    Reads the first 6,000 characters. The model, py3langid, takes half a second to load, so it
    is asked only where the text is not plainly English.

    >>> language_of("12:30")
    'und'
    """
    sample = text[:_SAMPLE]
    if sum(len(word) for word in _WORD.findall(sample)) < _FEWEST_LETTERS:
        return UNDETERMINED
    return "en" if _is_english(sample) else _by_model(sample)


def _is_english(sample: str) -> bool:
    found = Counter(_WORD.findall(sample.casefold()))
    common = found.keys() & _ENGLISH
    share = sum(found[word] for word in common) / found.total()
    return len(common) >= _FEWEST_COMMON and share >= _SHARE


def _by_model(sample: str) -> str:
    name, confidence = _identifier().classify(sample)
    return str(name) if len(name) == 2 and confidence >= _CONFIDENT else UNDETERMINED


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
