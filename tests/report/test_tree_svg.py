"""The drawing of the tree."""

from __future__ import annotations

import re
from dataclasses import replace

from newstemma.report.markup import render
from newstemma.report.tree_svg import NARROW, WIDE, svg
from newstemma.views import page
from newstemma.views.records import Tree
from tests.report import builder


def _ferry() -> Tree:
    return page(builder.ferry()).stories[0].tree


def _wide(tree: Tree) -> str:
    return render(svg(tree, WIDE, title="Tree", key="t"))


def test_every_article_is_drawn_once_and_linked_to_its_text() -> None:
    links = re.findall(r'href="#article-(\w+)"', _wide(_ferry()))
    assert sorted(links) == ["A", "B", "D", "E", "F", "G"]


def test_a_lost_witness_is_dashed_and_named_as_lost() -> None:
    drawing = _wide(_ferry())
    assert "Lost: Nordfjord Wire" in drawing
    assert 'class="branch lost"' in drawing


def test_a_shared_source_has_no_arrow_and_a_second_parent_has_one() -> None:
    drawing = _wide(_ferry())
    assert re.search(r'class="link shared-source"></path></g>', drawing)
    assert re.search(r'class="link second-parent"></path><path [^>]*class="tip"', drawing)


def test_a_later_article_stands_further_right() -> None:
    tree = _ferry()
    places = re.findall(r'<text x="(\d+)" y="\d+" class="siglum">(\w)<', _wide(tree))
    x = {siglum: int(at) for at, siglum in places}
    assert x["G"] < x["D"] < x["E"] < x["A"]


def test_the_surer_a_derivation_the_thicker_its_line() -> None:
    widths = [
        float(w) for w in re.findall(r'class="branch" stroke-width="([\d.]+)"', _wide(_ferry()))
    ]
    assert widths == sorted(widths, reverse=True)
    assert widths[0] > widths[-1]


def test_many_reprints_share_a_row() -> None:
    tree = page(builder.copies(60)).stories[0].tree
    drawing = _wide(tree)
    assert "and 54 more reprints" in drawing
    assert len(re.findall('class="siglum"', drawing)) == 6


def test_the_drawing_for_a_phone_stays_in_its_width() -> None:
    drawing = render(svg(_ferry(), NARROW, title="Tree", key="t"))
    assert max(int(x) for x in re.findall(r' c?x="(\d+)"', drawing)) < NARROW.width / 2


def test_long_titles_are_cut_and_told_whole_in_the_title() -> None:
    single = builder.single()
    long = "An exceedingly long headline about a ferry " * 8
    witness = builder.plain("alone", builder.WIRE, title=long.strip())
    tree = page(replace(single, witnesses=(witness,))).stories[0].tree
    drawing = _wide(tree)
    assert f"<title>{long.strip()}" in drawing
    assert max(len(text) for text in re.findall(r'class="heading">([^<]*)<', drawing)) < 110
