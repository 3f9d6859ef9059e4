"""Whatever the text, its parse points at the right characters."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.records import NameKind, Span
from newstemma.text.parse import Parse, load
from newstemma.text.segment import sentences, words

_STORY = (
    "The harbour master, Ada Lind, said on Tuesday that at least 21 people weren't on the list. "
    "“We don’t know how many are missing,” she told Radio Delta. "
    "The ferry's captain, Tom Okoro, had been warned by two officials."
)
_AWKWARD = (
    "قال الوزير إن السفينة غرقت. Then it sank.",
    "שלום עולם, said the captain.",
    "🚢🇳🇴 The e\u0301cole sank 👩\u200d👩\u200d👧 fast\u0301.",
    "THE FERRY SANK ON TUESDAY. NOBODY SAID WHY",
    "the ferry sank nobody said why the captain swam home and the crew went to sleep",
    "name\tage\tport\nAda\t41\tOslo\nTom\t35\tLagos\n",
    "<p>The ferry &amp; the <b>crew</b></p>",
    "a lone \ud800 surrogate and a \x00 zero",
    "渡し船は火曜日に沈んだ。船長は泳いだ。",
    "x" * 6000,
    "(" * 3000,
    "- " * 3000,
)


def _parse(text: str) -> Parse:
    return load().parse(text, [s.span for s in sentences(text, words(text))])


def _check(text: str, parse: Parse) -> None:
    spans = [token.span for token in parse.tokens]
    assert all(span.of(text).strip() == span.of(text) != "" for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert [place for first, end in parse.sentences for place in range(first, end)] == list(
        range(len(spans))
    )
    for first, end in parse.sentences:
        heads = [parse.tokens[place].head for place in range(first, end)]
        assert all(first <= head < end for head in heads)
        assert sum(head == place for place, head in enumerate(heads, start=first)) == 1
    for entity in parse.entities:
        assert entity.span == parse.span_of(range(entity.first_token, entity.end_token))


@pytest.mark.parametrize("text", [_STORY, *_AWKWARD], ids=lambda text: ascii(text[:12]))
def test_tokens_cover_what_they_name(text: str) -> None:
    _check(text, _parse(text))


@given(st.text(st.sampled_from("aB é.,’“\"' \n\t-–0$@/\u0301\u200d🚢سלの!?()"), max_size=80))
@settings(max_examples=80, deadline=None)
def test_tokens_cover_what_they_name_in_any_text(text: str) -> None:
    _check(text, _parse(text))


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_every_character_but_white_space_is_in_a_token(text: str) -> None:
    parse = load().parse(text, [Span(0, len(text))])
    _check(text, parse)
    inside = {i for token in parse.tokens for i in range(token.span.start, token.span.end)}
    assert {i for i, c in enumerate(text) if not c.isspace()} <= inside


def test_who_did_what() -> None:
    parse = _parse(_STORY)
    forms = [token.span.of(_STORY) for token in parse.tokens]
    said = parse.tokens[forms.index("said")]
    master = parse.tokens[forms.index("master")]
    assert (said.lemma, said.upos, said.deprel) == ("say", "VERB", "root")
    assert (forms[master.head], master.deprel) == ("said", "nsubj")
    captain = parse.tokens[forms.index("captain")]
    assert (forms[captain.head], captain.deprel) == ("warned", "nsubj:pass")
    assert "n't" in forms
    assert "'s" in forms


def test_names_have_kinds() -> None:
    found = {entity.span.of(_STORY): entity.kind for entity in _parse(_STORY).entities}
    assert found["Ada Lind"] is NameKind.PERSON
    assert found["Tom Okoro"] is NameKind.PERSON


def test_a_sentence_reads_alike_in_any_article() -> None:
    parse = _parse(_STORY)
    long = _parse(_STORY + " " + _STORY.replace("ferry", "trawler") * 40)
    assert [(t.lemma, t.upos, t.head, t.deprel) for t in parse.tokens] == [
        (t.lemma, t.upos, t.head, t.deprel) for t in long.tokens[: len(parse.tokens)]
    ]


def test_a_text_parses_the_same_twice() -> None:
    assert _parse(_STORY) == _parse(_STORY)


def test_a_sentence_without_end_is_parsed_in_pieces() -> None:
    text = "and then the ferry sank " * 400
    parse = load().parse(text, [Span(0, len(text))])
    _check(text, parse)
    assert len(parse.tokens) == 2000
    assert max(end - first for first, end in parse.sentences) <= 200


def test_no_sentences_make_an_empty_parse() -> None:
    assert load().parse("", []) == Parse(tokens=(), sentences=(), children=(), entities=())
