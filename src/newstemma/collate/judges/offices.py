"""Judges roles: the same person with another office, standing or attachment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstemma.collate.evidence import Case, finding, shown
from newstemma.collate.roles import FIELDS, Role, roles_of
from newstemma.collate.stems import stem
from newstemma.records import Severity, Variant, VariantKind

__all__ = ["judge_roles"]

# Words before a role that change whether somebody holds it.
_STATUS = frozenset(
    "former ex acting interim deputy vice assistant associate then late incoming outgoing retired "
    "alleged suspected convicted designate elect".split()
)
# Words of status that time alone may add.
_TIMES = frozenset({"former", "ex", "then", "late", "retired"})
# What nobody takes for one another, by kind: a mother may be a senator, a minister no mayor.
_KINDS = (
    frozenset(
        "president minister secretary senator governor mayor chancellor ambassador king queen "
        "prince princess judge general colonel captain lieutenant sergeant admiral bishop pope "
        "cardinal chairman ceo treasurer sheriff prosecutor lawyer attorney doctor nurse pilot "
        "teacher congressman congresswoman".split()
    ),
    frozenset("father mother brother sister son daughter husband wife uncle".split()),
    frozenset("victim suspect witness defendant plaintiff".split()),
)


def judge_roles(case: Case) -> Iterator[Variant]:
    """`role-changed`: the same person with another office, standing or attachment."""
    for key, roles in sorted(roles_of([case.child]).items()):
        theirs = case.known.roles.get(key, ())
        for role in roles:
            if theirs and (reason := _reason(role, theirs)):
                other, severity = reason
                if severity is Severity.MEANING and _is_elsewhere(case, role):
                    continue
                before, after = other.line.text_of(other.span), role.line.text_of(role.span)
                yield finding(
                    VariantKind.ROLE_CHANGED,
                    severity,
                    f"{shown(before)} became {shown(after)}.",
                    child=(role.line, role.span),
                    parent=(other.line, other.span),
                )


def _is_elsewhere(case: Case, role: Role) -> bool:
    """Whether a line of the parents gives the office with its standing, away from the name."""
    if not _status(role):
        return False
    wanted = {role.head, *map(stem, _status(role))}
    return any(wanted.issubset(line.stems) for line in case.passage.parents)


def _reason(role: Role, theirs: Sequence[Role]) -> tuple[Role, Severity] | None:
    same = [other for other in theirs if other.head == role.head]
    if not same:
        kind = next((kind for kind in _KINDS if role.head in kind), frozenset())
        offices = [other for other in theirs if other.head in kind]
        past = any(_status(r) for r in (role, *theirs))
        changed = len(offices) == len(theirs) and not past
        return (offices[0], Severity.MEANING) if changed and offices else None
    if other := _of_another_field(role, same):
        return other, Severity.MEANING
    for other in same:
        if role.before == other.before or (
            _status(role) == _status(other) and not _moved(role, other)
        ):
            return None
    other = same[0]
    if _status(role) > _status(other) and _status(role) - _status(other) <= _TIMES:
        return None
    if _status(role) != _status(other):
        return other, Severity.MEANING
    return other, Severity.DETAIL


def _of_another_field(role: Role, same: Sequence[Role]) -> Role | None:
    """The same office in another field, where every such role has one: "fire", "police chief"."""
    own = role.before & FIELDS
    apart = own and all(r.before & FIELDS and not own & r.before for r in same)
    return same[0] if apart else None


def _status(role: Role) -> frozenset[str]:
    return role.before & _STATUS


def _moved(role: Role, other: Role) -> bool:
    """Whether a word that stood elsewhere in the description now qualifies the role itself."""
    new = role.proper - other.before - _STATUS
    lost = other.proper - role.before - other.after - _STATUS
    return bool(new & other.after) and bool(lost - role.after)
