"""The drawing of the tree."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.records import Analysis, DerivationKind
from newstemma.report.markup import render
from newstemma.report.tree import NARROW, WIDE, Frame, svg
from newstemma.views import page
from newstemma.views.records import Tree
from tests.report import builder
from tests.report.forests import Told, analysed, families, star, tree_of

_OURS = {"svg", "title", "g", "a", "rect", "path", "circle", "text"}
_ALL = frozenset(f"article-{siglum}" for siglum in "ABCDEFG") | {"why-F-G", "why-E-G", "why-A-E"}


def _ferry() -> Tree:
    return page(builder.ferry()).stories[0].tree


def _drawn(tree: Tree, frame: Frame = WIDE, anchors: frozenset[str] = frozenset()) -> str:
    return render(svg(tree, frame, title="Tree", key="t", anchors=anchors))


def _classes(drawing: str, name: str) -> list[str]:
    return re.findall(rf'class="({name}[^"]*)"', drawing)


def test_every_article_is_linked_to_its_text() -> None:
    links = re.findall(r'href="#article-(\w+)"', _drawn(_ferry(), anchors=_ALL))
    assert sorted(links) == ["A", "B", "D", "E", "F", "G"]


def test_lines_lead_to_their_evidence_where_the_page_has_it() -> None:
    drawing = _drawn(_ferry(), anchors=_ALL)
    assert re.search(r'<a class="edge edit" href="#why-F-G">', drawing)
    assert re.search(r'<a class="tie shared-source" href="#why-E-G">', drawing)
    assert re.search(r'<a class="tie second-parent" href="#why-A-E">', drawing)
    assert re.search(r'<g class="edge reprint">', drawing)


def test_without_a_page_around_it_nothing_is_a_link() -> None:
    assert "href" not in _drawn(_ferry())


def test_a_lost_witness_is_dashed_and_named_as_lost() -> None:
    drawing = _drawn(_ferry())
    assert "Lost: Nordfjord Wire" in drawing
    assert _classes(drawing, "trunk lost") == ["trunk lost"]
    assert _classes(drawing, "edge lost") == ["edge lost"]


def test_a_shared_source_has_no_arrow_and_a_further_parent_has_one() -> None:
    drawing = _drawn(_ferry())
    shared = re.search(r'class="tie shared-source">(.*?)</g>', drawing)
    second = re.search(r'class="tie second-parent">(.*?)</g>', drawing)
    assert shared
    assert second
    assert "tip" not in shared[1]
    assert "tip" in second[1]


def test_what_cannot_be_told_has_a_question_mark_and_no_arrow() -> None:
    drawing = _drawn(tree_of(analysed([Told(), Told(is_beside=True)])))
    edge = re.search(r'class="edge unknown">(.*?)</g>', drawing)
    assert edge
    assert ">?<" in edge[1]
    assert "tip" not in edge[1]
    assert "before or after A: cannot tell" in drawing


def test_the_more_is_taken_over_the_thicker_the_line() -> None:
    tree = _ferry()
    shares = {node.article.siglum: node.share for node in tree.nodes if node.article and node.share}
    widths = {
        siglum: float(width)
        for siglum, width in re.findall(
            r'<title>(\w): [^<]*</title><path [^>]*class="hit"></path>'
            r'<path [^>]*class="branch" stroke-width="([\d.]+)"',
            _drawn(tree),
        )
    }
    assert sorted(widths, key=widths.__getitem__) == sorted(widths, key=shares.__getitem__)
    assert widths["D"] > widths["F"] > widths["B"]


def test_every_kind_has_a_line_and_a_word_of_its_own_in_the_legend() -> None:
    told = [Told(), *(Told((0,), kind=kind) for kind in DerivationKind)]
    legend = _drawn(tree_of(analysed(told))).partition('class="legend"')[2]
    for kind in DerivationKind:
        assert f'class="edge {kind}"' in legend
        assert f">{kind}</text>" in legend


def test_the_legend_explains_no_sign_that_is_not_there() -> None:
    legend = _drawn(tree_of(analysed([Told(), Told((0,))]))).partition('class="legend"')[2]
    assert "reprint" in legend
    assert not re.search("lost|edit|rewrite|cannot tell|third text", legend)


def test_the_drawing_says_whether_left_to_right_is_time() -> None:
    dated = [Told(hours=0), Told((0,), hours=30), Told((0,), hours=50)]
    assert "left to right: time, and always right of the parent<" in _drawn(
        tree_of(analysed(dated))
    )
    partly = _drawn(tree_of(analysed([*dated, Told((0,))])))
    assert "left to right: time" in partly
    assert "4 Mar<" in partly
    undated = _drawn(tree_of(analysed([Told(), Told((0,))])))
    assert "left to right: generations<" in undated
    assert 'class="tick"' not in undated


def test_every_independent_report_has_a_panel_with_its_number() -> None:
    drawing = _drawn(tree_of(analysed([Told(), Told((0,)), Told(), Told((2,)), Told()])))
    heads = re.findall(r'class="report">([^<]*)<', drawing)
    assert heads == ["Report 1 · 2 articles", "Report 2 · 2 articles", "Report 3 · stands alone"]


def test_many_reprints_share_a_row_that_leads_to_their_list() -> None:
    tree = tree_of(star(60))
    drawing = _drawn(tree, anchors=frozenset({"t-fold-6"}))
    assert "and 54 more reprints" in drawing
    assert 'href="#t-fold-6"' in drawing
    assert len(_classes(drawing, "siglum")) == 6


def test_long_titles_are_cut_and_told_whole_to_a_pointer() -> None:
    long = ("An exceedingly long headline about a ferry " * 8).strip()
    drawing = _drawn(tree_of(analysed([Told(title=long)])))
    assert f"<title>{long}" in drawing
    lines = re.findall(r'class="heading">([^<]*)<', drawing)
    assert len(lines) == 2
    assert lines[-1].endswith("…")


def test_a_title_from_right_to_left_begins_at_its_right_and_stays_in_its_column() -> None:
    drawing = _drawn(tree_of(analysed([Told(title="جنحت عبّارة قبالة سواحل سكارهولم")])))
    assert re.search(r'class="heading" direction="rtl" text-anchor="end"', drawing)


_HOSTILE = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("<>&\"'/=\x00\x1b\u202e\u2066\n-![]")),
    max_size=80,
)


@settings(max_examples=25, deadline=None)
@given(families(_HOSTILE), st.sampled_from([WIDE, NARROW]))
def test_no_title_becomes_markup(family: Analysis, frame: Frame) -> None:
    drawing = ElementTree.fromstring(_drawn(tree_of(family), frame))
    assert {one.tag.rpartition("}")[2] for one in drawing.iter()} <= _OURS


@pytest.mark.parametrize("frame", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_same_tree_gives_the_same_drawing(frame: Frame) -> None:
    assert _drawn(_ferry(), frame) == _drawn(_ferry(), frame)
