"""What holds for every text, whatever a parser makes of it."""

from __future__ import annotations

import time
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.records import Attribution, Span
from newstemma.text.attributions import NO_PARSE, Sayings
from newstemma.text.parse import Parse, Token
from newstemma.text.segment import sentences, words
from tests.text.attributions.trees import said_in
from tests.text.trees import hung

_WORDS = (
    "said told according to that who which Lee Ann she they officials “ ” \" ' , . : ( ) the plan "
    "claims believes was accused by of and not “It fell,” seems wants ZURÜCK قال 说 é\u0301 🙂 "
    "\n \n\n"
).split(" ")
_RELATIONS = (
    "nsubj nsubj:pass ccomp xcomp obj obl nmod nmod:poss acl acl:relcl advcl parataxis conj aux "
    "aux:pass advmod mark case fixed punct det flat compound:prt appos"
).split()
_PARTS = ("VERB", "NOUN", "PROPN", "PRON", "ADJ", "ADP", "PUNCT", "DET", "AUX", "SCONJ")
_texts = st.lists(st.sampled_from(_WORDS), max_size=60).map(" ".join)


def _any_parse(text: str, random: Random) -> Parse:
    """Sentences hung together at random."""
    tokens: list[Token] = []
    ranges: list[tuple[int, int]] = []
    for sentence in sentences(text, words(text)):
        spans = [word.span for word in words(text, sentence.span)]
        order = random.sample(range(len(spans)), len(spans))
        first, heads = len(tokens), dict.fromkeys(order[:1], order[0])
        for above, place in enumerate(order[1:], start=1):
            heads[place] = order[random.randrange(above)]
        for place, span in enumerate(spans):
            tokens.append(
                Token(
                    span=span,
                    lemma=span.of(text),
                    upos=random.choice(_PARTS),
                    xpos="",
                    head=first + heads[place],
                    deprel="root" if heads[place] == place else random.choice(_RELATIONS),
                )
            )
        ranges.append((first, len(tokens)))
    return hung(tokens, ranges)


@settings(max_examples=60, deadline=None)
@given(_texts, st.integers(0, 1000))
def test_spans_lie_in_the_text_and_chains_end(text: str, seed: int) -> None:
    found = said_in(text, _any_parse(text, Random(seed)))
    for row in found.attributions:
        _check_spans(text, row)
    _check_chains(found)
    assert found == said_in(text, _any_parse(text, Random(seed)))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80))
def test_any_characters_are_read_without_a_parse(text: str) -> None:
    for row in said_in(text, NO_PARSE).attributions:
        _check_spans(text, row)


def _check_spans(text: str, row: Attribution) -> None:
    spans = [*row.content_spans, row.cue_span or Span(0, 0), row.source_span or Span(0, 0)]
    assert row.content_spans
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    assert all(span.of(text).strip() for span in row.content_spans)
    pairs = zip(row.content_spans, row.content_spans[1:], strict=False)
    assert all(left.end <= right.start for left, right in pairs)


def _check_chains(found: Sayings) -> None:
    for start in range(len(found.attributions)):
        seen, at = set[int](), found.attributions[start].parent
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = found.attributions[at].parent
    for row in found.attributions:
        assert all(0 <= place < len(found.quotations) for place in row.quotations)


def test_time_grows_with_length_alone() -> None:
    def seconds(repeats: int) -> float:
        text = "Lee said that officials told her “it fell,” according to the ministry. " * repeats
        parse = _any_parse(text, Random(1))
        start = time.perf_counter()
        said_in(text, parse)
        return time.perf_counter() - start

    seconds(20)
    assert seconds(600) < 30 * (seconds(80) + 0.05)
