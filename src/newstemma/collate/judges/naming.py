"""Judges names: another person, body or place stands where the parent has one."""

from __future__ import annotations

from collections.abc import Iterator

from newstemma.collate.bearers import may_be_one, names_of_state
from newstemma.collate.evidence import Case, finding, shown
from newstemma.collate.known import SAME_START
from newstemma.collate.lines import Line
from newstemma.collate.slots import free_positions, slot
from newstemma.collate.spelling import is_misspelling
from newstemma.collate.stems import is_content, stem
from newstemma.records import Mention, MentionKind, NameKind, Severity, Variant, VariantKind
from newstemma.text.names.forms import is_personal
from newstemma.text.names.lexicon import GIVEN_FEMALE, GIVEN_MALE, ROLES
from newstemma.text.segment import word_key

__all__ = ["judge_names"]

_TELLING = 4.0  # nats; a commoner word makes no new name: "News", "Majority"
_TELLING_OF_PLACE = 3.0  # the same for the name of a place: "York"
_TELLING_ALL = 10.0  # and of several that no article has together
_LEAST_INITIALS = 2
_LEAST_SPELT = 3  # initials of a name that is written in full
_LEAST_ALIKE = 3  # parts of a name of which one may be spelt otherwise
_LONGEST = 5  # words before a name that may belong to it
_TITLES = ROLES | frozenset("mr mrs ms dr sir sen rep gov prof rev".split())
# How parents may have told of what goes by a name of its own, by the first letters of words.
_TOLD_AS = {
    "gop": ("repub",),
    "isis": ("islam",),
    "isil": ("islam",),
    "daesh": ("islam",),
    "twitter": ("tweet", "retwe"),
    "bible": ("scrip", "gospe"),
}
_WHERE = frozenset("in at near outside inside around across off from to into toward via".split())


def judge_names(case: Case) -> Iterator[Variant]:
    """`entity-changed`, `place-changed`, and `added` for a name that stands in no known text."""
    for mention in case.child.of_kind(MentionKind.NAME):
        own = case.child.positions(mention.span)
        if not own or case.child.quotation_at(own.start) or _is_kept(case, own):
            continue
        if _is_tag(case.child, mention):
            continue
        if other := _replaced(case, mention, own):
            yield _changed(case, mention, own, *other)
        elif _is_new(case, mention, own) and not _may_be_spelt_otherwise(case, mention):
            yield _new(case, mention)


def _is_new(case: Case, mention: Mention, own: range) -> bool:
    """Whether a name has a telling word that no article has, or none that any has."""
    line = case.child
    new = [n for n in own if line.weights[n] and not _is_known(case, n)]
    alone = len(new) > 1 and new == [n for n in own if line.weights[n]]
    if alone and sum(line.weights[n] for n in new) >= _TELLING_ALL:
        return True
    # a parse names what is a name: not "MOSTLY FALSE"
    if line.clauses and not any(one.span.overlaps(mention.span) for one in line.entities):
        return False
    if _is_given_first_name(case, mention):
        if mention.key.split()[-1] in case.known.lasts:
            return False
        new = [n for n in new if n == own[-1]]
    return any(_is_telling(case, mention, n) for n in new)


def _is_telling(case: Case, mention: Mention, position: int) -> bool:
    """Whether a word tells who or what is named: a rare one, a first name, the name of a place."""
    line, word = case.child, case.child.words[position]
    kinds = {one.kind for one in line.entities if one.span.overlaps(mention.span)}
    if line.weights[position] >= _TELLING:
        return True
    if NameKind.PERSON in kinds and word.key in GIVEN_MALE | GIVEN_FEMALE:
        return True
    place = NameKind.PLACE in kinds and line.weights[position] >= _TELLING_OF_PLACE
    return place and names_of_state(word.key).isdisjoint(case.known.stems)


def _is_tag(line: Line, mention: Mention) -> bool:
    """Whether a name is one of a list of hashtags."""
    return line.witness.text[max(mention.span.start - 1, 0) : mention.span.start] == "#"


def _is_given_first_name(case: Case, mention: Mention) -> bool:
    """Whether a person has a first name here, and by the last one is never given another."""
    line, last = case.child, mention.key.split()[-1]
    persons = (entity for entity in line.entities if entity.kind is NameKind.PERSON)
    person = any(entity.span.overlaps(mention.span) for entity in persons)
    person = person or (last in case.known.lasts and is_personal(mention.key.split()))
    return person and not any(
        not parts - {last} <= _TITLES for parts in case.known.forms.get(last, ())
    )


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
        glued = case.child.text_of(mention.span) in line.text_of(other.span)
        if alike and free.issuperset(there) and not glued and not _is_same(mention, other):
            return line, other
    return None


def _is_same(mention: Mention, other: Mention) -> bool:
    return may_be_one(mention.key, other.key, _kind(mention, other))


def _kind(mention: Mention, other: Mention) -> NameKind:
    """People where both names have the shape of a person's, else bodies or places."""
    personal = all(is_personal(one.key.split()) for one in (mention, other))
    return NameKind.PERSON if personal else NameKind.ORGANISATION


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
    """Whether a name is made of the initials of one that is known."""
    name = case.child.text_of(mention.span)
    letters = word_key("".join(c for c in name if c.isupper()))
    short = len(letters) >= _LEAST_INITIALS and not any(map(str.islower, name.removesuffix("s")))
    return short and (letters in case.known.initials or letters in case.known.stems)


def _is_spelt_out(case: Case, mention: Mention) -> bool:
    """Whether a name, or the longer one that it ends, has initials that are known: "FDA"."""
    line, own = case.child, case.child.positions(mention.span)
    near = range(max(own.start - _LONGEST, 0), own.stop)
    content = [n for n in near if is_content(line.words[n].key)]
    spelt = (
        "".join(line.words[n].key[0] for n in of[-size:])
        for of in (near, content)
        for size in range(max(sum(n in own for n in of), _LEAST_SPELT), len(of) + 1)
    )
    return any(stem(one) in case.known.stems for one in spelt)


def _may_be_spelt_otherwise(case: Case, mention: Mention) -> bool:
    """Whether a name may be told in its initials, by another name, or where a page lost the
    space before it.
    """
    name = case.child.text_of(mention.span)
    initials = _is_acronym(case, mention) or _is_spelt_out(case, mention)
    told = _TOLD_AS.get(mention.key, ())
    otherwise = not case.known.starts.isdisjoint(told)
    spelt = otherwise or _is_spelt_alike(case, mention)
    return initials or spelt or case.ground.holds(name) or _goes_on(case, mention)


def _is_spelt_alike(case: Case, mention: Mention) -> bool:
    """Whether a name of three parts or more is a known one but for the spelling of one part."""
    parts = frozenset(mention.key.split())
    if len(parts) < _LEAST_ALIKE:
        return False
    for other in (form for part in sorted(parts) for form in case.known.forms.get(part, ())):
        own, theirs = sorted(parts - other), sorted(other - parts)
        if len(own) == len(theirs) == 1 and own[0][0] == theirs[0][0]:
            return True
    return False


def _goes_on(case: Case, mention: Mention) -> bool:
    """Whether a name breaks off inside a word: the "Nazi U" of "Nazi U-boats"."""
    text, end = case.child.witness.text, mention.span.end
    return text[end : end + 1] == "-" and text[end - 2 : end - 1] == " "


def _new(case: Case, mention: Mention) -> Variant:
    name = case.child.text_of(mention.span)
    note = f"{shown(name)} is named in no other article of the story."
    place = (case.child, mention.span)
    return finding(VariantKind.ADDED, Severity.DETAIL, note, child=place, parent=case.parent)
