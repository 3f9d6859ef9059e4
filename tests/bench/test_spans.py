"""Exact spans, as they are scored."""

from __future__ import annotations

from bench.language.spans import Ruler, exact_counts, f1

from newstemma.records import Span


def _labels(text: str, role: str, *parts: str) -> set[object]:
    ruler = Ruler(text)
    spans = (Span(text.index(part), text.index(part) + len(part)) for part in parts)
    return {label for span in spans for label in ruler.labelled(role, span)}


def test_a_span_inside_a_word_is_that_word() -> None:
    assert _labels("Ann Lee said", "source", "nn Le") == _labels(
        "Ann Lee said", "source", "Ann Lee"
    )


def test_a_sign_more_is_another_span() -> None:
    assert _labels("Lee, she", "source", "Lee,") != _labels("Lee, she", "source", "Lee")


def test_a_span_over_two_paragraphs_is_two() -> None:
    assert len(_labels("It fell.\nIt sank.", "content", "fell.\nIt sank")) == 2


def test_a_right_span_in_another_role_is_wrong() -> None:
    ruler = Ruler("Lee said")
    source, cue = (list(ruler.labelled(role, Span(0, 3))) for role in ("source", "cue"))
    counts = exact_counts(source, cue)
    assert (f1(counts, "source"), f1(counts, "cue")) == (0, 0)


def test_f1_weighs_what_is_missed_and_what_is_too_much() -> None:
    ruler = Ruler("Lee and Maas said")
    wanted = [*ruler.labelled("source", Span(0, 3)), *ruler.labelled("source", Span(8, 12))]
    assert f1(exact_counts(wanted, wanted[:1]), "source") == 2 / 3
