"""Every kind has its words."""

from __future__ import annotations

import math

import pytest

from newstemma.records import (
    DerivationKind,
    FurnitureKind,
    QuotationKind,
    RelationKind,
    Severity,
    VariantKind,
)
from newstemma.views import wording


def test_every_kind_has_a_label_and_no_label_is_left_over() -> None:
    assert set(wording.DERIVATIONS) == set(DerivationKind)
    assert set(wording.RELATIONS) == set(RelationKind)
    assert set(wording.VARIANTS) == set(VariantKind)
    assert set(wording.SEVERITIES) == set(Severity)
    assert set(wording.QUOTATIONS) == set(QuotationKind)
    assert set(wording.FURNITURE) == set(FurnitureKind)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_not_printed_as_one(value: float) -> None:
    assert {wording.number(value), wording.signed(value), wording.percent(value)} == {"not known"}


@pytest.mark.parametrize("published", ["", "0000-00-00", "x" * 7, "2025-13", "2025-02-30T25:00"])
def test_a_date_that_is_none_stays_as_it_is(published: str) -> None:
    assert wording.date(published) == published
