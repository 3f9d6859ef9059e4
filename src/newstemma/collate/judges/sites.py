"""Judges where something happened, where the place is told without a name: "in the town hall"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newstemma.collate.evidence import Case, finding, shown
from newstemma.collate.lines import Line
from newstemma.collate.stems import stem
from newstemma.records import Severity, Span, Variant, VariantKind

__all__ = ["judge_sites"]

_AT = frozenset("in at outside inside near behind".split())
_ARTICLES = frozenset({"a", "an", "the"})
_LONGEST = 3  # words of a place
_PLACES = frozenset(
    map(
        stem,
        "hall square street church chapel school station hospital clinic court courthouse park "
        "airport hotel office prison jail mosque temple stadium bridge embassy theatre theater "
        "library museum restaurant cafe bar kitchen cellar basement garden pier port harbour "
        "harbor market factory warehouse mine farm forest cemetery barracks palace parliament "
        "university college gym garage beach field camp tunnel tower".split(),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Site:
    """A place without a name: the word before it, its own words, and where its phrase starts."""

    before: int
    words: range


def judge_sites(case: Case) -> Iterator[Variant]:
    """`place-changed`: after the same word, another place; no word of either stands in both."""
    for own in _sites(case.child):
        place = case.passage.partners[own.before]
        if not place or not case.child.weights[own.before]:
            continue
        line = case.line_of(place)
        for other in _sites(line):
            if other.before == place.position and _are_apart(case, own, line, other):
                yield _changed(case, own, line, other)


def _sites(line: Line) -> Iterator[_Site]:
    """The places in a line that follow a preposition and an article."""
    for at in range(1, len(line.words) - 2):
        if line.words[at].key not in _AT or line.words[at + 1].key not in _ARTICLES:
            continue
        end = line.clause_end(at + 1, at + 2 + _LONGEST)
        heads = [n for n in range(at + 2, end) if line.stems[n] in _PLACES]
        if heads and not line.named.intersection(range(at + 2, heads[-1] + 1)):
            yield _Site(before=at - 1, words=range(at + 2, heads[-1] + 1))


def _are_apart(case: Case, own: _Site, line: Line, other: _Site) -> bool:
    """Whether the child's place stands nowhere in the parents' lines, nor theirs in its own."""
    mine = {case.child.stems[n] for n in own.words}
    theirs = {line.stems[n] for n in other.words}
    held = any(mine.intersection(parent.stems) for parent in case.passage.parents)
    return not held and not theirs.intersection(case.child.stems)


def _changed(case: Case, own: _Site, line: Line, other: _Site) -> Variant:
    span: Span = case.child.span_of(own.words.start, own.words.stop)
    there = line.span_of(other.words.start, other.words.stop)
    note = f"{shown(line.text_of(there))} became {shown(case.child.text_of(span))}."
    kind, child = VariantKind.PLACE_CHANGED, (case.child, span)
    return finding(kind, Severity.MEANING, note, child=child, parent=(line, there))
