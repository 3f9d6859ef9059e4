"""Scores sources, cues and contents, and quotations with their speakers, against PolNeAR.

    python -m bench.language.attributions [--data DIR] [--split dev] [--json]

`attribution.*_f1`: exact spans, each role by itself, within one paragraph, as CofeNet scores them
(`bench.language.spans`). PolNeAR gives each word one role in one attribution, so of a chain only
the outermost attribution is scored. Two conventions of PolNeAR's that are not Newstemma's are put
on before scoring: the comma that closes a parenthesis belongs to a source before its cue ("Ann
Lee, a baker,"), the colon that announces a content to its cue ("said:").

`quotation.f1`: stretches between double marks that lie in a Content are wanted; recall counts
those found (four fifths of intersection over union), precision the quotations reported that lie in
a Content. `quotation.speaker`: the right one among the found whose Source is no pronoun, or whose
pronoun is the phrase found (`bench.quotations`).

The baseline: the eight commonest reporting words are cues; the capitalised words or the pronoun
next to one its source; what stands between marks in its paragraph, or else the rest of its
sentence, its content.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import quotations as quoted
from bench.figures import missing, options, show
from bench.language.spans import ROLES, Labelled, Ruler, exact_counts, f1
from bench.language.texts import cut
from newstemma.records import Article, Attribution, Quotation, Span, TextSource
from newstemma.text.attributions import sayings
from newstemma.text.names import name_mentions
from newstemma.text.parse import Parse, Parser, load
from newstemma.text.segment import sentences, words

__all__ = ["Part", "Read", "gold", "labelled", "main", "measure", "split_of"]

_EIGHT = re.compile(r"\b(?:said|says|according to|told|say|added|wrote|asked)\b")
_NAME = r"(?:[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)*|[Hh]e|[Ss]he|[Tt]hey|who)"
_BEFORE = re.compile(rf"({_NAME}) $")
_AFTER = re.compile(rf" ({_NAME})")
_NEAR = 80  # characters in which the baseline looks for its source


@dataclass(frozen=True, slots=True)
class Part:
    """A source, a cue or a content."""

    role: str
    span: Span


def main() -> int:
    """Print the figures; 0 where the benchmark ran or the set is missing."""
    parser = options(__doc__ or "")
    parser.add_argument("--split", help="default: test where there is one, else dev")
    parser.add_argument("--json", action="store_true", help="one flat object of numbers")
    chosen = parser.parse_args()
    show(measure(chosen.data, split=chosen.split), as_json=chosen.json)
    return 0


def split_of(data: Path) -> str:
    """The split that is scored: `test` where there is one, else `dev`."""
    return "test" if (data / "polnear" / "test").is_dir() else "dev"


def measure(
    data: Path, parser: Parser | None = None, *, split: str | None = None
) -> dict[str, float]:
    """All figures, each with its baseline; none where the set is missing."""
    folder = data / "polnear" / (split or split_of(data))
    documents = list(quoted.documents(folder)) if folder.is_dir() else []
    if not documents:
        missing(folder)
        return {}
    parser = parser or load()
    ours, plain = Counter[str](), Counter[str]()
    for document in documents:
        ruler, found = Ruler(document.text), Read.of(document.text, parser)
        wanted = gold(document, ruler)
        ours += exact_counts(wanted, labelled(ruler, found.parts()))
        ours += quoted.score(document, found.quotations)
        plain += exact_counts(wanted, labelled(ruler, _plain(document.text)))
        plain += quoted.score(document, quoted.baseline(document.text))
    return {**_shares(ours, ""), **_shares(plain, "baseline.")}


def _shares(counts: Counter[str], prefix: str) -> dict[str, float]:
    shares = quoted.figures(counts)
    recall, precision = shares["quotations.recall"], shares["quotations.precision"]
    return {
        **{f"{prefix}attribution.{role}_f1": f1(counts, role) for role in ROLES},
        f"{prefix}quotation.f1": 2 * recall * precision / max(1e-9, recall + precision),
        f"{prefix}quotation.speaker": shares["quotations.speaker"],
    }


def gold(document: quoted.Document, ruler: Ruler) -> set[Labelled]:
    """The annotated spans of a document."""
    parts = (
        Part(role, span)
        for attributed in document.attributions
        for role, spans in zip(
            ROLES, (attributed.source, attributed.cue, attributed.content), strict=True
        )
        for span in spans
    )
    return labelled(ruler, parts)


def labelled(ruler: Ruler, parts: Iterable[Part]) -> set[Labelled]:
    """Spans in tokens, as they are compared."""
    return {label for part in parts for label in ruler.labelled(part.role, part.span)}


@dataclass(frozen=True, slots=True)
class Read:
    """What Newstemma finds in a text."""

    text: str
    parse: Parse
    quotations: tuple[Quotation, ...]
    attributions: tuple[Attribution, ...]

    @classmethod
    def of(cls, text: str, parser: Parser) -> Read:
        """The text read as any article is."""
        tokens = words(text)
        found = sentences(text, tokens)
        article = Article(
            id="a", path="a", sha256="", text=text, text_source=TextSource.FILE, language="en"
        )
        names = name_mentions(text, tokens, found)
        parse = parser.parse(text, cut(text))
        said = sayings(article, tokens, found, names, parse)
        return cls(text, parse, said.quotations, said.attributions)

    def parts(self) -> Iterator[Part]:
        """The parts of the attributions that stand in no other's, in PolNeAR's conventions."""
        for attribution in _outermost(self.attributions):
            if attribution.cue_span:
                yield Part("cue", self._closed(attribution.cue_span, ":"))
            if attribution.source_span:
                yield Part("source", self._source(attribution.source_span, attribution.cue_span))
            for span in attribution.content_spans:
                yield Part("content", span)

    def _source(self, source: Span, cue: Span | None) -> Span:
        before = cue is not None and source.start < cue.start
        return self._closed(source, ",") if before and "," in source.of(self.text) else source

    def _closed(self, span: Span, sign: str) -> Span:
        return Span(span.start, span.end + self.text.startswith(sign, span.end))


def _outermost(attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Those whose cue stands in no other's content or source."""
    sources = {at for a in attributions if a.source_span for at in _range(a.source_span)}
    for attribution in attributions:
        anchor = attribution.cue_span or attribution.content_spans[0]
        if attribution.parent is None and anchor.start not in sources:
            yield attribution


def _range(span: Span) -> range:
    return range(span.start, span.end)


def _plain(text: str) -> Iterator[Part]:
    """The baseline's parts."""
    outer = [Span(s.start - 1, s.end + 1) for s in quoted.double_marked(text)]
    for sentence in cut(text):
        for match in _EIGHT.finditer(text, sentence.start, sentence.end):
            yield Part("cue", Span(*match.span()))
            before = _BEFORE.search(text, max(0, match.start() - _NEAR), match.start())
            source = before or _AFTER.match(text, match.end())
            if source:
                yield Part("source", Span(*source.span(1)))
            inside = [span for span in outer if sentence.overlaps(span)]
            rest = Span(min(match.end() + 1, sentence.end), sentence.end)
            for span in inside or [rest]:
                yield Part("content", Span(span.start, max(span.start, span.end - (span is rest))))


if __name__ == "__main__":
    sys.exit(main())
