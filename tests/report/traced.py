"""The ferry with what is claimed of its actors, dates and numbers, drawn up by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from newstemma.records import (
    Analysis,
    Claim,
    ClaimedRelation,
    Course,
    DatedAt,
    Event,
    Force,
    Grade,
    NumberPoint,
    Origin,
    Precision,
    QuantityKind,
    RelationStatement,
    RelationType,
    SourceKind,
    Statement,
    TrackedNumber,
)
from tests.report.builder import at, copies, ferry

__all__ = ["many", "relation", "traced"]

_TEXTS = {one.id: one.text for one in ferry().witnesses}
_WIRE = Origin(name="Nordfjord Wire", kind=None, lineages=("l2",))
_BREKKE = Origin(name="Tomas Brekke", kind=SourceKind.PERSON, lineages=("l2",))
_AUNE = Origin(name="Selma Aune", kind=SourceKind.PERSON, lineages=("l3",))


def relation(
    source: str,
    type_: RelationType,
    target: str,
    *said: tuple[str, str],
    origins: Sequence[Origin] = (_WIRE,),
    force: Force = Force.CERTAIN,
    negated: bool = False,
) -> ClaimedRelation:
    """A relation that stands in each article with those words."""
    places = [(article, at(_TEXTS[article], words)) for article, words in said]
    return ClaimedRelation(
        story="s2",
        type=type_,
        source=source,
        target=target,
        negated=negated,
        statements=tuple(
            RelationStatement(
                article=article,
                span=span,
                source=span,
                target=span,
                cue=span,
                force=force,
                negated=negated,
                attributions=(),
                origin=0,
            )
            for article, span in places
        ),
        origins=tuple(origins),
        lineages=tuple(sorted({line for one in origins for line in one.lineages})),
        grade=Grade.CORROBORATED if len(origins) > 1 else Grade.ECHOED,
    )


def _claim(id_: str, *said: tuple[str, str], origins: Sequence[Origin]) -> Claim:
    return Claim(
        id=id_,
        story="s2",
        statements=tuple(
            Statement(
                article=article,
                span=at(_TEXTS[article], words),
                parts=(),
                force=Force.CERTAIN,
                negated=False,
                attributions=(),
                origin=min(number, len(origins) - 1),
                circular=False,
            )
            for number, (article, words) in enumerate(said)
        ),
        origins=tuple(origins),
        lineages=tuple(line for one in origins for line in one.lineages),
        grade=Grade.CORROBORATED if len(origins) > 1 else Grade.UNSOURCED,
    )


def _event(claim: Claim, date: str, precision: Precision, *dated: tuple[str, str]) -> Event:
    return Event(
        story="s2",
        date=date,
        precision=precision,
        first=None,
        last=None,
        claim=claim.id,
        dated=tuple(
            DatedAt(article=article, span=at(_TEXTS[article], words), statement=number)
            for number, (article, words) in enumerate(dated)
        ),
        origins=tuple(range(len(claim.origins))),
        lineages=claim.lineages,
    )


def _point(article: str, words: str, value: int, published: str | None = None) -> NumberPoint:
    return NumberPoint(
        article=article,
        span=at(_TEXTS[article], words),
        published=published,
        low=Fraction(value),
        high=Fraction(value),
        source="the coast guard" if article == "wire" else None,
        source_kind=SourceKind.ORGANISATION if article == "wire" else None,
    )


def _number(thing: str, course: Course, *points: NumberPoint) -> TrackedNumber:
    return TrackedNumber(
        story="s2",
        kind=QuantityKind.COUNT,
        unit=None,
        thing=thing,
        doer=None,
        deed="treat",
        points=points,
        course=course,
        lineages=("l2",),
    )


def traced() -> Analysis:
    """Three relations, one of them corroborated and one denied; two dates; two numbers."""
    leads = RelationType.IN_CHARGE_OF
    aground = _claim(
        "c1",
        ("clickpress", "ferry slammed into rocks"),
        ("island", "the ferry ran aground"),
        ("wire", "A passenger ferry carrying 212 people ran aground"),
        origins=(_WIRE, _AUNE),
    )
    faults = _claim("c2", ("wire", "Two earlier steering faults"), origins=(_WIRE,))
    return replace(
        ferry(),
        claims=(aground, faults),
        relations_claimed=(
            relation(
                "Marit Solbakk",
                leads,
                "Kystlinjen",
                ("clickpress", "The director of Kystlinjen, Marit Solbakk"),
                ("halden", "Kystlinjen's director, Marit Solbakk"),
                ("wire", "Kystlinjen's director, Marit Solbakk"),
            ),
            relation(
                "Tomas Brekke",
                RelationType.ACCUSE,
                "Kystlinjen",
                ("island", "Kystlinjen has said only"),
                ("wire", "nobody told us anything"),
                origins=(_BREKKE, _AUNE),
            ),
            relation(
                "Marit Solbakk",
                RelationType.ACCUSE,
                "Tomas Brekke",
                ("wire", "We will not rule anything out"),
                force=Force.POSSIBLE,
                negated=True,
            ),
        ),
        events=(
            _event(faults, "2023", Precision.YEAR, ("wire", "2023")),
            _event(
                aground,
                "2025-03-04",
                Precision.DAY,
                ("clickpress", "Tuesday"),
                ("island", "six in the morning"),
                ("wire", "Tuesday"),
            ),
        ),
        tracked_numbers=(
            _number(
                "people",
                Course.GROWS,
                _point("wire", "Eleven people", 11, "2025-03-04"),
                _point("clickpress", "17 people", 17, "2025-03-05"),
                _point("island", "eleven people", 11),
                _point("halden", "Eleven people", 11),
            ),
            _number("passengers", Course.STEADY, _point("wire", "212 people", 212)),
        ),
    )


def many(number: int) -> Analysis:
    """So many reprints of one story, with two relations, an event and a number for each."""
    told = traced()
    pile = copies(number)
    ids = [one.id for one in pile.witnesses]
    (solbakk, *_), claim, event = told.relations_claimed, told.claims[1], told.events[0]
    here, point = solbakk.statements[0], told.tracked_numbers[0].points[0]
    origin = replace(_WIRE, lineages=("l1",))
    return replace(
        pile,
        relations_claimed=tuple(
            replace(
                solbakk,
                story="s1",
                source=f"Actor {n % 90}",
                target=f"Actor {n % 97}",
                statements=tuple(replace(here, article=one) for one in ids),
                origins=(origin,),
                lineages=("l1",),
            )
            for n in range(2 * number)
        ),
        claims=tuple(
            replace(
                claim,
                id=f"c{n}",
                story="s1",
                statements=(replace(claim.statements[0], article=one),),
                origins=(origin,),
                lineages=("l1",),
            )
            for n, one in enumerate(ids)
        ),
        events=tuple(
            replace(
                event,
                story="s1",
                date=str(1500 + n),
                claim=f"c{n}",
                dated=(replace(event.dated[0], article=one),),
                lineages=("l1",),
            )
            for n, one in enumerate(ids)
        ),
        tracked_numbers=tuple(
            replace(
                told.tracked_numbers[0],
                story="s1",
                thing=f"thing {n}",
                points=tuple(
                    replace(point, article=one, low=Fraction(k), high=Fraction(k))
                    for k, one in enumerate(ids)
                ),
            )
            for n in range(number)
        ),
    )
