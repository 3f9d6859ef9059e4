"""The tree of errors. Whatever is not in it is a bug and is left to raise."""

__all__ = ["InputMissing", "NewstemmaError", "NothingToAnalyse", "UnreadableArticle"]


class NewstemmaError(Exception):
    """Base of everything that a caller may want to catch."""


class InputMissing(NewstemmaError):
    """A path that was asked for does not exist: a slip of the caller, so nothing is written."""


class NothingToAnalyse(NewstemmaError):
    """Not one readable article was found in what was asked for."""


class UnreadableArticle(NewstemmaError):
    """One article could not be read; becomes a row in `failures`, and the rest goes on."""
