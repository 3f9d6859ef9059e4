"""Bytes become exactly the text that was written, or it is said what was guessed or lost."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.errors import UnreadableArticle
from newstemma.read.decoding import Decoded, decode

ENGLISH = "The harbour master said “nobody was hurt” – it’s a relief, he told Zoë Müller.\n"
RUSSIAN = "Министр заявил в понедельник, что порт откроется через неделю после пожара."
POLISH = "Rząd ogłosił, że żegluga będzie wstrzymana; posłowie głosują w środę późnym wieczorem."
CHINESE = "港务局长周一表示，火灾没有造成人员伤亡。码头将在下周重新开放。"
JAPANESE = "港長は月曜日、火災による負傷者はいないと述べた。埠頭は来週再開される。"


def outcome(data: bytes, declared: str | None = None) -> Decoded | str:
    """What is read, or why it is refused."""
    try:
        return decode(data, declared=declared)
    except UnreadableArticle as error:
        return str(error)


@settings(deadline=None)  # the first example pays for lazy imports
@given(st.text().filter(lambda text: "\0" not in text and not text.startswith("\ufeff")))
def test_utf8_text_comes_back_to_the_byte(text: str) -> None:
    read = outcome(text.encode())
    if isinstance(read, str):
        assert "control characters" in read or "it is a" in read
    else:
        assert (read.text.encode(), read.warning) == (text.encode(), None)


@settings(deadline=None)  # the first example pays for lazy imports
@given(st.binary(max_size=400), st.none() | st.text(max_size=20))
def test_any_bytes_are_text_or_refused_in_one_line(data: bytes, declared: str | None) -> None:
    read = outcome(data, declared)
    if isinstance(read, str):
        assert read
        assert "\n" not in read
    else:
        read.text.encode()


@pytest.mark.parametrize("label", ["rot13", "zip", "idna", "punycode", "unicode_escape", "no-such"])
def test_codecs_that_are_no_character_sets_are_not_used(label: str) -> None:
    data = RUSSIAN.encode("cp1251")
    assert decode(data, declared=label).text == RUSSIAN


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN + "\r\n" + RUSSIAN])
def test_utf16_and_utf32_are_told_from_their_mark_or_pattern(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.warning) == (text, None)


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(codecs.BOM_UTF8 + ENGLISH.encode()).text == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH * 2, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (POLISH, "cp1250"),
        (CHINESE, "gb18030"),
        (JAPANESE, "cp932"),
    ],
)
def test_a_legacy_encoding_is_guessed_and_the_guess_is_admitted(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.warning is not None
    assert "guess" in decoded.warning


def test_a_declared_encoding_is_no_guess() -> None:
    decoded = decode(POLISH.encode("iso8859-2"), declared="ISO-8859-2")
    assert (decoded.text, decoded.warning) == (POLISH, None)


def test_latin_1_is_read_as_browsers_read_it() -> None:
    assert decode("“Nein”, sagte er".encode("cp1252"), declared="latin-1").text[0] == "“"


def test_utf8_that_was_saved_under_another_declaration_stays_utf8() -> None:
    assert decode(ENGLISH.encode(), declared="iso-8859-1").text == ENGLISH


def test_japanese_mail_encoding_counts_where_it_is_declared() -> None:
    assert decode(JAPANESE.encode("iso2022_jp"), declared="iso-2022-jp").text == JAPANESE


def test_broken_bytes_in_utf8_are_replaced_in_place_and_named() -> None:
    whole = ENGLISH.encode()
    decoded = decode(whole[:20] + b"\xff" + whole[20:] + b"\xc3")
    assert decoded.text == ENGLISH[:20] + "\ufffd" + ENGLISH[20:] + "\ufffd"
    assert decoded.warning is not None
    assert "offset 20" in decoded.warning
    assert "2 characters replaced" in decoded.warning


def test_a_replacement_character_that_was_written_is_no_damage() -> None:
    assert decode("a torn \ufffd word".encode()).warning is None
    torn = decode("a “torn” \ufffd word".encode() + b"\xff").warning
    assert torn is not None
    assert "with 1 character replaced" in torn


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 and so on",
        b"\x89PNG\r\n\x1a\n....",
        b"\xff\xd8\xff\xe0 JFIF",
        b"GIF89a....",
        b"PK\x03\x04 word/document.xml",
        b"\x7fELF\x02\x01\x01",
        bytes(range(256)) * 20,
        b"text with a \0 byte in it",
        b"\x01\x02\x03 \x05\x06\x07 ab",
        bytes(range(128, 256)) * 20,
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableArticle, match="not an article"):
        decode(data)


def test_a_stray_form_feed_does_not_make_a_text_binary() -> None:
    assert decode(ENGLISH.encode() + b"\x0c" + ENGLISH.encode()).text.count("\x0c") == 1
