"""Reads CoNLL-U, the format of Universal Dependencies (universaldependencies.org/format)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

__all__ = ["Document", "Sentence", "Token", "documents"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A syntactic word; `head` is the place of its head in the sentence, its own for a root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str
    space_after: bool
    entity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence's words in order, and whether a paragraph starts with it."""

    tokens: tuple[Token, ...]
    starts_paragraph: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document's sentences; `name` is its id in the treebank."""

    name: str
    sentences: tuple[Sentence, ...]


def documents(path: Path) -> Iterator[Document]:
    """The documents of a CoNLL-U file, in order."""
    with path.open(encoding="utf-8") as lines:
        name, sentences = path.stem, list[Sentence]()
        for block in _blocks(lines):
            comments = tuple(line for line in block if line.startswith("#"))
            for comment in comments:
                if comment.startswith("# newdoc"):
                    if sentences:
                        yield Document(name=name, sentences=tuple(sentences))
                    name, sentences = comment.partition("=")[2].strip() or path.stem, []
            sentences.append(_sentence(block[len(comments) :], comments))
        if sentences:
            yield Document(name=name, sentences=tuple(sentences))


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    stripped = (line.rstrip("\n") for line in lines)
    for is_full, block in groupby(stripped, key=bool):
        if is_full:
            yield list(block)


def _sentence(rows: list[str], comments: tuple[str, ...]) -> Sentence:
    unspaced = _unspaced(rows)
    fields = [row.split("\t") for row in rows]
    words = [row for row in fields if row[0].isdecimal()]
    tokens = tuple(_token(row, int(row[0]) not in unspaced) for row in words)
    return Sentence(
        tokens=tokens, starts_paragraph=any(line.startswith("# newpar") for line in comments)
    )


def _unspaced(rows: list[str]) -> frozenset[int]:
    """The numbers of the words that no space follows, those inside a multiword token included."""
    found: set[int] = set()
    for row in rows:
        number, *_, misc = row.split("\t")
        first, _, last = number.partition("-")
        if last:  # the parts of "don't" are written together
            found.update(range(int(first), int(last)))
        if "SpaceAfter=No" in misc.split("|"):
            found.add(int(last or first.partition(".")[0]))
    return frozenset(found)


def _token(row: list[str], space_after: bool) -> Token:
    place = int(row[0]) - 1
    head = int(row[6]) - 1
    misc = dict(item.partition("=")[::2] for item in row[9].split("|"))
    return Token(
        form=row[1],
        lemma=row[2],
        upos=row[3],
        xpos=row[4],
        head=place if head < 0 else head,
        deprel=row[7],
        space_after=space_after,
        entity=misc.get("Entity", ""),
    )
