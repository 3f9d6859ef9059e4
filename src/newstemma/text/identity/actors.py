"""What the articles of a story call one person, body or place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from newstemma.records import Actor, NamedAt, NameKind, Span, Witness
from newstemma.text.identity.bearers import bearers
from newstemma.text.identity.judged import NO_JUDGEMENTS, Judged
from newstemma.text.identity.register import Group, grouped

__all__ = ["identities"]

_Text = TypeVar("_Text", bound=str)


def identities(
    witnesses: Sequence[Witness], *, judgements: Judged = NO_JUDGEMENTS
) -> tuple[Actor, ...]:
    """The actors of the articles of one story, in the order of their first mentions."""
    rank = {witness.id: number for number, witness in enumerate(witnesses)}
    named = [bearer for witness in witnesses for bearer in bearers(witness)]
    found = [_actor(group, rank) for group in grouped(named, judgements)]
    return tuple(sorted(found, key=lambda actor: _place(actor.mentions[0], rank)))


def _place(at: NamedAt, rank: dict[str, int]) -> tuple[int, Span]:
    return rank[at.article], at.span


def _actor(group: Group, rank: dict[str, int]) -> Actor:
    forms = Counter[str]()
    roles = Counter[str]()
    kinds = Counter[NameKind]()
    for member in group.members:
        forms[member.written] += len(member.spans)
        roles.update(member.roles)
        kinds[member.kind] += len(member.spans) * (member.kind is not NameKind.UNKNOWN)
    mentions = [NamedAt(article=m.article, span=span) for m in group.members for span in m.spans]
    return Actor(
        name=group.members[0].written,
        kind=_commonest(kinds)[0],
        forms=_commonest(forms),
        roles=_commonest(roles),
        mentions=tuple(sorted(mentions, key=lambda at: _place(at, rank))),
        joins=tuple(group.joins),
    )


def _commonest(counts: Counter[_Text]) -> tuple[_Text, ...]:
    return tuple(sorted(counts, key=lambda one: (-counts[one], one)))
