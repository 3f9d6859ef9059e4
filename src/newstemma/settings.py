"""Every setting: its name, its default and what it does.

A run is described by one frozen `Settings`; the command line takes its defaults and its help
from there, and `docs/cli.md` is tested against the command line.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

__all__ = ["Settings", "described", "setting_help"]


def _setting(default: Any, help_text: str) -> Any:
    return field(default=default, metadata={"help": help_text})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How an analysis is made. Two runs with equal settings and input give equal bytes."""

    metadata: str | None = _setting(
        None, "CSV file that gives date, publisher or URL to articles by path"
    )
    fields: tuple[tuple[str, str], ...] = _setting(
        (), "JSONL field names as OURS=THEIRS, for instance text=body"
    )
    max_article_bytes: int = _setting(20_000_000, "largest size of one article, in bytes")
    outlets: str | None = _setting(
        None, "CSV file of outlets, their names and their owners, which goes before our own"
    )
    judgements: str | None = _setting(
        None, "JSON Lines file of what people have judged, which always wins"
    )
    nlp: str | None = _setting(
        None, "an installed spaCy pipeline that reads English instead of the one that comes along"
    )
    jobs: int = _setting(1, "processes that read articles side by side; the output is the same")


def setting_help(name: str) -> str:
    """The one-line help of a setting.

    Raises:
        KeyError: there is no such setting.
    """
    return {f.name: str(f.metadata["help"]) for f in fields(Settings)}[name]


def described(settings: Settings) -> tuple[tuple[str, str], ...]:
    """The settings that differ from their defaults and can reach the output, as text.

    Bytes of a file's name that are no text are escaped.
    """
    changed = ((f.name, getattr(settings, f.name), f.default) for f in fields(Settings))
    return tuple(
        (name, str(value).encode("utf-8", "backslashreplace").decode())
        for name, value, default in changed
        if value != default and name != "jobs"
    )
