from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstemma.lineage.cover import cover
from newstemma.records import Span

spans = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(0, 20)
)


@given(spans, st.lists(spans))
def test_most_of_a_span_is_held_where_the_overlaps_add_up_to_more_than_half(
    one: Span, others: list[Span]
) -> None:
    shared = (min(one.end, other.end) - max(one.start, other.start) for other in others)
    assert cover(others).holds(one) == (2 * sum(max(0, part) for part in shared) > len(one))
