"""PDF -> the article that is printed on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from newstemma.errors import UnreadableArticle
from newstemma.read.contents import Contents, read_whole
from newstemma.read.formats.printed import PrintedLine, paragraphs
from newstemma.read.options import ReadOptions
from newstemma.records import Failure, RawArticle, TextSource

__all__ = ["read_pdf"]

_MOST_PAGES = 1000  # a book, not an article
# PDFium puts U+FFFE for a hyphen at the end of a line, and nothing for the end itself.
_LINE = re.compile("[^\r\n\ufffe]+\ufffe?")


def read_pdf(path: str, contents: Contents, options: ReadOptions) -> Iterator[RawArticle | Failure]:
    """The article of a PDF: its text in reading order, one paragraph a line.

    Raises `UnreadableArticle` where a password locks it, where it is a scan without text, or
    where it is damaged.
    """
    data = read_whole(contents, options.max_article_bytes)
    text = paragraphs(_pages(data, options.max_article_bytes))
    if not text:
        raise UnreadableArticle(
            "the PDF has no text, only pictures of its pages; "
            "have its letters recognised (ocrmypdf does), or save its text in a .txt file"
        )
    yield RawArticle(path=path, text=text, text_source=TextSource.EXTRACTED)


def _pages(data: bytes, limit: int) -> Iterator[list[PrintedLine]]:
    try:
        with closing(pdfium.PdfDocument(data)) as document:
            if len(document) > _MOST_PAGES:
                raise UnreadableArticle(
                    f"the PDF has more than {_MOST_PAGES} pages; give the pages of the article"
                )
            for number in range(len(document)):
                lines = _lines(document[number])
                limit -= sum(len(line.text) for line in lines)
                if limit < 0:
                    raise UnreadableArticle("the PDF's text is longer than an article may be")
                yield lines
    except pdfium.PdfiumError as error:
        raise UnreadableArticle(_reason(error)) from None


def _reason(error: pdfium.PdfiumError) -> str:
    if error.err_code == raw.FPDF_ERR_PASSWORD:
        return "a password locks the PDF; save it without one, or save its text in a .txt file"
    return "the PDF is damaged; fetch it anew, or save its text in a .txt file"


def _lines(page: pdfium.PdfPage) -> list[PrintedLine]:
    with closing(page), closing(page.get_textpage()) as text_page:
        return [
            PrintedLine(
                text=line[0].replace("\ufffe", "-").replace("\0", " "),
                size=raw.FPDFText_GetFontSize(text_page, line.start()),
            )
            for line in _LINE.finditer(text_page.get_text_range())
        ]
