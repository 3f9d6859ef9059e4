"""Judges predicates: the opposite action, the other doer, a denied claim, another object."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newstemma.collate.evidence import Case, finding, shown
from newstemma.collate.lines import Line
from newstemma.collate.slots import free_positions, slot
from newstemma.collate.stems import stem
from newstemma.records import MentionKind, Severity, Span, Variant, VariantKind
from newstemma.text.hedges import negations

__all__ = ["judge_actions"]

_OPPOSITES = tuple(
    (frozenset(map(stem, left.split())), frozenset(map(stem, right.split())))
    for left, right in (
        ("rise rose risen increase increased climb climbed grow grew soar soared gain gained",
         "fall fell fallen decrease decreased drop dropped decline declined shrink plunged"),
        ("win won victory beat defeated", "lose lost defeat"),
        ("support supported supports back backed endorse endorsed favor favored welcomed praised",
         "oppose opposed opposes reject rejected condemn condemned criticized denounced"),
        ("accept accepted approve approved pass passed adopt adopted", "reject rejected refuse"),
        ("confirm confirmed admit admitted", "deny denied"),
        ("allow allowed permit permitted legalize", "ban banned forbid prohibit prohibited"),
        ("guilty convicted", "innocent acquitted cleared"),
        ("arrive arrived enter entered join joined", "leave left exit exited depart departed quit"),
        ("buy bought", "sell sold"),
        ("open opened start started begin began launch launched",
         "close closed end ended stop stopped halt halted cancel cancelled canceled"),
        ("before", "after"), ("first", "last"), ("above", "below"), ("more", "less fewer"),
        ("alive survived", "dead died killed"), ("higher", "lower"), ("largest", "smallest"),
        ("best", "worst"), ("strengthen strengthened", "weaken weakened"),
        ("legal", "illegal"), ("likely", "unlikely"), ("able", "unable"),
        ("include included", "exclude excluded"), ("public", "secret private"),
        ("arrested detained jailed", "released freed"), ("appointed hired", "fired dismissed"),
    )
)  # fmt: skip
_PLAIN = frozenset({"not", "never", "cannot"})
_NOT_PLAIN = frozenset("only just merely necessarily simply until yet wonder doubt".split())
_OPEN = frozenset(
    "if whether without against only instead rather unless until before barely hardly far unable "
    "little few despite nor too forgot forgotten".split()
)
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
    "un",
)
_CLAUSE = 10  # words from one name to the other
_FAR = 10  # words round a word in which it may be denied in another way
_BEFORE_OBJECT = frozenset("of in to with against on".split())
_ARTICLES = frozenset("the a an its his her their".split())
_PARTITIVE = frozenset({"and", "or"}) | frozenset(
    map(stem, "number part group series range lot member members couple dozens hundreds thousands "
        "kind sort type half majority all some rest pair city state town head heads form use "
        "way ways percent people".split())
)  # fmt: skip


def judge_actions(case: Case) -> Iterator[Variant]:
    """`predicate-changed`, `polarity-changed`, and `entity-changed` for an object that moved."""
    yield from _opposites(case)
    yield from _polarity(case)
    yield from _swapped(case)
    yield from _moved_object(case)


def _opposites(case: Case) -> Iterator[Variant]:
    for position, key in enumerate(case.child.stems):
        if case.passage.partners[position]:
            continue
        for sides in _OPPOSITES:
            for own, other in (sides, sides[::-1]):
                if key in own and (found := _in_slot(case, position, other)):
                    yield _opposed(case, position, *found)


def _in_slot(case: Case, position: int, stems: frozenset[str]) -> tuple[Line, int] | None:
    found = slot(case, range(position, position + 1))
    if not found:
        return None
    line, positions = found
    free = free_positions(case, line, positions)
    there = next((n for n in free if line.stems[n] in stems), None)
    if there is None or _is_denied(case.child, position) != _is_denied(line, there):
        return None
    return line, there


def _opposed(case: Case, position: int, line: Line, there: int) -> Variant:
    own, other = case.child.words[position].span, line.words[there].span
    note = f"{shown(line.text_of(other))} became {shown(case.child.text_of(own))}, its opposite."
    kind, child = VariantKind.PREDICATE_CHANGED, (case.child, own)
    return finding(kind, Severity.MEANING, note, child=child, parent=(line, other))


def _polarity(case: Case) -> Iterator[Variant]:
    """What is denied on one side only, where neither side denies anything else near it."""
    for position, place in enumerate(case.passage.partners):
        if not place or not case.child.weights[position] or position in case.child.named:
            continue
        line = case.line_of(place)
        own, other = _denial(case.child, position), _denial(line, place.position)
        if bool(own) == bool(other) or not case.passage.is_anchored(position):
            continue
        if own and not _is_doubtful(line, place.position):
            yield _turned(case, own, position, line, place.position, "denies")
        elif other and not _is_doubtful(case.child, position):
            yield _turned(case, other, position, line, place.position, "no longer denies")


def _denial(line: Line, position: int) -> Span | None:
    """The plain negation of the word at a position: "not", "never" right before it."""
    near = line.words[max(position - 2, 0) : position]
    found = [w.span for w in near if w.key in _PLAIN or w.key.endswith("n't")]
    if not found or any(w.key in _NOT_PLAIN for w in (*near, line.words[position])):
        return None
    between = line.text_of(Span(found[-1].end, line.words[position].start))
    return None if set(between) & set(",;:()") else found[-1]


def _is_doubtful(line: Line, position: int) -> bool:
    """Whether another word near by may deny, or leave open, what stands at a position."""
    near = line.words[max(position - _FAR, 0) : position + _FAR]
    open_ = any(w.key in _OPEN or w.key.startswith(_DENYING) for w in near)
    return open_ or bool(negations(line.words))


def _is_denied(line: Line, position: int) -> bool:
    return bool(negations(line.words[max(position - 3, 0) : position]))


def _turned(case: Case, denial: Span, position: int, line: Line, there: int, how: str) -> Variant:
    own, other = case.child.words[position].span, line.words[there].span
    if how == "denies":
        own = Span(min(denial.start, own.start), own.end)
    else:
        other = Span(min(denial.start, other.start), other.end)
    note = (
        f"{shown(line.text_of(other))} became {shown(case.child.text_of(own))}: the text {how} it."
    )
    kind, child = VariantKind.POLARITY_CHANGED, (case.child, own)
    return finding(kind, Severity.MEANING, note, child=child, parent=(line, other))


def _swapped(case: Case) -> Iterator[Variant]:
    """A did it to B in the parent, B to A in the child, round the same verb."""
    named = [case.child.positions(m.span) for m in case.child.of_kind(MentionKind.NAME)]
    for left, right in pairwise(named):
        verb = _verb_between(case.child, left, right)
        if verb is None:
            continue
        a, there, b = (case.passage.partners[n] for n in (left[-1], verb, right[-1]))
        if a and there and b and a.line == b.line == there.line:
            line, theirs = case.line_of(a), range(b.position, a.position + 1)
            crossed = b.position < there.position < a.position and len(theirs) <= _CLAUSE
            if (
                crossed
                and not _has_by(case.child, range(left[0], right[-1]))
                and not _has_by(line, theirs)
            ):
                yield _turned_round(case, range(left[0], right[-1] + 1), line, theirs)


def _verb_between(line: Line, left: range, right: range) -> int | None:
    """The past-tense verb that alone stands between two names."""
    if not left or not right or right[0] - left[-1] > 4:
        return None
    if (
        line.text_of(Span(line.words[left[-1]].end, line.words[right[0]].start))
        .strip(" ")
        .count(",")
    ):
        return None
    content = [n for n in range(left.stop, right.start) if line.weights[n]]
    return content[0] if len(content) == 1 and line.words[content[0]].key.endswith("ed") else None


def _has_by(line: Line, positions: range) -> bool:
    return any(line.words[n].key in {"by", "and", "with", "of", "was", "were"} for n in positions)


def _turned_round(case: Case, own: range, line: Line, theirs: range) -> Variant:
    span, there = case.child.span_of(own.start, own.stop), line.span_of(theirs.start, theirs.stop)
    note = (
        f"{shown(line.text_of(there))} became {shown(case.child.text_of(span))}: the doer changed."
    )
    kind, child = VariantKind.PREDICATE_CHANGED, (case.child, span)
    return finding(kind, Severity.MEANING, note, child=child, parent=(line, there))


def _moved_object(case: Case) -> Iterator[Variant]:
    """The object's head is gone: "attacks on friends of the king" as "attacks on the king"."""
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
        if plain and closed and case.child.weights[after] and _is_headed(line, gone):
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
