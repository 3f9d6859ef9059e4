"""Deducts what a clause says its predicate was done by or to, where the parents say it of others.

Abstains where there is no parse, of the child or of a parent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from newstemma.collate.score.deduction import Deduction, Ground
from newstemma.collate.stems import is_content, stem
from newstemma.records import Argument, ArgumentRole, Clause, Span, Witness
from newstemma.text.segment import words

__all__ = ["arguments"]

_PRONOUNS = frozenset(
    "he she they it him her them i we you who that which this these those his its their".split()
)
_BE = "be"
_CORE = frozenset(ArgumentRole) - {ArgumentRole.ADJUNCT}
_MOST_ARGUMENTS = 200  # that fill one role of one predicate

_Filled = Mapping[str, Mapping[ArgumentRole, Sequence[tuple[frozenset[str], str, Span]]]]


def arguments(child: Witness, parents: Sequence[Witness]) -> Iterator[Deduction]:
    """Each argument that no parent gives to the predicate in that role."""
    filled = _filled(parents)
    if not filled:
        return
    for clause in child.clauses:
        roles = filled.get(_predicate(clause, child.text))
        for argument in clause.arguments if roles else ():
            stems = _stems(argument.span, child.text)
            if roles and stems and not _is_pronoun(argument, child.text):
                yield from _against(argument, stems, roles)


def _against(
    argument: Argument,
    stems: frozenset[str],
    roles: Mapping[ArgumentRole, Sequence[tuple[frozenset[str], str, Span]]],
) -> Iterator[Deduction]:
    there = roles.get(argument.role, ())
    if not there:
        yield Deduction(ground=Ground.NEW_ROLE, amount=1.0, child_span=argument.span)
    elif argument.role in _CORE and not any(stems & other for other, _, _ in there):
        _, parent, span = there[0]
        yield Deduction(
            ground=Ground.OTHER_ARGUMENT,
            amount=1.0,
            child_span=argument.span,
            parent=parent,
            parent_span=span,
        )


def _filled(parents: Sequence[Witness]) -> _Filled:
    """What fills each role of each predicate: its stems, and where it stands."""
    found: defaultdict[str, defaultdict[ArgumentRole, list[tuple[frozenset[str], str, Span]]]]
    found = defaultdict(lambda: defaultdict(list))
    for parent in parents:
        for clause in parent.clauses:
            roles = found[_predicate(clause, parent.text)]
            for argument in clause.arguments:
                if len(there := roles[argument.role]) < _MOST_ARGUMENTS:
                    stems = _stems(argument.span, parent.text)
                    there.append((stems, parent.id, argument.span))
    return found


def _predicate(clause: Clause, text: str) -> str:
    """The stem of the verb, or what somebody or something is said to be."""
    if clause.lemma != _BE:
        return stem(clause.lemma)
    return " ".join((_BE, *(stem(word.key) for word in words(text, clause.predicate))))


def _stems(span: Span, text: str) -> frozenset[str]:
    return frozenset(stem(word.key) for word in words(text, span) if is_content(word.key))


def _is_pronoun(argument: Argument, text: str) -> bool:
    return argument.head.of(text).lower() in _PRONOUNS
