"""What fetching gives: a body, and what is kept of where and when it came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

__all__ = ["Fetched", "Validators"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server said of a body's version (RFC 9110, section 8.8), to be given back to it.

    `location` is the address that said so: after a redirect not the one that was asked for, and
    the only one that is told.
    """

    location: str
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """An answer of the web.

    `url` is as it was asked for, `location` where the answer came from after all redirects.
    `body` is decompressed, and None where it is unchanged since `Validators` were given.
    `media_type` is in lower case, without parameters; `charset` as the server declared it.
    `at` is custody, in UTC; no analysis may read it.
    """

    url: str
    location: str
    body: bytes | None
    media_type: str | None
    charset: str | None
    validators: Validators
    at: datetime
