"""The smallest parts of what was drawn together."""

from __future__ import annotations

from dataclasses import replace

from newstemma.collection.cutting import cut
from newstemma.records import Derivation, DerivationKind, Relation, RelationKind
from tests.collection.made import BRIDGE, MUSEUM, REPRINT, drawn


def test_stories_that_nothing_ties_are_parts_of_their_own() -> None:
    parts = cut(drawn(a=BRIDGE, b=REPRINT, c=MUSEUM))
    assert [[one.id for one in part.witnesses] for part in parts] == [["a", "b"], ["c"]]


def test_the_parts_together_are_what_was_drawn() -> None:
    found = drawn(a=BRIDGE, b=REPRINT, c=MUSEUM)
    parts = cut(found)
    for field in ("witnesses", "stories", "lineages", "derivations", "relations"):
        assert [row for part in parts for row in getattr(part, field)] == [*getattr(found, field)]


def test_a_derivation_across_two_stories_keeps_them_together() -> None:
    apart = drawn(a=BRIDGE, c=MUSEUM)
    edge = Derivation(child="c", parent="a", kind=DerivationKind.DIGEST, probability=0.9)
    tied = replace(apart, derivations=(edge,))
    assert len(tied.stories) == 2
    assert cut(tied) == (tied,)


def test_a_source_in_common_keeps_no_two_stories_together() -> None:
    apart = drawn(a=BRIDGE, c=MUSEUM)
    shared = Relation(left="a", right="c", kind=RelationKind.SHARED_SOURCE, probability=0.9)
    parts = cut(replace(apart, relations=(shared,)))
    assert [part.relations for part in parts] == [(), ()]
    kin = replace(shared, kind=RelationKind.UNKNOWN)
    assert len(cut(replace(apart, relations=(kin,)))) == 1


def test_nothing_has_no_parts() -> None:
    assert cut(drawn()) == ()
