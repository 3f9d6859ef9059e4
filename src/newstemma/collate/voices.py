"""Tells in whose voice a sentence speaks: the outlet's own, or a source's.

An attribution is a source, a cue and a content (Pareti 2012); here a voice is the source with
the positions of the words it answers for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from newstemma.collate.lines import Line
from newstemma.records import Mention, MentionKind, Quotation, Span, Word
from newstemma.text.names.lexicon import ROLES
from newstemma.text.quotations.cues import Cue, Form, Reach, cue_table

__all__ = [
    "GENERIC",
    "SourceKind",
    "Voice",
    "is_closed",
    "is_name",
    "is_told",
    "is_whole",
    "voices",
]


class SourceKind(StrEnum):
    """How a source is given."""

    NAMED = "named"
    GENERIC = "generic"  # "analysts", "officials"
    OTHER = "other"  # a pronoun, "her lawyer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A source in a line: `name` as the line gives it, `span` where it stands.

    `scope` are the positions that it answers for, `cue` that of the reporting word, absent for
    a quotation that runs on.
    """

    kind: SourceKind
    name: str
    key: str
    span: Span
    scope: range
    cue: int | None = None


# Sources without a name, who speak as one.
GENERIC = frozenset(
    "official officials authorities analyst analysts expert experts source sources observer "
    "observers critic critics prosecutor prosecutors investigator investigators police researcher "
    "researchers scientist scientists witnesses lawmakers diplomats advocates activists residents "
    "doctors economists historians commentators pundits insiders reports some many others scholars "
    "supporters opponents regulators agents detectives aides allies groups".split()
)
_PRONOUNS = frozenset("he she they it who we i".split())
_BETWEEN = frozenset(
    "has have had also further then later repeatedly recently publicly previously himself herself "
    "once again now immediately quickly".split()
)
_PASSIVE = frozenset("is are was were be been being".split())
_FINITE = frozenset({Form.PAST, Form.PRESENT})
_ACCUSING = frozenset(
    "accused accuses blamed blames described describes criticized criticised called".split()
)
_PERCEIVING = frozenset("observed observes felt feels noticed".split())
_PREPOSITIONS = frozenset("of in to by for with from at on against near about over".split())
_STOPS = frozenset(".!?;")
_WIDEST = 30  # words between a subject in apposition and its cue
_LONGEST_QUOTED = 1000  # characters; in a longer stretch a mark is missing
_CURLY = frozenset("“”")
_PARTICIPLES = ("ed", "ing")
_QUALIFIED = 2  # words of a noun that a name qualifies
_LAST_WORDS = 4  # a cue that so few words follow answers for what goes before


def voices(line: Line) -> tuple[Voice, ...]:
    """The voices of `line`, in the order of their scopes; none where the outlet speaks."""
    found = [*_quoted(line), *_cued(line), *_according(line)]
    return tuple(sorted(found, key=lambda v: (v.scope.start, v.scope.stop, v.span)))


def is_told(line: Line) -> bool:
    """Whether anything in `line` looks like a report of somebody's words, however vaguely."""
    table = cue_table(line.witness.article.language)
    last = ""
    for word in line.words:
        cue = table.get(word.key)
        finite = cue and (cue.form is not Form.BASE or last in _PRONOUNS or last in GENERIC)
        if cue and finite and cue.reach is not Reach.TOUCHING and last not in _PASSIVE:
            return True
        last = word.key
    return False


def _quoted(line: Line) -> Iterator[Voice]:
    for quotation in line.quotations:  # whom nothing beside it gives is told too uncertainly
        scope = line.positions(quotation.span)
        given = quotation.speaker_span or quotation.cue_span
        if quotation.speaker and given and scope and is_closed(line, quotation):
            named = is_name(quotation.speaker)
            yield Voice(
                kind=SourceKind.NAMED if named else SourceKind.OTHER,
                name=quotation.speaker,
                key=quotation.speaker.casefold(),
                span=quotation.speaker_span or quotation.span,
                scope=scope,
            )


def is_name(speaker: str) -> bool:
    """Whether a speaker is named, and not "six staffers" or "a statement"."""
    parts = speaker.split()
    return bool(parts) and not parts[0][:1].isdigit() and not parts[-1][:1].islower()


def is_whole(line: Line, quotation: Quotation) -> bool:
    """Whether a quotation is no longer than what people say, and holds none of its own marks.

    Marks inside marks of one kind are a page's excerpt, or one that was never closed.
    """
    text, span = line.witness.text, quotation.span
    marks = frozenset(text[max(span.start - 1, 0) : span.start] + text[span.end : span.end + 1])
    return len(span) <= _LONGEST_QUOTED and _CURLY.isdisjoint(marks & {*span.of(text)})


def is_closed(line: Line, quotation: Quotation) -> bool:
    """Whether the marks of a quotation belong together, and it is no stretch between two."""
    text, span = line.witness.text, quotation.span
    opened, closed = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return is_whole(line, quotation) and not (opened == closed == "“")


def _cued(line: Line) -> Iterator[Voice]:
    table = cue_table(line.witness.article.language)
    named = line.named
    for position in range(1, len(line.words)):
        cue = None if position in named else table.get(line.words[position].key)
        if cue and _reports(line, position, cue) and (voice := _voice(line, position)):
            yield voice


def _reports(line: Line, position: int, cue: Cue) -> bool:
    before = line.words[position - 1].key
    if cue.form not in _FINITE and not (cue.form is Form.BASE and before in GENERIC):
        return False
    key = line.words[position].key
    wide = key in _ACCUSING or (cue.reach is Reach.SENTENCE and key not in _PERCEIVING)
    if not wide or (cue.passive and before in _PASSIVE):
        return False
    return line.quotation_at(position) is None


def _voice(line: Line, cue: int) -> Voice | None:
    """The voice of the subject that stands right before a cue, or before its apposition."""
    at = cue - 1
    while at > 0 and line.words[at].key in _BETWEEN:
        at -= 1
    key, size = line.words[at].key, len(line.words)
    scope = range(cue + 1, _stop(line, cue)) if size - cue > _LAST_WORDS else range(cue)
    joined = line.clause_end(at, cue + 1) > cue
    if joined and (key in GENERIC or key in _PRONOUNS):
        kind = SourceKind.GENERIC if key in GENERIC else SourceKind.OTHER
        span = line.words[at].span
        if speaker := _who(line, span):
            kind, key = SourceKind.NAMED, speaker.casefold()
            return Voice(kind=kind, name=speaker, key=key, span=span, scope=scope, cue=cue)
        return Voice(kind=kind, name=key, key=key, span=span, scope=scope, cue=cue)
    if name := _name_before(line, at):
        voice = _named(line, name, scope, cue)
        return replace(voice, kind=SourceKind.OTHER) if _is_object(line, name) else voice
    return None


def _who(line: Line, pronoun: Span) -> str | None:
    """The speaker of a quotation that a pronoun was resolved for."""
    return next((q.speaker for q in line.quotations if q.speaker_span == pronoun), None)


def _stop(line: Line, cue: int) -> int:
    """Where the words that a cue governs end: at a stop, if one stands inside the line."""
    text = line.witness.text
    for position in range(cue + 1, len(line.words)):
        gap = text[line.words[position - 1].end : line.words[position].start]
        if not _STOPS.isdisjoint(gap):
            return position
    return len(line.words)


def _is_object(line: Line, name: Mention) -> bool:
    """Whether a name only belongs to the subject: "a spokesman for NAME said"."""
    own = line.positions(name.span)
    first = own.start if own else 0
    while first and line.words[first - 1].key in ROLES:
        first -= 1
    before = [w.key for w in line.words[max(first - 2, 0) : first]]
    return not _PREPOSITIONS.isdisjoint(before[-1:] if before[-1:] != ["the"] else before)


def _named(line: Line, name: Mention, scope: range, cue: int) -> Voice:
    return Voice(
        kind=SourceKind.NAMED,
        name=line.text_of(name.span),
        key=name.key,
        span=name.span,
        scope=scope,
        cue=cue,
    )


def _name_before(line: Line, position: int) -> Mention | None:
    """The name that ends at a word, or that an apposition closed by a comma belongs to."""
    names = [
        m for m in line.of_kind(MentionKind.NAME) if m.span.start <= line.words[position].start
    ]
    touching = bool(names) and names[-1].span.end >= line.words[position].end
    after = line.witness.text[line.words[position].end : line.words[position].end + 1]
    first = max(position - _WIDEST, 0)
    if after != ",":
        return names[-1] if touching else None
    opened = [
        m
        for m in names
        if m.span.start >= line.words[first].start
        and line.witness.text[m.span.end : m.span.end + 1] == ","
    ]
    return opened[0] if opened else None


def _according(line: Line) -> Iterator[Voice]:
    table: Mapping[str, Cue] = cue_table(line.witness.article.language)
    for position in range(len(line.words) - 1):
        cue = table.get(line.words[position].key)
        if not cue or cue.form is not Form.PREPOSITION:
            continue
        end = min(position + 10, len(line.words))
        stretch = line.span_of(position, end)
        scope = range(len(line.words)) if position < 3 else range(position)
        name = _last_name(line, stretch)
        word = next((w for w in line.words[position + 1 : end] if w.key in GENERIC), None)
        if word and (not name or word.start < name.span.start or _runs_on(line, name, word)):
            kind, span = SourceKind.GENERIC, word.span
            yield Voice(
                kind=kind, name=word.key, key=word.key, span=span, scope=scope, cue=position
            )
        elif name:
            voice = _named(line, name, scope, position)
            whole = line.text_of(Span(name.span.start, _phrase_end(line, name)))
            kind = SourceKind.OTHER if _is_owner(line, name) else SourceKind.NAMED
            yield replace(voice, name=whole, kind=kind)
        else:
            span = line.words[position + 1].span
            kind, text = SourceKind.OTHER, line.words[position + 1].key
            yield Voice(kind=kind, name=text, key=text, span=span, scope=scope, cue=position)


def _is_owner(line: Line, name: Mention) -> bool:
    """Whether a name only owns the source: "according to NAME's package insert"."""
    return line.witness.text[name.span.end : name.span.end + 2] in {"'s", "’s"}


def _phrase_end(line: Line, name: Mention) -> int:
    """Where the noun ends that a name qualifies: "according to a NAME report"."""
    own = line.positions(name.span)
    end = own.stop
    while own and line.clause_end(end - 1, min(end + 1, own.stop + _QUALIFIED)) > end:
        key = line.words[end].key
        if not line.weights[end] or end in line.named or key.endswith(_PARTICIPLES):
            break
        end += 1
    return line.words[end - 1].end if own else name.span.end


def _runs_on(line: Line, name: Mention, word: Word) -> bool:
    """Whether a name only qualifies a source without one: "according to NAME media reports"."""
    own = line.positions(name.span)
    return bool(own) and word.start in {w.start for w in line.words[own.stop : own.stop + 2]}


def _last_name(line: Line, stretch: Span) -> Mention | None:
    """The last name of a phrase, up to the first mark: that of the person, after the title."""
    text = line.witness.text
    marks = [n for n in range(stretch.start, stretch.end) if text[n] in ",;:()"]
    end = marks[0] if marks else stretch.end
    names = [
        m for m in line.of_kind(MentionKind.NAME) if stretch.covers(m.span) and m.span.end <= end
    ]
    return names[-1] if names else None
