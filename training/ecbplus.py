"""Reads names from ECB+ (Cybulska and Vossen 2014), news about 35 kinds of events.

ECB+ marks who and what takes part in chosen events, so a sentence may hold names that nobody
marked: a sentence is used only where each of its capitalised words is marked, dates aside.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from training.names import Labelled, spaces

__all__ = ["from_ecbplus"]

_KINDS = {
    "HUMAN_PART_PER": "PERSON", "HUMAN_PART_ORG": "ORG", "HUMAN_PART_MET": "ORG",
    "HUMAN_PART_GPE": "PLACE", "HUMAN_PART_FAC": "PLACE", "LOC_GEO": "PLACE", "LOC_FAC": "PLACE",
    "LOC_OTHER": "PLACE", "HUMAN_PART_VEH": "OTHER", "NON_HUMAN_PART": "OTHER",
}  # fmt: skip
_MARKS = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}
_NO_NAMES = frozenset(
    "i he she it we they you his her its our their my your him them mr mrs ms dr ceo"
    " president".split()
)


class _Word(NamedTuple):
    form: str
    kind: str  # of the mention it is in; "" outside
    is_dated: bool


def from_ecbplus(path: Path) -> Iterator[Labelled]:
    """The sentences of the file whose names are all marked, with their names."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    common = {form for row in rows for _, _, form in row["tokens"] if form.islower()}
    for row in rows:
        for words in _sentences(row):
            names = tuple(_names(words, common))
            if names and not _unmarked(words):
                forms = tuple(word.form for word in words)
                yield Labelled(forms=forms, spaces=spaces(forms), names=names)


def _sentences(row: Mapping[str, Any]) -> Iterator[list[_Word]]:
    tags: defaultdict[int, list[str]] = defaultdict(list)
    for mention in row["mentions"]:
        for token in mention["toks"]:
            tags[token].append(mention["tag"])
    for number, tokens in groupby(row["tokens"], key=lambda token: token[1]):
        if number or not row["doc"].endswith("ecbplus"):  # there, the first sentence is a URL
            yield [word for token, _, form in tokens for word in _words(form, tags[token])]


def _words(form: str, tags: Sequence[str]) -> Iterator[_Word]:
    kind = next((_KINDS[tag] for tag in tags if tag in _KINDS), "")
    is_dated = any(tag.startswith("TIME") for tag in tags)
    stem = form.removesuffix("'s")
    yield _Word(_MARKS.get(form, stem or form), kind, is_dated)
    if stem and stem != form:
        yield _Word("'s", "", is_dated)


def _unmarked(words: Sequence[_Word]) -> bool:
    return any(
        word.form[:1].isupper() and not (word.kind or word.is_dated or word.form == "I")
        for word in words[1:]
    )


def _names(words: Sequence[_Word], common: set[str]) -> Iterator[tuple[int, int, str]]:
    """The runs of capitalised words of one kind."""
    place = 0
    for kind, run in groupby(words, key=lambda word: _named(word) and word.kind):
        length = len(list(run))
        opens = place == 0 and length == 1 and words[0].form.lower() in common
        if kind and not opens:
            yield place, place + length, kind
        place += length


def _named(word: _Word) -> bool:
    return word.form[:1].isupper() and word.form.lower().rstrip(".") not in _NO_NAMES
