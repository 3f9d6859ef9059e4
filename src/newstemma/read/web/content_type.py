"""What a Content-Type says, read by hand: the library's reader raises where one is malformed."""

from __future__ import annotations

import re

__all__ = ["charset_of", "media_type_of"]

_LONGEST = 1000  # characters
_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,127}"  # RFC 9110, section 5.6.2
_MEDIA_TYPE = re.compile(rf"\s*({_TOKEN}/{_TOKEN})\s*(?:;|$)")
_CHARSET = re.compile(rf";\s*charset\s*=\s*[\"']?({_TOKEN})", re.IGNORECASE)
_USUAL = "text/plain"  # RFC 2045, section 5.2


def media_type_of(value: str) -> str:
    """The media type in lower case; text/plain where none can be made out.

    >>> media_type_of("Text/HTML; charset=utf-8"), media_type_of("page")
    ('text/html', 'text/plain')
    """
    found = _MEDIA_TYPE.match(value[:_LONGEST])
    return found[1].lower() if found else _USUAL


def charset_of(value: str) -> str | None:
    """The first charset that is named, in lower case.

    >>> charset_of('text/html; Charset="UTF-8"'), charset_of("text/html")
    ('utf-8', None)
    """
    found = _CHARSET.search(value[:_LONGEST])
    return found[1].strip("'").lower() if found else None
