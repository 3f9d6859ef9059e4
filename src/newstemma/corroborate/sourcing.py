"""What an article stands on: its own voice, named and unnamed sources, what it took over."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from newstemma.lineage.profile import profile
from newstemma.lineage.support import supported
from newstemma.records import Attribution, SourceKind, SourcingProfile, Span, Witness

__all__ = ["sourcing"]

_NAMED = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.ROLE})
_UNNAMED = frozenset({SourceKind.ANONYMOUS, SourceKind.COLLECTIVE, SourceKind.UNKNOWN})
_LONG = 150  # words; a shorter report may well do without a source
_ALMOST_NONE = 0.1  # of the words, given as somebody's who is named


def sourcing(witness: Witness, parents: Sequence[Witness]) -> SourcingProfile:
    """The profile of an article that was made from `parents`, if from any."""
    said = [one for one in witness.attributions if one.speech]
    total = len(witness.words) or 1
    named = _words(witness, said, _NAMED)
    unnamed = _words(witness, said, _UNNAMED) - named
    documents = _words(witness, said, frozenset({SourceKind.DOCUMENT})) - named - unnamed
    sources = tuple(
        dict.fromkeys(one.source for one in said if one.source_kind in _NAMED and one.source)
    )
    return SourcingProfile(
        article=witness.id,
        words=len(witness.words),
        taken_over=_taken(witness, parents) / total,
        named=len(named) / total,
        unnamed=len(unnamed) / total,
        documents=len(documents) / total,
        sources=sources,
        note=_note(len(witness.words), len(named) / total, sources, is_derived=bool(parents)),
    )


def _words(
    witness: Witness, said: Iterable[Attribution], kinds: frozenset[SourceKind]
) -> frozenset[int]:
    """The places of the words that are given as those of sources of some kinds."""
    starts = [word.start for word in witness.words]

    def inside(span: Span) -> range:
        return range(bisect_left(starts, span.start), bisect_left(starts, span.end))

    chosen = (span for one in said if one.source_kind in kinds for span in one.content_spans)
    return frozenset(place for span in chosen for place in inside(span))


def _taken(witness: Witness, parents: Sequence[Witness]) -> int:
    """How many of its words stand in sentences that a parent could have given."""
    own = profile(witness)
    held = frozenset().union(*(supported(own, profile(parent)) for parent in parents))
    sentences = (witness.sentences[place] for place in held)
    return sum(sentence.end_word - sentence.first_word for sentence in sentences)


def _note(words: int, named: float, sources: Sequence[str], *, is_derived: bool) -> str | None:
    if is_derived or words < _LONG or named >= _ALMOST_NONE:
        return None
    if not sources:
        return "It was made from none of the other articles, and names nobody for what it says."
    whom = sources[0] if len(sources) == 1 else f"{len(sources)} sources"
    share = max(1, round(100 * named))
    return (
        "It was made from none of the other articles, and gives "
        f"{share} in 100 of its words as those of anybody named ({whom})."
    )
