from __future__ import annotations

from newstemma.collate.doubts import doubts
from newstemma.collate.faithfulness import assess
from newstemma.collate.variants import variants
from newstemma.records import Severity, Variant, VariantKind
from tests.collate.parsed import read_parsed

_PARENT = (
    "Anna Keller repaired the broken lighthouse lamp in Kestrel Bay on Tuesday. "
    "Peter Walsh brought coffee to the workers of the shipyard. "
    "The council bought 14 brass lanterns for the harbour from a workshop in Brenholm."
)


def _doubted(child: str) -> tuple[Variant, ...]:
    own, parents = read_parsed(child, "child"), [read_parsed(_PARENT, "parent")]
    found = variants(own, parents)
    return doubts(own, parents, assess(own, parents, found).deductions)


def _kinds(child: str) -> dict[str, VariantKind]:
    return {v.child_span.of(child): v.kind for v in _doubted(child) if v.child_span}


def test_a_copy_is_not_doubted() -> None:
    assert _doubted(_PARENT) == ()


def test_a_verb_that_no_parent_has_there_is_doubted_as_a_predicate() -> None:
    child = _PARENT.replace("repaired the broken lighthouse", "admired a harbour")
    assert _kinds(child).get("admired") is VariantKind.PREDICATE_CHANGED


def test_a_noun_that_no_parent_has_is_doubted_as_added() -> None:
    child = _PARENT.replace("coffee", "marmalade")
    assert _kinds(child).get("marmalade") is VariantKind.ADDED


def test_a_doubt_is_never_of_meaning_and_stands_at_no_variant() -> None:
    child = _PARENT.replace("Tuesday", "Friday").replace("repaired", "admired")
    own, parents = read_parsed(child, "child"), [read_parsed(_PARENT, "parent")]
    found = variants(own, parents)
    told = [v.child_span for v in found if v.child_span and v.kind is not VariantKind.KEPT]
    assert told
    for doubt in doubts(own, parents, assess(own, parents, found).deductions):
        assert doubt.severity is Severity.DETAIL
        assert doubt.child_span
        assert not any(span.overlaps(doubt.child_span) for span in told)


def test_nothing_is_doubted_without_a_parent() -> None:
    child = read_parsed(_PARENT)
    assert doubts(child, (), assess(child, (), ()).deductions) == ()
