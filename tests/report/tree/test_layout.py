"""Where things stand in the drawing of a tree."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.records import Analysis
from newstemma.report.tree.layout import (
    HEADING,
    NARROW,
    RADIUS,
    SMALL,
    WIDE,
    Frame,
    Label,
    Sheet,
    sheet,
)
from newstemma.report.tree.measure import width_of
from newstemma.views.records import Branch, Node, Tree
from tests.report.forests import Told, analysed, chain, families, name, tree_of

_FRAMES = st.sampled_from([WIDE, NARROW])


def _box(label: Label) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a line of text."""
    size = HEADING * 0.9 if label.kind == "heading" else SMALL
    return label.x, label.y - 0.8 * size, label.x + width_of(label.text, size), label.y + 0.2 * size


def _articles(nodes: tuple[Node, ...]) -> list[str]:
    return [one.article.id for node in nodes for one in (node, *node.folded) if one.article]


@settings(max_examples=25, deadline=None)
@given(families(), _FRAMES)
def test_no_two_labels_overlap_and_none_leaves_the_sheet(family: Analysis, frame: Frame) -> None:
    drawn = sheet(tree_of(family), frame)
    boxes = sorted((_box(one) for row in drawn.rows for one in row.labels), key=lambda box: box[1])
    assert all(upper[3] <= lower[1] + 1 for upper, lower in pairwise(boxes))
    assert all(box[2] <= frame.width + 1 and box[3] <= drawn.height for box in boxes)


@settings(max_examples=25, deadline=None)
@given(families(), _FRAMES)
def test_a_child_stands_below_its_parent_and_right_of_it(family: Analysis, frame: Frame) -> None:
    drawn = sheet(tree_of(family), frame)
    for row in drawn.rows:
        if row.node.parent is not None:
            above = drawn.rows[row.node.parent]
            assert row.x > above.x
            assert row.y > above.y


@settings(max_examples=25, deadline=None)
@given(families())
def test_every_article_is_drawn_or_folded_once(family: Analysis) -> None:
    assert Counter(_articles(tree_of(family).nodes)) == Counter(one.id for one in family.witnesses)


@settings(max_examples=25, deadline=None)
@given(families(), _FRAMES)
def test_every_row_lies_in_one_panel_and_circles_keep_apart(family: Analysis, frame: Frame) -> None:
    tree = tree_of(family)
    drawn = sheet(tree, frame)
    assert [row for band in tree.bands for row in range(band.first, band.end)] == list(
        range(len(tree.nodes))
    )
    assert all(upper.y + 2 * RADIUS <= lower.y for upper, lower in pairwise(drawn.rows))
    for panel, band in zip(drawn.panels, tree.bands, strict=True):
        for row in drawn.rows[band.first : band.end]:
            assert panel.y < row.y < panel.y + panel.height


def _x(drawn: Sheet, number: int) -> float:
    return next(
        one.x for one in drawn.rows if one.node.article and one.node.article.id == name(number)
    )


def test_later_stands_further_right_where_most_dates_are_known() -> None:
    told = [Told(hours=0), Told((0,), hours=240), Told((0,), hours=90), Told((0,)), Told(hours=100)]
    drawn = sheet(tree_of(analysed(told)), WIDE)
    assert _x(drawn, 0) < _x(drawn, 2) < _x(drawn, 4) < _x(drawn, 1)
    assert _x(drawn, 0) < _x(drawn, 3) < _x(drawn, 2)


def test_with_few_dates_generations_stand_below_each_other() -> None:
    told = [Told(hours=0), Told((0,)), Told((0,), hours=500), Told((1,)), Told()]
    drawn = sheet(tree_of(analysed(told)), WIDE)
    assert drawn.axis is None
    assert _x(drawn, 1) == _x(drawn, 2) < _x(drawn, 3)
    assert _x(drawn, 0) == _x(drawn, 4)


def test_an_article_with_a_wrong_date_still_stands_right_of_its_parent() -> None:
    drawn = sheet(tree_of(analysed([Told(hours=100), Told((0,), hours=0), Told(hours=90)])), WIDE)
    assert _x(drawn, 1) > _x(drawn, 0)


@pytest.mark.parametrize("frame", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_deepest_chain_leaves_room_for_its_labels(frame: Frame) -> None:
    drawn = sheet(tree_of(chain(100)), frame)
    assert max(label.x for row in drawn.rows for label in row.labels) < 0.6 * frame.width


def test_a_line_of_unknown_order_hangs_on_the_article_that_it_stands_beside() -> None:
    tree: Tree = tree_of(analysed([Told(), Told(is_beside=True)]))
    assert [(one.parent, one.branch) for one in tree.nodes] == [(None, None), (0, Branch.UNKNOWN)]
