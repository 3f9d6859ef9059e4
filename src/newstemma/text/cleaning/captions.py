"""Captions of pictures and videos, told by how they open, close or are credited."""

from __future__ import annotations

import re

from newstemma.text.cleaning.lines import Line

__all__ = ["is_caption"]

_MOST_WORDS = 70
_TAIL = 120

_OPENINGS = (
    r"\(?file(?: photo| image| picture| -| –| —)\b",
    r"\(?files?\)? ?[-–—:]",
    r"(?:image|media|video|picture|photo) (?:source|caption|credit)\b",
    r"(?:photos?|images?|pictured?|caption|credit|photograph|illustration|screenshot|bild|fotos?|"
    r"imagen|crédit photo)\s?(?:[:©|/]|\.{3})",
    r"photo(?:graph)?s? (?:by|courtesy)\b",
    r"in this (?:\w+\.? \d\d?,? (?:\d{4},? )?)?(?:file |undated |handout |image |video |aerial )"
    r"{0,3}(?:photo|image|picture|frame|grab|screenshot|combo)\b",
    r"this (?:combination (?:of|photo)|(?:undated|handout|file) (?:photo|image|picture))\b",
)
_OPENING = re.compile("|".join(_OPENINGS), re.IGNORECASE)

# Most of these have a meaning in running text too, so capitals count.
_CLOSINGS = (
    r"\b(?i:getty|shutterstock|istock|alamy|unsplash|pexels|pixabay|flickr|wikimedia(?: commons)?)"
    r"(?: [Ii]mages?)?(?:/\w[\w .-]{0,40})?",
    r"(?:^|[\s(.|©])(?:(?:AP|AFP|EPA|UPI|TNS) ?(?:[Pp]hoto\b|via\b|/[A-Z])|REUTERS/[A-Z]).{0,60}",
    r"(?:^|[.!?\"'] )[(\[]?(?:[A-Z]\w{3,} )?(?:Photos?|Photograph|Picture|[Cc]redit|Images?|Foto|"
    r"Bild|Video|Illustration|Courtesy)(?: (?:by|courtesy|via) (?=[A-Z])|\s?[:©/|] ?)[^.!?]{2,80}",
    r"\w/(?:AP|AFP|Reuters|EPA|Getty|NurPhoto|Pool|File|via REUTERS)",
)
_CLOSING = re.compile(rf"(?:{'|'.join(_CLOSINGS)})[)\]]?\.?$")

# A credit in brackets after all else is said: "The new bridge. (Harbour.gov)".
_BRACKETED = re.compile(r"[.!?\"'\w] \((?P<credit>[A-Z][^()]{1,60}|[\w.-]{1,60}\.\w{2,4})\)$")
_CREDIT = re.compile(
    r"\.(?:gov|com|org|net|mil|edu|int|io|co\.uk)\b|/|\b(?:photo|photograph|image|getty|reuters|afp|"
    r"ap|epa|file|handout|courtesy|via|screenshot|screen grab|pool|instagram|youtube|twitter)\b",
    re.IGNORECASE,
)


def is_caption(line: Line) -> bool:
    """Whether `line` describes a picture or names who made it.

    >>> from newstemma.text.cleaning.lines import read_lines
    >>> is_caption(read_lines("The bridge at dusk. Photo: Ada Quill/Harbour News")[0])
    True
    """
    if line.words > _MOST_WORDS:
        return False
    tail = line.plain[-_TAIL:]
    if _OPENING.match(line.plain) or _CLOSING.search(tail):
        return True
    bracketed = _BRACKETED.search(tail)
    return bracketed is not None and _CREDIT.search(bracketed["credit"]) is not None
