"""Bytes -> text. Exact where the encoding is known, and said so where it had to be guessed."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from newstemma.errors import UnreadableArticle

__all__ = ["Decoded", "decode"]

_SAVE = "save the file as UTF-8"
_NOT_TEXT = "not an article: remove it from the input, or save its text as UTF-8"

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"\x1f\x8b", "gzip data inside gzip data"),
    (b"BZh91AY&SY", "bzip2 data"),
    (b"\xfd7zXZ\x00", "xz data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "zstandard data"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
)
# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a page may declare, as Python calls it. Python knows codecs that are no character sets.
_CHARSETS = frozenset(
    "big5 big5hkscs cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp866 cp874 "
    "cp932 cp949 euc_jp euc_kr gb18030 gbk iso2022_jp iso8859-2 iso8859-3 iso8859-4 iso8859-5 "
    "iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16 "
    "koi8-r koi8-u mac-roman mac-cyrillic shift_jis tis-620".split()
)
# Labels that browsers read as a larger character set (WHATWG Encoding Standard, section 4.2).
_READ_AS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROL = 0.01
_MOST_REPLACED = 0.1
# Of the bytes above ASCII, this share must be sound UTF-8 for the rest to be damage to it.
# Legacy encodings of Chinese and Japanese reach .49 by chance.
_DAMAGED_UTF8 = 0.6
# Prose with fewer bytes above ASCII is most likely Western, with a few accents and quotation
# marks: too little to guess from. Polish or Turkish have more.
_MOSTLY_ASCII = 0.03


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text, with a warning where it may not be quite what was written."""

    text: str
    warning: str | None = None


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text of `data`: every character as it is, less a byte order mark at the start.

    UTF-8, UTF-16 and UTF-32 are told from their marks or their pattern; otherwise `declared`
    counts, what the page says of itself; otherwise a legacy encoding is guessed, with a warning.
    Broken bytes in UTF-8 become U+FFFD, with a warning.

    Raises `UnreadableArticle` for what is no text.

    >>> decode("Ciudad Juárez".encode()).text
    'Ciudad Juárez'
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableArticle(f"it is {what}, {_NOT_TEXT}")
    decoded = _by_mark(data) or _by_pattern(data) or _by_trial(data, declared)
    control = sum(1 for _ in _CONTROL.finditer(decoded.text))
    if control > _MOST_CONTROL * len(decoded.text):
        raise UnreadableArticle(f"it holds {control} control characters, {_NOT_TEXT}")
    return decoded


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _exact(data, encoding, len(mark)) or _replaced(data, encoding, len(mark))
    return None


def _by_pattern(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: plain letters and spaces have a NUL as every other byte."""
    nul = data.find(b"\0")
    if nul < 0:
        return None
    low, high = data[::2].count(b"\0"), data[1::2].count(b"\0")
    encoding = "utf-16-le" if high > low else "utf-16-be"
    decoded = _exact(data, encoding) if min(low, high) == 0 else None
    if decoded is None or not _like_text(decoded.text):
        raise UnreadableArticle(f"it holds NUL bytes (the first at offset {nul}), {_NOT_TEXT}")
    return decoded


def _like_text(text: str) -> bool:
    """Whether it prints and has letters; binary data read as UTF-16 is full of what does not."""
    prints = sum(char.isprintable() or char.isspace() for char in text)
    return prints >= (1 - _MOST_CONTROL) * len(text) and any(char.isalpha() for char in text)


def _by_trial(data: bytes, declared: str | None) -> Decoded:
    known = _charset(declared)
    if known and data.isascii() and known.startswith("iso2022"):
        return _exact(data, known) or _replaced(data, "utf-8")
    exact = _exact(data, "utf-8")
    if exact:
        return exact
    if _is_damaged_utf8(data):
        return _replaced(data, "utf-8")
    stated = _exact(data, known) if known else None
    return stated or _guessed(data)


def _charset(label: str | None) -> str | None:
    try:
        name = codecs.lookup(label or "").name
    except (LookupError, ValueError):
        return None
    name = _READ_AS.get(name, name)
    return name if name in _CHARSETS else None


def _exact(data: bytes, encoding: str, skip: int = 0) -> Decoded | None:
    try:
        return Decoded(text=data[skip:].decode(encoding))
    except UnicodeDecodeError:
        return None


def _replaced(data: bytes, encoding: str, skip: int = 0) -> Decoded:
    """Reads past broken bytes; raises `UnreadableArticle` where there is little else."""
    text = data[skip:].decode(encoding, "replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode(encoding))
    if broken > max(1, _MOST_REPLACED * len(text)):
        raise UnreadableArticle(f"it is neither UTF-8 nor a known encoding, {_NOT_TEXT}")
    name = encoding.removesuffix("-le").removesuffix("-be").upper()
    return Decoded(
        text=text,
        warning=f"broken {name}: the first bad byte is at offset {_first_bad(data, encoding, skip)}"
        f"; read with {_counted(broken)} replaced by U+FFFD; {_SAVE}",
    )


def _counted(characters: int) -> str:
    return "1 character" if characters == 1 else f"{characters} characters"


def _first_bad(data: bytes, encoding: str, skip: int = 0) -> int:
    try:
        data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        return skip + error.start
    return len(data)


def _is_damaged_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    above = re.sub(r"[\x00-\x7f\ufffd]+", "", text)
    sound = len(above.encode())
    return sound > _DAMAGED_UTF8 * (sound + broken)


def _guessed(data: bytes) -> Decoded:
    above = sum(byte > 0x7F for byte in data)
    encoding = "cp1252" if above < _MOSTLY_ASCII * len(data) else _detected(data)
    guessed = _exact(data, encoding) if encoding else None
    if guessed is None:
        return _replaced(data, "utf-8")
    first = _first_bad(data, "utf-8")
    warning = (
        f"not UTF-8 (the first bad byte is at offset {first}); "
        f"read as {encoding}, which is a guess; {_SAVE}"
    )
    return Decoded(text=guessed.text, warning=warning)


def _detected(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # costs 30 ms, and hardly any file needs it

    best = from_bytes(data).best()
    return best.encoding if best else None
