"""Builds HTML and SVG from elements. Text is escaped here, in one place, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newstemma.report.plain import visible

__all__ = ["Child", "Element", "Node", "element", "render", "web_address"]

_VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "wbr"})
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_VALUE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": " "})


@dataclass(frozen=True, slots=True)
class Element:
    """An element with its attributes, in order, and its children."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple[Node, ...]


Node = Element | str
"""What stands in a page: an element, or text as it is, unescaped."""

Child = Node | None | Iterable["Node | None"]
"""What is given to stand in an element: one thing, nothing, or several."""


def element(name: str, /, *children: Child, **attributes: str | float | bool | None) -> Element:
    """An element. Children may be nested in iterables; None is nothing.

    An underscore in an attribute's name is a hyphen, one at its end is dropped; True is an
    attribute without a value, False and None leave it out. Fractions keep six figures.

    >>> render(element("p", "a < b", class_="x", aria_label='"c"'))
    '<p class="x" aria-label="&quot;c&quot;">a &lt; b</p>'
    """
    given = tuple(
        (key.rstrip("_").replace("_", "-"), "" if value is True else _written(value))
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    return Element(name, given, tuple(_flat(children)))


def _written(value: str | float) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _flat(children: Iterable[Child]) -> Iterator[Node]:
    for child in children:
        if isinstance(child, str | Element):
            yield child
        elif child is not None:
            yield from (one for one in child if one is not None)


def render(node: Node) -> str:
    """The markup of a node and all below it."""
    parts: list[str] = []
    _write(node, parts)
    return "".join(parts)


def _write(node: Node, parts: list[str]) -> None:
    if isinstance(node, str):
        parts.append(visible(node).translate(_TEXT))
        return
    values = "".join(f' {key}="{visible(v).translate(_VALUE)}"' for key, v in node.attributes)
    parts.append(f"<{node.name}{values}>")
    if node.name in _VOID:
        return
    for child in node.children:
        _write(child, parts)
    parts.append(f"</{node.name}>")


def web_address(url: str | None) -> str | None:
    """The address if a reader may follow it: http or https, without white space or controls.

    >>> web_address("javascript:alert(1)"), web_address("https://example.org/a")
    (None, 'https://example.org/a')
    """
    if url is None or not url.lower().startswith(("http://", "https://")):
        return None
    return url if url.isprintable() and " " not in url else None
