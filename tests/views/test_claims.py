"""Claims as the page shows them."""

from __future__ import annotations

from dataclasses import replace

from newstemma.records import Grade, Slot
from newstemma.views import page
from newstemma.views.claim_records import Claims
from tests.corroborate import retold


def _claims() -> Claims:
    return page(retold.analysis()).claims


def test_the_best_supported_come_first() -> None:
    assert [one.grade for one in _claims().grades] == [
        Grade.CORROBORATED,
        Grade.ECHOED,
        Grade.SINGLE_ORIGIN,
        Grade.UNSOURCED,
    ]


def test_a_distorted_version_stands_with_the_claim_and_not_beside_it() -> None:
    shown = [one for grade in _claims().grades for one in grade.claims]
    (boats,) = [one for one in shown if one.distorted and "40 boats" in one.first.passage.text]
    assert "60" in {how.here.text for how in boats.distorted}
    assert not [one for one in shown if "60 boats" in one.first.passage.text]


def test_a_claim_is_shown_as_the_original_has_it() -> None:
    echoed = {one.grade: one.claims for one in _claims().grades}[Grade.ECHOED]
    assert {one.first.passage.article.file for one in echoed} == {"parent"}


def test_the_sides_of_a_conflict_are_called_by_their_words() -> None:
    labels = {side.label for one in _claims().conflicts for side in one.sides}
    assert {"40", "60", "45"} <= labels


def test_shares_of_an_article_are_whole_percentages() -> None:
    for one in _claims().sourcing:
        assert all(share.rstrip("%").isdigit() for _, share in one.shares)


def test_a_slot_of_denial_is_called_in_words() -> None:
    found = retold.analysis()
    denied = tuple(
        replace(
            one,
            slot=Slot.DENIAL,
            sides=tuple(
                replace(side, key=key)
                for side, key in zip(one.sides[:2], ("said", "denied"), strict=True)
            ),
        )
        for one in found.conflicts[:1]
    )
    (shown,) = page(replace(found, conflicts=denied)).claims.conflicts
    assert [side.label for side in shown.sides] == ["it is so", "it is not so"]


def test_nothing_claimed_is_nothing_shown() -> None:
    found = replace(retold.analysis(), claims=(), conflicts=(), profiles=())
    shown = page(found).claims
    assert shown.summary == ""
    assert shown.conflicts == ()
    assert shown.sourcing == ()
