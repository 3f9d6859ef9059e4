"""The memo is Markdown of ours around text of theirs."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from newstemma.report.markdown import escaped, markdown
from newstemma.views import page
from tests.corroborate import retold
from tests.report import builder
from tests.report.traced import many, traced


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>", r"\<script>"),
        ("[a](https://x.example)", r"\[a\](https\://x.example)"),
        ("# heading", r"\# heading"),
        ("- item", r"\- item"),
        ("12. item", r"12\. item"),
        ("> quoted", r"\> quoted"),
        ("a | b", r"a \| b"),
        ("&amp; :smile: @you www.x.example", r"\&amp; \:smile: \@you www\.x.example"),
        ("well-known, at 07:30 (local time).", "well-known, at 07:30 (local time)."),
        ("two\n\nparagraphs", "two paragraphs"),
    ],
)
def test_article_text_never_becomes_markup(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_the_memo_opens_with_the_answer_and_cites_files_and_characters() -> None:
    memo = markdown(page(builder.ferry()))
    assert memo.startswith("# 7 articles, 2 stories, 3 independent reports\n")
    start, end = _place(memo, "may be towed")
    assert builder.WIRE[start:end] == "may be towed"


def _place(memo: str, words: str) -> tuple[int, int]:
    found = re.search(rf"\*\*{words}\*\*[^\[]* \\\[wire\.txt, characters (\d+)-(\d+)\\\]", memo)
    assert found
    return int(found[1]), int(found[2])


def test_the_tree_is_an_indented_list() -> None:
    memo = markdown(page(builder.ferry()))
    assert "\n- *lost* Nordfjord Wire" in memo
    assert "\n  - **G** " in memo
    assert "\n    - **B** " in memo


def test_a_hostile_headline_adds_no_heading_to_the_memo() -> None:
    single = builder.single()
    witness = builder.plain("alone", builder.WIRE, title="x\n\n# Owned\n<b>")
    memo = markdown(page(replace(single, witnesses=(witness,))))
    assert "\n# Owned" not in memo
    assert "<b>" not in memo.replace(r"\<b>", "")


def test_the_same_analysis_gives_the_same_memo() -> None:
    assert markdown(page(builder.ferry())) == markdown(page(builder.ferry()))


def test_claims_stand_by_support_and_every_statement_is_cited() -> None:
    memo = markdown(page(retold.analysis()))
    assert "## Claims by support" in memo
    assert re.search(r"from .+: 2 origins, 2 independent reports, 3 articles", memo)
    assert re.search(r"\*\*60\*\* boats.+\[child, characters \d+-\d+", memo)
    assert "## Conflicts" in memo


def test_relations_dates_and_numbers_are_cited() -> None:
    memo = markdown(page(traced()))
    place = builder.at(builder.WIRE, "Kystlinjen's director, Marit Solbakk")
    cited = rf"\[wire.txt, characters {place.start}-{place.end}\]"
    told = "- **Marit Solbakk is in charge of Kystlinjen** (said flatly) — Nordfjord Wire in its"
    assert f"{told} own voice: 1 origin, 1 independent report, 3 articles {cited}" in memo
    assert "- **4 March 2025** “the ferry ran aground”" in memo
    assert "- **people** (told with “treat”): grows\n  - Eleven people: “**Eleven people**" in memo


def test_without_relations_dates_and_numbers_the_memo_does_not_speak_of_them() -> None:
    memo = markdown(page(builder.ferry()))
    assert not re.search(r"^## (Actors|Timeline|Numbers)", memo, flags=re.MULTILINE)


def test_a_hostile_name_is_no_markup_in_the_memo() -> None:
    found = traced()
    attack = "<b>x</b>\n# Owned"
    named = tuple(replace(one, source=attack) for one in found.relations_claimed)
    counted = tuple(replace(one, thing=attack, doer=attack) for one in found.tracked_numbers)
    memo = markdown(page(replace(found, relations_claimed=named, tracked_numbers=counted)))
    assert "\n# Owned" not in memo
    assert "<b>" not in memo.replace(r"\<b>", "")


def test_a_long_list_ends_with_how_many_there_are_more() -> None:
    memo = markdown(page(many(60)))
    assert "\nAnd 100 more.\n" in memo  # relations
    assert "\nAnd 40 more.\n" in memo  # events, and numbers
