from __future__ import annotations

import pytest

from newstemma.records import VariantKind
from tests.collate.parsed import changed

_PARENT = (
    "Ilsa Maarn danced at her son Joren's wedding, in a long green coat. "
    "The 30-year-old telephone operator came by boat from Brenholm."
)


def test_another_event_beside_the_same_words_is_reported() -> None:
    child = "Ilsa Maarn brought a green coat to her son Joren's funeral."
    assert (VariantKind.DATE_CHANGED, "funeral", "wedding") in changed(child, _PARENT)


def test_another_thing_between_the_same_words_is_reported() -> None:
    child = "Ilsa Maarn was a 30-year-old computer operator."
    assert (VariantKind.ENTITY_CHANGED, "computer", "telephone") in changed(child, _PARENT)


@pytest.mark.parametrize(
    "parent",
    [
        f"{_PARENT} A funeral was held later.",
        "Ilsa Maarn never danced at her son Joren's wedding.",
        "Ilsa Maarn danced at a wedding. Her son Joren is thirty.",
    ],
    ids=["the word stands elsewhere", "only one denies", "nothing alike stands beside it"],
)
def test_an_event_that_need_not_be_the_same_is_left(parent: str) -> None:
    child = "Ilsa Maarn brought a green coat to her son Joren's funeral."
    assert VariantKind.DATE_CHANGED not in {kind for kind, _, _ in changed(child, parent)}
