"""What people judged, set over what was worked out."""

from __future__ import annotations

import pytest

from newstemma.lineage.judged import JUDGED, overruled, rescored
from newstemma.lineage.model import PairScore
from newstemma.lineage.pile import compared
from newstemma.records import (
    Derivation,
    DerivationKind,
    Judgements,
    Relation,
    RelationKind,
)
from tests.lineage.builder import witness
from tests.lineage.texts import CUT, ELSEWHERE, FERRY, HARBOUR_RADIO, RETOLD

_WITNESSES = {
    name: witness(name, text)
    for name, text in zip("abcd", (FERRY, CUT, RETOLD, HARBOUR_RADIO), strict=True)
}


def _edge(
    child: str,
    parent: str,
    probability: float = 0.8,
    kind: DerivationKind = DerivationKind.REWRITE,
) -> Derivation:
    return Derivation(child=child, parent=parent, kind=kind, probability=probability)


def _overruled(
    *edges: Derivation, judgements: Judgements, relations: tuple[Relation, ...] = ()
) -> tuple[dict[tuple[str, str], float], set[tuple[str, str]]]:
    made, kin = overruled(edges, relations, judgements=judgements, witnesses=_WITNESSES)
    return {(e.child, e.parent): e.probability for e in made}, {(r.left, r.right) for r in kin}


def _derived(*pairs: tuple[str, str]) -> Judgements:
    return Judgements(derived=frozenset(pairs))


def test_a_judged_parent_takes_the_place_of_the_one_worked_out_which_stays_kin() -> None:
    assert _overruled(_edge("c", "b"), judgements=_derived(("c", "a"))) == (
        {("c", "a"): 1.0},
        {("b", "c")},
    )


def test_who_is_of_the_family_anyway_needs_no_relation() -> None:
    edges, kin = _overruled(_edge("c", "b"), _edge("b", "a"), judgements=_derived(("c", "a")))
    assert (edges, kin) == ({("c", "a"): 1.0, ("b", "a"): 0.8}, set())


def test_a_judged_derivation_turns_the_one_that_was_worked_out() -> None:
    assert _overruled(_edge("a", "b"), judgements=_derived(("b", "a")))[0] == {("b", "a"): 1.0}


def test_what_would_close_a_circle_gives_way() -> None:
    edges, _ = _overruled(_edge("a", "c"), _edge("c", "b"), judgements=_derived(("b", "a")))
    assert edges == {("b", "a"): 1.0, ("a", "c"): 0.8}


def test_a_judged_parent_is_one_more_of_a_digest() -> None:
    digest = [_edge("d", one, kind=DerivationKind.DIGEST) for one in ("a", "b")]
    edges, _ = _overruled(*digest, judgements=_derived(("d", "a"), ("d", "c")))
    assert edges == {("d", "a"): 1.0, ("d", "b"): 0.8, ("d", "c"): 1.0}


def test_a_digest_that_loses_a_parent_is_made_from_the_other() -> None:
    digest = [_edge("d", one, kind=DerivationKind.DIGEST) for one in ("a", "b")]
    (edge,), _ = overruled(
        digest,
        (),
        judgements=Judgements(not_derived=frozenset({("d", "b")})),
        witnesses=_WITNESSES,
    )
    assert (edge.parent, edge.kind) == ("a", DerivationKind.REWRITE)


def test_what_was_judged_is_the_first_evidence() -> None:
    (edge,), _ = overruled((), (), judgements=_derived(("b", "a")), witnesses=_WITNESSES)
    assert edge.evidence == (JUDGED,)
    assert edge.kind is DerivationKind.REPRINT


def test_not_derived_takes_the_kinship_of_the_two_away_but_no_shared_source() -> None:
    kin = tuple(
        Relation(left=left, right=right, kind=kind, probability=0.9)
        for left, right, kind in (
            ("a", "b", RelationKind.UNKNOWN),
            ("a", "c", RelationKind.UNKNOWN),
            ("a", "d", RelationKind.SHARED_SOURCE),
        )
    )
    judged = Judgements(not_derived=frozenset({("b", "a"), ("d", "a")}))
    assert _overruled(judgements=judged, relations=kin)[1] == {("a", "c"), ("a", "d")}


@pytest.mark.parametrize("forward", [0.1, 0.5, 0.9])
def test_a_judged_pair_is_related_in_the_judged_order(forward: float) -> None:
    score = PairScore(left="a", right="b", related=0.3, right_from_left=forward)
    told = rescored(score, _derived(("a", "b")))
    assert (told.related > 0.999, told.later("a") > 0.999) == (True, True)


def test_a_pair_that_is_not_derived_is_unrelated_unless_surely_the_other_way_round() -> None:
    judged = Judgements(not_derived=frozenset({("b", "a")}))
    related = [
        rescored(PairScore(left="a", right="b", related=0.9, right_from_left=f), judged).related
        for f in (0.9, 0.5, 0.1)
    ]
    assert related == [0.0, 0.0, 0.9]


def test_a_pair_that_is_nothing_alike_is_compared_where_it_was_judged() -> None:
    pile = compared([witness("a", FERRY), witness("b", ELSEWHERE)], _derived(("b", "a")))
    assert pile.score("a", "b").child == "b"
    assert pile.kin(0.99) == [("a", "b")]


def test_judgements_of_articles_outside_a_pile_change_nothing_in_it() -> None:
    pile = [witness("a", FERRY), witness("b", CUT)]
    assert compared(pile, _derived(("x", "a"))).scores == compared(pile).scores
