"""The truth about the examples holds together and stands in the articles where it says."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

import pytest

from newstemma.records import DerivationKind, Span, VariantKind
from newstemma.text.segment import words
from tests.examples.truth import CASES, EXAMPLES, MarkedWords, Truth, plain_texts, truth_of


def _quoted(truth: Truth) -> Iterator[tuple[str, str, int]]:
    """Every text that the truth quotes: its article, the text, how often it stands there."""
    for change in truth.variants:
        if change.child_text is not None:
            yield change.child, change.child_text, 1
        if change.parent_text is not None:
            yield change.parent, change.parent_text, 1
    marked: tuple[MarkedWords, ...] = (*truth.quotations, *truth.not_quotations)
    for row in marked:
        yield row.article, row.text, 1
    for piece in truth.furniture:
        yield piece.article, piece.text, piece.times


def _texts(case: str) -> dict[str, str]:
    texts = plain_texts(case)
    for path in (EXAMPLES / case / "articles").glob("*.jsonl"):
        texts[path.name] = json.loads(path.read_text(encoding="utf-8"))["text"]
    return texts


def _share_in_runs(child: str, parent: str, *, run: int = 5) -> float:
    """The share of the child's words that stand in runs of `run` or more of the parent's."""
    mine = [word.key for word in words(child)]
    theirs = [word.key for word in words(parent)]
    known = {tuple(theirs[i : i + run]) for i in range(len(theirs) - run + 1)}
    starts = [i for i in range(len(mine) - run + 1) if tuple(mine[i : i + run]) in known]
    return len({i + step for i in starts for step in range(run)}) / len(mine)


@pytest.mark.parametrize("case", CASES)
def test_the_truth_names_every_article_of_the_folder(case: str) -> None:
    truth = truth_of(case)
    on_disk = {path.name for path in (EXAMPLES / case / "articles").iterdir()}
    assert {row.path for row in truth.articles} == on_disk
    assert Counter(path for story in truth.stories for path in story) == Counter(on_disk)


@pytest.mark.parametrize("case", CASES)
def test_every_quoted_text_stands_in_its_article_as_often_as_it_says(case: str) -> None:
    texts = _texts(case)
    wrong = [
        (article, text, texts[article].count(text))
        for article, text, times in _quoted(truth_of(case))
        if article in texts and texts[article].count(text) != times
    ]
    assert wrong == []


@pytest.mark.parametrize("case", CASES)
def test_quotations_stand_between_quotation_marks(case: str) -> None:
    truth, texts = truth_of(case), _texts(case)
    marked: tuple[MarkedWords, ...] = (*truth.quotations, *truth.not_quotations)
    for row in marked:
        text = texts[row.article]
        start = text.index(row.text)
        span = Span(start, start + len(row.text))
        assert span.of(text) == row.text
        assert text[:start].rstrip()[-1] in '"“«'
        # A quotation that runs on into the next paragraph has no closing mark.
        assert text[span.end :].lstrip(" ,\u00a0\u202f")[0] in '"”»\n'


@pytest.mark.parametrize("case", CASES)
def test_a_lineage_is_a_root_and_all_that_descends_from_it(case: str) -> None:
    truth = truth_of(case)
    for lineage in truth.lineages:
        if lineage.root is None:
            continue
        below = {lineage.root}
        for _ in truth.derivations:
            below |= {row.child for row in truth.derivations if row.parent in below}
        assert below == set(lineage.articles)


@pytest.mark.parametrize("case", CASES)
def test_every_change_hangs_on_a_true_derivation(case: str) -> None:
    truth = truth_of(case)
    edges = {(row.child, row.parent) for row in truth.derivations}
    assert {(row.child, row.parent) for row in truth.variants} <= edges


def test_the_kinds_of_derivation_are_those_of_the_glossary() -> None:
    texts = plain_texts("harbour")
    for row in truth_of("harbour").derivations:
        if not {row.child, row.parent} <= set(texts):
            continue
        share = _share_in_runs(_report(texts[row.child]), _report(texts[row.parent]))
        match row.kind:
            case DerivationKind.REPRINT:
                assert share >= 0.9
            case DerivationKind.REWRITE | DerivationKind.DIGEST:
                assert share < 0.5
            case DerivationKind.EDIT:
                assert 0.5 <= share < 0.9


def _report(text: str) -> str:
    """The paragraphs that are sentences: enough to leave the furniture out of a count."""
    return "\n".join(line for line in text.splitlines() if len(line) > 100)


def test_the_planted_changes_are_many_and_various() -> None:
    changes = [row for row in truth_of("harbour").variants if row.kind is not VariantKind.KEPT]
    assert len(changes) >= 40
    assert len({row.kind for row in changes}) >= 14


def test_the_identical_copies_are_identical_and_say_nothing_of_themselves() -> None:
    folder = EXAMPLES / "observatory" / "articles"
    copies = ("star-blinks-copy.txt", "valley-voice.txt")
    first, second = ((folder / name).read_bytes() for name in copies)
    assert first == second
    told = [row for row in truth_of("observatory").articles if row.path in copies]
    assert [(row.byline, row.publisher, row.published) for row in told] == [(None,) * 3] * 2
