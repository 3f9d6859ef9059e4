"""Media type and charset of a Content-Type, however it is written."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.read.web.content_type import charset_of, media_type_of


@pytest.mark.parametrize(
    ("value", "charset"),
    [
        ("text/html", None),
        ("text/html;charset=utf-8", "utf-8"),
        ('Text/HTML ; a=b; CHARSET = "ISO-8859-2"', "iso-8859-2"),
        ("text/html; charset='utf-8'", "utf-8"),
        ("text/html; charset*=utf-8''x; charset*0=y", None),
        ("text/html; a*" + "1" * 5000 + "=b; charset=utf-8", None),
        ("text/html; charset=", None),
    ],
)
def test_what_is_well_formed_counts(value: str, charset: str | None) -> None:
    assert (media_type_of(value), charset_of(value)) == ("text/html", charset)


@pytest.mark.parametrize("value", ["", "html", "text/", "/html", "text/html/x", "text html"])
def test_what_is_no_media_type_is_plain_text(value: str) -> None:
    assert media_type_of(value) == "text/plain"


@given(st.text(alphabet="text/html;charset*='\"0 \x00\udc80", max_size=60))
def test_any_value_can_be_read(value: str) -> None:
    assert media_type_of(value).isascii()
    assert (charset_of(value) or "").isascii()


@pytest.mark.parametrize("piece", [";", " ", "; charset", "charset =", "a", "a/"])
def test_a_long_value_takes_no_time(piece: str) -> None:
    started = process_time()
    media_type_of(piece * 100_000)
    charset_of(piece * 100_000)
    assert process_time() - started < 0.2
