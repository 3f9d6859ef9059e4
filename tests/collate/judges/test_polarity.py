from __future__ import annotations

import pytest

from newstemma.records import VariantKind
from tests.collate.pairs import kinds, places

_PARENT = "The council approved the lighthouse budget on Friday."
_DENIED = "The council did not approve the lighthouse budget on Friday."


def test_what_is_denied_now_is_reported() -> None:
    found = places(_DENIED, _PARENT, VariantKind.POLARITY_CHANGED)
    ((mine, theirs),) = found
    assert (mine.split()[:3], theirs.split()[0]) == (["did", "not", "approve"], "approved")


def test_what_is_no_longer_denied_is_reported() -> None:
    found = places(_PARENT, _DENIED, VariantKind.POLARITY_CHANGED)
    ((mine, theirs),) = found
    assert (mine.split()[0], theirs.split()[:3]) == ("approved", ["did", "not", "approve"])


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


def test_a_denial_that_fell_out_of_a_longer_sentence_is_reported() -> None:
    parent = "She did not rule out a rival ferry line."
    child = (
        "Mayor Ilsa Verhoeven ruled out a rival ferry line and said that no pier would be built."
    )
    ((mine, theirs),) = places(child, parent, VariantKind.POLARITY_CHANGED)
    assert (mine, theirs) == ("ruled out a rival ferry line", "did not rule out a rival ferry line")


def test_what_is_hard_to_do_is_not_done() -> None:
    parent = "The council could not approve the lighthouse budget on Friday."
    child = "It was difficult for the council to approve the lighthouse budget on Friday."
    assert VariantKind.POLARITY_CHANGED not in kinds(child, parent)
