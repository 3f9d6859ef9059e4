from __future__ import annotations

from newstemma.records import VariantKind
from tests.collate.pairs import collate, kinds, places

_PARENT = (
    "The trawler sank off Kestrel Bay on Sunday night. "
    "Divers recovered the ship's bell and two brass compasses from the wreck."
)
_NEW = "Critics of globalisation celebrated with fireworks, champagne and a marching band."


def test_a_sentence_that_nobody_else_has_was_added() -> None:
    assert (_NEW, "") in places(f"{_PARENT} {_NEW}", _PARENT, VariantKind.ADDED)


def test_a_sentence_that_another_article_has_was_not_added() -> None:
    other = "With fireworks, champagne and a marching band critics of globalisation celebrated."
    assert VariantKind.ADDED not in kinds(f"{_PARENT} {_NEW}", _PARENT, other)


def test_the_same_in_other_words_was_not_added() -> None:
    child = "Off Kestrel Bay a fishing vessel went down, and its bell was brought up by divers."
    assert VariantKind.ADDED not in kinds(child, _PARENT)


def test_a_sentence_that_the_child_lacks_was_omitted() -> None:
    ((mine, theirs),) = places(_PARENT.split(". ")[0] + ".", _PARENT, VariantKind.OMITTED)
    assert mine == ""
    assert theirs.startswith("Divers recovered")


def test_a_copy_keeps_all_and_nothing_else() -> None:
    found = collate(_PARENT, _PARENT)
    assert {v.kind for v in found} == {VariantKind.KEPT}
    assert len(found) == 2


def test_nothing_is_kept_where_something_changed() -> None:
    child = "The storm sank 31 boats in the harbour of Port Alder on Monday morning."
    parent = child.replace("31", "21")
    kept = places(child, parent, VariantKind.KEPT)
    assert kept
    assert not any("31" in mine for mine, _ in kept)
