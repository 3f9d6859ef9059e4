from __future__ import annotations

from newstemma.collate.align import align, index_lines
from newstemma.collate.lines import lines_of
from tests.collate.pairs import read

_PARENT = (
    "The trawler sank off Kestrel Bay on Sunday. "
    "Its engine failed in a sudden squall. "
    "The mayor praised the lighthouse keeper. "
    "A public inquiry opens in Brenholm next spring."
)


def _aligned(child: str, parent: str = _PARENT) -> list[list[int]]:
    index = index_lines(lines_of(read(parent)))
    return [[line.number for line in a.parents] for a in align(lines_of(read(child)), index)]


def test_a_reworded_sentence_finds_its_original() -> None:
    assert _aligned("On Sunday a trawler sank near Kestrel Bay.") == [[0]]


def test_order_is_no_condition() -> None:
    child = "An inquiry opens next spring in Brenholm. The trawler sank off Kestrel Bay."
    assert _aligned(child) == [[3], [0]]


def test_one_sentence_may_rest_on_two() -> None:
    child = "The trawler sank off Kestrel Bay on Sunday after its engine failed in a sudden squall."
    assert sorted(_aligned(child)[0]) == [0, 1]


def test_what_nobody_wrote_rests_on_nothing() -> None:
    assert _aligned("Chess players gathered at a remote monastery.") == [[]]


def test_of_two_equal_sentences_the_one_in_place_is_taken() -> None:
    same = "The ferry left the northern pier. "
    parent = same + "The crowd cheered loudly. " * 3 + same
    assert _aligned("The crowd cheered loudly. " * 4 + same, parent)[-1] == [4]
