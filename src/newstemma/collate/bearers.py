"""Tells whether two names may be forms of one."""

from __future__ import annotations

from functools import lru_cache

from newstemma.collate.stems import is_content
from newstemma.records import NameKind
from newstemma.text.identity import compare_names
from newstemma.text.identity.scorer import Answer

__all__ = ["may_be_one", "names_of_state"]

_INITIALS = 4  # letters of an abbreviation, or of the least name inside another ("us", "Russia")
# States that go by several names.
_SAME_STATE = (
    frozenset("us usa america american americans unitedstates washington".split()),
    frozenset("uk britain british unitedkingdom greatbritain london england".split()),
    frozenset("russia russian moscow kremlin sovietunion".split()),
    frozenset("china chinese beijing".split()),
)


@lru_cache(maxsize=65536)
def may_be_one(key: str, other: str, kind: NameKind) -> bool:
    """Whether two names, as keys, may be forms of one: by letters, initials, or a shared part or
    start, unless the scorer of names calls them two.

    >>> may_be_one("north harbour", "south harbour", NameKind.PLACE)
    False
    >>> may_be_one("tomas reyl", "reyl", NameKind.PERSON)
    True
    """
    left, right = _parts(key), _parts(other)
    if set(left) <= set(right) or set(right) <= set(left):
        return True
    whole, whole_other = "".join(left), "".join(right)
    short, long = sorted((whole, whole_other), key=len)
    if len(left) == len(right) == 1 and len(short) >= _INITIALS and short in long:
        return True  # the space after a name is easily lost
    if any(names.issuperset({whole, whole_other}) for names in _SAME_STATE):
        return True
    if _abbreviates(whole, whole_other) or _abbreviates(whole_other, whole):
        return True
    shared = any(
        a[:3] == b[:3] or a in b or b in a for a in left for b in right if len(a) > 2 < len(b)
    )
    answer = compare_names(key, other, kind=kind).answer
    return answer is not Answer.DIFFERENT if shared else answer is Answer.SAME


def names_of_state(key: str) -> frozenset[str]:
    """All single words that the state which a word may name goes by, itself among them.

    >>> "kremlin" in names_of_state("moscow")
    True
    """
    return frozenset({key}).union(*(names for names in _SAME_STATE if key in names))


def _parts(key: str) -> list[str]:
    """The parts of a name that carry it."""
    return [part for part in key.split() if is_content(part)] or [key]


def _abbreviates(short: str, name: str) -> bool:
    """Whether a few letters may stand for a name: its first one and others in their order."""
    letters = iter(name)
    return len(short) <= _INITIALS and short[:1] == name[:1] and all(c in letters for c in short)
