"""The names of outlets and news agencies, told by their form."""

from __future__ import annotations

import re

__all__ = ["NAME", "is_agency", "is_outlet"]

_UPPER = r"[^\W\d_a-z]"
_PART = rf"(?:{_UPPER}|\d)[\w.&'-]*"
# A name of up to eight words, or a domain; small words only between capitals.
NAME = (
    rf"(?:[Tt]he )?(?:{_PART}"
    rf"(?:(?<!\w{{3}}\.)[ /](?:(?:of|the|and|de|for|on|&) ){{0,2}}{_PART}){{0,7}}"
    r"|[a-z0-9-]{1,40}(?:\.[a-z0-9-]{2,20}){1,3})"
)

# Agencies whose copy other outlets print; any other name needs a stronger sign.
_AGENCIES = frozenset(
    "ap|the ap|associated press|afp|agence france-presse|reuters|thomson reuters|upi|"
    "united press international|cnn|xinhua|tass|ria novosti|interfax|ani|ians|pti|dpa|efe|ansa|"
    "apa|anp|belga|tt|ntb|kyodo|kyodo news|yonhap|jiji|anadolu|anadolu agency|aa|bernama|antara|"
    "irna|tasnim|sana|wam|petra|mena|ukrinform|unian|tanjug|hina|pap|ctk|lusa|"
    "europa press|pa|pa media|press association|the canadian press|canadian press|aap|"
    "bloomberg|bloomberg news|dow jones|prnewswire|pr newswire|business wire|globe newswire|"
    "globenewswire|kcna|bbc|npr|voa|rfe/rl|inter press service|ips|"
    "tribune news service|cna|the conversation|propublica|kaiser health news|stateline".split("|")
)
_OUTLET_WORD = re.compile(
    r"\b(?:press|presse|news|newswire|wire|agency|agencies|times|post|herald|tribune|journal|"
    r"gazette|chronicle|telegraph|guardian|observer|broadcasting|radio|television|tv|media|"
    r"magazine|today|daily|weekly|review|newspaper|zeitung|agentur|agencia|agence)\b"
    r"|\.(?:com|org|net|gov|co\.\w\w|io|tv)\b",
    re.IGNORECASE,
)


def is_agency(name: str) -> bool:
    """Whether `name`, or each of several names between slashes or commas, is a news agency.

    >>> is_agency("AFP/Reuters"), is_agency("World Health Organization")
    (True, False)
    """
    parts = [part.strip(" .").casefold() for part in re.split(r"[/,]| and ", name)]
    plain = (part.removeprefix("the ") for part in parts)
    return name.strip(" .").casefold() in _AGENCIES or all(part in _AGENCIES for part in plain)


def is_outlet(name: str) -> bool:
    """Whether `name` has the form of an outlet's name: an agency, or a word such as "News"."""
    return is_agency(name) or bool(_OUTLET_WORD.search(name))
