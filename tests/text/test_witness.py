"""One article, read closely."""

from __future__ import annotations

import pytest

from newstemma.records import AttributionKind, NameKind, RawArticle, SourceKind, TextSource, Witness
from newstemma.text.cleaning import clean
from newstemma.text.parse import Parser, load
from newstemma.text.witness import witness

_REPORT = (
    "The mayor said on Tuesday that 21 boats had left the harbour. "
    "Analysts say the storm may return."
)


def _read(text: str, parser: Parser | None) -> Witness:
    raw = RawArticle(path="a.txt", text=text, text_source=TextSource.FILE, published="2025-03-06")
    return witness(clean(raw, id="a"), parser)


def test_with_a_parser_indirect_attributions_are_read() -> None:
    found = _read(_REPORT, load()).attributions
    assert [one.kind for one in found] == [AttributionKind.INDIRECT] * 2
    assert [one.source_kind for one in found] == [SourceKind.ROLE, SourceKind.COLLECTIVE]
    assert "21 boats had left the harbour" in found[0].content_spans[0].of(_REPORT)


def test_with_a_parser_names_have_kinds() -> None:
    text = "Tom Okoro left Norway on Tuesday aboard the Grey Heron."
    found = {one.span.of(text): one.kind for one in _read(text, load()).entities}
    assert found == {
        "Tom Okoro": NameKind.PERSON,
        "Norway": NameKind.PLACE,
        "Grey Heron": NameKind.VESSEL,
    }


def test_a_group_that_speaks_is_no_person() -> None:
    (found,) = _read("The Houthis said on Tuesday that the port was shut.", load()).attributions
    assert found.source_kind is SourceKind.ORGANISATION


def test_without_a_parser_the_rest_is_read_all_the_same() -> None:
    found = _read(_REPORT, None)
    assert found.attributions == ()
    assert found.entities == ()
    assert [time.value for time in found.times] == ["2025-03-04"]
    assert [quantity.low for quantity in found.quantities] == [21]
    assert len(found.stances) == len(found.sentences) == 2


@pytest.mark.parametrize("text", ["", "\n", "!?", "🙂", "THE MAYOR SAID HE LEFT", "a\u0301 b" * 9])
def test_odd_texts_are_read(text: str) -> None:
    assert _read(text, load()).article.text == text
