"""What a report says of the settings it was made with."""

from __future__ import annotations

from newstemma.settings import Settings, described


def test_only_what_differs_and_can_reach_the_output_is_told() -> None:
    assert described(Settings()) == described(Settings(jobs=4)) == ()
    assert described(Settings(metadata="a.csv")) == (("metadata", "a.csv"),)


def test_a_file_name_that_is_no_text_is_escaped() -> None:
    name = b"about\xff.csv".decode("utf-8", "surrogateescape")
    ((_, told),) = described(Settings(metadata=name))
    assert told == "about\\udcff.csv"
