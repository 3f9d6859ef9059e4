"""Judges objects: what something was done to lost its head, and its complement took the place."""

from __future__ import annotations

from collections.abc import Iterator

from newstemma.collate.evidence import Case, finding, shown
from newstemma.collate.lines import Line
from newstemma.collate.stems import stem
from newstemma.records import MentionKind, Severity, Span, Variant, VariantKind

__all__ = ["judge_objects"]

_BEFORE_OBJECT = frozenset("of in to with against on".split())
_ARTICLES = frozenset("the a an its his her their".split())
_PARTITIVE = frozenset({"and", "or"}) | frozenset(
    map(stem, "number part group series range lot member members couple dozens hundreds thousands "
        "kind sort type half majority all some rest pair city state town head heads form use "
        "way ways percent people".split())
)  # fmt: skip


def judge_objects(case: Case) -> Iterator[Variant]:
    """`entity-changed`: "attacks on friends of the king" as "attacks on the king"."""
    partners = case.passage.partners
    for position in range(1, len(partners) - 1):
        here = partners[position]
        if not here or not _is_link(case.child, position):
            continue
        after = next(
            (n for n in range(position + 1, min(position + 4, len(partners))) if partners[n]), None
        )
        there = partners[after] if after is not None else None
        if after is None or there is None or there.line != here.line:
            continue
        line = case.line_of(here)
        gone = range(here.position + 1, there.position)
        plain = not any(case.child.weights[n] for n in range(position + 1, after))
        closed = not _goes_on(case.child, after) and not _goes_on(line, there.position)
        if (
            plain
            and closed
            and case.child.weights[after]
            and _is_headed(line, gone)
            and not _says_what_it_is(line, here.position, there.position)
        ):
            yield _object(case, position, after, line, range(here.position, there.position + 1))


def _is_link(line: Line, position: int) -> bool:
    """Whether a preposition ties a noun to what goes before; "to" only after "tied", "linked"."""
    key = line.words[position].key
    tied = key != "to" or (position > 0 and line.words[position - 1].key.endswith("ed"))
    return key in _BEFORE_OBJECT and tied


def _goes_on(line: Line, position: int) -> bool:
    """Whether the noun at a position is the first part of a longer one."""
    after = position + 1
    return (
        after < len(line.words)
        and line.weights[after] > 0
        and not line.text_of(Span(line.words[position].end, line.words[after].start))
        .strip("-")
        .strip()
    )


def _says_what_it_is(line: Line, link: int, noun: int) -> bool:
    """Whether the words left out only say what a named place is: "in the resort of NAME"."""
    of = line.words[noun - 1].key == "of"
    return line.words[link].key == "in" and of and noun in line.named


def _is_headed(line: Line, gone: range) -> bool:
    """Whether the words left out are a noun and the link to the one that was kept."""
    if not 2 <= len(gone) <= 8:
        return False
    last = gone[-1] - 1 if line.words[gone[-1]].key in _ARTICLES else gone[-1]
    content = [n for n in gone if line.weights[n]]
    counted = any(
        m.span.overlaps(line.span_of(gone.start, gone.stop))
        for m in line.of_kind(MentionKind.NUMBER)
    )
    linked = last in gone and _is_link(line, last)
    return (
        linked
        and bool(content)
        and not counted
        and not any(line.stems[n] in _PARTITIVE for n in gone)
    )


def _object(case: Case, first: int, last: int, line: Line, theirs: range) -> Variant:
    span, there = case.child.span_of(first - 1, last + 1), line.span_of(theirs.start, theirs.stop)
    note = f"{shown(line.text_of(there))} became {shown(case.child.text_of(span))}."
    kind, child = VariantKind.ENTITY_CHANGED, (case.child, span)
    return finding(kind, Severity.MEANING, note, child=child, parent=(line, there))
