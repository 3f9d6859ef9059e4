"""Contents are found by place as a look at all of them would find them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstemma.corroborate.contents import contents_of
from newstemma.records import Attribution, AttributionKind, SourceKind, Span

_SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda s: Span(s[0], s[0] + s[1])),
    max_size=7,
)


def _said(span: Span, *, speech: bool = True) -> Attribution:
    return Attribution(
        article="a",
        kind=AttributionKind.INDIRECT,
        source=None,
        source_kind=SourceKind.UNKNOWN,
        source_span=None,
        specificity=0,
        cue_span=None,
        content_spans=(span,),
        speech=speech,
        negated=False,
        parent=None,
        quotations=(),
    )


@given(_SPANS, st.integers(0, 45))
def test_every_content_around_a_place_is_found_the_shortest_first(
    spans: list[Span], at: int
) -> None:
    found = contents_of([_said(span) for span in spans]).around(at)
    holding = [(len(span), n) for n, span in enumerate(spans) if span.start <= at < span.end]
    assert list(found) == [n for _, n in sorted(holding)]


def test_what_is_only_thought_is_nobodys_word() -> None:
    assert contents_of([_said(Span(0, 9), speech=False)]).around(3) == ()


def test_a_thousand_contents_inside_each_other_are_cut() -> None:
    found = contents_of([_said(Span(n, 3000 - n)) for n in range(1000)])
    assert found.around(1500) == tuple(range(999, 991, -1))
