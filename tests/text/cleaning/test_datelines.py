from __future__ import annotations

import pytest

from newstemma.text.cleaning.datelines import dateline_of


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        ("GENEVA (AP) — Talks resumed.", "GENEVA (AP) —"),
        ("KYIV, Ukraine (AP) — Talks resumed.", "KYIV, Ukraine (AP) —"),
        ("WASHINGTON, D.C. — Talks resumed.", "WASHINGTON, D.C. —"),
        ("HARBOUR, N.Y., Sept. 26 (UPI) — Talks resumed.", "HARBOUR, N.Y., Sept. 26 (UPI) —"),
        ("MOSCOW, November 3. /TASS/. Talks resumed.", "MOSCOW, November 3. /TASS/."),
        ("(Reuters) - Talks resumed.", "(Reuters) -"),
        ("(CNN)Talks resumed.", "(CNN)"),
        ("NEW DELHI: The court said so.", "NEW DELHI:"),
        ("London CNN — Talks resumed.", "London CNN —"),
        ("Washington, D.C. CNN — Talks resumed.", "Washington, D.C. CNN —"),
    ],
)
def test_a_dateline_opens_a_report(paragraph: str, dateline: str) -> None:
    found = dateline_of(paragraph, opening=True)
    assert found is not None
    assert found.span.of(paragraph) == dateline


@pytest.mark.parametrize(
    "paragraph",
    [
        "The World Health Organization (WHO) — a body in Geneva — said so.",
        "World Health Organization (WHO) officials said so.",
        "NATO — the alliance — said so.",
        "VALE: No, it was not.",
        "THE MAYOR: No, it was not.",
        "Senator Vale (D-Del.) — He said so.",
        "Vale - Quill race opens.",
        "EXCLUSIVE — Talks resumed.",
        "London NATO — Talks resumed.",
    ],
)
def test_other_openings_are_no_datelines(paragraph: str) -> None:
    assert dateline_of(paragraph, opening=True) is None


def test_the_agency_before_a_dash_needs_no_brackets() -> None:
    found = dateline_of("London CNN — Talks resumed.", opening=True)
    assert found is not None
    assert found.agency is not None
    assert found.agency.of("London CNN — Talks resumed.") == "CNN"
    assert dateline_of("London CNN — Talks resumed.", opening=False) is None


def test_further_down_only_an_agency_makes_a_dateline() -> None:
    assert dateline_of("PROFIT — Shares rose.", opening=False) is None
    assert dateline_of("GENEVA (AP) — Talks resumed.", opening=False) is not None
