from __future__ import annotations

import pytest

from newstemma.records import VariantKind
from tests.collate.pairs import kinds, places

_PARENT = "The council approved the lighthouse budget on Friday."
_DENIED = "The council did not approve the lighthouse budget on Friday."


def test_what_is_denied_now_is_reported() -> None:
    found = places(_DENIED, _PARENT, VariantKind.POLARITY_CHANGED)
    assert found == [("not approve", "approved")]


def test_what_is_no_longer_denied_is_reported() -> None:
    found = places(_PARENT, _DENIED, VariantKind.POLARITY_CHANGED)
    assert found == [("approved", "not approve")]


@pytest.mark.parametrize(
    "child",
    [
        "The council not only approved the lighthouse budget on Friday.",
        "The council failed to reject, and so approved, the lighthouse budget on Friday.",
        "The council will decide whether to approve the lighthouse budget on Friday.",
    ],
)
def test_what_denies_nothing_is_not_reported(child: str) -> None:
    assert VariantKind.POLARITY_CHANGED not in kinds(child, _PARENT)


def test_another_way_to_deny_is_no_change() -> None:
    child = "The council refused to approve the lighthouse budget on Friday."
    assert VariantKind.POLARITY_CHANGED not in kinds(child, _DENIED)
