"""The drawing of actors and relations."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.records import ClaimedRelation, RelationType
from newstemma.report.markup import render
from newstemma.report.network import NARROW, WIDE, Sheet, network, settled
from newstemma.report.tree.measure import width_of
from newstemma.views import page
from newstemma.views.followed_records import RelationShown
from tests.report.builder import ferry
from tests.report.traced import relation, traced

_SVG = "{http://www.w3.org/2000/svg}"
_SIZE = 12.5
_NAMES = st.text(min_size=1, max_size=40)


def _rows(*found: ClaimedRelation) -> tuple[RelationShown, ...]:
    (one,) = page(replace(ferry(), relations_claimed=found)).followed.networks
    return one.drawn


def _between(source: str, target: str) -> ClaimedRelation:
    return relation(source, RelationType.ACCUSE, target, ("wire", "Nobody is missing"))


def _drawn(rows: tuple[RelationShown, ...], sheet: Sheet = WIDE) -> ElementTree.Element:
    return ElementTree.fromstring(render(network(rows, sheet, title="Actors", key="n")))


def _boxes(drawing: ElementTree.Element) -> list[tuple[float, float, float, float]]:
    """Left, top, right, bottom of every text, by the widest of the common faces."""
    found = []
    for one in drawing.iter(f"{_SVG}text"):
        x, y, wide = float(one.get("x", "")), float(one.get("y", "")), width_of(one.text or "", 12)
        if "middle" in one.get("class", ""):
            x -= wide / 2
        elif one.get("text-anchor") == "end":
            x -= wide
        found.append((x, y - 9, x + wide, y + 2))
    return found


@pytest.mark.parametrize("sheet", [WIDE, NARROW], ids=["wide", "narrow"])
@given(pairs=st.lists(st.tuples(_NAMES, _NAMES), min_size=1, max_size=12, unique=True))
@settings(max_examples=30, deadline=None)
def test_no_label_lies_over_another_or_outside(pairs: list[tuple[str, str]], sheet: Sheet) -> None:
    drawing = _drawn(_rows(*(_between(*pair) for pair in pairs)), sheet)
    height = float(drawing.get("height", ""))
    for left, top, right, bottom in _boxes(drawing):
        assert left >= 0
        assert right <= sheet.width
        assert 0 <= top < bottom <= height
    for one, other in combinations(_boxes(drawing), 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        down = min(one[3], other[3]) - max(one[1], other[1])
        assert across <= 0 or down <= 0


@given(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=24))
def test_every_name_has_a_place_of_its_own(names: list[str]) -> None:
    places = sorted(settled(names).values())
    assert len(places) == len(set(names))
    assert all(below - above >= 42 for above, below in pairwise(places))


def test_an_actor_stands_once_on_each_side() -> None:
    rows = _rows(_between("A", "B"), _between("A", "C"), _between("C", "B"))
    names = [one.text for one in _drawn(rows).iter(f"{_SVG}text") if one.get("class") == "how"]
    assert sorted(names, key=str) == ["A", "B", "C", "C"]


def test_lines_from_one_source_do_not_cross_those_of_another() -> None:
    rows = _rows(_between("A", "X"), _between("B", "Y"), _between("A", "Z"))
    assert [row.source for row in rows] == ["A", "A", "B"]


def test_a_wider_line_has_more_origins_and_dashes_tell_the_rest() -> None:
    (one,) = page(traced()).followed.networks
    drawing = render(network(one.drawn, WIDE, title="Actors", key="n"))
    kinds = re.findall(r'class="edge claimed (\w+)"', drawing)
    widths = re.findall(r'class="branch" stroke-width="([\d.]+)"', drawing)
    assert kinds == ["corroborated", "uncorroborated", "denied"]
    assert widths == ["2.6", "1.6", "1.6"]


def test_a_line_is_told_whole_to_who_cannot_see_it() -> None:
    (one,) = page(traced()).followed.networks
    drawing = render(network(one.drawn, NARROW, title="Actors", key="n"))
    assert (
        "Tomas Brekke accuses Kystlinjen, as claimed by Tomas Brekke and Selma Aune: "
        "2 origins, 2 independent reports, 2 articles" in drawing
    )


def test_markup_in_a_name_is_text() -> None:
    attack = "</text><script>alert(1)</script>"
    drawing = _drawn(_rows(_between(attack, '"><img src=x>')))
    assert {one.tag.removeprefix(_SVG) for one in drawing.iter()} == {
        "svg",
        "title",
        "a",
        "g",
        "path",
        "text",
    }
    assert attack in "".join(one.text or "" for one in drawing.iter(f"{_SVG}title"))
