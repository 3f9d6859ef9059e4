"""Takes a name apart: what each word of it is."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from newstemma.records import NameKind, Span
from newstemma.text.identity.legal_forms import FormClass, LegalForm, legal_form_at
from newstemma.text.identity.lexicon import (
    HONORIFICS,
    LINKS,
    NUMERALS,
    PARTICLES,
    PATRONYMIC,
    SAME_NAMES,
    VESSEL_PREFIXES,
)
from newstemma.text.identity.spelling import latin

__all__ = ["ASIDE", "LOOSE", "NameKind", "NameParts", "Part", "PartKind", "Script", "take_apart"]

_MOST = 16  # parts that are looked at
_LONGEST = 300  # characters
_TOKEN = re.compile(
    r"[^\W\d_]/[^\W\d_](?![^\W_])"  # M/V, A/S
    r"|(?:[^\W\d_]\.[-\s]?){2,}(?:[^\W\d_](?![^\W_]))?"  # S.A.R.L., p.l.c, J. P.
    r"|[^\W_]+(?:['’ʼʻ‘`´][^\W_]+)*"
)
_OPENS = re.compile(r"[\s(][\"“‘'«„(]$")
_LETTER = re.compile(r"[^\W\d_]")
_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_ROMAN_ALONE = frozenset("ii iii iv vi vii viii ix".split())  # numbers in small letters too
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_LEET = str.maketrans("01345789", "oieastbg")
_ALPHABETS = frozenset("CYRILLIC GREEK ARMENIAN GEORGIAN".split())
_SYLLABLES = frozenset("HANGUL CJK HIRAGANA KATAKANA".split())
_GENERATIONS = {
    "jr": "jr",
    "junior": "jr",
    "sr": "sr",
    "senior": "sr",
    "ii": "2",
    "iii": "3",
    "iv": "4",
}


class Script(StrEnum):
    """How a name is written, as far as it matters for a comparison."""

    LATIN = "latin"
    ALPHABET = "alphabet"  # another one with vowels: romanised letter by letter
    SYLLABLES = "syllables"  # a sign for a syllable or a word
    OTHER = "other"  # vowels unwritten or romanised loosely


LOOSE = frozenset({Script.SYLLABLES, Script.OTHER})
"""Scripts whose romanisation may look nothing like the name as others romanise it."""


class PartKind(StrEnum):
    """What a part of a name is."""

    WORD = "word"
    INITIAL = "initial"
    PATRONYMIC = "patronymic"
    PARTICLE = "particle"
    NUMBER = "number"
    NICKNAME = "nickname"  # between marks, inside a name


ASIDE = frozenset({PartKind.PARTICLE, PartKind.NICKNAME})
"""What a name may lack without being another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a name: where it stands in it, and what it is compared by."""

    span: Span
    key: str
    kind: PartKind


@dataclass(frozen=True, slots=True, kw_only=True)
class NameParts:
    """A name taken apart. `parts` are in their order in the name, honorifics and legal forms
    left out; the spans of those are in `honorifics` and `legal_spans`.
    """

    written: str
    kind: NameKind
    parts: tuple[Part, ...]
    honorifics: tuple[Span, ...] = ()
    legal_form: LegalForm | None = None
    script: Script = Script.LATIN

    @property
    def words(self) -> tuple[Part, ...]:
        """The parts that name: no particles, no nicknames between marks."""
        return tuple(part for part in self.parts if part.kind not in ASIDE)


@dataclass(frozen=True, slots=True)
class _Token:
    span: Span
    written: str
    key: str
    marked: bool = False  # it stands between quotation marks


def take_apart(name: str, kind: NameKind) -> NameParts:
    """The parts of a name; its first 300 characters and 16 parts are looked at."""
    shown = name[:_LONGEST]
    tokens = list(_tokens(shown, kind))
    legal: LegalForm | None = None
    if kind not in (NameKind.PERSON, NameKind.PLACE):
        tokens, legal = _without_legal_form(tokens)
    if kind is NameKind.UNKNOWN and legal:
        kind = NameKind.ORGANISATION
    honorifics: tuple[Span, ...] = ()
    if kind in (NameKind.PERSON, NameKind.UNKNOWN):
        tokens, honorifics = _without(tokens, HONORIFICS)
    elif kind is NameKind.VESSEL:
        tokens, honorifics = _without(tokens, VESSEL_PREFIXES)
    parts = _known(tokens, kind) or _parts(tokens[:_MOST], kind)
    return NameParts(
        written=name,
        kind=kind,
        parts=tuple(parts),
        honorifics=honorifics,
        legal_form=legal,
        script=_script(shown),
    )


def _known(tokens: Sequence[_Token], kind: NameKind) -> list[Part]:
    """One part for a whole name that is one of several of a state or a body."""
    named = [token.key for token in tokens[:_MOST] if token.key != "the"]
    key = SAME_NAMES.get("".join(named))
    if key is None or kind is NameKind.PERSON:
        return []
    return [Part(span=Span(tokens[0].span.start, tokens[-1].span.end), key=key, kind=PartKind.WORD)]


def _tokens(name: str, kind: NameKind) -> Iterator[_Token]:
    for match in _TOKEN.finditer(_composed(name)):
        span = Span(match.start(), match.start() + len(match.group().rstrip()))
        written = span.of(name)
        if "." in written and kind is NameKind.PERSON:
            for letter in _LETTER.finditer(name, span.start, span.end):
                yield _Token(Span(*letter.span()), letter.group(), latin(letter.group()))
        elif key := latin(written):
            yield _Token(span, written, key, bool(_OPENS.search(name, 0, span.start)))


def _composed(name: str) -> str:
    """Combining marks as letters of the same length, so that no word breaks at one."""
    return "".join("ʼ" if _is_mark(c) else c for c in name)


def _without_legal_form(tokens: Sequence[_Token]) -> tuple[list[_Token], LegalForm | None]:
    """Every legal form taken out, unless nothing else is left; the most telling one."""
    keys = [token.key for token in tokens]
    kept: list[_Token] = []
    found: list[LegalForm] = []
    at = 0
    while at < len(tokens):
        if form := legal_form_at(keys, at):
            found.append(form[0])
            at = form[1]
        else:
            kept.append(tokens[at])
            at += 1
    if not kept:
        return list(tokens), None
    telling = [form for form in found if form[1] is not FormClass.ANY]
    return kept, next(iter([*telling, *found]), None)


def _without(
    tokens: Sequence[_Token], words: frozenset[str]
) -> tuple[list[_Token], tuple[Span, ...]]:
    """The tokens but for those at the head or the end that are in `words`; never none."""
    first, end = 0, len(tokens)
    while end - first > 1 and tokens[first].key in words:
        first += 1
    while end - first > 1 and tokens[end - 1].key in words:
        end -= 1
    left_out = [token.span for token in (*tokens[:first], *tokens[end:])]
    return list(tokens[first:end]), tuple(left_out)


def _parts(tokens: Sequence[_Token], kind: NameKind) -> list[Part]:
    personal = kind in (NameKind.PERSON, NameKind.UNKNOWN)
    parts: list[Part] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        end = at + 1
        if personal:
            part = _personal(token, at, len(tokens))
        else:
            end, value = _number(tokens, at, kind)
            part = _number_part(tokens[at:end], value) if value else _plain(token)
        parts.append(part)
        at = end
    return parts


def _personal(token: _Token, at: int, count: int) -> Part:
    key, kind = token.key, PartKind.WORD
    last = at == count - 1
    if token.marked and at and not last:
        return Part(span=token.span, key=key, kind=PartKind.NICKNAME)
    if last and at and key in _GENERATIONS:
        key, kind = _GENERATIONS[key], PartKind.NUMBER
    elif key.isdigit():
        kind = PartKind.NUMBER
    elif len(key) > 2 and any(c.isdigit() for c in key) and key[0].isalpha():
        key = key.translate(_LEET)
    elif key in PARTICLES and (not last or PARTICLES[key] == "ibn") and count > 1:
        key, kind = PARTICLES[key], PartKind.PARTICLE
    elif len(key) == 1:
        kind = PartKind.INITIAL
    elif at and PATRONYMIC.fullmatch(key) and not last:
        kind = PartKind.PATRONYMIC
    return Part(span=token.span, key=key, kind=kind)


def _plain(token: _Token) -> Part:
    kind = PartKind.PARTICLE if token.key in LINKS else PartKind.WORD
    return Part(span=token.span, key=token.key, kind=kind)


def _number_part(tokens: Sequence[_Token], value: str) -> Part:
    span = Span(tokens[0].span.start, tokens[-1].span.end)
    return Part(span=span, key=value, kind=PartKind.NUMBER)


def _number(tokens: Sequence[_Token], at: int, kind: NameKind) -> tuple[int, str]:
    """Where the number that starts at a token ends, and its value; "" where none starts."""
    token = tokens[at]
    if any(c.isdigit() for c in token.key):
        ordinal = _ORDINAL.fullmatch(token.key)
        return at + 1, (ordinal[1] if ordinal else token.key).lstrip("0") or "0"
    roman = token.written.upper() if token.key in _ROMAN_ALONE else token.written
    if at and _ROMAN.fullmatch(roman):
        return at + 1, str(_roman(roman))
    value = NUMERALS.get(token.key)
    if value is None or kind is NameKind.PLACE:
        return at + 1, ""
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    unit = int(following) if following.isdigit() else NUMERALS.get(following, 10)
    if value >= 20 and value % 10 == 0 and 0 < unit < 10:
        return at + 2, str(value + unit)
    return at + 1, str(value)


def _roman(written: str) -> int:
    values = [_ROMAN_VALUES[c] for c in written]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")


def _script(name: str) -> Script:
    """The script of most letters."""
    names = (unicodedata.name(c, "").partition(" ")[0] for c in name if c.isalpha())
    found = Counter(map(_script_of, names)).most_common(1)
    return found[0][0] if found else Script.LATIN


def _script_of(letter: str) -> Script:
    if letter in _ALPHABETS:
        return Script.ALPHABET
    if letter in _SYLLABLES:
        return Script.SYLLABLES
    return Script.LATIN if letter == "LATIN" else Script.OTHER
