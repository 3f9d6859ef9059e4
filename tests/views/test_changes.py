"""Sentences beside sentences, and what to ask about first."""

from __future__ import annotations

from dataclasses import replace

from newstemma.records import Severity, VariantKind
from newstemma.views import page
from newstemma.views.records import Comparison, Mark, Passage, Row, RowKind
from tests.report import builder


def _comparison(siglum: str) -> Comparison:
    found = page(builder.ferry()).comparisons
    return next(one for one in found if one.child.siglum == siglum)


def _row(comparison: Comparison, words: str) -> Row:
    return next(row for row in comparison.rows if row.child and words in row.child.text)


def _marked(passage: Passage | None, mark: Mark) -> list[str]:
    assert passage is not None
    return [piece.text for piece in passage.pieces if piece.mark is mark]


def test_the_pieces_of_a_passage_are_its_text() -> None:
    ferry = builder.ferry()
    texts = {one.id: one.text for one in ferry.witnesses}
    for comparison in page(ferry).comparisons:
        for row in (*comparison.rows, *comparison.omitted):
            for passage in (row.child, *row.parents):
                if passage:
                    assert passage.text == passage.span.of(texts[passage.article.id])


def test_words_that_one_side_lacks_are_marked_on_the_other() -> None:
    row = _row(_comparison("B"), "towed")
    assert _marked(row.child, Mark.NEW) == ["will"]
    assert _marked(row.parents[0], Mark.GONE) == ["may", "if the wind drops"]


def test_nothing_is_marked_where_nearly_everything_differs() -> None:
    row = _row(_comparison("B"), "night of terror")
    assert _marked(row.child, Mark.NEW) == []
    assert [change.number for change in row.changes] == [1, 2, 3]


def test_a_change_ends_with_its_number_on_both_sides() -> None:
    row = _row(_comparison("F"), "Friday")
    assert row.child is not None
    assert [(p.text, p.ends) for p in row.child.pieces if p.ends] == [("Friday", (1,))]
    assert [(p.text, p.ends) for p in row.parents[0].pieces if p.ends] == [("Thursday", (1,))]


def test_changes_are_numbered_through_the_whole_comparison() -> None:
    numbers = [change.number for change in _comparison("B").changes]
    assert numbers == list(range(1, 13))


def test_a_sentence_without_a_change_stands_beside_what_it_shares_its_words_with() -> None:
    row = _row(_comparison("D"), "Nobody is missing")
    assert row.kind is RowKind.KEPT
    assert [one.text for one in row.parents] == ["Nobody is missing."]


def test_an_added_sentence_has_nothing_beside_it_and_an_omitted_one_no_child() -> None:
    comparison = _comparison("B")
    added = _row(comparison, "Safety experts")
    assert (added.kind, added.parents) == (RowKind.ADDED, ())
    assert {row.kind for row in comparison.omitted} == {RowKind.OMITTED}
    assert [row.child for row in comparison.omitted] == [None, None]


def test_a_change_is_shown_with_the_words_around_it() -> None:
    change = next(c for c in _comparison("B").changes if c.kind is VariantKind.PREDICATE_CHANGED)
    assert change.child is not None
    assert change.child.before.endswith("on the same ship ")
    assert change.child.text == "were hidden from passengers in 2023"


def test_only_changes_of_meaning_are_asked_about_and_every_one_of_them_is() -> None:
    shown = page(builder.ferry())
    asked = [change for _, change in shown.questions]
    assert {change.severity for change in asked} == {Severity.MEANING}
    told = [c for one in shown.comparisons for c in one.changes if c.severity is Severity.MEANING]
    assert len(asked) == len(told)


def test_many_changes_of_one_kind_leave_room_for_the_others() -> None:
    ferry = builder.ferry()
    dropped = next(v for v in ferry.variants if v.kind is VariantKind.QUOTE_ALTERED)
    crowd = tuple(replace(dropped, note=str(number)) for number in range(10))
    first = [
        change.kind
        for _, change in page(replace(ferry, variants=(*ferry.variants, *crowd))).questions[:5]
    ]
    assert first.count(VariantKind.QUOTE_ALTERED) == 2
