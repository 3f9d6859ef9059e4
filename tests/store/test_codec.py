"""Records <-> JSON."""

from __future__ import annotations

from fractions import Fraction
from math import inf
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newstemma.records import Article, Evidence, Quantity, QuantityKind, Run, Span, Witness
from newstemma.store.codec import Undecodable, decoded, encoded
from newstemma.store.findings import FINDINGS
from tests.store.samples import any_record

_KINDS = (Article, Witness, Run, *(kind for _, kind in FINDINGS))


@pytest.mark.parametrize("kind", _KINDS)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_goes_in_comes_out_equal(kind: type[Any], data: st.DataObject) -> None:
    record = data.draw(any_record(kind))
    assert decoded(kind, encoded(record)) == record


def test_a_third_stays_a_third() -> None:
    third = Quantity(
        span=Span(0, 3), number=Span(0, 3), kind=QuantityKind.COUNT, low=Fraction(1, 3), high=None
    )
    assert decoded(Quantity, encoded(third)) == third


def test_an_infinite_number_is_written_so_that_any_reader_of_json_takes_it() -> None:
    endless = Evidence(signal="order", score=inf, weight=-inf)
    assert '"score":"Infinity"' in encoded(endless)
    assert decoded(Evidence, encoded(endless)) == endless


def test_a_field_at_its_default_is_not_written() -> None:
    assert encoded(Run(version="1")) == '{"version":"1"}'


@pytest.mark.parametrize("text", ['{"version": 1}', "{}", "[]", "3", '{"version"', ""])
def test_what_is_no_record_is_told(text: str) -> None:
    with pytest.raises(Undecodable):
        decoded(Run, text)
