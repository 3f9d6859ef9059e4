"""Bytes -> articles: the only rooms that touch the outside."""

from newstemma.read.articles import is_input, read_articles
from newstemma.read.options import FIELD_NAMES, ReadOptions

__all__ = ["FIELD_NAMES", "ReadOptions", "is_input", "read_articles"]
