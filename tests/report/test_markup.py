"""Elements escape what they are given, whatever it is."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.report.markup import element, render, web_address
from newstemma.report.plain import one_line, visible


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def _parsed(markup: str) -> _Seen:
    seen = _Seen()
    seen.feed(markup)
    seen.close()
    return seen


@given(st.text(), st.text())
def test_any_text_stays_text_and_any_value_stays_a_value(text: str, value: str) -> None:
    seen = _parsed(render(element("p", text, title=value)))
    assert seen.tags == ["p"]
    assert seen.text == visible(text)
    assert seen.attributes == [("title", visible(value).replace("\n", " "))]


def test_children_may_be_nested_and_nothing_is_left_out_in_silence() -> None:
    node = element("ul", (element("li", str(n)) for n in range(2)), None, "x", hidden=True, id=None)
    assert render(node) == '<ul hidden=""><li>0</li><li>1</li>x</ul>'


@given(st.text())
def test_visible_text_keeps_its_length_and_holds_no_control_character(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert all(c in "\n\t" or c.isprintable() or not _steers(c) for c in shown)


def _steers(character: str) -> bool:
    code = ord(character)
    return code < 32 or 127 <= code < 160 or 0x202A <= code <= 0x202E or 0xD800 <= code < 0xE000


@pytest.mark.parametrize("code", [0x202E, 0x2066, 0x1B, 0x00, 0x9B, 0xD800, 0xE0041, 0xFFFF])
def test_characters_that_steer_are_replaced(code: int) -> None:
    assert chr(code) not in visible(f"a{chr(code)}b")


def test_joiners_that_scripts_need_are_kept() -> None:
    assert visible("می‌خواهم") == "می‌خواهم"


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/a?b=c", True),
        ("HTTP://EXAMPLE.ORG", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://example.org/\x00", False),
        ("https://example.org/ a", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, safe: bool) -> None:
    assert web_address(url) == (url if safe else None)


def test_an_escaped_value_reads_back() -> None:
    markup = render(element("a", title="\"<&>'"))
    assert unescape(markup.split('"')[1]) == "\"<&>'"
