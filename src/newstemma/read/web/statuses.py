"""What an HTTP status means for the person who gave the URL."""

from __future__ import annotations

__all__ = ["BY_HAND", "status_reason"]

BY_HAND = "save the page in your browser and give the file"
_SERVER_ERROR = 500
_REASONS = {
    401: f"it wants a login; {BY_HAND}",
    402: f"it wants to be paid for; {BY_HAND}",
    403: f"the site refuses to hand it out; {BY_HAND}",
    404: "there is no such page; check the URL, or give an archived copy",
    410: "the page was taken down; give an archived copy",
    429: "the site asks to slow down; try again later",
    451: "the page is withheld for legal reasons; give an archived copy",
}


def status_reason(status: int) -> str:
    """Why there is no page, and what to do."""
    usual = "no answer that a page comes with; check the URL"
    if status >= _SERVER_ERROR:
        usual = "a fault of the server's; try again later"
    return f"the server answers {status}: {_REASONS.get(status, usual)}"
