"""How wide a text will be on a page, guessed from its letters so that a wide face still fits."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from newstemma.report.plain import one_line

__all__ = ["fitted", "is_right_to_left", "width_of", "wrapped"]

# Shares of the size of the face, by the widest of the common sans faces (DejaVu Sans).
_SLIM = dict.fromkeys("fijlrtI.,:;'|!()[]‘’·", 0.42) | {" ": 0.35}
_LOWER, _UPPER, _BROAD = 0.635, 0.76, 1.0
_BROADEST = frozenset("MWmw@%…—")


def width_of(text: str, size: float) -> float:
    """The width of `text` in a face of that size, both in pixels."""
    return size * sum(map(_share, text))


def _share(character: str) -> float:
    if character in _SLIM:
        return _SLIM[character]
    if character.isascii():
        broad = _BROAD if character in _BROADEST else _LOWER
        return max(broad, _UPPER) if character.isupper() else broad
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    wide = unicodedata.east_asian_width(character) in "WF" or character in _BROADEST
    return _BROAD if wide or not character.isalpha() else _UPPER


def fitted(text: str, size: float, room: float) -> str:
    """As much of `text` as fits into the room, with a sign that there is more."""
    return next(wrapped(text, size, room, lines=1), "")


def wrapped(text: str, size: float, room: float, *, lines: int) -> Iterator[str]:
    """The text on at most so many lines, broken between words and cut where it is too long."""
    rest = one_line(text)
    while rest:
        end = _reach(rest, size, room)
        if end == len(rest):
            yield rest
            return
        lines -= 1
        if not lines:
            end = _reach(rest, size, room - width_of("…", size))
            yield rest[: max(end, 1)].rstrip() + "…"
            return
        broken = rest.rfind(" ", 0, end + 1)
        end = broken if broken > 0 else max(end, 1)
        yield rest[:end].rstrip()
        rest = rest[end:].lstrip()


def _reach(text: str, size: float, room: float) -> int:
    """How many characters fit."""
    left = room
    for position, character in enumerate(text):
        left -= size * _share(character)
        if left < 0:
            return position
    return len(text)


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is of a script written right to left."""
    strong = (unicodedata.bidirectional(character) for character in text)
    return next((one != "L" for one in strong if one in ("L", "R", "AL")), False)
