from __future__ import annotations

from dataclasses import replace

import pytest

from newstemma.collate.lines import lines_of
from newstemma.collate.voices import SourceKind, is_closed, is_name, is_told, voices
from newstemma.records import Quotation, QuotationKind, Span
from tests.collate.pairs import read


def _voices(text: str) -> list[tuple[SourceKind, str]]:
    return [(v.kind, v.name) for line in lines_of(read(text)) for v in voices(line)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ilsa Verhoeven said that the dam is weak.", "Ilsa Verhoeven"),
        ("Ilsa Verhoeven, who built it, warned that the dam is weak.", "Ilsa Verhoeven"),
        ("The dam is weak, according to engineer Ilsa Verhoeven.", "Ilsa Verhoeven"),
    ],
)
def test_a_named_source_is_found(text: str, name: str) -> None:
    assert (SourceKind.NAMED, name) in _voices(text)


def test_a_source_without_a_name_is_generic() -> None:
    assert _voices("Experts say the dam is weak.") == [(SourceKind.GENERIC, "experts")]


def test_whoever_the_source_belongs_to_is_not_the_source() -> None:
    found = _voices("A spokesman for Calder Steel said that the dam is weak.")
    assert SourceKind.NAMED not in {kind for kind, _ in found}


def test_a_plain_statement_has_no_voice() -> None:
    assert _voices("The dam at Port Alder is weak.") == []


def test_a_passive_reports_nobody() -> None:
    (line,) = lines_of(read("The dam is believed to be weak."))
    assert voices(line) == ()
    assert not is_told(line)


@pytest.mark.parametrize(
    ("speaker", "named"),
    [("Ilsa Verhoeven", True), ("six staffers", False), ("236 pages report", False), ("", False)],
)
def test_a_speaker_may_be_no_name(speaker: str, named: bool) -> None:
    assert is_name(speaker) is named


def test_a_stretch_between_two_opening_marks_or_a_very_long_one_is_not_closed() -> None:
    text = "“The dam is weak. “It will break,” Ilsa Verhoeven said."
    (line, *_) = lines_of(read(text))
    whole = Quotation(article="a", span=Span(1, 18), kind=QuotationKind.DIRECT, group="g")
    assert not is_closed(line, whole)
    assert is_closed(line, replace(whole, span=Span(19, 33)))
    assert not is_closed(line, replace(whole, span=Span(19, 1900)))
