"""On whom an article's words stand."""

from __future__ import annotations

from newstemma.corroborate.sourcing import sourcing
from tests.collate.parsed import read_parsed

OWN = "The council of Ostrel closed the northern bridge after the flood in March. " * 14
NAMED = "“The flood took the northern bridge and most of the road,” Ada Brand said. " * 14


def test_a_long_article_that_names_nobody_is_told_of() -> None:
    found = sourcing(read_parsed(OWN), [])
    assert found.own_voice == 1
    assert found.note is not None
    assert "names nobody" in found.note


def test_one_with_named_sources_is_not() -> None:
    found = sourcing(read_parsed(NAMED), [])
    assert found.named > 0.5
    assert found.sources == ("Ada Brand",)
    assert found.note is None


def test_a_short_report_may_do_without_a_source() -> None:
    assert sourcing(read_parsed(OWN[:200]), []).note is None


def test_a_copy_is_taken_over_and_no_report_of_its_own() -> None:
    found = sourcing(read_parsed(OWN, "child"), [read_parsed(OWN, "parent")])
    assert found.taken_over == 1
    assert found.note is None
