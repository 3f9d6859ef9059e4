"""Judges names: another person, body or place stands where the parent has one."""

from __future__ import annotations

from collections.abc import Iterator

from newstemma.collate.evidence import Case, finding, shown
from newstemma.collate.known import SAME_START
from newstemma.collate.lines import Line
from newstemma.collate.slots import free_positions, slot
from newstemma.collate.spelling import is_misspelling
from newstemma.collate.stems import is_content
from newstemma.records import Mention, MentionKind, NameKind, Severity, Variant, VariantKind
from newstemma.text.identity import compare_names
from newstemma.text.identity.scorer import Answer
from newstemma.text.names.forms import is_personal
from newstemma.text.segment import word_key

__all__ = ["judge_names"]

_TELLING = 4.0  # nats; a commoner word makes no new name: "News", "Majority"
_INITIALS = 4  # letters of an abbreviation
# States that go by several names.
_SAME_STATE = (
    frozenset("us usa america american americans unitedstates washington".split()),
    frozenset("uk britain british unitedkingdom greatbritain london england".split()),
    frozenset("russia russian moscow kremlin sovietunion".split()),
    frozenset("china chinese beijing".split()),
)
_WHERE = frozenset("in at near outside inside around across off from to into toward via".split())


def judge_names(case: Case) -> Iterator[Variant]:
    """`entity-changed`, `place-changed`, and `added` for a name that stands in no known text."""
    for mention in case.child.of_kind(MentionKind.NAME):
        own = case.child.positions(mention.span)
        if not own or case.child.quotation_at(own.start) or _is_kept(case, own):
            continue
        new = [n for n in own if case.child.weights[n] >= _TELLING and not _is_known(case, n)]
        if other := _replaced(case, mention, own):
            yield _changed(case, mention, own, *other)
        elif new and not _is_acronym(case, mention):
            yield _new(case, mention)


def _is_kept(case: Case, own: range) -> bool:
    content = [n for n in own if case.child.weights[n]]
    return all(case.passage.partners[n] for n in content)


def _is_known(case: Case, position: int) -> bool:
    key = case.child.stems[position]
    if key in case.known.stems or not is_content(case.child.words[position].key):
        return True
    start = key[:SAME_START]
    return len(start) == SAME_START and start in case.known.starts


def _replaced(case: Case, mention: Mention, own: range) -> tuple[Line, Mention] | None:
    """The parent's name in the slot, where the child has it nowhere in the line."""
    found = slot(case, own)
    if not found:
        return None
    line, positions = found
    free = frozenset(free_positions(case, line, positions))
    for other in line.of_kind(MentionKind.NAME):
        there = line.positions(other.span)
        alike = there and _is_listed(case.child, own) == _is_listed(line, there)
        alike = alike and _qualifies(case.child, own) == _qualifies(line, there)
        if alike and free.issuperset(there) and not _is_same(mention, other):
            return line, other
    return None


def _is_same(mention: Mention, other: Mention) -> bool:
    """Whether two names may be forms of one: letters, initials, or a shared part or start that
    the scorer of names does not call two.
    """
    left, right = _parts(mention), _parts(other)
    whole, whole_other = "".join(left), "".join(right)
    if any(names.issuperset({whole, whole_other}) for names in _SAME_STATE):
        return True
    if _abbreviates(whole, whole_other) or _abbreviates(whole_other, whole):
        return True
    shared = any(
        a[:3] == b[:3] or a in b or b in a for a in left for b in right if len(a) > 2 < len(b)
    )
    answer = compare_names(mention.key, other.key, kind=_kind(mention, other)).answer
    return answer is not Answer.DIFFERENT if shared else answer is Answer.SAME


def _kind(mention: Mention, other: Mention) -> NameKind:
    """People where both names have the shape of a person's, else bodies or places."""
    personal = all(is_personal(one.key.split()) for one in (mention, other))
    return NameKind.PERSON if personal else NameKind.ORGANISATION


def _parts(mention: Mention) -> list[str]:
    """The parts of the fullest form of a name."""
    return [part for part in mention.key.split() if is_content(part)] or [mention.key]


def _abbreviates(short: str, name: str) -> bool:
    """Whether a few letters may stand for a name: its first one and others in their order."""
    letters = iter(name)
    return len(short) <= _INITIALS and short[:1] == name[:1] and all(c in letters for c in short)


def _changed(case: Case, mention: Mention, own: range, line: Line, other: Mention) -> Variant:
    there = line.positions(other.span)
    kind = VariantKind.ENTITY_CHANGED
    if _is_where(case.child, own) and _is_where(line, there):
        kind = VariantKind.PLACE_CHANGED
    before, after = line.text_of(other.span), case.child.text_of(mention.span)
    severity, how = Severity.MEANING, ""
    if is_misspelling(mention.key, other.key):
        severity, how = Severity.DETAIL, ", as it seems by a slip of spelling"
    note = f"{shown(before)} became {shown(after)}{how}."
    place = (case.child, mention.span)
    return finding(kind, severity, note, child=place, parent=(line, other.span))


def _is_where(line: Line, positions: range) -> bool:
    return positions.start > 0 and line.words[positions.start - 1].key in _WHERE


def _is_listed(line: Line, positions: range) -> bool:
    """Whether a name is the complement of another: "a member of NAME", "the NAME"."""
    return positions.start > 0 and line.words[positions.start - 1].key in {"of", "the"}


def _qualifies(line: Line, positions: range) -> bool:
    """Whether a name stands before a noun that it qualifies: "NAME aide"."""
    end = positions.stop
    joined = line.clause_end(end - 1, end + 1) > end if end < len(line.words) else False
    return joined and line.weights[end] > 0 and end not in line.named


def _is_acronym(case: Case, mention: Mention) -> bool:
    name = case.child.text_of(mention.span)
    letters = word_key("".join(c for c in name if c.isupper()))
    return letters in case.known.initials or letters in case.known.stems


def _new(case: Case, mention: Mention) -> Variant:
    name = case.child.text_of(mention.span)
    note = f"{shown(name)} is named in no other article of the story."
    place = (case.child, mention.span)
    return finding(VariantKind.ADDED, Severity.DETAIL, note, child=place, parent=case.parent)
