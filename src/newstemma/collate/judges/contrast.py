"""Judges names, numbers and dates by what is said of them: the parents say it of another.

What a clause says beside a name is looked up in all of the parents. Where a line says it of
another name in the same part, and no line says it of this one, the name was changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from newstemma.collate.evidence import Case, finding, shown
from newstemma.collate.fillers import NAMES, Filler, FillerKind, fillers_of, may_be_same
from newstemma.collate.grounds import best_lines, is_told_beside, support_of
from newstemma.collate.judges.figures import is_cut_short, may_round
from newstemma.collate.judges.times import is_when
from newstemma.collate.stems import stem
from newstemma.collate.thesaurus import exclusions, synonyms
from newstemma.records import ArgumentRole, Severity, Variant, VariantKind, Word
from newstemma.text.hedges import negations
from newstemma.text.quantities import parts_of
from newstemma.text.quotations.cues import cue_table

__all__ = ["is_of_one_form", "judge_contrasts"]

# Set on the open halves of `bump/` and `rewrites/`, by reading: see docs/variants.md.
_LEAST = 8.0  # nats that a clause must tell beside the name,
_SHARE = 0.5  # of which so much stands with the other name in the parents
_SHARE_OF_VALUES = 0.6  # the same for numbers that the parents have
_GAP = 0.25  # and so much more than with the same one
_SHARE_OF_CLAUSE = 0.45  # of the same that the clause of a name must share,
_SHARE_OF_WORDS = 0.6  # and that of a word that excludes another
_DENIED = 8  # words before a word in which it may be denied
_BESIDE = 4  # words beside one that excludes another
_NEAR = 3  # words from a number to what it counts

_LOOSE = frozenset({FillerKind.PLACE, FillerKind.NUMBER, FillerKind.DATE})
_REST = frozenset("other others more another additional further remaining rest".split())
_WHERE = frozenset("in at on near outside inside around across".split())
_KINDS = {
    FillerKind.PERSON: VariantKind.ENTITY_CHANGED,
    FillerKind.BODY: VariantKind.ENTITY_CHANGED,
    FillerKind.PLACE: VariantKind.PLACE_CHANGED,
    FillerKind.NUMBER: VariantKind.NUMBER_CHANGED,
    FillerKind.DATE: VariantKind.DATE_CHANGED,
}


def judge_contrasts(case: Case) -> Iterator[Variant]:
    """`entity-`, `role-`, `place-`, `number-`, `date-`, `predicate-changed`: what is said stands
    there of another.
    """
    for own in case.fillers if case.child.clauses else ():
        quoted = any(case.child.quotation_at(n) for n in case.child.positions(own.span)[:1])
        if not quoted and (other := _rival(case, own)):
            yield _changed(own, other)


def _rival(case: Case, own: Filler) -> Filler | None:
    """The parents' filler of which they say what the child says of its own."""
    whole = sum(own.rest.values())
    if whole < _LEAST or (own.kind is FillerKind.NUMBER and is_told_beside(own, case.ground)):
        return None
    best = best_lines(own.rest, case.ground)
    if not best or best[0][1] < max(_LEAST, _SHARE * whole):
        return None
    support = support_of(own, case.ground)
    for number, held in best:
        if held < max(_LEAST, _least_share(own, support) * whole):
            return None
        there = case.ground.fillers[number]
        same = [one for one in there if _may_mean(case, own, one)]
        if same if held - support >= _GAP * whole else not _is_other_part(own, same):
            return None
        rivals = [one for one in there if _may_replace(case, own, one)]
        if found := [r for r in rivals if not same or r.predicate == own.predicate]:
            return found[0]
    return None


def _least_share(own: Filler, support: float) -> float:
    return _SHARE_OF_VALUES if own.kind is FillerKind.NUMBER and support else _SHARE


def _is_other_part(own: Filler, same: Sequence[Filler]) -> bool:
    """Whether a line has the name, and never in the part that the child gives it."""
    subject = own.role is ArgumentRole.AGENT and own.is_head and own.kind in NAMES
    return (
        subject
        and bool(same)
        and all(
            one.role not in {ArgumentRole.AGENT, None} or one.predicate != own.predicate
            for one in same
        )
    )


def _may_replace(case: Case, own: Filler, other: Filler) -> bool:
    """Whether the child put `own` in the place of `other`, which its sentence does not have."""
    if not _is_comparable(own, other) or _is_one_of_several(case, other):
        return False
    if any(_may_mean(case, one, other) for one in case.fillers):
        return False
    if own.kind in _LOOSE:
        return _is_same_deed(own, other)
    if own.kind is FillerKind.WORD and not _is_deed(own) and not _is_deed(other):
        told = _is_same_clause(own, other) and _have_same_next(own, other)
        return told and _have_one_deed(own, other)
    if own.kind is FillerKind.WORD and not _is_of_one_thing(own, other):
        return False
    named = own.kind in NAMES and own.predicate == other.predicate != ""
    return named or _is_same_clause(own, other)


def _is_same_deed(own: Filler, other: Filler) -> bool:
    """Whether two fillers belong to one deed; but for dates, also where their clauses say the
    like, and neither line has the other's deed too.
    """
    if _have_one_deed(own, other):
        return True
    if own.kind is FillerKind.DATE:
        return "" in {own.predicate, other.predicate}
    apart = own.predicate in other.line.stems or other.predicate in own.line.stems
    return not apart and _shared(own, other) >= _SHARE_OF_CLAUSE * sum(own.rest.values())


def _may_mean(case: Case, own: Filler, other: Filler) -> bool:
    """Whether two fillers may be one, or the first and the last name of somebody."""
    return may_be_same(own, other) or case.ground.are_in_one_name(own, other)


def _is_one_of_several(case: Case, other: Filler) -> bool:
    """Whether a line counts one thing more than once, which a writer may have added up."""
    if other.kind is not FillerKind.NUMBER:
        return False
    beside = [one for one in fillers_of(other.line) if one.kind is FillerKind.NUMBER]
    rest = [one for one in beside if one.span != other.span]
    return any(one.key == other.key or _is_measured_alike(one, other) for one in rest)


def _is_same_clause(own: Filler, other: Filler) -> bool:
    """Whether the clauses of two words say the like, and neither denies it alone."""
    least = _SHARE_OF_CLAUSE if own.kind in NAMES else _SHARE_OF_WORDS
    denied = [bool(negations(_around(one))) for one in (own, other)]
    return _shared(own, other) >= least * sum(own.rest.values()) and denied[0] == denied[1]


def _have_one_deed(own: Filler, other: Filler) -> bool:
    return own.predicate == other.predicate or other.predicate in synonyms(own.predicate)


def _is_of_one_thing(own: Filler, other: Filler) -> bool:
    """Whether two words have a content word in common right before or right after them."""
    return any(not a.isdisjoint(b) for a, b in zip(_sides(own), _sides(other), strict=True))


def _sides(own: Filler) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of the content words before and after a word."""
    line, at = own.line, own.line.positions(own.span)
    before, after = range(max(at.start - _BESIDE, 0), at.start), range(at.stop, at.stop + _BESIDE)
    end = len(line.words)
    sides = [
        frozenset(line.stems[n] for n in on if n < end and line.weights[n])
        for on in (before, after)
    ]
    return sides[0], sides[1]


def _have_same_next(own: Filler, other: Filler) -> bool:
    """Whether two words of grammar stand before one content word: "before the war", "after"."""
    plain = any(one.line.weights[n] for one in (own, other) for n in one.line.positions(one.span))
    return plain or _counted(own) == _counted(other)


def _is_deed(own: Filler) -> bool:
    """Whether a word is what its clause says is done."""
    positions = own.line.positions(own.span)
    return bool(positions) and own.line.stems[positions.start] == own.predicate


def _shared(own: Filler, other: Filler) -> float:
    """What the clauses of two fillers both say beside them."""
    return sum(weight for key, weight in own.rest.items() if key in other.rest)


def _around(own: Filler) -> Sequence[Word]:
    positions = own.line.positions(own.span)
    return own.line.words[max(positions.start - _DENIED, 0) : positions.stop + _NEAR]


def _is_comparable(own: Filler, other: Filler) -> bool:
    """Whether one could stand in the place of the other."""
    if own.kind in NAMES and other.kind in NAMES:
        return _are_names_alike(own, other)
    if own.kind is not other.kind:
        return False
    if own.kind is FillerKind.NUMBER:
        rest = _is_rest(own) or _is_rest(other) or may_round(own.key, other.key)
        return not rest and _is_measured_alike(own, other)
    if own.kind is FillerKind.WORD:
        row, other_row = own.key.split()[0], other.key.split()[0]
        timed = _kind(own) is VariantKind.DATE_CHANGED and own.before != other.before
        return row == other_row and own.key != other.key and not timed
    when = is_when(own.line, own.span) and is_when(other.line, other.span)
    return when and _form(own.key) == _form(other.key) and own.key != other.key


def _is_rest(own: Filler) -> bool:
    """Whether a number counts what is left beside others that are told: "three other people"."""
    line, positions = own.line, own.line.positions(own.span)
    near = line.words[max(positions.start - 1, 0) : positions.stop + 1]
    return not _REST.isdisjoint(word.key for word in near)


def _are_names_alike(own: Filler, other: Filler) -> bool:
    """Whether two names of one kind play one part."""
    if own.kind is other.kind is FillerKind.PLACE:
        return own.before in _WHERE and other.before in _WHERE
    alike = own.role is not None and own.role is other.role and own.is_head == other.is_head
    alike = alike and own.kind is other.kind and _tells(own) == _tells(other)
    if own.role is ArgumentRole.ADJUNCT:
        return alike and own.is_head and own.before == other.before
    return alike


def _tells(own: Filler) -> bool:
    """Whether a name's clause reports what somebody said, and not what was done."""
    return own.predicate in _cues(own.line.witness.article.language)


@cache
def _cues(language: str) -> frozenset[str]:
    """The stems of a language's reporting words."""
    return frozenset(map(stem, cue_table(language)))


def is_of_one_form(own: Filler, other: Filler) -> bool:
    """Whether both are names, numbers of one unit, or dates that give the same parts."""
    if own.kind is FillerKind.NUMBER is other.kind:
        units = (parts_of(one.key)[2] for one in (own, other))
        return len({*units}) == 1 and _is_hyphened(own) == _is_hyphened(other)
    if own.kind is FillerKind.DATE is other.kind:
        return _form(own.key) == _form(other.key)
    return own.kind in NAMES and other.kind in NAMES


def _is_measured_alike(own: Filler, other: Filler) -> bool:
    """Whether two numbers have one unit, or count what is told by one word."""
    (_, value, unit), (_, other_value, other_unit) = parts_of(own.key), parts_of(other.key)
    if unit != other_unit or _is_hyphened(own) != _is_hyphened(other):
        return False
    if is_cut_short(own.line, own.span) or is_cut_short(other.line, other.span):
        return False
    if own != other and value.strip("0.") == other_value.strip("0."):
        return False  # a point for a comma
    return bool(unit and unit != "th") or (
        (counted := _counted(own)) is not None and counted == _counted(other)
    )


def _is_hyphened(own: Filler) -> bool:
    """Whether a number is the first part of a measure: "18-year-old"."""
    return own.line.witness.text[own.span.end : own.span.end + 1] in {"-", "‑", "–"}


def _counted(own: Filler) -> str | None:
    """The stem of the content word right after a number."""
    positions = own.line.positions(own.span)
    end = own.line.clause_end(positions.stop - 1, positions.stop + _NEAR) if positions else 0
    after = (n for n in range(positions.stop, end) if own.line.weights[n])
    return next((own.line.stems[n] for n in after), None)


def _form(key: str) -> str:
    """The shape of a date: which parts it gives; a feast has its own."""
    if key.endswith("day") and " " in key:
        return key
    digits = "".join("9" if c.isdigit() else c for c in key)
    return digits if key[0].isdigit() or key[0] == "-" else key.split()[-1][-3:]


def _changed(own: Filler, other: Filler) -> Variant:
    before, after = other.line.text_of(other.span), own.line.text_of(own.span)
    what = "this of" if own.kind in NAMES else "here"
    note = f"The parent has {what} {shown(before)}; it became {shown(after)}."
    return finding(
        _kind(own),
        Severity.MEANING,
        note,
        child=(own.line, own.span),
        parent=(other.line, other.span),
    )


def _kind(own: Filler) -> VariantKind:
    if own.kind is FillerKind.WORD:
        return exclusions()[int(own.key.split()[0])].kind
    return _KINDS[own.kind]
