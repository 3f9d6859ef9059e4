"""Who is nearest, by shared features."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newstemma.collection.features import Fingerprints
from newstemma.collection.voting import nearest


def _nearest(found: Fingerprints, held: Mapping[str, Sequence[int]], own: int) -> tuple[int, ...]:
    return nearest(found, lambda feature: held.get(feature, ()), own=own)


FOUND = Fingerprints(whole="w1", grams=("g1", "g2", "g3"), pairs=("p1", "p2"))


def test_one_feature_in_common_is_chance() -> None:
    assert _nearest(FOUND, {"g1": [1], "p1": [2]}, own=9) == ()


def test_either_net_finds_the_nearest() -> None:
    held = {"g1": [1], "g2": [1], "p1": [2], "p2": [2]}
    assert _nearest(FOUND, held, own=9) == (1, 2)


def test_an_article_is_not_near_itself() -> None:
    assert _nearest(FOUND, {"g1": [9], "g2": [9], "g3": [9]}, own=9) == ()


def test_what_few_hold_tells_more_than_what_many_do() -> None:
    pairs = tuple(f"p{n}" for n in range(4))
    common = {pair: list(range(100, 140)) for pair in pairs[:2]}
    rare = {pair: [7] for pair in pairs[2:]}
    found = _nearest(Fingerprints(whole="w1", grams=(), pairs=pairs), {**common, **rare}, own=1)
    assert found[0] == 7
    assert len(found) < 40
