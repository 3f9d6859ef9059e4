"""Judges quotation marks that were taken away: a source's words in somebody else's voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from newstemma.collate.evidence import Case, finding
from newstemma.collate.runs import Place
from newstemma.collate.voices import SourceKind, Voice, is_closed, is_name, is_told
from newstemma.records import Quotation, Severity, Variant, VariantKind

__all__ = ["judge_marks"]

_WORDS = 5  # that are repeated, in runs with at most `_GAP` left out between two
_RUN = 3  # words in a row that count
_CONTENT = 3  # content words among them: so many are not repeated by chance
_NEAR_CUE = 60  # characters from a quotation to a reporting word
_GAP = 2
_RETOLD = 0.4  # of the weight of indirect speech that one quotation holds
_MARKS = frozenset('"“”„«»‘')


def judge_marks(case: Case) -> Iterator[Variant]:
    """`quote-unmarked`: words that the parent has between marks and the child has without."""
    found = list(_unmarked(case))
    yield from found or _retold(case)


def _unmarked(case: Case) -> Iterator[Variant]:
    """Words that are repeated as they are."""
    named = case.child.named
    for quotation, positions in _repeated(case).items():
        content = [n for n in positions if case.child.weights[n]]
        few = len(content) < _CONTENT or len(named.intersection(content)) > len(content) - 2
        if few or len(positions) < _WORDS or _is_marked(case, positions):
            continue
        places = sorted(p for n in positions if (p := case.passage.partners[n]))
        parent = case.line_of(places[0])
        last = max(p.position for p in places if p.line == places[0].line)
        severity, voice = _standing(case, positions, quotation)
        yield finding(
            VariantKind.QUOTE_UNMARKED,
            severity,
            f"The quoted words of {_speaker(quotation)} stand here {voice}.",
            child=(case.child, case.child.span_of(positions[0], positions[-1] + 1)),
            parent=(parent, parent.span_of(places[0].position, last + 1)),
        )


def _standing(case: Case, positions: Sequence[int], quotation: Quotation) -> tuple[Severity, str]:
    """In whose voice the words stand: a source's, the article's, or it cannot be told."""
    own = [v for v in case.own if any(n in v.scope for n in positions)]
    if any(_may_be_its_speaker(voice, quotation) for voice in own):
        return Severity.WORDING, "in indirect speech"
    if own or is_told(case.child):
        return Severity.DETAIL, "without quotation marks"
    return Severity.MEANING, "in the article's own voice"


def _speaker(quotation: Quotation) -> str:
    """Who is quoted, as a note says it inside a sentence: "a spokesman".

    Only where a reporting word gives it, and stands near unless somebody is named.
    """
    name, cue, span = quotation.speaker, quotation.cue_span, quotation.span
    if not name or not cue:
        return "a source"
    near = max(cue.start - span.end, span.start - cue.end) <= _NEAR_CUE
    if not near and not is_name(name):
        return "a source"
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if first in {"A", "An", "The", "One", "His", "Her"} else name


def _is_marked(case: Case, positions: Sequence[int]) -> bool:
    """Whether quotation marks stand round the words that are no quotation of anybody's."""
    span = case.child.span_of(positions[0], positions[-1] + 1)
    text = case.child.witness.text
    around = text[max(span.start - 2, 0) : span.start] + text[span.end : span.end + 2]
    return not _MARKS.isdisjoint(around)


def _retold(case: Case) -> Iterator[Variant]:
    """A quotation that the child tells in indirect speech: "she stressed that nobody ..."."""
    for voice in case.own:
        content = [n for n in voice.scope if case.child.weights[n]]
        if voice.kind is SourceKind.GENERIC or any(case.child.quotation_at(n) for n in voice.scope):
            continue
        told = _told(case, content)
        quotation = max(told, key=lambda q: (len(told[q]), -q.span.start), default=None)
        if quotation is None or not _may_be_its_speaker(voice, quotation):
            continue
        places = sorted(p for n in told[quotation] if (p := case.passage.partners[n]))
        weight = sum(case.child.weights[n] for n in content)
        if len(places) >= _CONTENT and _weight(case, told[quotation]) >= _RETOLD * weight:
            parent = case.line_of(places[0])
            last = max(p.position for p in places if p.line == places[0].line)
            yield finding(
                VariantKind.QUOTE_UNMARKED,
                Severity.WORDING,
                f"The quoted words of {_speaker(quotation)} are retold here in indirect speech.",
                child=(case.child, case.child.span_of(content[0], content[-1] + 1)),
                parent=(parent, parent.span_of(places[0].position, last + 1)),
            )


def _told(case: Case, positions: Sequence[int]) -> dict[Quotation, list[int]]:
    """Those of the child's `positions` whose partners stand in a quotation, by quotation."""
    found: defaultdict[Quotation, list[int]] = defaultdict(list)
    for n in positions:
        place = case.passage.partners[n]
        if place and (quotation := case.line_of(place).quotation_at(place.position)):
            found[quotation].append(n)
    return found


def _weight(case: Case, positions: Sequence[int]) -> float:
    return sum(case.child.weights[n] for n in positions)


def _may_be_its_speaker(voice: Voice, quotation: Quotation) -> bool:
    """Whether a source may be the one quoted: a pronoun, or a name that shares a part."""
    speaker = (quotation.speaker or "").casefold().split()
    if not is_name(quotation.speaker or ""):
        return True  # "the governor" may be anybody who is named
    return voice.kind is not SourceKind.NAMED or not set(voice.key.split()).isdisjoint(speaker)


def _repeated(case: Case) -> dict[Quotation, list[int]]:
    """For each quotation of the parents, the child's unquoted words that repeat runs of it."""
    found: defaultdict[Quotation, list[int]] = defaultdict(list)
    for positions, place in _runs(case):
        quotation = case.line_of(place).quotation_at(place.position)
        if quotation and len(positions) >= _RUN and is_closed(case.line_of(place), quotation):
            found[quotation] += positions
    return found


def _runs(case: Case) -> Iterator[tuple[list[int], Place]]:
    """Unquoted words of the child in a row whose partners stand in a row inside a quotation."""
    positions: list[int] = []
    places: list[Place] = []
    for n, place in enumerate(case.passage.partners):
        quoted = place and case.line_of(place).quotation_at(place.position)
        if not place or not quoted or case.child.quotation_at(n):
            continue
        if positions and not _goes_on(positions[-1], n, places[-1], place):
            yield positions, places[0]
            positions, places = [], []
        positions.append(n)
        places.append(place)
    if positions:
        yield positions, places[0]


def _goes_on(last: int, position: int, last_place: Place, place: Place) -> bool:
    step, other = position - last, place.position - last_place.position
    return place.line == last_place.line and step <= _GAP + 1 and 0 < other <= _GAP + 1
