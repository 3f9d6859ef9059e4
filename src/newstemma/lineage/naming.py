"""Ids of what is found, from the ids of the articles in it."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

__all__ = ["named"]


def named(kind: str, members: Iterable[str]) -> str:
    """An id that depends on nothing but the kind and the members.

    >>> named("story", ["b", "a"]) == named("story", ["a", "b"])
    True
    """
    content = "\n".join(sorted(members)).encode("utf-8", "surrogatepass")
    return f"{kind}-{sha256(content).hexdigest()[:12]}"
