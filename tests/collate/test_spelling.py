from __future__ import annotations

import pytest

from newstemma.collate.spelling import is_misspelling
from newstemma.records import Severity, VariantKind
from tests.collate.pairs import collate, kinds

_PARENT = (
    "Ilona Verhoeven, an engineer in Port Alder, inspected the dam. "
    '"The northern breakwater will not last another winter," Verhoeven said.'
)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("ilsa verhoeven", "ilsa verhoeven"),
        ("iran", "iraq"),
        ("kim jong un", "kim jong il"),
        ("anna kessel", "hanna wessel"),
        ("ilsa verhoeven", "tomas reyl"),
        ("", ""),
    ],
)
def test_what_is_no_slip_is_not_taken_for_one(name: str, other: str) -> None:
    assert not is_misspelling(name, other)


def test_one_person_in_two_spellings_is_a_detail_and_no_other_speaker() -> None:
    child = _PARENT.replace("Ilona Verhoeven", "Illona Vehroeven").replace(
        "Verhoeven said", "Vehroeven said"
    )
    assert VariantKind.QUOTE_MISATTRIBUTED not in kinds(child, _PARENT)
    changed = [v for v in collate(child, _PARENT) if v.kind is VariantKind.ENTITY_CHANGED]
    assert {v.severity for v in changed} <= {Severity.DETAIL}
