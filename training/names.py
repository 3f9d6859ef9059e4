"""Reads names from openly licensed data, with one set of kinds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from training.conllu import Document, Sentence, Token

__all__ = ["Labelled", "from_columns", "from_gum", "spaces"]

# What GUM, wikigold and WNUT 2017 call things, in our kinds.
_KINDS = {
    "person": "PERSON", "organization": "ORG", "place": "PLACE", "object": "OTHER",
    "event": "OTHER", "abstract": "OTHER",
    "PER": "PERSON", "ORG": "ORG", "LOC": "PLACE", "MISC": "OTHER",
    "location": "PLACE", "group": "ORG", "corporation": "ORG", "product": "OTHER",
    "creative-work": "OTHER",
}  # fmt: skip
_PERSON_JOINTS = frozenset("- al bin ben de del der di du la le van von y \" ' ( )".split())
_JOINTS = frozenset("- of the for and & de del la 's / '".split())
_TITLES = frozenset(
    "mr mrs ms miss dr doctor prof professor sir dame lord lady saint st reverend rev father pope "
    "king queen prince princess emperor empress tsar sultan president vice chancellor prime "
    "minister secretary senator sen representative rep governor gov mayor ambassador judge "
    "justice attorney general gen colonel col major maj captain capt lieutenant lt sergeant sgt "
    "admiral commander chief director chairman chair baron count earl duke duchess".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A sentence's words, the space after each, and its names as (first, end, kind)."""

    forms: tuple[str, ...]
    spaces: tuple[bool, ...]
    names: tuple[tuple[int, int, str], ...]


def from_columns(path: Path) -> Iterator[Labelled]:
    """The sentences of a file in columns, the word first and its IO or BIO tag last."""
    lines = path.read_text(encoding="utf-8").split("\n")
    for is_full, block in groupby((line.strip() for line in lines), key=bool):
        rows = [line.split() for line in block] if is_full else []
        rows = [row for row in rows if len(row) > 1 and row[0] != "-DOCSTART-"]
        if rows:
            forms = tuple(row[0] for row in rows)
            names = tuple(_runs([row[-1] for row in rows]))
            yield Labelled(forms=forms, spaces=spaces(forms), names=names)


def _runs(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    start, kind = 0, ""
    for place, tag in enumerate((*tags, "O")):
        prefix, _, name = tag.partition("-")
        if kind and (prefix in {"O", "B"} or name != kind):
            if kind in _KINDS:
                yield start, place, _KINDS[kind]
            kind = ""
        if prefix != "O" and not kind:
            start, kind = place, name


def spaces(forms: Sequence[str]) -> tuple[bool, ...]:
    """Whether a space follows each word, as English is usually written."""
    after = (*forms[1:], ".")
    pairs = zip(forms, after, strict=True)
    return tuple(
        not (re.fullmatch(r"[(\[$#]", a) or re.fullmatch(r"[.,;:!?)\]%]|'\w+|n't", b))
        for a, b in pairs
    )


def from_gum(documents: Iterable[Document]) -> Iterator[Labelled]:
    """GUM's sentences with the names among its entities.

    A name is what is capitalised around the proper noun that heads an entity, titles left out.
    """
    for document in documents:
        opened: dict[str, tuple[str, int]] = {}
        for sentence in document.sentences:
            spans = list(_entities(sentence, opened))
            names = {name for span in spans if (name := _name(sentence.tokens, *span))}
            yield Labelled(
                forms=tuple(token.form for token in sentence.tokens),
                spaces=tuple(token.space_after for token in sentence.tokens),
                names=tuple(_outermost(names)),
            )


def _entities(
    sentence: Sentence, opened: dict[str, tuple[str, int]]
) -> Iterator[tuple[int, int, str]]:
    stack: list[tuple[str, int, str]] = []
    for place, token in enumerate(sentence.tokens):
        for item in re.finditer(r"\((\d+)-([a-z]+)[^()]*|(\d+)?\)", token.entity):
            if item[1]:
                stack.append((item[1], place, item[2]))
            elif item[3]:
                for back in range(len(stack) - 1, -1, -1):
                    if stack[back][0] == item[3]:
                        _, start, kind = stack.pop(back)
                        yield start, place + 1, kind
                        break
            elif stack:
                _, start, kind = stack.pop()
                yield start, place + 1, kind


def _name(tokens: Sequence[Token], start: int, end: int, kind: str) -> tuple[int, int, str] | None:
    """The name in an entity's span; None where its head is no proper noun."""
    places = range(start, end)
    heads = [i for i in places if tokens[i].head == i or tokens[i].head not in places]
    if len(heads) != 1 or tokens[heads[0]].upos != "PROPN" or kind not in _KINDS:
        return None
    joints = _PERSON_JOINTS if kind == "person" else _JOINTS
    first, last = (
        _reach(tokens, heads[0], -1, start - 1, joints),
        _reach(tokens, heads[0], 1, end, joints),
    )
    while first <= last and kind == "person" and tokens[first].form.rstrip(".").lower() in _TITLES:
        first += 1
    if first > last:
        return None
    is_people = kind in {"person", "organization"} and tokens[last].xpos == "NNPS" and first == last
    return first, last + 1, "OTHER" if is_people else _KINDS[kind]


def _reach(
    tokens: Sequence[Token], head: int, step: int, limit: int, joints: frozenset[str]
) -> int:
    """The last token towards `limit` that belongs to the name, joints only between its words."""
    reached = place = head
    while (place := place + step) != limit:
        if _belongs(tokens[place]):
            reached = place
        elif tokens[place].form not in joints:
            break
    return reached


def _belongs(token: Token) -> bool:
    return token.upos not in {"DET", "ADP", "PRON"} and (
        token.form[:1].isupper() or token.upos in {"PROPN", "NUM"}
    )


def _outermost(names: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    end = 0
    for name in sorted(names, key=lambda n: (n[0], -n[1], n[2])):
        if name[0] >= end:
            yield name
            end = name[1]
