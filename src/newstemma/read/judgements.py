"""What a person has judged, as JSON Lines -> judgements. Rows are untrusted: pydantic checks each.

    {"judgement": "same-person", "left": "Nicolás Ferro", "right": "Nicolas Ferro Lima"}
    {"judgement": "not-derived", "child": "late.txt", "parent": "early.txt"}
    {"judgement": "same-story", "left": "late.txt", "right": "https://example.org/early"}

A judgement always wins over what is worked out; a bad row never stops the run.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
)
from pydantic_core import ErrorDetails, from_json

from newstemma.errors import InputMissing, NewstemmaError, UnreadableArticle
from newstemma.read.contents import open_contents, read_whole
from newstemma.read.reasons import os_reason
from newstemma.records import Failure, Stage

__all__ = ["Judgement", "JudgementKind", "judgement_line", "read_judgements"]

_MOST_BYTES = 20_000_000
_SHOWN = 60  # characters of an input that a reason repeats


class JudgementKind(StrEnum):
    """What was judged: of two names, or of two articles."""

    SAME_PERSON = "same-person"
    DIFFERENT_PERSON = "different-person"
    DERIVED = "derived"
    NOT_DERIVED = "not-derived"
    SAME_STORY = "same-story"
    DIFFERENT_STORY = "different-story"

    @property
    def of_names(self) -> bool:
        """Whether two names are judged, not two articles."""
        return self in (JudgementKind.SAME_PERSON, JudgementKind.DIFFERENT_PERSON)

    @property
    def opposite(self) -> JudgementKind:
        """What says the opposite of the same two."""
        return _OPPOSITE[self]


_OPPOSITES = (
    (JudgementKind.SAME_PERSON, JudgementKind.DIFFERENT_PERSON),
    (JudgementKind.DERIVED, JudgementKind.NOT_DERIVED),
    (JudgementKind.SAME_STORY, JudgementKind.DIFFERENT_STORY),
)
_DESCENT = (JudgementKind.DERIVED, JudgementKind.NOT_DERIVED)
_OPPOSITE = {one: other for pair in _OPPOSITES for one, other in (pair, pair[::-1])}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One judgement. `left` and `right` are two names; of a derivation, the child and the parent,
    each named as `read.judged` says.
    """

    kind: JudgementKind
    left: str
    right: str
    line: int
    note: str | None = None


_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    note: str | None = None

    def sides(self) -> tuple[str, str]:
        raise NotImplementedError


class _Equals(_Row):
    judgement: Literal["same-person", "different-person", "same-story", "different-story"]
    left: _Text
    right: _Text

    def sides(self) -> tuple[str, str]:
        return self.left, self.right


class _Descent(_Row):
    judgement: Literal["derived", "not-derived"]
    child: _Text
    parent: _Text

    def sides(self) -> tuple[str, str]:
        return self.child, self.parent


_ROW: TypeAdapter[_Equals | _Descent] = TypeAdapter(
    Annotated[_Equals | _Descent, Field(discriminator="judgement")]
)


def read_judgements(path: str) -> tuple[tuple[Judgement, ...], tuple[Failure, ...]]:
    """The judgements in a JSON Lines file (`.gz` too), and a failure for each line that is none.

    Of two lines that say the opposite of one pair of names the later holds; the other is a failure.

    Raises `InputMissing` where there is no such file, `NewstemmaError` where it cannot be read.
    """
    found: dict[tuple[JudgementKind, str, str], Judgement] = {}
    reasons: dict[int, str] = {}
    for number, line in enumerate(_contents(path).split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            one = _judgement(line, number)
        except UnreadableArticle as error:
            reasons[number] = str(error)
            continue
        opposite = _key(one.kind.opposite, one)
        if one.kind.of_names and (opposed := found.pop(opposite, None)):
            reasons[opposed.line] = f"line {number} says the opposite and holds; remove one of them"
        found[_key(one.kind, one)] = one
    failures = tuple(_failure(path, number, reasons[number]) for number in sorted(reasons))
    return tuple(sorted(found.values(), key=lambda one: one.line)), failures


def judgement_line(one: Judgement) -> str:
    """A judgement as `read_judgements` reads it.

    >>> known = Judgement(kind=JudgementKind.DERIVED, left="late", right="early", line=1)
    >>> judgement_line(known)
    '{"judgement":"derived","child":"late","parent":"early"}'
    """
    sides = ("child", "parent") if one.kind in _DESCENT else ("left", "right")
    named = dict(zip(sides, (one.left, one.right), strict=True))
    row = _ROW.validate_python({"judgement": one.kind.value, **named, "note": one.note})
    return row.model_dump_json(exclude_none=True)


def _contents(path: str) -> bytes:
    try:
        with open_contents(Path(path)) as contents:
            return read_whole(contents, _MOST_BYTES).removeprefix(BOM_UTF8)
    except FileNotFoundError:
        raise InputMissing(f"no such file: {path}") from None
    except IsADirectoryError:
        raise NewstemmaError(f"{path}: it is a folder, not a JSON Lines file") from None
    except (OSError, EOFError) as error:
        reason = os_reason(error) if isinstance(error, OSError) else "its gzip data are cut short"
        raise NewstemmaError(f"{path}: {reason}") from None
    except UnreadableArticle as error:
        raise NewstemmaError(f"{path}: {error}") from None


def _key(kind: JudgementKind, one: Judgement) -> tuple[JudgementKind, str, str]:
    if not kind.of_names:
        return kind, one.left, one.right
    left, right = sorted((one.left.casefold(), one.right.casefold()))
    return kind, left, right


def _judgement(line: bytes, number: int) -> Judgement:
    try:
        value = from_json(line)
    except ValueError as error:
        raise UnreadableArticle(f"it is not valid JSON ({error}); correct it") from None
    try:
        row = _ROW.validate_python(value)
    except ValidationError as error:
        raise UnreadableArticle(_reasons(error.errors(include_url=False))) from None
    left, right = row.sides()
    kind = JudgementKind(row.judgement)
    return Judgement(kind=kind, left=left, right=right, line=number, note=row.note)


def _reasons(errors: Sequence[ErrorDetails]) -> str:
    return "; ".join(_reason(error) for error in errors)


def _reason(error: ErrorDetails) -> str:
    kind, field = error["type"], str(error["loc"][-1]) if error["loc"] else ""
    if kind in ("union_tag_not_found", "union_tag_invalid", "model_attributes_type"):
        known = ", ".join(JudgementKind)
        return f'its "judgement" must be one of: {known}'
    if kind == "missing":
        return f'it has no "{field}"'
    if kind == "extra_forbidden":
        return f'"{field[:_SHOWN]}" is no field of it'
    return f'its "{field}" {_WRONG.get(kind, "cannot be read")}'


_WRONG = {
    "string_type": "is not text",
    "string_too_short": "is empty",
    "string_too_long": "is longer than 1,000 characters",
}


def _failure(path: str, number: int, reason: str) -> Failure:
    return Failure(path=f"{path}#{number}", stage=Stage.READ, reason=f"line {number}: {reason}")
