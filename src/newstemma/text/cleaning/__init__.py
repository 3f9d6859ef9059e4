"""Raw article -> article: page furniture marked with its kind, title, credit and date found."""

from newstemma.text.cleaning.clean import body, clean

__all__ = ["body", "clean"]
