from __future__ import annotations

from newstemma.collate.lines import Line, lines_of
from newstemma.collate.score.deduction import Ground
from newstemma.collate.score.fit import misfits, place_of
from newstemma.collate.score.reading import reading_of
from newstemma.collate.score.sources import Sources, sources_of
from tests.collate.pairs import read

_MIDDLE = "Nobody knew whether the weather would hold until the week of the summer fair was over."
_PARENT = (
    f"Divers found two brass compasses near the wreck. {_MIDDLE} Farmers sold 900 barrels of cider."
)


def _lines(text: str) -> tuple[tuple[Line, ...], Sources]:
    return lines_of(read(text, "child")), sources_of(lines_of(read(_PARENT, "parent")))


def test_words_in_their_own_place_fit_wholly() -> None:
    (line, _, _), sources = _lines(_PARENT)
    place = place_of(reading_of(line, sources), range(1))
    assert not any(amount for _, amount in misfits(place, sources, Ground.ALONE_NAME))


def test_a_word_of_another_sentence_fits_badly() -> None:
    (line, _, other), sources = _lines(_PARENT)
    place = place_of(reading_of(line, sources), range(1)).filled(other, range(1))
    grounds = {on for on, amount in misfits(place, sources, Ground.ALONE_NAME) if amount}
    assert grounds >= {Ground.ALONE_NAME, Ground.TORN, Ground.PARTED, Ground.NEW_PAIR}


def test_a_place_is_filled_with_more_words_than_it_had() -> None:
    (line, _, other), sources = _lines(_PARENT)
    place = place_of(reading_of(line, sources), range(2, 3)).filled(other, range(2, 4))
    assert [place.keys[n] for n in place.at] == ["900", "barrels"]
    assert len(place.keys) == len(place.stems) == len(place.weights)
