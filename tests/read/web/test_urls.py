"""URLs taken apart."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newstemma.errors import UnreadableArticle
from newstemma.read.web.urls import displayed_url, is_url, join_url, parse_url


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("https://Example.ORG", "https://example.org/"),
        ("https://example.org.:443/a/../b?x=ä#c", "https://example.org/a/../b?x=%C3%A4"),
        ("http://example.org:8080?q", "http://example.org:8080/?q"),
        ("http://[2001:DB8::1]:80/a%20b", "http://[2001:db8::1]/a%20b"),
        ("http://bücher.example/ß", "http://xn--bcher-kva.example/%C3%9F"),
        ('https://example.org/a\\b"<>', "https://example.org/a%5Cb%22%3C%3E"),
        ("https://example.org/@ann/a", "https://example.org/@ann/a"),
    ],
)
def test_a_url_is_put_as_it_is_sent(text: str, parsed: str) -> None:
    assert str(parse_url(text)) == parsed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.org",
        "//example.org/",
        "javascript:alert(1)",
        "http:///a",
        "http://ex ample.org/",
        "http://example.org\\@127.0.0.1/",
        "http://127.0.0.1%2f@example.org/",
        "http://exa\u0000mple.org/",
        "http://[::1/",
        "http://[v1.x]/",
        "http://example.org:-1/",
        "http://" + "a" * 300 + ".org/",
        "http://\u2100.example/",
        "http://example.org/\ud800",
        "http://example.org/?q=\udc80",
        "http://\udfff.example/",
    ],
)
def test_what_is_no_url_is_refused(text: str) -> None:
    with pytest.raises(UnreadableArticle):
        parse_url(text)


@given(st.text(max_size=60))
@example("[::1%\u0130]")
@example("\u3002")
def test_any_text_is_refused_or_put_in_ascii_that_reads_the_same_again(rest: str) -> None:
    try:
        url = parse_url(f"http://{rest}")
    except UnreadableArticle:
        return
    assert re.fullmatch(r"[\x21-\x7e]+", str(url))
    assert parse_url(str(url)) == url


@given(st.text(max_size=60))
def test_any_reference_can_be_joined(reference: str) -> None:
    assert isinstance(join_url(parse_url("https://example.org/a/b"), reference), str)


@given(st.text(max_size=20), st.text(max_size=60))
def test_what_is_shown_holds_no_password_and_no_control_character(user: str, rest: str) -> None:
    kept = re.sub(r"[/?#\\]", "", user)
    shown = displayed_url(f"https://{kept}:pw-8f3k@example.org/{rest}")
    assert "pw-8f3k" not in shown.partition("@example.org")[0]
    assert not re.search(r"[\x00-\x1f\x7f]", shown)


@pytest.mark.parametrize(
    "text", ["a.html", "news/", "C:\\a.txt", "C:/a.txt", "-", "http:/a", "://"]
)
def test_a_path_is_no_url(text: str) -> None:
    assert not is_url(text)


def test_half_a_character_is_not_shown() -> None:
    assert displayed_url("https://example.org/\ud800") == "https://example.org/?"
