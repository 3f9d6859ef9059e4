"""Scores quotations, speakers and cues against PolNeAR's attributions.

    python -m bench.quotations [--data DIR] [--split dev] [--json]

`DIR/polnear/SPLIT` holds `text/*.txt` and brat `attributions/*.ann`. A gold quotation is a stretch
between double marks that lies in the Content of an attribution; it is found when a reported span
overlaps it by four fifths (intersection over union). The speaker is right when the phrase that
names them overlaps the attribution's Source, or their last name stands in it, or the Source is the
relative pronoun right after them; the cue when the two overlap, or both are absent. Every figure
has a `baseline.` twin from the same run: each stretch between double marks is a quotation, its
speaker the nearest capitalised word outside marks, its cue the nearest of the eight commonest
reporting verbs.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.figures import missing, options, show
from newstemma.records import Article, Quotation, QuotationKind, Span, TextSource
from newstemma.text.names import name_mentions
from newstemma.text.quotations import quotations
from newstemma.text.segment import sentences, word_key, words

__all__ = ["main"]

_DOUBLE = re.compile(r"[“\"]([^“”\"\n]+)[”\"]")
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")
_VERB = re.compile(r"\b(?:said|says|told|added|wrote|asked|called|argued)\b")
_PRONOUNS = frozenset("he she they it we i who".split())
_RELATIVE = frozenset({"who", "which", "that"})
_APPOSED = 40  # characters between a name and the relative pronoun for it
_FOUND = 0.8
_WINDOW = 300  # characters in which the baseline looks for its name and verb


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """One attribution: character spans of its three parts; a part may be in pieces or absent."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text with its attributions."""

    text: str
    attributions: tuple[Attributed, ...]


def documents(folder: Path) -> Iterator[Document]:
    """The annotated documents in a split, in the order of their names; the first annotator's
    marks where a text has several.
    """
    by_text: dict[str, Path] = {}
    for marks in sorted((folder / "attributions").glob("*.ann")):
        by_text.setdefault(marks.stem.rpartition("_")[0], marks)
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        if text.strip() and path.stem in by_text:
            found = _attributions(by_text[path.stem], len(text))
            yield Document(text=text, attributions=tuple(found))


def _attributions(path: Path, length: int) -> Iterator[Attributed]:
    spans: dict[str, tuple[Span, ...]] = {}
    lines = path.read_bytes().decode("utf-8").split("\n")
    for line in lines:
        if match := re.match(r"(T\d+)\t\S+ ([\d ;]+)\t", line):
            spans[match[1]] = tuple(_pieces(match[2], length))
    for line in lines:
        if match := re.match(r"E\d+\t(Attribution\S*:T\d+.*)", line):
            roles = [pair.split(":") for pair in match[1].split()]
            yield Attributed(
                source=_role(roles, "Source", spans),
                cue=_role(roles, "Cue", spans),
                content=_role(roles, "Content", spans),
            )


def _pieces(written: str, length: int) -> Iterator[Span]:
    for piece in written.split(";"):
        start, end = (min(int(edge), length) for edge in piece.split())
        yield Span(start, end)


def _role(
    roles: Sequence[list[str]], role: str, spans: dict[str, tuple[Span, ...]]
) -> tuple[Span, ...]:
    return tuple(
        span for name, mark in roles if name.rstrip("0123456789") == role for span in spans[mark]
    )


def double_marked(text: str) -> list[Span]:
    """The stretches between double marks, the plainest way."""
    return [Span(*match.span(1)) for match in _DOUBLE.finditer(text)]


def gold(document: Document) -> dict[Span, list[Attributed]]:
    """The stretches between double marks that are attributed, with their attributions."""
    found: dict[Span, list[Attributed]] = {}
    for stretch in double_marked(document.text):
        holders = [
            attributed
            for attributed in document.attributions
            if _share(stretch, attributed.content) >= 0.5
        ]
        if holders:
            found[stretch] = holders
    return found


def _share(span: Span, pieces: Sequence[Span]) -> float:
    covered = sum(max(0, min(span.end, p.end) - max(span.start, p.start)) for p in pieces)
    return covered / max(1, len(span))


def _overlap(left: Span, right: Span) -> float:
    shared = max(0, min(left.end, right.end) - max(left.start, right.start))
    return shared / (len(left) + len(right) - shared) if shared else 0.0


def _touches(span: Span | None, pieces: Sequence[Span]) -> bool:
    return span is not None and any(span.overlaps(piece) for piece in pieces)


def predicted(text: str) -> tuple[Quotation, ...]:
    """What Newstemma finds."""
    tokens = words(text)
    cut = sentences(text, tokens)
    article = Article(
        id="a", path="a", sha256="", text=text, text_source=TextSource.FILE, language="en"
    )
    return quotations(article, tokens, cut, name_mentions(text, tokens, cut))


def baseline(text: str) -> tuple[Quotation, ...]:
    """Each double-marked stretch, with the nearest capitalised word and reporting verb."""
    stretches = double_marked(text)
    starts = [stretch.start for stretch in stretches]

    def outside(at: int) -> bool:
        before = bisect_right(starts, at) - 1
        return before < 0 or stretches[before].end <= at

    names = [Span(*m.span()) for m in _CAPITAL.finditer(text) if outside(m.start())]
    verbs = [Span(*m.span()) for m in _VERB.finditer(text) if outside(m.start())]
    return tuple(
        _guess(text, stretch, _nearest(stretch, names), _nearest(stretch, verbs))
        for stretch in stretches
    )


def _guess(text: str, stretch: Span, name: Span | None, verb: Span | None) -> Quotation:
    return Quotation(
        article="a",
        span=stretch,
        kind=QuotationKind.DIRECT,
        speaker=name.of(text) if name else None,
        speaker_span=name,
        cue=verb.of(text) if verb else None,
        cue_span=verb,
        group="",
    )


def _nearest(stretch: Span, options: Sequence[Span]) -> Span | None:
    def distance(option: Span) -> int:
        return max(option.start - stretch.end, stretch.start - option.end)

    near = [option for option in options if distance(option) < _WINDOW]
    return min(near, key=lambda option: (distance(option), option.start), default=None)


def score(document: Document, found: Sequence[Quotation]) -> Counter[str]:
    """Counts of what was wanted, found, right."""
    counts: Counter[str] = Counter(reported=len(found))
    for stretch, holders in gold(document).items():
        counts["wanted"] += 1
        best = max(found, key=lambda q: _overlap(q.span, stretch), default=None)
        if best is None or _overlap(best.span, stretch) < _FOUND:
            continue
        counts["found"] += 1
        if any(holder.source for holder in holders) and _is_judged(document.text, best, holders):
            counts["sourced"] += 1
            counts["speaker"] += any(is_source(document.text, best, h) for h in holders)
        counts["cue"] += any(_is_cue(best, holder) for holder in holders)
    contents = [piece for a in document.attributions for piece in a.content]
    counts["attributed"] = sum(_share(q.span, contents) >= 0.5 for q in found)
    return counts


def _is_judged(text: str, found: Quotation, holders: Sequence[Attributed]) -> bool:
    """A speaker carried over cannot be held against a Source that is a pronoun."""
    if found.speaker is None or found.speaker_span is not None:
        return True
    written = [span.of(text) for holder in holders for span in holder.source]
    return any(word_key(source) not in _PRONOUNS for source in written)


def is_source(text: str, found: Quotation, holder: Attributed) -> bool:
    """Whether the speaker found is the attribution's."""
    if found.speaker is None:
        return not holder.source
    if _touches(found.speaker_span, holder.source) or _is_antecedent(text, found, holder):
        return True
    keys = [word.key for word in words(found.speaker)]
    named = {word.key for span in holder.source for word in words(span.of(text))}
    return bool(keys) and keys[-1] in named


def _is_antecedent(text: str, found: Quotation, holder: Attributed) -> bool:
    """Whether the Source is a relative pronoun, and the speaker stands right before it."""
    at = found.speaker_span
    return at is not None and any(
        span.of(text) in _RELATIVE and 0 <= span.start - at.end <= _APPOSED
        for span in holder.source
    )


def _is_cue(found: Quotation, holder: Attributed) -> bool:
    if found.cue_span is None:
        return not holder.cue
    return _touches(found.cue_span, holder.cue)


def figures(counts: Counter[str], prefix: str = "") -> dict[str, float]:
    """Shares, as fractions of 1."""
    return {
        f"{prefix}quotations.recall": counts["found"] / max(1, counts["wanted"]),
        f"{prefix}quotations.precision": counts["attributed"] / max(1, counts["reported"]),
        f"{prefix}quotations.speaker": counts["speaker"] / max(1, counts["sourced"]),
        f"{prefix}quotations.cue": counts["cue"] / max(1, counts["found"]),
    }


def main() -> int:
    """Print the figures; 0 where the benchmark ran or the set is missing."""
    parser = options(__doc__ or "")
    parser.add_argument("--split", help="default: test where there is one, else dev")
    parser.add_argument("--json", action="store_true", help="one flat object of numbers")
    chosen = parser.parse_args()
    folder = chosen.data / "polnear"
    split = chosen.split or ("test" if (folder / "test").is_dir() else "dev")
    ours, plain = Counter[str](), Counter[str]()
    for document in documents(folder / split):
        ours += score(document, predicted(document.text))
        plain += score(document, baseline(document.text))
    if not ours["wanted"]:
        missing(folder / split)
        show({}, as_json=chosen.json)
        return 0
    wanted = {"quotations.wanted": float(ours["wanted"])}
    rows = {**wanted, **figures(ours), **figures(plain, "baseline.")}
    show(rows, as_json=chosen.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
