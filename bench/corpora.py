"""Reads the benchmark data that is about texts made from texts, through the product's reader."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newstemma.lineage.profile import Profile, profile
from newstemma.records import RawArticle, TextSource, Witness
from newstemma.text.cleaning import clean
from newstemma.text.parse import load
from newstemma.text.witness import witness

__all__ = [
    "RETELLINGS",
    "Chain",
    "Family",
    "Report",
    "chains",
    "families",
    "parsed",
    "read",
    "reports",
    "rows",
    "witness_of",
]

RETELLINGS = ("paraphrase_generation", "rewrite_generation")
"""The ways of making that add nothing."""

_CLITIC = re.compile(r" (?=(?:n['’]t|['’](?:s|re|ve|ll|d|m))\b|[.,;:!?%)])", re.IGNORECASE)

_TORN = re.compile(r"(?<=\d) ?([/:]) ?(?=\d)")  # in dates and hours: "12 / 19 / 2005", "3: 36"

_NAMED = re.compile(
    r"(?P<collection>.+?)_(?P<way>(?:paraphrase|rewrite)_generation|information_.+)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A source and what was made from it, by the way it was made ("paraphrase_generation")."""

    name: str
    source: str
    made: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """A root and the texts made from it, each from the one before."""

    root: str
    model: str
    seed: int
    root_text: str
    generations: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A news report on an event (`story`), independent of most others on the same event."""

    name: str
    story: str
    text: str


def witness_of(name: str, text: str) -> Witness:
    """The text as `report` reads it, named `name`."""
    raw = RawArticle(path=name, text=text, text_source=TextSource.FILE)
    return witness(clean(raw, id=name))


def parsed(name: str, text: str) -> Witness:
    """A text in English, read as `report` reads it, with its parse, however short it is."""
    raw = RawArticle(path=name, text=text, text_source=TextSource.FILE)
    return witness(clean(raw, id=name), load())


def read(name: str, text: str) -> Profile:
    """The profile of the text as `report` reads it."""
    return profile(witness_of(name, text))


def families(data: Path) -> tuple[Family, ...]:
    """The families of `rewrites/`: equal collection and news_id."""
    found: dict[str, Family] = {}
    for path in sorted((data / "rewrites").glob("*.jsonl")):
        named = _NAMED.fullmatch(path.stem)
        if named is None:
            continue
        collection, way = named["collection"], named["way"]
        for row in rows(path):
            name = f"{collection}/{row['news_id']}"
            family = found.setdefault(name, Family(name=name, source=row["source_text"], made={}))
            family.made[way] = row["llm_text"]
    return tuple(found[name] for name in sorted(found))


def chains(data: Path) -> tuple[Chain, ...]:
    """The chains of `rewrite_chains/`."""
    return tuple(
        Chain(
            root=row["root"],
            model=row["model"],
            seed=row["seed"],
            root_text=row["root_text"],
            generations=tuple(row["stories"]),
        )
        for path in sorted((data / "rewrite_chains").glob("*.jsonl"))
        for row in rows(path)
    )


def reports(data: Path) -> dict[str, tuple[Report, ...]]:
    """The articles of `ecbplus/` by sub-topic, their tokens joined again."""
    found: defaultdict[str, list[Report]] = defaultdict(list)
    for row in rows(data / "ecbplus" / "ecbplus.jsonl"):
        dropped = 0 if row["doc"].endswith("ecbplus") else -1
        text = _joined([(s, word) for _, s, word in row["tokens"] if s != dropped])
        report = Report(name=row["doc"], story=row["subtopic"], text=text)
        found[report.story].append(report)
    return {story: tuple(found[story]) for story in sorted(found)}


def _joined(tokens: Sequence[tuple[int, str]]) -> str:
    lines: defaultdict[int, list[str]] = defaultdict(list)
    for number, word in tokens:
        lines[number].append({"``": '"', "''": '"'}.get(word, word))
    joined = "\n".join(_CLITIC.sub("", " ".join(line)) for line in lines.values())
    return _TORN.sub(r"\1", joined)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects in a file of JSON lines; none where there is no such file."""
    if path.exists():
        with path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)
