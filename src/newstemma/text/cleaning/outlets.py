"""The names of outlets and news agencies, told by their form."""

from __future__ import annotations

import re

from newstemma.text.outlets import wires

__all__ = ["NAME", "UPPER", "is_agency", "is_outlet", "is_outlet_alone", "same_outlet"]

# A letter that may open a name: a capital, or one of a script that has none.
UPPER = r"[^\W\d_a-z]"
_PART = rf"(?:{UPPER}|\d)[\w.&'-]*"
# A name of up to eight words, or a domain; small words only between capitals.
NAME = (
    rf"(?:[Tt]he )?(?:{_PART}"
    rf"(?:(?<!\w{{3}}\.)[ /](?:(?:of|the|and|de|for|on|&) ){{0,2}}{_PART}){{0,7}}"
    r"|[a-z0-9-]{1,40}(?:\.[a-z0-9-]{2,20}){1,3})"
)

# The agencies of our table; initials that are words as well count in capitals only.
_WORDS = frozenset({"APP", "ENA", "MAP", "NAN", "RIA", "SPA", "STA", "TAP", "UNI"})
_AGENCIES = frozenset(name.casefold() for name in wires() if name not in _WORDS)
# What an agency calls itself, whatever its name ("Environment Agency" is none).
_AGENCY_WORDS = re.compile(
    r"\b(?:(?:news|press|wire|presse) agency|news ?wire|(?:wire|news) service|"
    r"(?:nachrichten|presse-?)agentur|agence de presse|agencia de (?:noticias|prensa)|"
    r"agenzia di stampa)$",
    re.IGNORECASE,
)
_WORD = (
    r"(?:press|presse|news|newswire|wire|agency|agencies|times|post|herald|tribune|journal|"
    r"gazette|chronicle|telegraph|guardian|observer|broadcasting|radio|television|tv|media|"
    r"magazine|today|daily|weekly|review|newspaper|zeitung|agentur|agencia|agence)"
)
_DOMAIN = r"\.(?:com|org|net|gov|co\.\w\w|io|tv)"
_OUTLET_WORD = re.compile(rf"\b{_WORD}\b|{_DOMAIN}\b", re.IGNORECASE)
# What it calls itself stands last ("Harbour News") or before a small word ("Times of ...").
_ALONE = re.compile(
    rf"(?:.*\b{_WORD}(?: (?:digital|online|group|network|service|staff|[\w-]+ (?:bureau|desk)))?"
    rf"|(?:the )?{_WORD} (?:of|de|da|di|du|von|in) .+|radio [\w-]+|.*{_DOMAIN})",
    re.IGNORECASE,
)
_FIRST_LETTER = re.compile(r"(?<![^\W_])[^\W\d_]")


def is_agency(name: str) -> bool:
    """Whether `name`, or each of several names between slashes or commas, is a news agency.

    >>> is_agency("AFP/Reuters"), is_agency("World Health Organization")
    (True, False)
    """
    parts = re.split(r"[/,]| and ", name)
    return (
        _is_listed(name)
        or all(_is_listed(part) for part in parts)
        or _AGENCY_WORDS.search(name.strip(" .")) is not None
    )


def _is_listed(name: str) -> bool:
    plain = re.sub(r"^[Tt]he ", "", name.strip(" ."))
    return plain in _WORDS or plain.casefold() in _AGENCIES


def is_outlet(name: str) -> bool:
    """Whether `name` has the form of an outlet's name: an agency, or a word such as "News"."""
    return is_agency(name) or bool(_OUTLET_WORD.search(name))


def is_outlet_alone(name: str) -> bool:
    """Whether `name` is an outlet's, all of it: "Harbour News", not "Post Office Closes".

    >>> is_outlet_alone("Times of Tidewater"), is_outlet_alone("News Reaches Harbour")
    (True, False)
    """
    return is_agency(name) or _ALONE.fullmatch(name.strip(" .")) is not None


def same_outlet(left: str, right: str) -> bool:
    """Whether the names are equal but for case and article, or one is the other's initials.

    >>> same_outlet("HWA", "the Harbour Wire Agency"), same_outlet("HWA", "Harbour News")
    (True, False)
    """
    one, other = (re.sub(r"^[Tt]he ", "", " ".join(name.split())) for name in (left, right))
    equal = one.casefold() == other.casefold()
    return equal or _is_initials(one, other) or _is_initials(other, one)


def _is_initials(short: str, name: str) -> bool:
    """The first letters of all words of `name`, or of those with a capital."""
    letters = "".join(_FIRST_LETTER.findall(name))
    capitals = "".join(letter for letter in letters if letter.isupper())
    plain = short.replace(".", "").upper()
    return len(plain) > 1 and " " in name and plain in (letters.upper(), capitals)
