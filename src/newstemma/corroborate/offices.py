"""Who holds an office, and of whom: told beside a name, or by a verb.

"Norland's president, Ada Birk", "Norland fire chief Ada Birk", "Ada Birk, an analyst at the Lund
Institute", "Ada Birk of the Lund Institute", "its spokesman, Ada Birk", "Ada Birk, who owns Lund
Shipping".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter

from newstemma.corroborate.antecedents import Antecedents
from newstemma.corroborate.extents import hull
from newstemma.corroborate.named_relation import NamedRelation, leading_names
from newstemma.records import Argument, ArgumentRole, Clause, NameKind, RelationType, Span, Witness
from newstemma.text.names.lexicon import ROLES

__all__ = ["offices"]

_FAR = 80  # characters between two names, at most
# Words that no office has before its noun: "Norland and president Birk" are two.
_NEVER = (
    "a|an|the|and|or|of|in|on|at|to|by|for|from|with|as|that|who|which|but|when|while|after|before|"
    "under|over|against|between|than|since|until|says|said|told|free|hall"
)
_WORD = rf"(?!(?i:{_NEVER})\b)[A-Za-z][\w-]*"
_OFFICE = rf"(?P<more>(?:{_WORD} ){{0,4}}?)(?P<office>{_WORD})"
_OWNERS = r"(?: \S+(?: \S+)?['’]s)?"  # "of the university's Lund Institute"

_BEFORE = re.compile(rf"\)?(?:['’]s?)? {_OFFICE},? ")
_AFTER = re.compile(
    r"(?:,(?: who is| who works as| who serves as| now)?| is| serves as| works as| became)"
    rf" (?P<one>the |an? )?{_OFFICE}(?P<part> of [a-z]+(?: and [a-z]+)?)?"
    rf" (?P<at>of|at|for|with|from|in)(?: the)?{_OWNERS} "
)
_OF = re.compile(rf",? of(?P<the> the)?{_OWNERS} ")
_OF_BODY = re.compile(rf"\b{_OFFICE} of (?:the )?\Z")
_THEN_NAME = re.compile(r"(?P<part> [a-z]+)?, ")
_WHOSE = re.compile(rf"\b(?:[Ii]ts|[Tt]he (?P<kind>[a-z]+)['’]s) {_OFFICE},? \Z")

# What a name goes on with where only its beginning was read: "the Harbour and Cold Chain Union".
_GOES_ON = re.compile(r" (?:and|of|for|&)(?: the)? [A-Z]| [A-Z]| ?['’]|-| (?:[a-z]+ )?[a-z]+['’]s ")
_FAMILY = re.compile(r"(?: [a-z]+)? (?:company|firm|team|family|agency|bank|newspaper|station)\b")
_SCORED = re.compile(r" (?:in|to|with|over|past|into)\b")  # after a side that a player led
_JUST = len("previous ")  # before a name: "former Norland president Ada Birk"
_FARTHEST = 40  # characters after a name that may go on with it
# Words of a title that stand before its noun, and are read as the end of the name before it.
_TITLING = re.compile(
    r"\b(?:District|City|Chief|Deputy|Assistant|Associate|County|State|Attorney|General)$"
)
_MANY = re.compile(r"(?:[^s]s|men|women|people)$")  # a body of people, which nobody holds
_PAST = re.compile(
    r"\b(?:former|previous|ex|late|then|one-time|ousted|retired|incoming)\b", re.IGNORECASE
)

_BODIES = frozenset({NameKind.ORGANISATION, NameKind.PLACE, NameKind.GROUP, NameKind.VESSEL})
_LEADING = frozenset(
    "president premier leader head chief chairman chairwoman chair director minister secretary "
    "commander king queen prince emir sultan governor mayor ceo founder boss dictator chancellor "
    "ruler strongman owner captain skipper".split()
)
# Words beside an office that leave it the whole: a "fire chief" leads no town.
_WHOLE = frozenset(
    "prime chief executive managing general acting interim new current longtime founding party "
    "supreme conservative socialist liberal".split()
)
# What somebody is to another without being his.
_PERSONAL = frozenset(
    "friend critic source ally rival opponent enemy victim suspect supporter fan wife husband "
    "father mother son daughter brother sister uncle aunt cousin widow actor actress singer author "
    "people authorities star winner champion native neighbor neighbour person man woman survivor "
    "guest visitor tourist hostage captive prisoner detainee inmate parent grandfather grandmother "
    "sibling widow boy girl kid critics caller witness".split()
)
_VERBS = {
    "lead": RelationType.IN_CHARGE_OF,
    "head": RelationType.IN_CHARGE_OF,
    "chair": RelationType.IN_CHARGE_OF,
    "command": RelationType.IN_CHARGE_OF,
    "own": RelationType.IN_CHARGE_OF,
    "manage": RelationType.IN_CHARGE_OF,
    "operate": RelationType.IN_CHARGE_OF,
}
_PRONOUNS = frozenset({"he", "she"})
_HAVING = frozenset({"own", "operate"})  # what a body may do with another, too
_EMPLOYED = frozenset({"at", "for"})


def offices(
    witness: Witness, names: Mapping[Span, str], kinds: Mapping[str, NameKind]
) -> Iterator[NamedRelation]:
    """The offices that are told beside a name, or by a verb; those of the past are none.

    `names` are the actors that the article means, by where; `kinds` what each of them is.
    """
    reader = _Reader(witness, names, kinds)
    called = [one for one in names if one.of(witness.text).lower() not in _PRONOUNS]
    ordered = leading_names(witness.text, called)
    for left, right in pairwise(ordered):
        if 0 <= right.start - left.end <= _FAR:
            yield from reader.between(left, right)
    for name in ordered:
        yield from reader.pointing(name)
    for clause in witness.clauses:
        yield from reader.told_by(clause)


class _Reader:
    """Reads the names of one article."""

    def __init__(
        self, witness: Witness, names: Mapping[Span, str], kinds: Mapping[str, NameKind]
    ) -> None:
        self._text, self._names, self._kinds = witness.text, names, kinds
        self._ordered = sorted(names)
        self._predicates = sorted(one.predicate.start for one in witness.clauses)
        bodies = {span: name for span, name in names.items() if self._kind(span) in _BODIES}
        self._antecedents = Antecedents(witness, bodies, kinds)

    def _kind(self, span: Span) -> NameKind | None:
        return self._kinds.get(self._names[span])

    def between(self, left: Span, right: Span) -> Iterator[NamedRelation]:
        """An office between two neighbouring names, one of which holds it."""
        if _PAST.search(self._text, max(0, left.start - _JUST), right.start):
            return
        is_person = [self._kind(one) is NameKind.PERSON for one in (left, right)]
        if is_person == [True, False] and self._kind(right) in _BODIES:
            yield from self._after_name(left, right)
        elif is_person == [False, True] and self._kind(left) in _BODIES:
            yield from self._before_name(left, right)

    def _after_name(self, holder: Span, body: Span) -> Iterator[NamedRelation]:
        if self._goes_on(body):
            return
        found = _AFTER.fullmatch(self._text, holder.end, body.start)
        if found and self._is_office(found, at=found["at"] == "at" and found["one"] is not None):
            yield self._relation(found, holder, body, of_part=found["part"] is not None)
        elif self._is_of(holder, body):
            cue = Span(holder.end, body.start)
            yield NamedRelation(
                type=RelationType.BELONGS_TO,
                source=holder,
                target=body,
                cue=_stripped(self._text, cue),
                told=hull([holder, body]),
            )

    def _is_of(self, holder: Span, body: Span) -> bool:
        """Whether somebody with a full name is only said to be of a body: "Ada Birk of the FBI"."""
        found = _OF.fullmatch(self._text, holder.end, body.start)
        is_full = " " in holder.of(self._text) and self._kind(body) is NameKind.ORGANISATION
        if found is None or not is_full:
            return False
        name = body.of(self._text)
        return found["the"] is not None or " " in name or name.isupper()

    def _before_name(self, body: Span, holder: Span) -> Iterator[NamedRelation]:
        found = _BEFORE.fullmatch(self._text, body.end, holder.start)
        if found and self._is_office(found):
            if not self._is_of_title(body, found):
                yield self._relation(found, holder, body)
            return
        then = _THEN_NAME.fullmatch(self._text, body.end, holder.start)
        start = max(0, body.start - _FAR)
        found = _OF_BODY.search(self._text, start, body.start) if then else None
        if then and found and self._is_office(found) and not _PAST.search(found[0]):
            yield self._relation(found, holder, body, of_part=then["part"] is not None)

    def pointing(self, holder: Span) -> Iterator[NamedRelation]:
        """An office before a name, of a body that was named before: "its spokesman, Ada Birk"."""
        if self._kind(holder) is not NameKind.PERSON:
            return
        found = _WHOSE.search(self._text, max(0, holder.start - _FAR), holder.start)
        if found is None or not self._is_office(found) or _PAST.search(found[0]):
            return
        kind = found["kind"]
        body = (
            self._antecedents.called(kind, found.start())
            if kind
            else self._antecedents.of_its(found.start())
        )
        if body is not None and self._names[body] != self._names[holder]:
            yield self._relation(found, holder, body)

    def _is_office(self, found: re.Match[str], *, at: bool = False) -> bool:
        """Whether the noun is one; at a body anybody has one: "a toxicologist at the hospital"."""
        office = found["office"].lower()
        if office in _PERSONAL or _MANY.search(office):
            return False
        first = bisect_left(self._predicates, found.start("more"))
        is_told = first < len(self._predicates) and self._predicates[first] < found.start("office")
        return not is_told and (office in ROLES or at)

    def _is_of_title(self, name: Span, found: re.Match[str]) -> bool:
        """Whether a name ends in a word of the title after it: "Lund City | Attorney Ada Birk"."""
        is_beside = found.start("office") == name.end + 1
        return is_beside and _TITLING.search(self._text, name.start, name.end) is not None

    def _relation(
        self, found: re.Match[str], holder: Span, body: Span, *, of_part: bool = False
    ) -> NamedRelation:
        cue = Span(*found.span("office"))
        whole = not of_part and _WHOLE.issuperset(found["more"].lower().split())
        leads = whole and found["office"].lower() in _LEADING
        within = [body] if found.end() > body.start - 1 and body.end >= found.start() else []
        return NamedRelation(
            type=RelationType.IN_CHARGE_OF if leads else RelationType.BELONGS_TO,
            source=holder,
            target=body,
            cue=cue,
            told=hull([cue, holder, *within]),
        )

    def told_by(self, clause: Clause) -> Iterator[NamedRelation]:
        """Who leads, owns or works for a body, as a verb tells."""
        type_, bodies = _told(clause)
        if type_ is None:
            return
        agents = clause.filling(ArgumentRole.AGENT)
        own = [one for one in agents if not one.shared or clause.relation == "acl:relcl"]
        for holder in (name for one in own if (name := self._main(one))):
            for body in (name for one in bodies if (name := self._main(one))):
                if self._can_hold(holder, body, clause):
                    told = hull([holder, body, clause.predicate])
                    yield NamedRelation(
                        type=type_, source=holder, target=body, cue=clause.predicate, told=told
                    )

    def _can_hold(self, holder: Span, body: Span, clause: Clause) -> bool:
        is_body = self._kind(body) in {NameKind.ORGANISATION, NameKind.VESSEL}
        is_person = self._kind(holder) is NameKind.PERSON
        owns = clause.lemma in _HAVING and self._kind(holder) is NameKind.ORGANISATION
        scored = clause.lemma == "lead" and _SCORED.match(self._text, body.end)
        return is_body and (is_person or owns) and not scored and not self._goes_on(body)

    def _goes_on(self, body: Span) -> bool:
        """Whether more of the name follows, or what it is only a kind of: "the Lund company"."""
        end = body.end + _FARTHEST
        return any(one.match(self._text, body.end, end) for one in (_GOES_ON, _FAMILY))

    def _main(self, argument: Argument) -> Span | None:
        """The name that is the main word of a phrase."""
        first = bisect_left(self._ordered, argument.head.start, key=attrgetter("end"))
        near = self._ordered[first : first + 2]
        return next((span for span in near if span.overlaps(argument.head)), None)


def _told(clause: Clause) -> tuple[RelationType | None, Sequence[Argument]]:
    """What a clause tells, and the phrases for of whom."""
    adjuncts = list(clause.filling(ArgumentRole.ADJUNCT))
    if clause.negated or (clause.lemma == "lead" and adjuncts):
        return None, ()
    if clause.lemma == "work":
        return RelationType.BELONGS_TO, [one for one in adjuncts if one.marker in _EMPLOYED]
    return _VERBS.get(clause.lemma), list(clause.filling(ArgumentRole.PATIENT))


def _stripped(text: str, span: Span) -> Span:
    """The span without the spaces and commas around it."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(" ,"))
    return Span(start, start + len(words.strip(" ,")))
