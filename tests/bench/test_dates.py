"""The scoring of dates: reading TimeML, and who matches whom."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("dateparser")

from bench.language.dates import Timex, documents, measure, ours, pairs

from newstemma.records import Span
from tests.data import needs, shared

_INVENTED = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2024-05-16" functionInDocument="CREATION_TIME">x</TIMEX3></DCT>
<TEXT>
Gulls &amp; terns <EVENT eid="e1">came</EVENT> <TIMEX3 tid="t1" type="DATE" value="2024-05-14">Tuesday</TIMEX3>.
They stayed for <TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3>, until <TIMEX3 tid="t3" type="TIME" value="2024-05-16TMO">this very morning</TIMEX3>.
</TEXT>
</TimeML>
"""  # noqa: E501


def _data(folder: Path) -> Path:
    (folder / "timex").mkdir()
    (folder / "timex" / "one.tml").write_text(_INVENTED, encoding="utf-8")
    return folder


def test_a_document_is_read_without_its_marks(tmp_path: Path) -> None:
    (document,) = documents(_data(tmp_path))
    assert document.created == "2024-05-16"
    assert "Gulls & terns came Tuesday." in document.text
    assert [(time.span.of(document.text), time.value) for time in document.times] == [
        ("Tuesday", "2024-05-14"),
        ("two days", "P2D"),
        ("this very morning", "2024-05-16TMO"),
    ]


def test_every_figure_has_its_baseline(tmp_path: Path) -> None:
    figures = measure(_data(tmp_path))
    own = {name for name in figures if not name.startswith("baseline.")}
    assert {"dates.extent_f1", "dates.relaxed_extent_f1", "dates.value_f1"} <= own
    assert all(f"baseline.{name}" in figures for name in own)
    assert figures["dates.extent_f1"] == 2 * 2 / (3 + 2)


def test_a_missing_set_is_skipped(tmp_path: Path) -> None:
    assert measure(tmp_path) == {}


def _timex(start: int, end: int) -> Timex:
    return Timex(span=Span(start, end), value=None)


def test_each_expression_matches_at_most_one() -> None:
    gold = [_timex(0, 10), _timex(12, 20)]
    assert len(list(pairs(gold, [_timex(0, 4), _timex(5, 10)]))) == 1
    assert len(list(pairs(gold, [_timex(0, 20)]))) == 1


def test_the_same_extent_goes_before_an_overlap() -> None:
    gold = [_timex(0, 10), _timex(8, 20)]
    found = [_timex(8, 20)]
    assert [(one.span, other.span) for one, other in pairs(gold, found)] == [
        (Span(8, 20), Span(8, 20))
    ]


@needs("data/timex")
def test_extents_on_open_documents_stay_above_their_floor() -> None:
    known = documents(shared() / "data")[:20]
    found = [(one.times, ours(one)) for one in known]
    total = sum(len(gold) + len(own) for gold, own in found)
    same = sum(len({t.span for t in gold} & {t.span for t in own}) for gold, own in found)
    assert 2 * same / total > 0.8
