"""One claim across articles; a changed version is linked and never merged."""

from __future__ import annotations

import time

from newstemma.corroborate.claims import claims
from newstemma.corroborate.conflicts import conflicts
from newstemma.corroborate.scene import Scene
from newstemma.records import Claim, Grade, Slot, VariantKind
from tests.corroborate.retold import CHILD, PARENT, retold
from tests.corroborate.stories import scene_of


def _about(found: tuple[Claim, ...], word: str, scene: Scene) -> list[Claim]:
    return [
        one
        for one in found
        if any(word in s.span.of(scene.witnesses[s.article].text) for s in one.statements)
    ]


def test_a_retelling_is_an_echo() -> None:
    scene = retold()
    (found,) = _about(claims(scene), "pier", scene)
    assert len(found.statements) == 2
    assert found.grade is Grade.ECHOED
    assert sum(origin.counts for origin in found.origins) == 1


def test_a_retelling_with_another_number_is_a_claim_of_its_own() -> None:
    scene = retold()
    found = _about(claims(scene), "boats", scene)
    assert len(found) == 2
    (distorted,) = [one for one in found if one.distorts]
    assert {said.article for said in distorted.statements} == {"child"}
    (how,) = distorted.distorts
    assert how.kind is VariantKind.NUMBER_CHANGED
    assert (how.span.of(CHILD), how.other.of(PARENT)) == ("60", "40")


def test_independent_reports_in_other_words_corroborate() -> None:
    scene = scene_of(
        "The council of Ostrel bought three ferries from Tarnholm for $4 million.",
        "For $4 million, three Tarnholm ferries were bought by Ostrel council on the coast.",
    )
    assert claims(scene)[0].grade is Grade.CORROBORATED


def test_what_differs_in_a_number_is_never_one_claim() -> None:
    scene = scene_of(
        "The flood destroyed 40 boats in the Ostrel marina on Monday.",
        "On Monday the flood destroyed 60 boats in the Ostrel marina.",
    )
    first, second = claims(scene)
    assert len(first.statements) == len(second.statements) == 1


def test_a_denial_is_never_the_claim() -> None:
    scene = scene_of(
        "The flood destroyed the boats in the Ostrel marina on Monday.",
        "The flood did not destroy the boats in the Ostrel marina on Monday.",
    )
    found = claims(scene)
    assert len(found) == 2
    assert [one.slot for one in conflicts(found, scene.witnesses)] == [Slot.DENIAL]


def test_forty_times_in_one_article_is_one_unsourced_claim() -> None:
    scene = scene_of("The flood destroyed 40 boats in the Ostrel marina. " * 40)
    (found,) = claims(scene)
    assert len(found.statements) == 40
    assert found.grade is Grade.UNSOURCED
    assert len(found.origins) == 1


def test_claims_are_the_same_every_time() -> None:
    assert claims(retold()) == claims(retold())


def test_many_statements_take_seconds() -> None:
    rows = (
        f"The council of Ostrel bought {n} ferries from Tarnholm in {1900 + n % 90}."
        for n in range(2, 700)
    )
    scene = scene_of("\n\n".join(rows), "\n\n".join(f"Ostrel sold {n} boats." for n in range(700)))
    began = time.process_time()
    claims(scene)
    assert time.process_time() - began < 15
