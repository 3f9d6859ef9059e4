"""Analysis -> the frozen page that every face shows: HTML, Markdown, terminal."""

from newstemma.views.assemble import page
from newstemma.views.beyond import Beyond
from newstemma.views.whole import Page

__all__ = ["Beyond", "Page", "page"]
