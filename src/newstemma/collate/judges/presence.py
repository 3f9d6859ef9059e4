"""Tells what was kept, what was left out, and what stands in no known parent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newstemma.collate.align import Aligned
from newstemma.collate.evidence import LONGEST, Case, finding
from newstemma.collate.known import SAME_START
from newstemma.collate.lines import Line
from newstemma.collate.stems import stem
from newstemma.collate.support import Places, places_of, support
from newstemma.lineage.commentary import COMMENTARY
from newstemma.records import MentionKind, Severity, Span, Variant, VariantKind

__all__ = [
    "Background",
    "background",
    "judge_addition",
    "judge_lost_denials",
    "judge_omissions",
    "kept",
]

# Set by reading, on the open half of `rewrites/` and the seeds: see docs/variants.md.
_ADDED = 0.2  # of a line's weight that parents may hold where the line counts as added,
_UNTOLD = 0.1  # and of the weight of its pairs of words,
_FAMILIAR = 0.2  # and of its weight that may stand anywhere in the parents, strewn,
_TAKEN_UP = 0.29  # and of any line of the parents that it may take up
_POINTED_AT = 0.6  # the same for a comment that points back to what it takes up
_SHORT_LINE = 8.0  # nats; a parent's line that tells less is taken for one that tells so much
_LEAST_STRANGE = 30.0  # nats that such a line must tell
_COMMENT = 0.2  # of a line's words that sum up or weigh, so that it counts as comment
_COMMENTS = 2  # of them at least; one is enough after "This" or "Such": then
_POINTING = frozenset("this these such those".split())
_ADDED_COMMENT = 0.3  # so much may stand in lines of the parents,
_UNTOLD_COMMENT = 0.15  # and so many of its pairs; and, as parents draw the same conclusion,
_FAMILIAR_COMMENT = 0.15  # so much anywhere in them, unless
_FOREIGN = 0.45  # they hold no more of the line that it comments on
_OTHERS_HOLD = 0.35  # of a line's weight in another article that may have it,
_OTHERS_PAIR = 0.25  # and of its pairs
_MOST_LINES = 64  # of the parents that one word may lead to
_TOLD = 0.5  # of a line's weight in lines of another article that says the same,
_TOLD_PAIRS = 0.4  # and of its pairs
_COPIED = 0.9  # of a line's weight in lines of a parent where it counts as copied
_MOST_COPIED = 0.5  # of the lines of a child that copies: there a line that is not copied is new
_ADDED_COPY = 0.5
_STREWN = 0.3  # of the pairs of a parent's line that such a child may hold where it left it out
_LEAST_COPY = 10.0  # nats
_LEAST_WEIGHT = 15.0  # nats: what tells less cannot be judged
_OMITTED = 0.35  # of a parent line's weight that the child may hold where it counts as omitted
# Verbs that deny, and what is denied: a claim, and not bail, education or insurance.
_DENYING = frozenset(
    "denied denies deny denying rejected rejects rejecting disputed disputes disputing refuted "
    "refutes refuting contradicted contradicts contradicting dismissed dismisses".split()
)
_CLAIMS = frozenset(
    map(
        stem,
        "allegation accusation claim charge report rumor rumour wrongdoing involvement knowledge "
        "responsibility guilt suggestion assertion account version story finding figures estimate "
        "criticism link tie role plot connection characterization notion lie statement".split(),
    )
)
# What "denied" alone may govern: that it happened, it, having done it.
_OF_DENIED = frozenset(
    "that it any all this doing having being knowing committing making using taking giving "
    "receiving".split()
)
_CLAIMED_NEAR = 5  # words after such a verb among which stands what it denies
_NO_DENIAL_BEFORE = frozenset("cannot can't can could not nobody no never longer none".split())
_PASSIVE = frozenset("was were been be being is are".split())  # what was denied to somebody
_LEAST_KEPT = 3  # content words in a stretch that counts as kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What additions are judged against: where words stand, and whether the child copies."""

    parents: Places
    others: Places
    child: Places
    starts: Mapping[str, Mapping[int, float]]  # of words -> parents' line -> weight
    weights: Sequence[float]  # of the parents' lines
    copies: bool


def background(
    parents: Sequence[Line], others: Sequence[Line], held: Sequence[Aligned]
) -> Background:
    """What is known of a child's parents, of the rest of the story, and of its way of retelling."""
    starts: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for number, line in enumerate(parents):
        for key, weight in zip(line.stems, line.weights, strict=True):
            if weight and len(starts[_start(key)]) < _MOST_LINES:
                starts[_start(key)][number] = weight
    copied = sum(aligned.coverage >= _COPIED for aligned in held)
    return Background(
        parents=places_of(parents),
        others=places_of(others),
        starts=starts,
        weights=[line.weight for line in parents],
        child=places_of([aligned.child for aligned in held]),
        copies=copied >= _MOST_COPIED * max(len(held), 1),
    )


def judge_addition(
    case: Case, held: Aligned, before: Aligned | None, elsewhere: Aligned, background: Background
) -> Iterator[Variant]:
    """`added`: a line of which no parent puts the words together.

    A line of strange words; one that comments on what was added `before` it, or on the story in
    words that no parent has; in a child that otherwise copies, one that was not copied.
    """
    if not _is_added(held, before, background):
        return
    severity, note = _standing(case.child, elsewhere, background)
    place = (case.child, case.child.span)
    yield finding(VariantKind.ADDED, severity, note, child=place, parent=case.parent)


def _standing(line: Line, elsewhere: Aligned, background: Background) -> tuple[Severity, str]:
    """What an addition is to the rest of the story: told there, told nowhere, or neither."""
    told = support(line, background.others)
    if elsewhere.coverage >= _TOLD and told >= _TOLD_PAIRS:
        return Severity.DETAIL, "No parent says this; another article of the story does."
    if elsewhere.coverage < _OTHERS_HOLD and told <= _OTHERS_PAIR:
        return Severity.MEANING, "No parent and no other article of the story says this."
    return Severity.MEANING, "No parent says this."


def _is_added(held: Aligned, before: Aligned | None, background: Background) -> bool:
    line, untold = held.child, support(held.child, background.parents)
    if background.copies and line.weight >= _LEAST_COPY:
        return held.coverage < _ADDED_COPY and untold <= _UNTOLD
    if line.weight < _LEAST_WEIGHT:
        return False
    familiar, own = _familiar(line, background), _is_foreign(before)
    points_back = line.words[0].key in _POINTING
    if _is_comment(line, points_back):
        loose = held.coverage < _ADDED_COMMENT and untold <= _UNTOLD_COMMENT
        most = _POINTED_AT if points_back else _TAKEN_UP
        fresh = own or familiar <= _FAMILIAR_COMMENT
        return loose and fresh and _taken_up(line, background) < most
    if line.weight < _LEAST_STRANGE or held.coverage >= _ADDED or untold > _UNTOLD:
        return False
    strange = familiar <= _FAMILIAR and (own or _tells(line))
    return strange and _taken_up(line, background) < _TAKEN_UP


def _is_foreign(before: Aligned | None) -> bool:
    """Whether parents hold little of the line before, so that it is no comment on what they say."""
    return before is not None and before.coverage <= _FOREIGN


def _tells(line: Line) -> bool:
    """Whether a line tells something: it names, counts or dates, somebody says it, or it does not
    weigh at all.
    """
    given = line.of_kind(MentionKind.NAME, MentionKind.NUMBER, MentionKind.DATE)
    return bool(given or line.voiced) or COMMENTARY.isdisjoint(word.key for word in line.words)


def _is_comment(line: Line, points_back: bool) -> bool:
    """Whether a line sums up, weighs or comments: "This highlights the broader implications"."""
    content = [word.key for word, weight in zip(line.words, line.weights, strict=True) if weight]
    comments = sum(key in COMMENTARY for key in content)
    if points_back:
        return comments > 0
    return comments >= _COMMENTS and comments >= _COMMENT * len(content)


def _familiar(line: Line, background: Background) -> float:
    """How much of a line's weight stands anywhere in the parents, by the starts of its words."""
    pairs = zip(line.stems, line.weights, strict=True)
    known = sum(
        w for key, w in pairs if key in background.parents or _start(key) in background.starts
    )
    return known / line.weight


def _taken_up(line: Line, background: Background) -> float:
    """The largest share of a parent's line whose words the line takes up, by their starts."""
    own = {_start(key) for key, weight in zip(line.stems, line.weights, strict=True) if weight}
    held: defaultdict[int, float] = defaultdict(float)
    for start in sorted(own):
        for number, weight in background.starts.get(start, {}).items():
            held[number] += weight
    whole = background.weights
    return max((w / max(whole[n], _SHORT_LINE) for n, w in held.items()), default=0.0)


def _start(key: str) -> str:
    return key[:SAME_START]


def judge_omissions(
    parents: Sequence[Aligned], child: str, background: Background
) -> Iterator[Variant]:
    """`omitted`: the lines of a parent of which the child holds little.

    In a child that otherwise copies, whatever was not copied.
    """
    for aligned in parents:
        line = aligned.child
        least = _LEAST_COPY if background.copies else _LEAST_WEIGHT
        if line.weight >= least and _is_omitted(aligned, background):
            yield _omission(line, child, Severity.DETAIL, "The child leaves this out.")


def _is_omitted(aligned: Aligned, background: Background) -> bool:
    if not background.copies or aligned.coverage < _OMITTED:
        return aligned.coverage < _OMITTED
    strewn = support(aligned.child, background.child) <= _STREWN
    return strewn and _best_share(aligned) < _ADDED_COPY


def _best_share(aligned: Aligned) -> float:
    """The share of a line's weight that stands in the one line that holds most of it."""
    line = aligned.child
    held = frozenset(aligned.parents[0].stems) if aligned.parents else frozenset()
    pairs = zip(line.stems, line.weights, strict=True)
    return sum(weight for key, weight in pairs if key in held) / line.weight


def judge_lost_denials(parents: Sequence[Line], child: Sequence[Line]) -> Iterator[Variant]:
    """`omitted`, in meaning: a parent's denial, where the child has no denial at all."""
    if child and not any(_may_deny(line) for line in child):
        for line in parents:
            if _denies(line):
                note = "The parent's denial is left out."
                yield _omission(line, child[0].witness.id, Severity.MEANING, note)


def _may_deny(line: Line) -> bool:
    """Whether anything in a line looks like a denial."""
    return any(word.key in _DENYING for word in line.words)


def _denies(line: Line) -> bool:
    """Whether somebody denies a claim in a line, outside quotations."""
    return any(
        word.key in _DENYING
        and _is_plain(line, n)
        and _has_claim(line, n)
        and not line.quotation_at(n)
        for n, word in enumerate(line.words)
    )


def _is_plain(line: Line, position: int) -> bool:
    """Whether the verb at a position is somebody's, neither passive nor itself denied."""
    before = [word.key for word in line.words[max(position - 3, 0) : position]]
    return before[-1:] != [] and before[-1] not in _PASSIVE and _NO_DENIAL_BEFORE.isdisjoint(before)


def _has_claim(line: Line, position: int) -> bool:
    """Whether a claim is what the verb at a position denies."""
    end = line.clause_end(position, position + 1 + _CLAIMED_NEAR)
    after = range(position + 1, end)
    if any(line.stems[n] in _CLAIMS for n in after):
        return True
    said = line.words[position].key.startswith("den") and bool(after)
    return said and line.words[position + 1].key in _OF_DENIED


def _omission(line: Line, child: str, severity: Severity, note: str) -> Variant:
    return Variant(
        child=child,
        child_span=None,
        parent=line.witness.id,
        parent_span=Span(line.span.start, min(line.span.end, line.span.start + LONGEST)),
        kind=VariantKind.OMITTED,
        severity=severity,
        note=note,
    )


def kept(case: Case, changed: Sequence[Span]) -> Iterator[Variant]:
    """`kept`: stretches whose words all stand in a parent's line and where nothing changed."""
    stretch: list[int] = []
    for position in range(len(case.child.words)):
        if _goes_on(case, stretch, position, changed):
            stretch.append(position)
        else:
            yield from _stretch(case, stretch)
            stretch = [position] if _is_start(case, position, changed) else []
    yield from _stretch(case, stretch)


def _is_start(case: Case, position: int, changed: Sequence[Span]) -> bool:
    word = case.child.words[position].span
    return bool(case.passage.partners[position]) and not any(s.overlaps(word) for s in changed)


def _goes_on(case: Case, stretch: Sequence[int], position: int, changed: Sequence[Span]) -> bool:
    place = case.passage.partners[position]
    last = case.passage.partners[stretch[-1]] if stretch else None
    if not _is_start(case, position, changed) or not place or not last:
        return False
    return place.line == last.line and 0 < place.position - last.position <= 2


def _stretch(case: Case, positions: Sequence[int]) -> Iterator[Variant]:
    if sum(1 for n in positions if case.child.weights[n]) < _LEAST_KEPT:
        return
    first, last = case.passage.partners[positions[0]], case.passage.partners[positions[-1]]
    if first and last:
        line: Line = case.line_of(first)
        yield finding(
            VariantKind.KEPT,
            Severity.WORDING,
            "Carried over.",
            child=(case.child, case.child.span_of(positions[0], positions[-1] + 1)),
            parent=(line, line.span_of(first.position, last.position + 1)),
        )
