"""Judges polarity: what is said on one side is denied on the other."""

from __future__ import annotations

from collections.abc import Iterator

from newstemma.collate.evidence import Case, finding, shown
from newstemma.collate.lines import Line
from newstemma.collate.runs import Place
from newstemma.records import Severity, Span, Variant, VariantKind
from newstemma.text.hedges import negations

__all__ = ["judge_polarity"]

_PLAIN = frozenset({"not", "never", "cannot"})
_NOT_PLAIN = frozenset("only just merely necessarily simply until yet wonder doubt".split())
_OPEN = frozenset(
    "if whether without against only instead rather unless until before barely hardly far unable "
    "difficult impossible harder little few despite nor too forgot forgotten".split()
)
# Beginnings of words that deny in their own way.
_DENYING = (
    "den",
    "refus",
    "reject",
    "lack",
    "fail",
    "prevent",
    "block",
    "oppos",
    "avoid",
    "stop",
    "declin",
    "refrain",
)
_CLOSE = 0.7  # of the weight of both lines that they share
_AUXILIARIES = frozenset("did do does is are was were has have had will would could can".split())
_PHRASE = 3  # content words in a row
_AFTER = 5  # words after a negated one that may take the negation back: "not ... until"
_FAR = 10  # words round a word in which it may be denied in another way


def judge_polarity(case: Case) -> Iterator[Variant]:
    """`polarity-changed`: denied on one side only, where neither denies anything else near by."""
    for position, place in enumerate(case.passage.partners):
        if not place or not case.child.weights[position] or position in case.child.named:
            continue
        line = case.line_of(place)
        own, other = _denial(case.child, position), _denial(line, place.position)
        if bool(own) == bool(other):
            continue
        phrase = _phrase(case, position, place)
        if not phrase and not _is_close(case, place.line):
            continue
        if own and not _is_doubtful(line, place.position, phrase):
            yield _turned(case, position, place, own=own, length=phrase or 1)
        elif other and not _is_doubtful(case.child, position, phrase):
            yield _turned(case, position, place, other=other, length=phrase or 1)


def _is_close(case: Case, number: int) -> bool:
    """Whether both lines say nearly the same in nearly the same words."""
    held = [n for n, place in enumerate(case.passage.partners) if place and place.line == number]
    weight = sum(case.child.weights[n] for n in held)
    return weight >= _CLOSE * max(case.child.weight, case.passage.parents[number].weight)


def _phrase(case: Case, position: int, place: Place) -> int:
    """The length of a phrase that both have word for word and that the word opens, or 0.

    Most of the parent's line must stand in the child's.
    """
    run = 0
    while case.passage.partners[position + run : position + run + 1] == (
        Place(place.line, place.position + run),
    ):
        run += 1
    content = sum(1 for weight in case.child.weights[position : position + run] if weight)
    held = [n for n, p in enumerate(case.passage.partners) if p and p.line == place.line]
    weight = sum(case.child.weights[n] for n in held)
    close = weight >= _CLOSE * case.passage.parents[place.line].weight
    return run if content >= _PHRASE and close else 0


def _denial(line: Line, position: int) -> Span | None:
    """The plain negation of the word at a position: "not", "never" right before it."""
    near = line.words[max(position - 2, 0) : position]
    found = [w.span for w in near if w.key in _PLAIN or w.key.endswith("n't")]
    after = line.words[position : position + _AFTER]
    if not found or any(w.key in _NOT_PLAIN for w in (*near, *after)):
        return None
    between = line.text_of(Span(found[-1].end, line.words[position].start))
    return None if set(between) & set(",;:()") else found[-1]


def _is_doubtful(line: Line, position: int, phrase: int) -> bool:
    """Whether a word near by may deny, or leave open, what stands at a position.

    A `phrase` of so many words that both have whole is denied near by or not at all.
    """
    if phrase and position and line.words[position - 1].key == "to":
        return True  # an infinitive leaves open whether it is so
    near = line.words[max(position - _FAR, 0) : position + _FAR]
    open_ = any(w.key in _OPEN or w.key.startswith(_DENYING) for w in near)
    inside = line.words[max(position - _FAR, 0) : position + phrase + 1]
    return open_ or bool(negations(inside if phrase else line.words))


def _turned(
    case: Case,
    position: int,
    place: Place,
    *,
    own: Span | None = None,
    other: Span | None = None,
    length: int,
) -> Variant:
    """The change over the `length` words at a position; the denial is `own` or `other`."""
    line = case.line_of(place)
    here = case.child.span_of(position, position + length)
    there = line.span_of(place.position, place.position + length)
    here = Span(_first(case.child, own), here.end) if own else here
    there = Span(_first(line, other), there.end) if other else there
    how = "the text denies it" if own else "the text no longer denies it"
    note = f"{shown(line.text_of(there))} became {shown(case.child.text_of(here))}: {how}."
    kind, child = VariantKind.POLARITY_CHANGED, (case.child, here)
    return finding(kind, Severity.MEANING, note, child=child, parent=(line, there))


def _first(line: Line, denial: Span) -> int:
    """Where a denial starts, with the verb that it leans on: "did not"."""
    before = [w for w in line.words if w.end <= denial.start][-1:]
    return before[0].start if before and before[0].key in _AUXILIARIES else denial.start
