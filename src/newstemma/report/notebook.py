"""The tree of a story for a notebook."""

from __future__ import annotations

from dataclasses import dataclass

from newstemma.records import Analysis
from newstemma.report.markup import render
from newstemma.report.styles import alone
from newstemma.report.tree import WIDE, svg
from newstemma.views.names import names
from newstemma.views.stories import largest_first, story_pages

__all__ = ["Drawing", "tree_svg"]


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG drawing, whole in itself. A notebook shows it; `str` gives its markup."""

    markup: str

    def __str__(self) -> str:
        return self.markup

    def _repr_svg_(self) -> str:
        return self.markup

    def _repr_html_(self) -> str:
        return f'<div style="overflow-x:auto">{self.markup}</div>'


def tree_svg(analysis: Analysis, story: str | None = None) -> Drawing:
    """The family tree of a story of the analysis, given by its id; by default of the largest.

    Raises `KeyError` where the analysis has no such story, or none at all.
    """
    pages = story_pages(analysis, names(analysis.articles))
    by_id = {one.id: page for one, page in zip(largest_first(analysis.stories), pages, strict=True)}
    shown = by_id[story] if story is not None else next(iter(by_id.values()), None)
    if shown is None:
        raise KeyError("no story")
    title = f"Family tree of the story “{shown.title}”"
    drawn = svg(shown.tree, WIDE, title=title, key=f"stemma-{shown.number}", style=alone())
    return Drawing(render(drawn))
