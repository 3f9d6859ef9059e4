"""Newstemma draws the family tree of a news story.

>>> from newstemma import analyze
>>> analysis = analyze("articles/")  # doctest: +SKIP
>>> len(analysis.lineages)           # doctest: +SKIP
3
"""

from newstemma.errors import InputMissing, NewstemmaError, NothingToAnalyse, UnreadableArticle
from newstemma.pipeline import analyze
from newstemma.records import Analysis, Article, Derivation, Quotation, Span, Variant, Witness
from newstemma.report.notebook import tree_svg
from newstemma.settings import Settings
from newstemma.version import __version__

__all__ = [
    "Analysis",
    "Article",
    "Derivation",
    "InputMissing",
    "NewstemmaError",
    "NothingToAnalyse",
    "Quotation",
    "Settings",
    "Span",
    "UnreadableArticle",
    "Variant",
    "Witness",
    "__version__",
    "analyze",
    "tree_svg",
]
