"""The style sheet can be read by everybody, and stands in the page as it is."""

from __future__ import annotations

import re

import pytest

from newstemma.records import DerivationKind
from newstemma.report.styles import alone, whole

_STYLE = whole()
_KINDS = tuple(DerivationKind)
_ON_PAPER = ("ink", "muted", "accent", "meaning", "detail", "wording")
_ON_PANEL = ("ink", "muted", "accent", *_KINDS)
_ON_TINTS = ("meaning-tint", "detail-tint", "wording-tint", "panel")
_AA = 4.5  # WCAG 2.2, success criterion 1.4.3


def _palettes() -> list[dict[str, str]]:
    """Light, dark and print, in the order of the sheet."""
    blocks = re.findall(r":root\s*\{(.*?)\}", _STYLE, flags=re.DOTALL)
    return [dict(re.findall(r"--([\w-]+):\s*#([0-9a-f]{6})", block)) for block in blocks]


def _luminance(color: str) -> float:
    shares = [int(color[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", _palettes(), ids=["light", "dark", "print"])
def test_every_text_stands_out_from_what_is_behind_it(palette: dict[str, str]) -> None:
    for text in _ON_PAPER:
        assert _contrast(palette[text], palette["paper"]) >= _AA, text
    for text in _ON_PANEL:
        assert _contrast(palette[text], palette["panel"]) >= _AA, text
    for behind in _ON_TINTS:
        assert _contrast(palette["ink"], palette[behind]) >= _AA, behind


def test_the_sheet_holds_nothing_that_markup_would_escape_and_fetches_nothing() -> None:
    assert not re.search(r"[<>&]|url\(|@import", _STYLE)


def test_every_kind_of_line_has_its_own_dashes_or_is_a_double_one() -> None:
    dashes = dict(
        re.findall(r"\.stemma \.(\w+)[^{]*\{ --line: [^;]+;(?: --dash: ([\d. ]+);)?", _STYLE)
    )
    single = [dashes[kind] for kind in _KINDS if kind is not DerivationKind.UPDATE]
    assert len(set(single)) == len(single)


def test_the_sheet_of_a_drawing_touches_nothing_around_it() -> None:
    selectors = re.findall(r"([^{}]+)\{", re.sub(r"@media[^{]*\{", "", alone()))
    assert [one for one in selectors if ".stemma" not in one] == []
