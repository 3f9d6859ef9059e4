"""Dates: TIMEX3 of news articles, their extents and their values.

    python -m bench.language.dates [--data DIR] [--json]

Scored as TempEval-3 does (UzZaman et al., SemEval 2013), on the expressions inside `TEXT`: an
extent is right where it is the same (strict) or overlaps (relaxed), one to one; a value is right
where, of two that overlap, it is the same string. The document's creation time is the article's
date. Baseline: `dateparser.search` with the creation time as its reference.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dateparser.search import search_dates

from bench.figures import arguments, missing, show
from newstemma.records import Span
from newstemma.text.dates import time_expressions
from newstemma.text.segment import sentences, words

__all__ = ["Document", "Timex", "documents", "measure", "ours", "pairs"]

_TEXT = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_CREATED = re.compile(r"<DCT>\s*<TIMEX3[^>]*\svalue=\"([^\"]*)\"")
_TAG = re.compile(r"<(?P<close>/?)(?P<name>\w+)(?P<attributes>[^>]*)>")
_VALUE = re.compile(r"\svalue=\"([^\"]*)\"")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression and its value."""

    span: Span
    value: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The text of an article without its marks, its date, and the times marked in it."""

    name: str
    text: str
    created: str
    times: tuple[Timex, ...]


def main() -> None:
    """Prints the figures of `timex/`."""
    chosen = arguments(__doc__ or "")
    show(measure(chosen.data), as_json=chosen.json)


def measure(data: Path) -> dict[str, float]:
    """F1 of extents and of values, each followed by its baseline."""
    known = documents(data)
    if not known:
        missing(data / "timex")
        return {}
    found, plain = _scores(known, ours), _scores(known, _dateparser)
    return {
        name: figure
        for key in found
        for name, figure in (
            (f"dates.{key}", found[key]),
            (f"baseline.dates.{key}", plain[key]),
        )
    }


# --- reading ---------------------------------------------------------------------------------


def documents(data: Path) -> tuple[Document, ...]:
    """The documents of `timex/`, in the order of their names."""
    return tuple(_document(path) for path in sorted((data / "timex").rglob("*.tml")))


def _document(path: Path) -> Document:
    raw = path.read_bytes().decode("utf-8")
    created, body = _CREATED.search(raw), _TEXT.search(raw)
    if not created or not body:
        raise ValueError(f"{path}: no creation time or no text")
    text, times = _unmarked(body[1])
    return Document(name=path.stem, text=text, created=created[1], times=times)


def _unmarked(body: str) -> tuple[str, tuple[Timex, ...]]:
    """The characters between the tags, and the times at their places."""
    pieces: list[str] = []
    open_: list[tuple[int, str | None]] = []
    times = []
    size = last = 0
    for tag in _TAG.finditer(body):
        pieces.append(html.unescape(body[last : tag.start()]))
        size, last = size + len(pieces[-1]), tag.end()
        if tag["name"] != "TIMEX3":
            continue
        if tag["close"]:
            start, value = open_.pop()
            times.append(Timex(span=Span(start, size), value=value))
        else:
            value_of = _VALUE.search(tag["attributes"])
            open_.append((size, value_of[1] if value_of else None))
    pieces.append(html.unescape(body[last:]))
    return "".join(pieces), tuple(sorted(times, key=lambda time: time.span))


# --- finding ---------------------------------------------------------------------------------


def ours(document: Document) -> tuple[Timex, ...]:
    """What the product finds."""
    tokens = words(document.text)
    cut = sentences(document.text, tokens)
    found = time_expressions(document.text, tokens, cut, published=document.created)
    return tuple(Timex(span=one.span, value=one.value) for one in found)


def _dateparser(document: Document) -> tuple[Timex, ...]:
    """What dateparser alone finds; its values are whole days."""
    now = datetime.fromisoformat(document.created)
    settings = {"RELATIVE_BASE": now}
    found = search_dates(document.text, languages=["en"], settings=settings) or []
    return tuple(_placed(document.text, found))


def _placed(text: str, found: Sequence[tuple[str, datetime]]) -> Iterator[Timex]:
    end = 0
    for words_, when in found:
        start = text.find(words_, end)
        if start >= 0:
            end = start + len(words_)
            yield Timex(span=Span(start, end), value=when.date().isoformat())


# --- scoring ---------------------------------------------------------------------------------


def _scores(
    known: Sequence[Document], find: Callable[[Document], tuple[Timex, ...]]
) -> dict[str, float]:
    total = matched = strict = right = 0
    for document in known:
        found = find(document)
        total += len(document.times) + len(found)
        both = list(pairs(document.times, found))
        matched += len(both)
        strict += sum(gold.span == one.span for gold, one in both)
        right += sum(gold.value == one.value for gold, one in both)
    counts = {"extent_f1": strict, "relaxed_extent_f1": matched, "value_f1": right}
    figures = {name: 2 * count / total for name, count in counts.items()}
    return figures | {"value_accuracy": right / matched if matched else 0.0}


def pairs(gold: Sequence[Timex], found: Sequence[Timex]) -> Iterator[tuple[Timex, Timex]]:
    """Expressions that overlap, each in one pair at most; the same extent goes first."""
    same = {one.span: one for one in found}
    taken = {time.span for time in gold if time.span in same}
    for time in gold:
        free = (one for one in found if one.span not in taken and one.span.overlaps(time.span))
        match = same.get(time.span) or next(free, None)
        if match:
            taken.add(match.span)
            yield time, match


if __name__ == "__main__":
    main()
