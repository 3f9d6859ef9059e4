from __future__ import annotations

from dataclasses import replace

from newstemma.collate.fillers import FillerKind, fillers_of, may_be_same, pronouns_of
from newstemma.collate.lines import lines_of
from newstemma.records import ArgumentRole
from tests.collate.pairs import read
from tests.collate.parsed import read_parsed

_TEXT = "Anna Keller sold 14 brass lanterns to the museum in Brenholm on Tuesday."


def test_fillers_slice_back_and_know_their_part() -> None:
    (line,) = lines_of(read_parsed(_TEXT))
    found = {filler.span.of(_TEXT): filler for filler in fillers_of(line)}
    assert found["Anna Keller"].role is ArgumentRole.AGENT
    assert found["Anna Keller"].is_head
    assert found["Brenholm"].before == "in"
    assert found["14"].kind is FillerKind.NUMBER
    assert found["Tuesday"].kind is FillerKind.DATE


def test_what_is_said_beside_a_filler_leaves_it_out() -> None:
    (line,) = lines_of(read_parsed(_TEXT))
    seller = next(f for f in fillers_of(line) if f.kind is FillerKind.PERSON)
    assert "lantern" in seller.rest
    assert "anna" not in seller.rest


def test_a_line_that_no_parse_read_has_none() -> None:
    (line,) = lines_of(read(_TEXT))
    assert fillers_of(line) == pronouns_of(line) == ()


def test_a_name_and_a_number_are_never_the_same() -> None:
    (line,) = lines_of(read_parsed(_TEXT))
    name, number = (
        next(f for f in fillers_of(line) if f.kind is kind)
        for kind in (FillerKind.PERSON, FillerKind.NUMBER)
    )
    assert may_be_same(name, name)
    assert not may_be_same(name, number)


def test_a_person_whom_the_parse_took_for_no_name_is_a_filler() -> None:
    (line,) = lines_of(read_parsed(_TEXT))
    found = {filler.key: filler.kind for filler in fillers_of(replace(line, entities=()))}
    assert found["anna keller"] is FillerKind.PERSON
    assert "brenholm" not in found
