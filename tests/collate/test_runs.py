from __future__ import annotations

import time

from newstemma.collate.lines import lines_of
from newstemma.collate.runs import passage
from tests.collate.pairs import read


def _partners(child: str, parent: str) -> list[str]:
    (line,), sources = lines_of(read(child)), lines_of(read(parent))
    found = passage(line, sources)
    return [sources[p.line].words[p.position].key if p else "-" for p in found.partners]


def test_the_longest_common_run_wins_over_a_single_word() -> None:
    partners = _partners(
        "The red boat sank near the pier", "A boat waited while the red boat sank near a reef"
    )
    assert partners[:5] == ["the", "red", "boat", "sank", "near"]


def test_inflected_forms_are_partners() -> None:
    assert _partners("boats sinking", "a boat sinks") == ["boat", "sinks"]


def test_grammar_alone_has_no_partner() -> None:
    assert set(_partners("of the in a", "in a of the")) == {"-"}


def test_a_word_is_used_once() -> None:
    assert _partners("boat boat", "one boat").count("boat") == 1


def test_words_that_repeat_without_end_take_no_time() -> None:
    started = time.process_time()
    assert _partners("red boat " * 90, "red boat " * 90)[:2] == ["red", "boat"]
    assert time.process_time() - started < 5
