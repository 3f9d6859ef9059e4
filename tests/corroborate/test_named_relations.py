"""Relations told between two names without a verb."""

from __future__ import annotations

import pytest

from newstemma.corroborate.named_relation import leading_names
from newstemma.corroborate.named_relations import named_relations
from newstemma.records import NameKind, RelationType, Span
from tests.collate.parsed import read_parsed


def _spans(text: str, *names: str) -> list[Span]:
    return [Span(text.index(name), text.index(name) + len(name)) for name in names]


@pytest.mark.parametrize(
    ("text", "type_", "source"),
    [
        ("Norway's designation of the Oslo-based Ghana was old.", RelationType.SANCTION, "Norway"),
        ("The arrest of Ghana by Norway was old.", RelationType.DETAIN, "Norway"),
        ("The attack by Norway on Ghana was old.", RelationType.FIGHT, "Norway"),
        ("The talks between Norway and Ghana were old.", RelationType.CONSULT, "Norway"),
        ("Norway's support for Ghana was old.", RelationType.SUPPORT, "Norway"),
    ],
)
def test_a_noun_tells_who_does_it(text: str, type_: RelationType, source: str) -> None:
    names = {span: span.of(text) for span in _spans(text, "Norway", "Ghana")}
    kinds = dict.fromkeys(names.values(), NameKind.PLACE)
    [one] = named_relations(read_parsed(text), names, kinds)
    assert (one.type, one.source.of(text)) == (type_, source)
    assert {one.source, one.target} == set(names)


def test_a_name_that_only_says_whose_or_of_what_kind_leads_nothing() -> None:
    text = "Norway's Fjord Bank and the Ghana-based Togo Bank met."
    names = _spans(text, "Norway", "Fjord Bank", "Ghana", "Togo Bank")
    assert leading_names(text, names) == _spans(text, "Fjord Bank", "Togo Bank")
