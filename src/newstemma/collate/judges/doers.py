"""Judges who did something where nobody is named: "a cleaner who", "a watchman who"."""

from __future__ import annotations

from collections.abc import Iterator

from newstemma.collate.evidence import Case, finding, shown
from newstemma.collate.lines import Line
from newstemma.collate.stems import stem
from newstemma.records import Severity, Span, Variant, VariantKind
from newstemma.text.names.lexicon import ROLES

__all__ = ["judge_doers"]

_ARTICLES = frozenset({"a", "an", "the"})
_AGENTS = ("er", "or", "man", "woman", "ist", "ian", "ant", "ent", "eer", "ee", "men")
# Words that may stand for many others.
_GENERAL = frozenset(
    "man woman person people men women worker employee official resident member boy girl child "
    "teenager victim survivor witness suspect local villager citizen passenger parent other "
    "number leader manager".split()
)
_SAME = (
    frozenset("cop policeman policewoman officer trooper constable".split()),
    frozenset("lawyer attorney solicitor barrister".split()),
    frozenset("doctor physician medic surgeon".split()),
    frozenset("reporter journalist correspondent writer".split()),
    frozenset("guard watchman warden custodian janitor caretaker".split()),
    frozenset("gunman attacker shooter assailant".split()),
    frozenset("teacher instructor educator professor lecturer".split()),
    frozenset("fisherman fisher angler".split()),
    frozenset("researcher scientist scholar".split()),
    frozenset("driver motorist trucker".split()),
)


def judge_doers(case: Case) -> Iterator[Variant]:
    """`role-changed`: another occupation in the same slot, with the same words on both sides."""
    partners = case.passage.partners
    for position in range(1, len(partners) - 1):
        after = partners[position + 1]
        if partners[position] or not after or not _is_doer(case.child, position):
            continue
        line, there = case.line_of(after), after.position - 1
        if not _is_doer(line, there) or not case.passage.is_anchored(position + 1):
            continue
        own, other = case.child.words[position].key, line.words[there].key
        free = all(
            p is None or case.line_of(p) is not line or p.position != there for p in partners
        )
        if free and not _may_be_one(own, other):
            yield _changed(case, position, line, there)


def _is_doer(line: Line, position: int) -> bool:
    """Whether an occupation stands there between an article and "who"."""
    if position < 1 or position + 1 >= len(line.words):
        return False
    key = line.words[position].key
    known = key in ROLES or key.endswith(_AGENTS)
    inside = line.words[position - 1].key in _ARTICLES and line.words[position + 1].key == "who"
    gap = Span(line.words[position - 1].end, line.words[position + 1].start)
    return known and inside and key not in _GENERAL and not set(line.text_of(gap)) & set(".;:")


def _may_be_one(own: str, other: str) -> bool:
    return stem(own) == stem(other) or any(names.issuperset({own, other}) for names in _SAME)


def _changed(case: Case, position: int, line: Line, there: int) -> Variant:
    span, other = case.child.words[position].span, line.words[there].span
    note = f"{shown(line.text_of(other))} became {shown(case.child.text_of(span))}."
    kind, child = VariantKind.ROLE_CHANGED, (case.child, span)
    return finding(kind, Severity.DETAIL, note, child=child, parent=(line, other))
