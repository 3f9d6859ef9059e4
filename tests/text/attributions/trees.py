"""What is said in invented sentences with hand-written trees."""

from __future__ import annotations

from newstemma.records import Article, Attribution, TextSource
from newstemma.text.attributions import Sayings, sayings
from newstemma.text.names import name_mentions
from newstemma.text.parse import Parse
from newstemma.text.segment import sentences, words
from tests.text.trees import trees

__all__ = ["Said", "read", "said_in"]


class Said:
    """A text with what was read in it."""

    def __init__(self, text: str, found: Sayings) -> None:
        self.text, self.quotations, self.rows = text, found.quotations, found.attributions

    def row(self, cue: str) -> Attribution:
        """The attribution whose cue is written so."""
        return next(r for r in self.rows if r.cue_span and r.cue_span.of(self.text) == cue)

    def parts(self, cue: str) -> tuple[str | None, list[str]]:
        """The source and the contents, as written, of the attribution with a cue."""
        row = self.row(cue)
        source = row.source_span.of(self.text) if row.source_span else None
        return source, [span.of(self.text) for span in row.content_spans]


def read(*sentences_: str, before: str = "") -> Said:
    """What is said in sentences that are written as `trees` has them."""
    text, parse = trees(*sentences_, before=before)
    return Said(text, said_in(text, parse))


def said_in(text: str, parse: Parse) -> Sayings:
    """The sayings of a text with its parse."""
    tokens = words(text)
    cut = sentences(text, tokens)
    article = Article(
        id="a", path="a", sha256="", text=text, text_source=TextSource.FILE, language="en"
    )
    return sayings(article, tokens, cut, name_mentions(text, tokens, cut), parse)
