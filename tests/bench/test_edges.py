from __future__ import annotations

import json
from pathlib import Path

from bench.edges import drawn, nearest

from tests.lineage.builder import witness
from tests.lineage.texts import CUT, ELSEWHERE, FERRY, OTHER_CUT

_JUDGED = Path(__file__).parents[2] / "bench" / "judged" / "edges.jsonl"


def test_the_same_thirty_are_drawn_whatever_the_order() -> None:
    edges = [(f"c{number:02}", "p") for number in range(50)]
    assert len(drawn(edges)) == 30
    assert drawn(edges) == drawn(edges[::-1])
    assert drawn(edges[:4]) == edges[:4]


def test_the_nearest_text_is_taken_for_the_parent_where_it_is_the_longer() -> None:
    pile = [witness("whole", FERRY), witness("cut", CUT), witness("council", ELSEWHERE)]
    assert nearest([*pile, witness("other", OTHER_CUT)], 2)[0][1] == "whole"
    assert nearest(pile, 1) == [("cut", "whole")]


def test_a_judgement_names_two_reports_two_places_a_verdict_and_a_reason() -> None:
    lines = _JUDGED.read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert len({(row["child"], row["parent"]) for row in found}) == len(found) >= 30
    for row in found:
        assert row["verdict"] in ("right", "wrong")
        assert row["reason"].endswith(".")
        assert all(0 <= start < end for start, end in (row["child_span"], row["parent_span"]))
