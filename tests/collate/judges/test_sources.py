from __future__ import annotations

from newstemma.records import VariantKind
from tests.collate.parsed import changed

_PARENT = (
    "Anna Keller said the northern breakwater was repaired without proper steel anchors. "
    "Peter Walsh warned that the lighthouse lamp would not survive another winter storm."
)


def _given_to(child: str) -> set[tuple[str, str]]:
    kind = VariantKind.ATTRIBUTION_CHANGED
    return {(own, other) for k, own, other in changed(child, _PARENT) if k is kind}


def test_words_given_to_another_person_are_a_changed_attribution() -> None:
    child = "Peter Walsh said the northern breakwater was repaired without proper steel anchors."
    assert _given_to(child) == {("Peter Walsh", "Anna Keller")}


def test_a_shorter_name_is_the_same_person() -> None:
    child = "Keller said the northern breakwater was repaired without proper steel anchors."
    assert _given_to(child) == set()


def test_a_source_that_the_sentence_names_too_is_not_lost() -> None:
    child = (
        "Peter Walsh and Anna Keller said the northern breakwater was repaired without proper "
        "steel anchors."
    )
    assert _given_to(child) == set()
