"""The tree in a notebook."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

import newstemma
from tests.report import builder


def test_a_drawing_is_whole_in_itself_and_links_nowhere() -> None:
    drawing = str(newstemma.tree_svg(builder.ferry()))
    tree = ElementTree.fromstring(drawing)
    assert tree.tag == "{http://www.w3.org/2000/svg}svg"
    assert tree.find("{*}style") is not None
    assert "Lost: Nordfjord Wire" in drawing
    assert not re.search("href|<script|@import|https?://(?!www.w3.org/2000/svg)", drawing)


def test_a_notebook_gets_the_drawing_in_both_its_forms() -> None:
    drawing = newstemma.tree_svg(builder.ferry())
    assert drawing._repr_svg_() == str(drawing)
    assert str(drawing) in drawing._repr_html_()


def test_the_largest_story_is_drawn_unless_another_is_named() -> None:
    ferry = builder.ferry()
    assert "Skarholm council votes" not in str(newstemma.tree_svg(ferry))
    assert "Skarholm council votes" in str(newstemma.tree_svg(ferry, "s1"))


def test_a_story_that_is_not_there_is_an_error() -> None:
    ferry = builder.ferry()
    with pytest.raises(KeyError):
        newstemma.tree_svg(ferry, "s9")
    with pytest.raises(KeyError):
        newstemma.tree_svg(replace(ferry, stories=(), lineages=()))


def test_a_hostile_title_stays_text() -> None:
    single = builder.single()
    attack = '</style></svg><script>alert("1")</script>'
    witness = builder.plain("alone", builder.WIRE, title=attack)
    drawing = str(newstemma.tree_svg(replace(single, witnesses=(witness,))))
    assert "<script" not in drawing
    assert drawing.count("</style>") == 1
