"""A drawing as an element: its size, and its name for a screen reader."""

from __future__ import annotations

from newstemma.report.markup import Child, Element, element

__all__ = ["drawing"]


def drawing(*parts: Child, width: float, height: float, title: str, key: str) -> Element:
    """The parts as SVG. `title` names it for a screen reader, `key` tells its ids from others'."""
    return element(
        "svg",
        element("title", title, id=f"{key}-title"),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:g} {height:g}",
        width=width,
        height=height,
        class_="stemma",
        role="group",
        aria_labelledby=f"{key}-title",
    )
