"""Spells a word of any script in plain Latin letters, and tells what it sounds like.

Three keys, each coarser than the one before: `latin` drops case, accents and the script; `sound`
merges what romanisations of one name differ in (Gaddafi, Qaddafi); `skeleton` keeps the
consonants alone, for scripts that do not write vowels.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

__all__ = ["latin", "skeleton", "sound"]

_NO_LETTER = re.compile(r"[^a-z0-9]+")
# Applied in this order; longer groups before the letters that they hold.
_MERGED = (
    ("tsch|tch|tzsch", "c"),
    ("schtsch|shch|sch|sh", "s"),
    ("ph", "f"),
    ("kh|gh|ck|q(?:u(?=[ei]))?|g", "k"),
    ("tz|ts|dz|zh|z", "s"),
    ("dj|dzh", "j"),
    ("th|dh", "t"),
    ("bh", "b"),
    ("ch", "c"),
    ("c(?=[eiy])", "s"),
    ("c(?=[aoulrkn]|$)", "k"),
    ("tre$", "ter"),
    ("w", "v"),
    ("x", "ks"),
    ("ou|oo|u", "o"),
    ("ee|ei|ey|ie|iy|yi|ij|j|y|e", "i"),
    ("(?<=[aoi])h", ""),
    (r"(.)\1+", r"\1"),
)
_SOUNDS = tuple((re.compile(pattern), sound) for pattern, sound in _MERGED)
_CONSONANTS = str.maketrans("pdgqczvl", "btkkksfr", "aeiouywhj")


@lru_cache(maxsize=1 << 14)
def latin(word: str) -> str:
    """Lower-case Latin letters and digits for a word of any script.

    >>> latin("Erdoğan"), latin("Лавров"), latin("’Ndrangheta")
    ('erdogan', 'lavrov', 'ndrangheta')
    """
    return _NO_LETTER.sub("", anyascii(word).lower())


@lru_cache(maxsize=1 << 14)
def sound(key: str) -> str:
    """What romanisations of one word share; `key` is from `latin`.

    >>> sound("gaddafi") == sound("qaddafi"), sound("osama") == sound("usama")
    (True, True)
    """
    for pattern, merged in _SOUNDS:
        key = pattern.sub(merged, key)
    return key


@lru_cache(maxsize=1 << 14)
def skeleton(key: str) -> str:
    """The consonants, where those that scripts confuse are one; `key` is from `latin`.

    >>> skeleton("fernando") == skeleton(latin("فرناندو"))
    True
    """
    return re.sub(r"(.)\1+", r"\1", key.replace("ph", "f").translate(_CONSONANTS))
