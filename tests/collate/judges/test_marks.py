from __future__ import annotations

import pytest

from newstemma.records import Severity, VariantKind
from tests.collate.pairs import collate, kinds

_PARENT = (
    '"Nobody repaired the northern breakwater after the great spring storm," Ilsa Verhoeven said.'
)
_WORDS = "Nobody repaired the northern breakwater after the great spring storm"


def _severities(child: str) -> list[Severity]:
    return [v.severity for v in collate(child, _PARENT) if v.kind is VariantKind.QUOTE_UNMARKED]


def test_quoted_words_in_the_articles_own_voice_are_reported() -> None:
    assert _severities(f"{_WORDS}.") == [Severity.MEANING]


def test_in_indirect_speech_only_the_wording_is_touched() -> None:
    child = f"Ilsa Verhoeven said that {_WORDS[0].lower() + _WORDS[1:]}."
    assert _severities(child) == [Severity.WORDING]


def test_words_that_are_still_quoted_are_not_reported() -> None:
    assert VariantKind.QUOTE_UNMARKED not in kinds(_PARENT, _PARENT)


def test_a_few_common_words_are_nobodys() -> None:
    assert VariantKind.QUOTE_UNMARKED not in kinds("The storm reached Port Alder.", _PARENT)


def test_a_quotation_that_is_retold_in_indirect_speech_is_reported() -> None:
    child = "She stressed that nobody had repaired the breakwater after that spring storm."
    assert _severities(child) == [Severity.WORDING]


def test_words_between_marks_that_nobody_said_are_not_called_unmarked() -> None:
    child = "The painting is called «Nobody repaired the northern breakwater after the storm»."
    assert _severities(child) == []


def test_words_in_another_sources_mouth_are_no_indirect_speech() -> None:
    child = f"Tomas Reyl said that {_WORDS[0].lower() + _WORDS[1:]}."
    assert _severities(child) == [Severity.DETAIL]


def test_a_source_without_a_name_is_written_as_inside_a_sentence() -> None:
    parent = f'A spokesman said: "{_WORDS}."'
    found = collate(f"{_WORDS}.", parent)
    notes = [v.note for v in found if v.kind is VariantKind.QUOTE_UNMARKED]
    assert notes == ["The quoted words of a spokesman stand here in the article's own voice."]


def _found(child: str, parent: str = _PARENT) -> list[tuple[Severity, str]]:
    found = collate(child, parent)
    unmarked = [v for v in found if v.kind is VariantKind.QUOTE_UNMARKED]
    return [(v.severity, v.child_span.of(child)) for v in unmarked if v.child_span]


@pytest.mark.parametrize(
    "before",
    [
        "Tomas Reyl accused the council of sloth.",
        "The harbour office reportedly waited for years.",
        "Verhoeven wrote to the council.",
    ],
)
def test_after_a_source_an_accusation_or_a_doubt_no_words_are_the_articles_own(before: str) -> None:
    assert _severities(f"{before} {_WORDS}.") == [Severity.DETAIL]


def test_an_accusation_in_another_paragraph_credits_nobody() -> None:
    assert _severities(f"Reyl accused the council of sloth.\n\n{_WORDS}.") == [Severity.MEANING]


def test_a_plain_phrase_without_its_telling_words_is_nobodys() -> None:
    parent = 'Reyl promised "a splendid, gigantic, indestructible pier along our southern shore".'
    assert _found("He wants to build a pier along the southern shore.", parent) == []


def test_words_that_the_child_also_quotes_are_not_called_unmarked() -> None:
    child = f'{_WORDS}. "{_WORDS}," she wrote.'
    assert _severities(child) == []


def test_words_beyond_the_quotation_are_no_part_of_the_place() -> None:
    parent = f'The harbour office asked: "{_WORDS}."'
    child = f"{_WORDS}, and the granary on the far side of the island stands empty as well."
    assert _found(child, parent) == [(Severity.MEANING, _WORDS)]


def test_a_bare_noun_is_named_as_a_source() -> None:
    found = collate(f"{_WORDS}.", f'"{_WORDS}," people said.')
    notes = [v.note for v in found if v.kind is VariantKind.QUOTE_UNMARKED]
    assert notes == ["The quoted words of a source stand here in the article's own voice."]


def test_what_a_quotation_reports_in_its_turn_is_nobodys_quoted_words() -> None:
    said = "Port officials said the northern breakwater failed after the great spring storm"
    parent = f'The Alder Courier wrote: "{said} in March."'
    assert VariantKind.QUOTE_UNMARKED in kinds(f"{said[20:]}.", parent.replace("said", "fear"))
    assert VariantKind.QUOTE_UNMARKED not in kinds(f"{said[20:]}.", parent)


def test_the_note_names_no_speaker_that_a_pronoun_stands_for() -> None:
    parent = _PARENT.replace("Ilsa Verhoeven said", "she said")
    child = f"{_WORDS}."
    parent = f"Ilsa Verhoeven walked the quay. {parent}"
    (note,) = (v.note for v in collate(child, parent) if v.kind is VariantKind.QUOTE_UNMARKED)
    assert note == "The quoted words of a source stand here in the article's own voice."
