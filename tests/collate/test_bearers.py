from __future__ import annotations

import pytest

from newstemma.collate.bearers import may_be_one
from newstemma.records import NameKind


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("reyl", "tomas reyl"),
        ("usa", "america"),
        ("hmrb", "harbour master's regional board"),
        ("reylthe", "reyl"),
    ],
)
def test_forms_that_may_be_one_name(left: str, right: str) -> None:
    assert may_be_one(left, right, NameKind.PERSON)
    assert may_be_one(right, left, NameKind.PERSON)


@pytest.mark.parametrize(
    ("left", "right"),
    [("north harbour", "south harbour"), ("mara delling", "tomas reyl"), ("us", "russia")],
)
def test_two_names(left: str, right: str) -> None:
    assert not may_be_one(left, right, NameKind.PLACE)
