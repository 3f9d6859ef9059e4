"""What a site's robots.txt allows (RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

from newstemma.read.web.policy import USER_AGENT

__all__ = ["MOST_ROBOTS_BYTES", "Robots", "robots_of"]

MOST_ROBOTS_BYTES = 512_000  # RFC 9309, section 2.5: at least 500 kibibytes are parsed
_OK = 200
_TOO_MANY = 429
_SERVER_ERROR = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """A site's rules, kept for the run; where they cannot be had, `unreachable` says why."""

    rules: Protego | None = None
    unreachable: str | None = None

    def refusal(self, url: str) -> str | None:
        """Why `url` may not be fetched; None where it may."""
        if self.unreachable:
            return f"{self.unreachable} (on asking for its robots.txt, which comes first)"
        if self.rules and not self.rules.can_fetch(url, USER_AGENT):
            return (
                "the site's robots.txt forbids it to programs; "
                "save the page in your browser and give the file"
            )
        return None

    @property
    def delay(self) -> float:
        """The seconds between two requests that the site asks for (Crawl-delay)."""
        asked = self.rules.crawl_delay(USER_AGENT) if self.rules else None
        return max(0.0, asked or 0.0)


def robots_of(status: int, body: bytes) -> Robots:
    """The rules that an answer to the request for robots.txt means.

    RFC 9309, section 2.3.1: none where there is no such file (4xx), everything forbidden where
    the server is at fault (5xx). 429 counts as the latter: who is asked to slow down does.
    """
    if status == _OK:
        return Robots(rules=Protego.parse(body[:MOST_ROBOTS_BYTES].decode("utf-8-sig", "replace")))
    if status >= _SERVER_ERROR or status == _TOO_MANY:
        return Robots(unreachable=f"the server answers {status}; try again later")
    return Robots()
