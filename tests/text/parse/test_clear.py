"""Another scheme's trees come out as universal ones."""

from __future__ import annotations

import pytest

from newstemma.records import Span
from newstemma.text.parse.clear import is_clear, universal
from newstemma.text.parse.records import Token


def _tokens(*rows: tuple[str, str, int, str]) -> list[Token]:
    found, start = [], 0
    for form, upos, head, deprel in rows:
        lemma = "be" if form in {"is", "was"} else form
        span = Span(start, start + len(form))
        found.append(
            Token(span=span, lemma=lemma, upos=upos, xpos="", head=head + 5, deprel=deprel)
        )
        start = span.end + 1
    return found


def _arcs(*rows: tuple[str, str, int, str]) -> list[tuple[int, str]]:
    return [(token.head - 5, token.deprel) for token in universal(_tokens(*rows), 5)]


def test_a_preposition_hangs_on_its_object() -> None:
    assert _arcs(
        ("officials", "NOUN", 3, "nsubj"),
        ("in", "ADP", 0, "prep"),
        ("Oslo", "PROPN", 1, "pobj"),
        ("left", "VERB", 3, "root"),
        ("on", "ADP", 3, "prep"),
        ("Tuesday", "PROPN", 4, "pobj"),
    ) == [(3, "nsubj"), (2, "case"), (0, "nmod"), (3, "root"), (5, "case"), (3, "obl")]


def test_who_did_it_in_the_passive_is_an_agent() -> None:
    assert _arcs(
        ("he", "PRON", 2, "nsubjpass"),
        ("was", "AUX", 2, "auxpass"),
        ("told", "VERB", 2, "root"),
        ("by", "ADP", 2, "agent"),
        ("Ada", "PROPN", 3, "pobj"),
    ) == [(2, "nsubj:pass"), (2, "aux:pass"), (2, "root"), (4, "case"), (2, "obl:agent")]


def test_a_copula_hangs_on_what_it_says() -> None:
    assert _arcs(
        ("she", "PRON", 1, "nsubj"),
        ("is", "AUX", 1, "root"),
        ("captain", "NOUN", 1, "attr"),
        ("of", "ADP", 2, "prep"),
        ("it", "PRON", 3, "pobj"),
    ) == [(2, "nsubj"), (2, "cop"), (2, "root"), (4, "case"), (2, "nmod")]


def test_prepositions_in_a_row_hang_on_one_object() -> None:
    assert _arcs(
        ("came", "VERB", 0, "root"),
        ("out", "ADP", 0, "prep"),
        ("of", "ADP", 1, "prep"),
        ("Oslo", "PROPN", 2, "pobj"),
    ) == [(0, "root"), (3, "case"), (3, "case"), (0, "obl")]


def test_there_is_stays_as_it_is() -> None:
    arcs = _arcs(
        ("there", "PRON", 1, "expl"), ("is", "VERB", 1, "root"), ("hope", "NOUN", 1, "attr")
    )
    assert [head for head, _ in arcs] == [1, 1, 1]


@pytest.mark.parametrize(
    ("labels", "answer"), [(["dobj", "nsubj"], True), (["obj", "nsubj"], False)]
)
def test_the_scheme_is_told_by_its_labels(labels: list[str], answer: bool) -> None:
    assert is_clear(labels) is answer
