"""What the terminal shows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.lineage.explanation import Explanation
from newstemma.records import Analysis, Variant, Witness
from newstemma.report.columns import cut, width_of, wrap
from newstemma.report.terminal import comparison, evidence, quotations, summary
from newstemma.report.terminal.paint import Paint
from newstemma.report.terminal.tree import tree_lines
from newstemma.views import page
from tests.corroborate import retold
from tests.report import builder
from tests.report.forests import Told, analysed, families, star, tree_of
from tests.report.traced import many, traced

_WIDTHS = [40, 66, 80, 120]


def _pair(child: str) -> tuple[Witness, Witness, list[Variant]]:
    ferry = builder.ferry()
    by_id = {one.id: one for one in ferry.witnesses}
    return by_id[child], by_id["wire"], [one for one in ferry.variants if one.child == child]


def _evidence(*, width: int, color: bool) -> str:
    child, parent, _ = _pair("clickpress")
    found = builder.ferry().derivations[2].evidence
    explained = Explanation(
        child=child.id, parent=parent.id, related=0.93, forward=0.88, evidence=found
    )
    return evidence(child, parent, explained, width=width, color=color)


def _all(width: int, *, color: bool) -> list[str]:
    ferry = builder.ferry()
    return [
        summary(page(ferry), width=width, color=color),
        summary(page(traced()), width=width, color=color),
        summary(page(many(101)), width=width, color=color),
        comparison(*_pair("clickpress"), width=width, color=color),
        quotations(ferry.witnesses, width=width, color=color),
        _evidence(width=width, color=color),
    ]


@pytest.mark.parametrize("width", _WIDTHS)
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for text in _all(width, color=False):
        assert max(width_of(line) for line in text.splitlines()) <= width


def test_there_is_colour_only_where_it_is_asked_for() -> None:
    for plain, painted in zip(_all(80, color=False), _all(80, color=True), strict=True):
        assert "\x1b" not in plain
        assert "\x1b[" in painted


def test_the_summary_draws_the_tree_and_asks_first_about_meaning() -> None:
    text = summary(page(builder.ferry()), width=80, color=False)
    assert text.startswith("7 articles, 2 stories, 3 independent reports\n")
    assert "○ lost: Nordfjord Wire\n" in text
    assert "└┄ ● G Ferry" in text
    assert "   ├─ B Faulty" in text
    assert "1. Quotation altered in B." in text


def _tree(family: Analysis, width: int = 80) -> list[str]:
    return list(tree_lines(tree_of(family), width, Paint(color=False)))


@given(families(), st.integers(40, 120))
@settings(max_examples=25, deadline=None)
def test_no_line_of_a_tree_is_wider_than_the_terminal(family: Analysis, width: int) -> None:
    assert max(map(width_of, _tree(family, width))) <= width


def test_an_article_of_unknown_order_hangs_on_a_dashed_arm_with_a_question_mark() -> None:
    lines = _tree(analysed([Told(), Told(is_beside=True)]))
    assert lines[2] == "└┄?B Ferry aground"
    assert "before or after A: cannot tell" in lines[3]


def test_details_are_left_out_whole_where_there_is_no_room_for_them() -> None:
    lines = _tree(analysed([Told(), Told((0,), hours=1)]), 50)
    assert lines[-1].strip() == "reprint of A, very likely (90%) · n0001.txt"


def test_many_rows_take_one_line_each_with_how_they_were_made_first() -> None:
    family = analysed([Told(), *(Told((n // 3,), title=f"Title {n}") for n in range(40))])
    lines = _tree(family)
    assert any(line.endswith("B reprint of A, very likely (90%) · Title 0") for line in lines)
    assert len(lines) == len(tree_of(family).nodes) > 24


def test_five_hundred_articles_stay_within_two_screens() -> None:
    assert len(_tree(star(500))) < 20
    assert len(_tree(analysed([Told((n // 7,) if n > 6 else ()) for n in range(500)]))) < 100


def test_escape_codes_in_an_article_do_not_reach_the_terminal() -> None:
    single: Analysis = builder.single()
    witness = builder.plain("alone", builder.WIRE, title="\x1b[2Jgone\x9b31m")
    text = summary(page(replace(single, witnesses=(witness,))), width=80, color=False)
    assert "\x1b" not in text
    assert "\x9b" not in text


def test_a_comparison_without_colour_writes_its_marks_out() -> None:
    text = comparison(*_pair("vardal"), width=80, color=False)
    assert "[-Thursday(1)-]" in text
    assert "{+Friday(1)+}" in text
    assert "2 sentences kept word for word" in text


def test_a_wide_terminal_shows_both_texts_side_by_side() -> None:
    text = comparison(*_pair("clickpress"), width=120, color=False)
    assert any("[-may-] be towed" in line and "{+will+} be" in line for line in text.splitlines())


def test_an_article_can_be_compared_with_itself() -> None:
    _, wire, _ = _pair("vardal")
    assert "retelling" in comparison(wire, wire, [], width=80, color=False)


def test_the_evidence_shows_each_weight_with_both_places() -> None:
    text = _evidence(width=90, color=False)
    assert "Related: 93%" in text
    assert "+1.9" in text
    assert "−0.3" in text
    assert f"A {builder.WIRE.index('Skarholm')}–" in text


def test_no_evidence_is_said_to_be_none() -> None:
    child, parent, _ = _pair("vardal")
    nothing = Explanation(child=child.id, parent=parent.id, related=0.01, forward=0.5, evidence=())
    assert "No signal was seen" in evidence(child, parent, nothing, width=80, color=False)


def test_quotations_stand_with_speaker_cue_and_place() -> None:
    text = quotations(builder.ferry().witnesses, width=80, color=False)
    assert "Marit Solbakk" in text
    assert "cue “told”" in text


@given(st.text(), st.integers(2, 40))
def test_wrapped_lines_fit_and_lose_no_character_but_spaces(text: str, width: int) -> None:
    lines = [span.of(text) for span in wrap(text, width)]
    assert all(width_of(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(), st.integers(3, 40))
def test_a_cut_text_fits(text: str, width: int) -> None:
    assert width_of(cut(text, width)) <= width


def test_the_best_supported_claims_come_before_those_that_only_look_so() -> None:
    shown = summary(page(retold.analysis()), width=80, color=False)
    best, echo = shown.index("corroborated:"), shown.index("echoed:")
    assert shown.index("Claims") < best < echo


def test_the_summary_counts_what_is_followed_and_shows_the_most_telling() -> None:
    shown = summary(page(traced()), width=80, color=False)
    assert "3 relations claimed between actors, by several articles:\n  Tomas Brekke" in shown
    told = " ".join(shown.split())
    assert "Tomas Brekke accuses Kystlinjen, says Tomas Brekke and Selma Aune (2 origins" in told
    assert "2 claims with a date in the timeline" in shown
    assert "people: Eleven people, 17 people, eleven people (grows)" in shown


def test_the_summary_of_many_relations_is_as_short_as_that_of_few() -> None:
    few, lots = (
        summary(page(one), width=80, color=False).partition("Actors, dates and numbers")[2]
        for one in (many(5), many(250))
    )
    assert "500 relations claimed" in lots
    assert "250 claims with a date" in lots
    assert "250 numbers" in lots
    assert len(lots.splitlines()) <= len(few.splitlines()) + 2


def test_nothing_followed_takes_no_line() -> None:
    assert "Actors" not in summary(page(builder.ferry()), width=80, color=False)


def test_a_relation_that_one_article_alone_has_is_counted_and_not_told() -> None:
    found = traced()
    alone = summary(
        page(replace(found, relations_claimed=found.relations_claimed[2:])), width=80, color=False
    )
    assert "1 relation claimed between actors\n" in alone
    assert "possibly does not accuse" not in alone
