from __future__ import annotations

import re

from newstemma.text.identity.alignment import How
from newstemma.text.identity.doubts import DECISIVE, Doubt
from newstemma.text.identity.signals import SIGNALS
from newstemma.text.identity.weights import BIAS, WEIGHTS
from tests.data import REPOSITORY

_PAGE = (REPOSITORY / "docs" / "names.md").read_text(encoding="utf-8")


def test_every_signal_has_a_weight_and_speaks_against_one_bearer() -> None:
    assert list(WEIGHTS) == [signal.__name__ for signal in SIGNALS]
    assert all(weight <= 0 < BIAS for weight in WEIGHTS.values())


def test_the_page_shows_the_weights_as_they_are() -> None:
    shown = re.findall(r"^\| `(\w+)`\*? \| (-?[\d.]+) \|", _PAGE, re.MULTILINE)
    assert shown == [(name, f"{weight:.2f}") for name, weight in WEIGHTS.items()]
    assert f"The bias is {BIAS:.2f}." in _PAGE


def test_the_page_says_how_parts_go_together_and_what_forbids_it() -> None:
    assert [how for how in How if f"`{how}`" not in _PAGE] == []
    decisive, _, unsure = _PAGE.partition("and these leave them *unsure*")
    assert [doubt for doubt in DECISIVE if f"- {doubt}" not in decisive] == []
    assert [doubt for doubt in set(Doubt) - DECISIVE if f"- {doubt}" not in unsure] == []
