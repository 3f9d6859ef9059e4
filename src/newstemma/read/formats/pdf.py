"""PDF -> the article that is printed on it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

from newstemma.errors import UnreadableArticle
from newstemma.read.contents import Contents, read_whole
from newstemma.read.formats.pdf_process import pdf_process
from newstemma.read.formats.printed import paragraphs
from newstemma.read.options import ReadOptions
from newstemma.records import Failure, RawArticle, TextSource

__all__ = ["read_pdf"]


def read_pdf(path: str, contents: Contents, options: ReadOptions) -> Iterator[RawArticle | Failure]:
    """The article of a PDF: its text in reading order, one paragraph a line.

    Raises `UnreadableArticle` where a password locks it, where it is a scan without text, where
    it is damaged, or where reading it takes more memory or time than any article does.
    """
    if find_spec("pypdfium2") is None:
        raise ModuleNotFoundError(name="pypdfium2")
    data = read_whole(contents, options.max_article_bytes)
    text = paragraphs(pdf_process().pages(data, options.max_article_bytes))
    if not text:
        raise UnreadableArticle(
            "the PDF has no text, only pictures of its pages; "
            "have its letters recognised (ocrmypdf does), or save its text in a .txt file"
        )
    yield RawArticle(path=path, text=text, text_source=TextSource.EXTRACTED)
