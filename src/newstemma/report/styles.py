"""The style sheets; they hold none of the characters that markup escapes."""

from __future__ import annotations

from importlib.resources import files

__all__ = ["alone", "whole"]


def whole() -> str:
    """What a page needs."""
    return "".join(map(_sheet, ("palette.css", "style.css", "tree.css")))


def alone() -> str:
    """What a drawing needs that stands on no page of ours; it touches nothing around it."""
    return _sheet("palette.css").replace(":root", ".stemma") + _sheet("tree.css")


def _sheet(name: str) -> str:
    return files("newstemma.report").joinpath(name).read_text(encoding="utf-8")
