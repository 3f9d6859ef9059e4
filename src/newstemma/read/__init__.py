"""Bytes -> articles: the only rooms that touch the outside."""

from newstemma.read.articles import read_articles
from newstemma.read.options import FIELD_NAMES, ReadOptions

__all__ = ["FIELD_NAMES", "ReadOptions", "read_articles"]
