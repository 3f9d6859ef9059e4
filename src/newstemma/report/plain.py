"""Article text made harmless as characters: nothing in it can steer a terminal or a page."""

from __future__ import annotations

import re

__all__ = ["one_line", "visible"]

# Controls but tab and line feed; bidirectional embeddings, overrides and isolates; lone
# surrogates; invisible tag characters and noncharacters. Joiners stay: scripts need them.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff\ufdd0-\ufdef"
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
    "|["
    + "".join(chr((plane << 16) + 0xFFFE) + chr((plane << 16) + 0xFFFF) for plane in range(1, 17))
    + "]"
)
_SPACES = frozenset("\r\x0b\x0c\x85\u2028\u2029")


def visible(text: str) -> str:
    r"""`text` with every control character shown as a sign or a space, one for one.

    >>> visible("a\x00b\x1b[31m" + chr(0x202E))
    'a␀b␛[31m�'
    """
    return _UNSAFE.sub(_sign, text)


def _sign(match: re.Match[str]) -> str:
    character = match.group()
    if character in _SPACES:
        return " "
    return chr(0x2400 + ord(character)) if character < " " else "\ufffd"


def one_line(text: str) -> str:
    r"""`text` made visible, on one line, with single spaces.

    >>> one_line(" a\n\n b ")
    'a b'
    """
    return " ".join(visible(text).split())
