"""Judges attributions: a source that went missing, or became another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from newstemma.collate.evidence import Case, finding, shown
from newstemma.collate.lines import Line
from newstemma.collate.spelling import is_misspelling
from newstemma.collate.stems import is_content, stem
from newstemma.collate.voices import GENERIC, SourceKind, Voice, is_told
from newstemma.records import MentionKind, Severity, Span, Variant, VariantKind
from newstemma.text.names.lexicon import ROLES

__all__ = ["judge_attributions"]

# Plurals that speak; of places and things one may be an example without a source being lost.
_SPEAKERS = GENERIC | {role for role in ROLES if role.endswith(("s", "men"))}
# Verbs by which somebody says that it is so.
_SAID_SO = frozenset(
    "linked tied connected identified attributed traced blamed accused alleged claimed confirmed "
    "estimated reported ruled determined described called suspected believed".split()
)
_PRONOUNS = frozenset("he she they his her their".split())
_COUNTED = frozenset({"some", "many", "others", "reports", "groups"})
_HELD_OFF = frozenset({"alleged", "reported", "suspected"})
_NEAR = 3  # sentences before one in which its source may be named
_LEAST_WORDS = 3  # content words that a source answers for and the child repeats
_LEAST_PLAIN = 0.4  # of the weight of the child's line, its names apart
_LEAST_SHARE = 0.25  # the same where "is believed to" or the like stands for the source


def judge_attributions(case: Case) -> Iterator[Variant]:
    """`attribution-dropped`, `attribution-changed`: who answers for the words that were kept."""
    seen: set[tuple[VariantKind, int]] = set()
    for voice, line, positions in _repeated(case):
        variant = _judge(case, voice, line, positions)
        if (
            variant
            and (variant.kind, variant.child_span.start if variant.child_span else 0) not in seen
        ):
            seen.add((variant.kind, variant.child_span.start if variant.child_span else 0))
            yield variant
    yield from _nested(case)
    yield from _generalised(case)


def _repeated(case: Case) -> Iterator[tuple[Voice, Line, list[int]]]:
    """Each source of the parents with the child's positions that repeat what it answers for.

    A source may speak in several lines; the line is the one that most of the words are from.
    """
    said: defaultdict[str, list[tuple[int, Voice, int]]] = defaultdict(list)
    for n, place in enumerate(case.passage.partners):
        for voice in case.theirs[place.line] if place else ():
            if place and place.position in voice.scope:
                said[voice.key].append((place.line, voice, n))
    named = case.child.named
    whole = sum(w for n, w in enumerate(case.child.weights) if n not in named)
    least = whole * (_LEAST_SHARE if _is_passed_on(case.child) else _LEAST_PLAIN)
    for told in said.values():
        positions = sorted({n for _, _, n in told})
        weights = [case.child.weights[n] for n in positions if n not in named]
        if sum(map(bool, weights)) >= _LEAST_WORDS and sum(weights) >= least:
            number, voice = max(told, key=lambda t: _told_weight(case, told, t[0]))[:2]
            yield voice, case.passage.parents[number], positions


def _told_weight(case: Case, told: Sequence[tuple[int, Voice, int]], line: int) -> float:
    return sum(case.child.weights[n] for number, _, n in told if number == line)


def _is_passed_on(line: Line) -> bool:
    return any(
        m.key in {"believed", "reported", "alleged"} for m in line.of_kind(MentionKind.HEDGE)
    )


def _judge(case: Case, voice: Voice, line: Line, positions: Sequence[int]) -> Variant | None:
    if voice.kind is not SourceKind.NAMED or _is_named(case.child, voice):
        return None
    span = _extent(case.child, positions)
    there = _partner_extent(case, line, positions)
    if line.clauses and not any(content.overlaps(there) for content in line.attributed):
        return None  # the parse does not have it as anybody's
    own = [v for v in case.own if any(n in v.scope for n in positions)]
    name = voice.name
    if not own:
        if not _is_bearer(line, voice) or _is_held_off(case, voice, span):
            return None
        note = f"The parent has this from {name}; here nobody is named as its source."
        kind = VariantKind.ATTRIBUTION_DROPPED
        near = (*_earlier(case), *(one for one in (case.after,) if one))
        carried = any(_is_named(one, voice) or is_told(one) for one in near)
        severity = Severity.DETAIL if carried else Severity.MEANING
        return finding(kind, severity, note, child=(case.child, span), parent=(line, there))
    generic = next((v for v in own if v.kind is SourceKind.GENERIC), None)
    if generic is None or any(word.key == generic.key for word in line.words):
        return None
    end = case.child.words[generic.cue].end if generic.cue is not None else generic.span.end
    span = Span(min(generic.span.start, end), max(generic.span.end, end))
    note = f"The parent has this from {name}; here it is {shown(case.child.text_of(generic.span))}."
    kind, severity = VariantKind.ATTRIBUTION_CHANGED, Severity.MEANING
    return finding(kind, severity, note, child=(case.child, span), parent=(line, there))


def _is_named(line: Line, voice: Voice) -> bool:
    """Whether the child's line names the source, by any part of the name."""
    parts = {stem(part) for part in voice.key.split() if len(part) > 1 and is_content(part)}
    if not parts.isdisjoint(line.stems):
        return True
    return any(is_misspelling(m.key, voice.key) for m in line.of_kind(MentionKind.NAME))


def _is_bearer(line: Line, voice: Voice) -> bool:
    """Whether a source may speak: what is all in capitals must be a name by the parse."""
    plain = any(map(str.islower, voice.name)) or not line.clauses
    return plain or any(one.span.overlaps(voice.span) for one in line.witness.entities)


def _is_held_off(case: Case, voice: Voice, span: Span) -> bool:
    """Whether the child reports a content, hedges it, or gives it of the source as "he"."""
    line = case.child
    given = (content for one in line.voiced for content in one.content_spans)
    if is_told(line) or any(content.overlaps(span) for content in given):
        return True
    if any(m.key in _HELD_OFF for m in line.of_kind(MentionKind.HEDGE)):
        return True
    meant = not _PRONOUNS.isdisjoint(word.key for word in line.words)
    return meant and any(_is_named(one, voice) for one in _earlier(case))


def _earlier(case: Case) -> Sequence[Line]:
    """The child's lines right before this one, in its paragraph."""
    near = case.earlier[-_NEAR:]
    return [one for one in near if one.paragraph == case.child.paragraph]


def _extent(line: Line, positions: Sequence[int]) -> Span:
    return line.span_of(min(positions), max(positions) + 1)


def _partner_extent(case: Case, line: Line, positions: Sequence[int]) -> Span:
    places = [case.passage.partners[n] for n in positions]
    there = [p.position for p in places if p and case.line_of(p) is line]
    return line.span_of(min(there), max(there) + 1)


def _nested(case: Case) -> Iterator[Variant]:
    """A source that stood right before a verb which the child keeps without it."""
    own = {place: n for n, place in enumerate(case.passage.partners) if place}
    for number, line in enumerate(case.passage.parents):
        for place in sorted(own):
            if place.line == number and (source := _source_before(line, place.position)):
                position = own[place]
                if (
                    not _has_source_before(case.child, position)
                    and source[1] not in case.child.stems
                ):
                    yield _lost(case, line, place.position, position, source[0])


def _source_before(line: Line, verb: int) -> tuple[Span, str] | None:
    """The generic source that is the subject of the past-tense verb at a position."""
    if verb == 0 or line.words[verb].key not in _SAID_SO or line.quotation_at(verb):
        return None
    before = line.words[verb - 1]
    if before.key not in GENERIC - _COUNTED:
        return None
    first = verb - 1
    names = [m.span for m in line.of_kind(MentionKind.NAME) if m.span.end <= before.start]
    if names and line.text_of(Span(names[-1].end, before.start)).strip() == "":
        return Span(names[-1].start, before.end), stem(before.key)
    return line.words[first].span, stem(before.key)


def _has_source_before(line: Line, position: int) -> bool:
    if position == 0:
        return False
    before = line.words[position - 1]
    return before.key in GENERIC or before.key in {"he", "she", "they", "who", "it"}


def _lost(case: Case, line: Line, verb: int, position: int, source: Span) -> Variant:
    end = position + 1
    while end < len(case.child.words) and end < position + 8 and case.passage.partners[end]:
        end += 1
    return finding(
        VariantKind.ATTRIBUTION_DROPPED,
        Severity.MEANING,
        f"{shown(line.text_of(source))} said so in the parent; here it stands as a fact.",
        child=(case.child, case.child.span_of(position, end)),
        parent=(line, Span(source.start, line.words[verb].end)),
    )


def _generalised(case: Case) -> Iterator[Variant]:
    """One named source that the child gives as an example of many: "analysts like NAME"."""
    line = case.child
    for mention in line.of_kind(MentionKind.NAME):
        own = line.positions(mention.span)
        many = _many_before(line, own.start) if own else None
        place = case.passage.partners[own.start] if own else None
        if many is None or place is None:
            continue
        parent = case.line_of(place)
        there = _name_at(parent, place.position)
        listed = _is_listed(line, mention.span) or _is_listed(parent, there)
        example = listed or _is_example(parent, place.position)
        if not example and line.stems[many] not in parent.stems:
            name = line.text_of(mention.span)
            yield finding(
                VariantKind.ATTRIBUTION_CHANGED,
                Severity.MEANING,
                f"The parent names {name} alone; here {name} is one example of many.",
                child=(line, line.span_of(many, own.stop)),
                parent=(parent, there),
            )


def _name_at(line: Line, position: int) -> Span:
    word = line.words[position].span
    names = [m.span for m in line.of_kind(MentionKind.NAME) if m.span.covers(word)]
    return names[0] if names else word


def _is_listed(line: Line, span: Span) -> bool:
    """Whether another name follows or precedes one, parted by no more than "," or "and"."""
    names = [m.span for m in line.of_kind(MentionKind.NAME)]
    gaps = [Span(span.end, n.start) for n in names if n.start >= span.end]
    gaps += [Span(n.end, span.start) for n in names if n.end <= span.start]
    return any(line.text_of(gap).strip(" ,") in {"", "and", "or"} for gap in gaps)


def _is_example(line: Line, position: int) -> bool:
    keys = [word.key for word in line.words[max(position - 5, 0) : position]]
    return not {"like", "such", "including", "among"}.isdisjoint(keys)


def _many_before(line: Line, position: int) -> int | None:
    """Where a plural stands of which the name at a position is an example."""
    keys = [word.key for word in line.words[max(position - 4, 0) : position]]
    if keys[-1:] == ["like"]:
        at = position - 2
    elif keys[-2:] == ["such", "as"]:
        at = position - 3
    else:
        return None
    return at if at >= 0 and line.words[at].key in _SPEAKERS else None
