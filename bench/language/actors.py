"""Scores who is who across the articles of a story, against the chains of ECB+.

    python -m bench.language.actors [--data DIR] [--json]

`DIR/ecbplus/*.jsonl` marks which mentions of people are one person's across the documents of a
sub-topic. Taken are the mentions that hold a capital and end where a name ends that Newstemma
reads; every pair of them in two documents of one sub-topic is one person's or not. The
`baseline.` twins join equal words, without case or accents; the `unparsed` figures are those
of articles in which no parse tells names apart.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from bench.figures import arguments, missing, show
from newstemma.records import Article, Span, TextSource, Witness
from newstemma.text.identity.actors import identities
from newstemma.text.identity.spelling import latin
from newstemma.text.parse import Parser, load
from newstemma.text.witness import witness

__all__ = ["Told", "documents", "figures", "main", "measure"]

_PERSON = "HUMAN_PART_PER"
_LONGEST = 25  # characters of a mention before the name: "the 33-year-old actress"
_TIGHT = frozenset({",", ".", "?", "!", ";", ":", ")", "'s", "n't", "''"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A document with the mentions of people in it, and whose they are."""

    witness: Witness
    people: tuple[tuple[Span, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    document: str
    key: str
    found: int
    wanted: str


def documents(folder: Path, parser: Parser | None = None) -> dict[str, list[Told]]:
    """The documents by sub-topic; the first sentence of a `*ecbplus` one is a URL and left out."""
    stories: dict[str, list[Told]] = defaultdict(list)
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            stories[row["subtopic"]].append(_told(row, parser))
    return {story: stories[story] for story in sorted(stories)}


def _told(row: dict[str, Any], parser: Parser | None) -> Told:
    dropped = 0 if row["doc"].endswith("ecbplus") else -1
    text, spans = _joined([token for token in row["tokens"] if token[1] != dropped])
    article = Article(
        id=row["doc"],
        path=row["doc"],
        sha256="",
        text=text,
        text_source=TextSource.FILE,
        language="en",
    )
    return Told(witness=witness(article, parser), people=tuple(_people(row, text, spans)))


def _joined(tokens: Sequence[tuple[int, int, str]]) -> tuple[str, dict[int, Span]]:
    """The text, a line a sentence, and where each token stands in it."""
    text, last = "", None
    spans = {}
    for number, sentence, word in tokens:
        if text and sentence != last:
            text += "\n"
        elif text and word not in _TIGHT:
            text += " "
        spans[number] = Span(len(text), len(text) + len(word))
        text, last = text + word, sentence
    return text, spans


def _people(row: dict[str, Any], text: str, spans: dict[int, Span]) -> Iterator[tuple[Span, str]]:
    for mention in row["mentions"]:
        held = [spans[number] for number in mention["toks"] if number in spans]
        if mention["tag"] == _PERSON and "chain" in mention and held:
            span = Span(min(one.start for one in held), max(one.end for one in held))
            if any(word[0].isupper() for word in span.of(text).split()):
                yield span, mention["chain"]


def measure(data: Path) -> dict[str, float]:
    """Every figure of `ecbplus/`, each with its baseline."""
    stories = documents(data / "ecbplus", load())
    if not stories:
        missing(data / "ecbplus")
        return {}
    unparsed = figures(documents(data / "ecbplus"), "names.actors.unparsed")
    return {**figures(stories), **unparsed}


def figures(stories: dict[str, list[Told]], name: str = "names.actors") -> dict[str, float]:
    """Precision, recall and F1 over pairs of mentions in two documents."""
    ours, plain = Counter[str](), Counter[str]()
    for told in stories.values():
        for one, other in combinations(_mentions(told), 2):
            if one.document != other.document:
                wanted = one.wanted == other.wanted
                _count(ours, found=one.found == other.found, wanted=wanted)
                _count(plain, found=one.key == other.key, wanted=wanted)
    return {
        **_scores(name, ours),
        **_scores(f"baseline.{name}", plain),
    }


def _mentions(told: Sequence[Told]) -> list[_Mention]:
    """The names that both the gold and Newstemma mark, with what each says they are."""
    by_id = {one.witness.id: one for one in told}
    actors = identities([one.witness for one in told])
    return [
        _Mention(
            document=at.article,
            key=latin(at.span.of(by_id[at.article].witness.text)),
            found=number,
            wanted=wanted[0],
        )
        for number, actor in enumerate(actors)
        for at in actor.mentions
        if (wanted := _chains(by_id[at.article], at.span))
    ]


def _chains(told: Told, name: Span) -> list[str]:
    """Whose the mentions are that end with a name."""
    return [
        chain
        for span, chain in told.people
        if span.covers(name) and span.end == name.end and len(span) <= len(name) + _LONGEST
    ]


def _count(counts: Counter[str], *, found: bool, wanted: bool) -> None:
    counts["both"] += found and wanted
    counts["found"] += found
    counts["wanted"] += wanted


def _scores(name: str, counts: Counter[str]) -> dict[str, float]:
    return {
        f"{name}.precision": counts["both"] / max(1, counts["found"]),
        f"{name}.recall": counts["both"] / max(1, counts["wanted"]),
        f"{name}.f1": 2 * counts["both"] / max(1, counts["found"] + counts["wanted"]),
    }


def main() -> None:
    """Prints the figures."""
    chosen = arguments(__doc__ or "")
    show(measure(chosen.data), as_json=chosen.json)


if __name__ == "__main__":
    main()
