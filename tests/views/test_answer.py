"""What the page says first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newstemma.records import RelationKind
from newstemma.views import page
from newstemma.views.records import Prose
from newstemma.views.wording import likelihood
from tests.report import builder


def _told(prose: Prose) -> str:
    return "".join(part if isinstance(part, str) else part.siglum for part in prose)


def test_the_counts_and_the_advice() -> None:
    answer = page(builder.ferry()).answer
    assert answer.counts == ("7 articles", "2 stories", "3 independent reports")
    assert (
        answer.advice == "Count these as 3 sources, not 7: 4 articles were made from others here."
    )


def test_one_article_is_compared_with_nothing() -> None:
    assert "nothing to be compared with" in page(builder.single()).answer.advice


def test_a_lineage_is_told_in_words_with_like_children_together() -> None:
    lineages = page(builder.copies(4)).stories[0].lineages
    assert [_told(one) for one in lineages] == [
        "Report 1 is A. B, C and D are almost certainly reprints of A."
    ]


def test_a_lost_witness_is_named_and_so_is_what_stands_for_it() -> None:
    first = _told(page(builder.ferry()).stories[0].lineages[0])
    assert first.startswith(
        "Report 1 goes back to Nordfjord Wire, which is not among these articles; G stands for it."
    )


def test_what_cannot_be_told_is_a_doubt() -> None:
    ferry = builder.ferry()
    unknown = replace(ferry.relations[0], kind=RelationKind.UNKNOWN)
    shown = page(replace(ferry, relations=(unknown,)))
    assert any("cannot be told" in doubt for doubt in shown.answer.doubts)
    assert "cannot be told" in _told(shown.stories[0].ties[0])


def test_an_article_in_another_language_is_named_as_not_judged() -> None:
    ferry = builder.ferry()
    first = ferry.witnesses[0]
    foreign = replace(first, article=replace(first.article, language="fr"))
    shown = page(replace(ferry, witnesses=(foreign, *ferry.witnesses[1:])))
    assert any("other than English (A)" in line for line in shown.not_judged)


@pytest.mark.parametrize(
    ("probability", "word"),
    [
        (0.999, "almost certainly"),
        (0.9, "very likely"),
        (0.51, "more likely than not"),
        (0.2, "perhaps"),
    ],
)
def test_a_probability_has_a_word(probability: float, word: str) -> None:
    assert likelihood(probability) == word
