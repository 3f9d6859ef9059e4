"""Who is nearest, by shared features."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newstemma.collection.features import Fingerprints
from newstemma.collection.voting import HOLDERS, nearest

PAIRS = tuple(f"p{n}" for n in range(20))
FOUND = Fingerprints(whole="w1", pairs=PAIRS, words=40)


def _nearest(
    held: Mapping[str, Sequence[int]], *, own: int = 9, words: int = 40
) -> tuple[int, ...]:
    return nearest(FOUND, held, lambda numbers: dict.fromkeys(numbers, words), own=own)


def test_one_feature_in_common_is_chance() -> None:
    assert _nearest({"p1": [1]}) == ()
    assert _nearest({"p1": [1], "p2": [1]}) == (1,)


def test_an_article_is_not_near_itself() -> None:
    assert _nearest({"p1": [9], "p2": [9], "p3": [9]}) == ()


def test_what_few_hold_tells_more_than_what_many_do() -> None:
    common = {pair: list(range(100, 140)) for pair in PAIRS[:2]}
    rare = {pair: [7] for pair in PAIRS[2:4]}
    assert _nearest({**common, **rare}) == (7,)


def test_the_same_share_tells_less_of_a_long_article() -> None:
    held = {"p1": [1], "p2": [1]}
    assert _nearest(held, words=40) == (1,)
    assert _nearest(held, words=4000) == ()


def test_a_notice_that_many_print_ties_nobody_and_a_copy_of_what_many_print_does() -> None:
    many = list(range(100, 100 + HOLDERS))
    assert _nearest(dict.fromkeys(PAIRS[:4], many)) == ()
    assert len(_nearest(dict.fromkeys(PAIRS, many))) > 0


def test_a_few_are_near_however_many_share() -> None:
    many = list(range(100, 140))
    assert 0 < len(_nearest(dict.fromkeys(PAIRS, many))) < 20
