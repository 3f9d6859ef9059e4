"""Scores names of people, organisations and places, and of other things.

    python -m bench.language.entities [--data DIR] [--json]

GUM's dev documents (genres with open licences) are scored on exact spans with their kind; the
names are those that the training data is made of: what is capitalised around the proper noun that
heads an entity. `re3d/` (confidence of one half or more) marks longer mentions, with titles,
nouns and pronouns too; of it those count that end in a capitalised word which is no office, and a
name answers one where the kind agrees, it lies inside, and both end together. `entities.f1` pools
both sets; `_spans` figures leave the kind out. Everything starts from raw text.

The baseline takes runs of capitalised words, those that open a sentence left out: two words or
more are a person, capitals throughout an organisation, the rest places.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.names import from_gum
from training.treebanks import gum

from bench.figures import arguments, missing, show
from bench.language.texts import Text, cut
from newstemma.records import NameKind, Span
from newstemma.text.parse import Parser, load

__all__ = ["main", "measure"]

_RE3D_KINDS = {
    "Person": NameKind.PERSON,
    "Organisation": NameKind.ORGANISATION,
    "Location": NameKind.PLACE,
}
_GUM_KINDS = {
    "PERSON": NameKind.PERSON,
    "ORG": NameKind.ORGANISATION,
    "PLACE": NameKind.PLACE,
    "OTHER": NameKind.OTHER,
}
_UNMARKED = frozenset({NameKind.VESSEL, NameKind.AIRCRAFT, NameKind.GROUP})  # other, for GUM
_NO_NAMES = frozenset(
    "i he she it we they you this that these those president minister secretary ambassador "
    "government governor general spokesman spokesperson chief leader king director".split()
)
_WORD = r"[A-Z](?:[\w’'-]|\.(?=\w))*"
_RUN = re.compile(rf"{_WORD}(?:[ ](?:(?:of|the|for|and|al|de)[ ])?{_WORD})*")


@dataclass(frozen=True, slots=True)
class _Name:
    span: Span
    kind: NameKind


@dataclass(frozen=True, slots=True)
class _Marked:
    """A text with its names as they were marked."""

    text: str
    names: tuple[_Name, ...]


_Reader = Callable[[str], tuple[_Name, ...]]
_Agree = Callable[[_Name, _Name], bool]


def main() -> None:
    """Prints the figures."""
    chosen = arguments(__doc__ or "")
    show(measure(chosen.data), as_json=chosen.json)


def measure(data: Path, parser: Parser | None = None) -> dict[str, float]:
    """Every figure with its baseline; those of a missing set are left out."""
    parser = parser or load()
    sets = {"gum": (list(_gum(data)), _same), "re3d": (list(_re3d(data)), _ends_alike)}
    for name, (texts, _) in sets.items():
        if not texts:
            missing(data / name)
    readers: dict[str, _Reader] = {"": lambda text: _read(parser, text), "baseline.": _capitals}
    found: dict[str, float] = {}
    for prefix, reader in readers.items():
        counts = {
            name: _count(texts, reader, agree) for name, (texts, agree) in sets.items() if texts
        }
        for name, count in counts.items():
            found |= count.figures(f"{prefix}entities.{name}")
        found[f"{prefix}entities.f1"] = sum(counts.values(), _Count()).f1
    return found


# --- counting ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Count:
    """How many names were found and wanted, and how many of them agree."""

    right: int = 0
    right_spans: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: _Count) -> _Count:
        return _Count(
            self.right + other.right,
            self.right_spans + other.right_spans,
            self.found + other.found,
            self.wanted + other.wanted,
        )

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, self.found + self.wanted)

    def figures(self, name: str) -> dict[str, float]:
        return {
            f"{name}.f1": self.f1,
            f"{name}.precision": self.right / max(1, self.found),
            f"{name}.recall": self.right / max(1, self.wanted),
            f"{name}.f1_spans": 2 * self.right_spans / max(1, self.found + self.wanted),
        }


def _count(texts: Iterable[_Marked], reader: _Reader, agree: _Agree) -> _Count:
    total = _Count()
    for marked in texts:
        found = reader(marked.text)
        pairs = [(a, b) for a in found for b in marked.names if a.span.overlaps(b.span)]
        alike = [(a, b) for a, b in pairs if agree(a, b)]
        total += _Count(
            len({a.span for a, b in alike if a.kind == b.kind}),
            len({a.span for a, _ in alike}),
            len(found),
            len(marked.names),
        )
    return total


def _same(found: _Name, wanted: _Name) -> bool:
    return found.span == wanted.span


def _ends_alike(found: _Name, wanted: _Name) -> bool:
    return wanted.span.covers(found.span) and found.span.end == wanted.span.end


# --- readers -----------------------------------------------------------------------------------


def _read(parser: Parser, text: str) -> tuple[_Name, ...]:
    parse = parser.parse(text, cut(text))
    return tuple(
        _Name(entity.span, NameKind.OTHER if entity.kind in _UNMARKED else entity.kind)
        for entity in parse.entities
    )


def _capitals(text: str) -> tuple[_Name, ...]:
    starts = {sentence.start for sentence in cut(text)}
    found = (m for m in _RUN.finditer(text) if m.start() not in starts)
    return tuple(_Name(Span(*m.span()), _kind(m.group())) for m in found)


def _kind(name: str) -> NameKind:
    if name.isupper():
        return NameKind.ORGANISATION
    return NameKind.PERSON if " " in name else NameKind.PLACE


# --- sets --------------------------------------------------------------------------------------


def _gum(data: Path) -> Iterator[_Marked]:
    for document in gum(data, "dev"):
        text = Text.of(document)
        names = []
        for (first, _), sentence in zip(text.sentences, from_gum([document]), strict=True):
            for start, end, kind in sentence.names:
                spans = text.spans[first + start : first + end]
                names.append(_Name(Span(spans[0].start, spans[-1].end), _GUM_KINDS[kind]))
        yield _Marked(text.text, tuple(names))


def _re3d(data: Path) -> Iterator[_Marked]:
    for folder in sorted((data / "re3d").glob("*")):
        texts = {row["_id"]: row["text"] for row in _rows(folder / "documents.jsonl")}
        names: dict[str, set[tuple[Span, NameKind]]] = {name: set() for name in texts}
        for row in _rows(folder / "entities.jsonl"):
            if row["confidence"] >= 0.5 and row["type"] in _RE3D_KINDS:
                span = Span(row["begin"], row["end"])
                if _ends_in_a_name(span.of(texts[row["documentId"]])):
                    names[row["documentId"]].add((span, _RE3D_KINDS[row["type"]]))
        for name, text in texts.items():
            yield _Marked(text, tuple(_longest([_Name(*pair) for pair in sorted(names[name])])))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _ends_in_a_name(mention: str) -> bool:
    last = mention.split()[-1:] or [""]
    return last[0][:1].isupper() and last[0].lower() not in _NO_NAMES


def _longest(names: Sequence[_Name]) -> Iterator[_Name]:
    """Of the mentions that end together, the longest."""
    ends: set[int] = set()
    for name in names:  # by start, so the longest of one end comes first
        if name.span.end not in ends:
            ends.add(name.span.end)
            yield name


if __name__ == "__main__":
    main()
