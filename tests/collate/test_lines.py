from __future__ import annotations

from newstemma.collate.lines import lines_of
from newstemma.records import Span
from tests.collate.pairs import read


def test_a_line_knows_its_words_mentions_and_quotations() -> None:
    witness = read('The storm sank 21 boats. "We saw nothing," said Ilsa Verhoeven.')
    first, second = lines_of(witness)
    assert [m.key for m in first.mentions if m.kind == "number"] == ["21"]
    assert first.quotations == ()
    assert len(second.quotations) == 1


def test_positions_of_a_span_are_those_of_its_words() -> None:
    witness = read("The storm sank 21 boats.")
    (line,) = lines_of(witness)
    start = witness.text.index("sank")
    assert line.positions(Span(start, start + len("sank 21"))) == range(2, 4)
    assert line.positions(Span(start, start + 2)) == range(2, 2)


def test_words_without_an_end_are_cut_into_lines_that_lose_none() -> None:
    witness = read("gull " * 1000)
    lines = lines_of(witness)
    assert len(lines) > 1
    assert sum(len(line.words) for line in lines) == 1000
