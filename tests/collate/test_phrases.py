from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.collate.lines import lines_of
from newstemma.collate.phrases import phrases_of
from newstemma.records import VariantKind
from tests.collate.parsed import read_parsed

_WORDS = "Anna Keller did not repair three lamps in Kestrel Bay on Tuesday , they said".split()


def _kinds(text: str) -> dict[str, VariantKind]:
    (line,) = lines_of(read_parsed(text))
    return {p.span(line).of(text): p.kind for p in phrases_of(line)}


def test_what_stands_in_a_place_tells_what_another_there_would_be() -> None:
    kinds = _kinds("Anna Keller repaired three lamps in Kestrel Bay on Tuesday.")
    assert kinds["Anna Keller"] is VariantKind.ENTITY_CHANGED
    assert kinds["repaired"] is VariantKind.PREDICATE_CHANGED
    assert kinds["three"] is VariantKind.NUMBER_CHANGED
    assert kinds["Kestrel Bay"] is VariantKind.PLACE_CHANGED
    assert VariantKind.DATE_CHANGED in kinds.values()


def test_a_negation_is_a_phrase_of_its_own() -> None:
    assert _kinds("Anna Keller did not repair the lamp.")["not"] is VariantKind.POLARITY_CHANGED


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=20))
def test_no_word_is_in_two_phrases(words: list[str]) -> None:
    for line in lines_of(read_parsed(" ".join(words) + ".")):
        positions = [n for phrase in phrases_of(line) for n in phrase.positions]
        assert len(positions) == len(set(positions))
        assert all(0 <= n < len(line.words) for n in positions)
