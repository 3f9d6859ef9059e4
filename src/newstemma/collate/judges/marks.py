"""Judges quotation marks that were taken away: a source's words in somebody else's voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from newstemma.collate.credit import credited
from newstemma.collate.evidence import Case, finding
from newstemma.collate.lines import Line
from newstemma.collate.runs import Place
from newstemma.collate.voices import SourceKind, Voice, is_closed, is_name, is_told, is_whole
from newstemma.records import (
    Attribution,
    MentionKind,
    Quotation,
    Severity,
    Span,
    Variant,
    VariantKind,
)
from newstemma.records import SourceKind as Given

__all__ = ["judge_marks"]

_WORDS = 5  # that are repeated, in runs with at most `_GAP` left out between two
_RUN = 3  # words in a row that count
_CONTENT = 3  # content words among them: so many are not repeated by chance
_LEAST = 12.0  # nats that they must tell: fewer are anybody's words
_PLAIN = 2  # of the content words that are no names, and what these must tell
_LEAST_PLAIN = 8.0
_SHARE = 0.6  # of what stands from their first to their last, on both sides
_APART = 8  # words between two runs that are taken together
_GAP = 2
_RETOLD = 0.4  # of the weight of indirect speech that one quotation holds
_RETOLD_HERE = 0.38  # of what stands from its first word to its last, on both sides
_CREDITED = 2  # sentences before one that may name who says or does something
_MARKS = frozenset('"“”„«»‘')
_ACCUSING = frozenset(
    "accuse accuses accused accusing accuser accusers accusation accusations allegation "
    "allegations alleged allegedly reportedly report reports charge charges charged "
    "testimony statement interview".split()
)
_SAYING = frozenset("said says told asked asks stated states reported announced".split())
_FIRST = frozenset("i we you".split())
_EARLY = 8  # words of a line among which a verb governs all of it


def judge_marks(case: Case) -> Iterator[Variant]:
    """`quote-unmarked`: words that the parent has between marks and the child has without."""
    found = list(_unmarked(case))
    yield from found or _retold(case)


def _unmarked(case: Case) -> Iterator[Variant]:
    """Words that are repeated as they are."""
    for quotation, runs in _repeated(case).items():
        cluster = max(_clusters(runs), key=lambda c: (_weight(case, c), -c[0]))
        positions, parent, there = _there(case, cluster)
        held = _is_marked(case, positions) or _is_quoted_beside(case, positions)
        whole = sum(parent.weights[there.start : there.stop])
        if held or _weight(case, positions) < _SHARE * whole or not _is_telling(case, positions):
            continue
        if _is_telling(case, cluster):  # the next line of the quotation is repeated as well
            positions = cluster
        severity, voice = _standing(case, positions, quotation)
        yield finding(
            VariantKind.QUOTE_UNMARKED,
            severity,
            f"The quoted words of {_speaker(parent, quotation)} stand here {voice}.",
            child=(case.child, case.child.span_of(positions[0], positions[-1] + 1)),
            parent=(parent, _partner_extent(case, positions)),
        )


def _partner_extent(case: Case, positions: Sequence[int]) -> Span:
    """From the first to the last of the parent's words that some positions repeat."""
    places = [place for n in positions if (place := case.passage.partners[n])]
    spans = [case.line_of(place).words[place.position].span for place in places]
    return Span(min(one.start for one in spans), max(one.end for one in spans))


def _clusters(runs: Sequence[Sequence[int]]) -> list[list[int]]:
    """Runs of positions, in order, those near each other taken together."""
    found = [list(runs[0])]
    for run in runs[1:]:
        if run[0] - found[-1][-1] <= _APART:
            found[-1] += run
        else:
            found.append(list(run))
    return found


def _there(case: Case, positions: Sequence[int]) -> tuple[list[int], Line, range]:
    """Those of some positions whose partners stand in the line that has most of them, that line,
    and from where to where they stand there.
    """
    places = {n: p for n in positions if (p := case.passage.partners[n])}
    lines = [place.line for place in places.values()]
    number = max(sorted(set(lines)), key=lines.count)
    inside = [place.position for place in places.values() if place.line == number]
    held = [n for n, place in places.items() if place.line == number]
    return held, case.passage.parents[number], range(min(inside), max(inside) + 1)


def _is_telling(case: Case, positions: Sequence[int]) -> bool:
    """Whether words are too many, too telling and too close to be repeated by chance."""
    content = [n for n in positions if case.child.weights[n]]
    if len(positions) < _WORDS or len(content) < _CONTENT:
        return False
    names = [n for entity in case.child.entities for n in case.child.positions(entity.span)]
    plain = set(content) - case.child.named.union(names)
    if len(plain) < _PLAIN or _weight(case, sorted(plain)) < _LEAST_PLAIN:
        return False
    extent = sum(case.child.weights[positions[0] : positions[-1] + 1])
    return _weight(case, positions) >= max(_LEAST, _SHARE * extent)


def _standing(case: Case, positions: Sequence[int], quotation: Quotation) -> tuple[Severity, str]:
    """In whose voice the words stand: a source's, the article's, or it cannot be told."""
    own = [v for v in case.own if any(n in v.scope for n in positions)]
    if any(_may_be_its_speaker(voice, quotation) for voice in own):
        return Severity.WORDING, "in indirect speech"
    words = case.child.span_of(positions[0], positions[-1] + 1)
    told = [
        one
        for one in case.child.voiced
        if any(content.covers(words) for content in one.content_spans)
    ]
    if not own and any(_may_be_source(one, quotation) for one in told):
        return Severity.WORDING, "in indirect speech"
    if own or _is_credited(case, quotation):
        return Severity.DETAIL, "without quotation marks"
    return Severity.MEANING, "in the article's own voice"


def _is_credited(case: Case, quotation: Quotation) -> bool:
    """Whether the sentence, or one right before it, tells of a source, an accusation, a doubt."""
    near = [one for one in case.earlier if one.paragraph == case.child.paragraph]
    return any(_tells(line, quotation) for line in (case.child, *near[-_CREDITED:]))


def _tells(line: Line, quotation: Quotation) -> bool:
    parts = {part.casefold() for part in (quotation.speaker or "").split() if part[:1].isupper()}
    keys = {word.key for word in line.words}
    hedged = bool(line.of_kind(MentionKind.HEDGE)) or not keys.isdisjoint(_ACCUSING)
    return hedged or bool(line.attributed) or is_told(line) or not parts.isdisjoint(keys)


def _speaker(line: Line, quotation: Quotation) -> str:
    return credited(line.witness, quotation) or "a source"


def _is_passed_on(line: Line, quotation: Quotation) -> bool:
    """Whether a quotation reports in its turn, early in this line, what somebody else says."""
    inside = line.positions(quotation.span)[:_EARLY]
    return any(
        line.words[n].key in _SAYING and line.words[n - 1].key not in _FIRST for n in inside if n
    )


def _is_marked(case: Case, positions: Sequence[int]) -> bool:
    """Whether quotation marks stand round the words that are no quotation of anybody's."""
    span = case.child.span_of(positions[0], positions[-1] + 1)
    text = case.child.witness.text
    around = text[max(span.start - 2, 0) : span.start] + text[span.end : span.end + 2]
    return not _MARKS.isdisjoint(around)


def _is_quoted_beside(case: Case, positions: Sequence[int]) -> bool:
    """Whether the child quotes most of the words as well, in this sentence or one beside it."""
    beside = (one for one in (case.before, case.child, case.after) if one)
    quoted = {
        key for one in beside for n, key in enumerate(one.stems) if one.quotation_at(n) is not None
    }
    held = [n for n in positions if case.child.stems[n] in quoted]
    return _weight(case, held) >= _SHARE * _weight(case, positions)


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
        positions, parent, there = _there(case, told[quotation])
        weight = sum(case.child.weights[n] for n in content)
        if _is_retold(case, positions, parent, there, weight):
            speaker = _speaker(parent, quotation)
            yield finding(
                VariantKind.QUOTE_UNMARKED,
                Severity.WORDING,
                f"The quoted words of {speaker} are retold here in indirect speech.",
                child=(case.child, case.child.span_of(positions[0], positions[-1] + 1)),
                parent=(parent, parent.span_of(there.start, there.stop)),
            )


def _is_retold(
    case: Case, positions: Sequence[int], parent: Line, there: range, weight: float
) -> bool:
    """Whether indirect speech of a weight, and from their first to their last, is these words."""
    held = _weight(case, positions)
    extent = sum(case.child.weights[positions[0] : positions[-1] + 1])
    most = max(extent, sum(parent.weights[there.start : there.stop]))
    least = max(_RETOLD * weight, _RETOLD_HERE * most)
    return len(positions) >= _CONTENT and held >= least


def _told(case: Case, positions: Sequence[int]) -> dict[Quotation, list[int]]:
    """Those of the child's `positions` whose partners stand in a quotation, by quotation."""
    found: defaultdict[Quotation, list[int]] = defaultdict(list)
    for n in positions:
        place = case.passage.partners[n]
        line = case.line_of(place) if place else None
        quotation = line.quotation_at(place.position) if line and place else None
        if line and quotation and is_whole(line, quotation) and not _is_passed_on(line, quotation):
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


def _may_be_source(one: Attribution, quotation: Quotation) -> bool:
    """Whether the source of indirect speech may be the one quoted, by the parts of a name."""
    source = one.source or ""
    if not is_name(quotation.speaker or "") or one.source_kind is not Given.PERSON:
        return one.source_kind is not Given.NONE
    return not {*source.casefold().split()}.isdisjoint((quotation.speaker or "").casefold().split())


def _repeated(case: Case) -> dict[Quotation, list[list[int]]]:
    """For each quotation of the parents, the runs of the child's unquoted words that repeat it."""
    found: defaultdict[Quotation, list[list[int]]] = defaultdict(list)
    for positions, place in _runs(case):
        line = case.line_of(place)
        quotation = line.quotation_at(place.position)
        if not quotation or len(positions) < _RUN or not is_closed(line, quotation):
            continue
        if not _is_passed_on(line, quotation):
            found[quotation].append(positions)
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
