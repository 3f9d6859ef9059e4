from __future__ import annotations

from newstemma.collate.fillers import FillerKind, fillers_of
from newstemma.collate.grounds import (
    alike_places,
    best_lines,
    ground_of,
    is_told_beside,
    support_of,
)
from newstemma.collate.lines import lines_of
from tests.collate.parsed import read_parsed

_PARENT = (
    "Peter Walsh sold 14 brass lanterns to the museum. "
    "Anna Keller brought coffee to the workers. "
    "He drank most of the coffee himself."
)


def test_the_line_that_says_the_same_comes_first() -> None:
    ground = ground_of(lines_of(read_parsed(_PARENT)))
    (line,) = lines_of(read_parsed("Anna Keller sold brass lanterns to the museum."))
    own = next(f for f in fillers_of(line) if f.kind is FillerKind.PERSON)
    assert best_lines(own.rest, ground)[0][0] == 0
    assert support_of(own, ground) < best_lines(own.rest, ground)[0][1]


def test_a_number_with_its_neighbours_is_told_beside_them() -> None:
    ground = ground_of(lines_of(read_parsed(_PARENT)))
    (line,) = lines_of(read_parsed("There were 14 brass lanterns. "))
    own = next(f for f in fillers_of(line) if f.kind is FillerKind.NUMBER)
    assert is_told_beside(own, ground)


def test_nothing_stands_on_empty_ground() -> None:
    ground = ground_of([])
    (line,) = lines_of(read_parsed("Anna Keller sold brass lanterns to the museum."))
    own = next(f for f in fillers_of(line) if f.kind is FillerKind.PERSON)
    assert best_lines(own.rest, ground) == []
    assert support_of(own, ground) == 0
    assert not ground.holds("Keller")


def test_another_word_between_the_same_words_is_found_with_its_line() -> None:
    ground = ground_of(lines_of(read_parsed(_PARENT)))
    (line,) = lines_of(read_parsed("Anna Keller spilt coffee."))
    spilt = [word.key for word in line.words].index("spilt")
    assert [other.words[at].key for other, at in alike_places(line, spilt, ground)] == ["brought"]


def test_one_content_word_beside_two_words_is_too_little() -> None:
    ground = ground_of(lines_of(read_parsed(_PARENT)))
    (line,) = lines_of(read_parsed("Peter spilt tea."))
    assert list(alike_places(line, 1, ground)) == []
