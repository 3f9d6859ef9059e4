"""The record of a relation between two actors, which somebody claims."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newstemma.records.claim import Grade, Origin
from newstemma.records.span import Span
from newstemma.records.stance import Force

__all__ = ["ClaimedRelation", "RelationStatement", "RelationType"]


class RelationType(StrEnum):
    """What one actor is said to do to another, or to be to it.

    The events are the types of PLOVER (Open Event Data Alliance, 2016), of which `ACCUSE` and
    `DETAIN` are parts told by themselves: PLOVER counts them under `DISAPPROVE` and `COERCE`.
    """

    AGREE = "agree"  # to cooperate, to give way; promise, offer
    CONSULT = "consult"  # meet, visit, negotiate
    SUPPORT = "support"
    COOPERATE = "cooperate"
    AID = "aid"  # help with goods, money, arms, shelter
    CONCEDE = "concede"  # give way at home: allow, lift a ban
    RETREAT = "retreat"  # withdraw, release, disarm
    INVESTIGATE = "investigate"
    DEMAND = "demand"
    DISAPPROVE = "disapprove"
    ACCUSE = "accuse"
    REJECT = "reject"
    THREATEN = "threaten"
    PROTEST = "protest"
    MOBILIZE = "mobilize"
    SANCTION = "sanction"  # reduce relations, stop aid, expel, put on a list
    COERCE = "coerce"  # ban, seize, restrict
    DETAIN = "detain"
    ASSAULT = "assault"  # violence against people without arms of war
    FIGHT = "fight"
    IN_CHARGE_OF = "in-charge-of"  # leads, holds an office of
    BELONGS_TO = "belongs-to"
    LOCATED_IN = "located-in"


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationStatement:
    """One place where an article says it: whose words (`origin`, a place in the origins), by what.

    `source` and `target` are the names, `cue` the word that tells the relation.
    """

    article: str
    span: Span
    source: Span
    target: Span
    cue: Span
    force: Force
    negated: bool
    attributions: tuple[int, ...]
    origin: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedRelation:
    """That `source` stands in a relation to `target`, as claimed in the statements.

    Both are names of the story's actors. What is said not to be so is a relation of its own,
    `negated`. Statements are in the order of the articles, origins in that of their first
    statement; `lineages` are those of the articles.
    """

    story: str
    type: RelationType
    source: str
    target: str
    negated: bool
    statements: tuple[RelationStatement, ...]
    origins: tuple[Origin, ...]
    lineages: tuple[str, ...]
    grade: Grade
