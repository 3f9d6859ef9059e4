"""The family tree as SVG: a row for each article, a child below its parent and right of it."""

from newstemma.report.tree.drawing import svg
from newstemma.report.tree.layout import NARROW, WIDE, Frame

__all__ = ["NARROW", "WIDE", "Frame", "svg"]
