"""Judges which reporting word of its frame a quoted stretch belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from newstemma.text.quotations.cues import Form, Reach
from newstemma.text.quotations.noun_phrases import Phrase, PhraseKind
from newstemma.text.quotations.reporting import AUXILIARIES, Reading, Report

__all__ = ["Attribution", "Bond", "attributions"]

_NEAR = 12  # tokens between a word of judgement ("called it") and the words quoted
_INTRODUCED = 9  # tokens between a reporting word and the comma before the quotation
_ADJACENT = 4
_FINITE = frozenset({Form.PAST, Form.PRESENT, Form.PREPOSITION, Form.BASE})
_WHO = frozenset({PhraseKind.NAME, PhraseKind.PRONOUN, PhraseKind.PERSON})
_COPULA = frozenset({"was", "is", "were", "are", "reads", "read"})
_AFTER_VERB = frozenset(
    " , -- in on at to during with as when after before last this reporters yesterday monday "
    "tuesday wednesday thursday friday saturday sunday".split(" ")
)
_GOVERNED = frozenset(
    "of for at in from with on to by and or but that about during after before against "
    "if as because while when than , -- ; : ( )".split()
)
_SPEECH_NOUNS = frozenset(
    "call calls claim claims pledge promise promises vow demand demands threat threats assertion "
    "allegation allegations accusation accusations warning warnings suggestion argument insistence "
    "description contention criticism admission assurance question characterization comment "
    "comments remark remarks statement tweet words complaint rhetoric vision boast".split()
)
_APART = frozenset({",", "--"})


class Bond(StrEnum):
    """How firmly a reporting word holds a quotation."""

    TIGHT = "tight"  # it introduces it, or is the tag that follows it
    LOOSE = "loose"  # it governs the sentence in which the words stand


@dataclass(frozen=True, slots=True)
class Attribution:
    """The phrase that names the speaker, and the token of the reporting word; None for none."""

    subject: Phrase | None
    cue: int | None
    bond: Bond


def attributions(reading: Reading, position: int) -> Iterator[Attribution]:
    """Who in the frame may have uttered the quoted token at `position`, the likeliest first.

    A tight bond comes alone; the loose ones are for where the first names nobody.
    """
    for look in _TIGHT:
        found = look(reading, position)
        if found is not None:
            yield found
            return
    for look_through in _LOOSE:
        yield from look_through(reading, position)


def _made(report: Report, bond: Bond) -> Attribution:
    return Attribution(report.subject, report.at, bond)


def _key(reading: Reading, at: int) -> str:
    return reading.tokens[at].key if 0 <= at < len(reading.tokens) else ""


def _earlier(reading: Reading, position: int) -> Iterator[Report]:
    """The reporting words before a quotation whose reach it is in, the nearest first."""
    for report in reversed(reading.reports):
        open_still = report.enclosed is None or report.enclosed >= position
        if report.at < position and not report.negated and open_still:
            yield report


def _touching(reading: Reading, position: int) -> Attribution | None:
    """As in: said "...", said that "...", said of him: "..."."""
    sign = _key(reading, position - 1)
    for report in _earlier(reading, position):
        distance = position - report.at
        touches = report.cue.reach is Reach.TOUCHING
        speaks = report.cue.reach is not Reach.THOUGHT
        if distance == 1 and report.cue.form is not Form.PREPOSITION and speaks and not touches:
            return _made(report, Bond.TIGHT)
        if sign == ":" and distance <= _ADJACENT:
            return _made(report, Bond.TIGHT)
        if sign == "that" and distance <= _INTRODUCED and speaks:
            return _made(report, Bond.TIGHT)
        break
    return _named_before_colon(reading, position) if sign == ":" else None


def _announced(reading: Reading, position: int) -> Attribution | None:
    """As in: said of the plan, which had failed twice: "..."; he demurred: "..."."""
    if _key(reading, position - 1) != ":":
        return None
    earlier = [r for r in _earlier(reading, position) if r.cue.reach is not Reach.TOUCHING]
    for report in sorted(earlier, key=lambda report: report.cue.reach is Reach.THOUGHT)[:1]:
        return _made(report, Bond.TIGHT)
    for phrase in reading.phrases:
        if phrase.end < position and phrase.kind in _WHO:
            return Attribution(phrase, _past_verb(reading, phrase.end), Bond.TIGHT)
    return None


def _past_verb(reading: Reading, at: int) -> int | None:
    """The verb at a token, past adverbs, where it looks like one in the past."""
    while _key(reading, at).endswith("ly"):
        at += 1
    return at if _key(reading, at).endswith("ed") else None


def _unlisted_tag(reading: Reading, position: int) -> Attribution | None:
    """As in: "...," he shrugged. The verb is on no list."""
    start = position + 1
    while _key(reading, start) in _APART:
        start += 1
    phrase = reading.starting(start)
    if phrase is None or phrase.kind not in _WHO:
        return None
    verb = _past_verb(reading, phrase.end)
    closes = verb is not None and _key(reading, verb + 1) in _AFTER_VERB
    return Attribution(phrase, verb, Bond.TIGHT) if closes else None


def _named_before_colon(reading: Reading, position: int) -> Attribution | None:
    """As in: Ann Lee: "..."."""
    for phrase in reading.phrases:
        opens = phrase.first == 0 or _key(reading, phrase.first - 1) == "--"
        named = phrase.kind in (PhraseKind.NAME, PhraseKind.PERSON)
        if phrase.end == position - 1 and opens and named:
            return Attribution(phrase, None, Bond.TIGHT)
    return None


def _tag(reading: Reading, position: int) -> Attribution | None:
    """As in: "...," he said."""
    start = position + 1
    while _key(reading, start) in _APART | {"as"}:
        start += 1
    report = _next_report(reading, position)
    inserted = _key(reading, position - 1) == _key(reading, position + 1) == "--"
    if report is None or report.by_agent or inserted:
        return None
    quoted_as = _key(reading, report.at - 1) == "as"
    if report.cue.form not in _FINITE and not quoted_as:
        return None
    governed = position > 0 and any(_governing(reading, position))
    if report.cue.form is Form.PREPOSITION and governed:
        return None
    if report.at == start or (report.at == start + 1 and _key(reading, start) in AUXILIARIES):
        return _made(report, Bond.TIGHT) if report.subject else None
    if report.subject is None or report.subject.first < start:
        return None
    opens = reading.starting(start)
    if opens is not None:
        return _made(report, Bond.TIGHT) if report.adjacent or report.subject is opens else None
    between = {_key(reading, at) for at in range(start, report.subject.first)}
    plain = report.adjacent and len(between) <= _ADJACENT and not between & _GOVERNED
    return _made(report, Bond.TIGHT) if plain else None


def _signed(reading: Reading, position: int) -> Attribution | None:
    """As in: "..." -- Ann Lee"""
    if _key(reading, position + 1) != "--":
        return None
    phrase = reading.starting(position + 2)
    if phrase is None or phrase.kind is not PhraseKind.NAME or phrase.end < len(reading.tokens):
        return None
    return Attribution(phrase, None, Bond.TIGHT)


def _next_report(reading: Reading, position: int) -> Report | None:
    """The first reporting word after a quotation and before the next one."""
    quoted = reading.frame.quoted
    following = bisect_right(quoted, position)
    limit = quoted[following] if following < len(quoted) else len(reading.tokens)
    after = [report for report in reading.reports if position < report.at < limit]
    said = (report for report in after if report.cue.reach is not Reach.THOUGHT)
    return next(said, after[0] if after else None)


def _after_comma(reading: Reading, position: int) -> Attribution | None:
    """As in: said on Monday, "..."."""
    if _key(reading, position - 1) not in _APART:
        return None
    for report in _earlier(reading, position):
        if position - report.at <= _INTRODUCED and report.subject is not None:
            return _made(report, Bond.TIGHT)
        break
    return None


def _by_text(reading: Reading, position: int) -> Attribution | None:
    """As in: in a statement: "..."; in Lee's words, "..."."""
    if _key(reading, position - 1) not in {":", ","}:
        return None
    end = position - 1
    while _key(reading, end - 1) in _COPULA:
        end -= 1
    for phrase in reading.phrases:
        if phrase.end == end and phrase.kind is PhraseKind.TEXT:
            return Attribution(phrase, phrase.end - 1, Bond.TIGHT)
    return None


def _governing(reading: Reading, position: int) -> Iterator[Attribution]:
    """As in: said that the plan, which had failed, was "..."."""
    thoughts = []
    for report in _earlier(reading, position):
        near = report.cue.reach is not Reach.NEAR or position - report.at <= _NEAR
        if report.subject is None or report.cue.reach is Reach.TOUCHING or not near:
            continue
        if any(_key(reading, at) == ";" for at in range(report.at, position)):
            break
        if report.cue.reach is Reach.THOUGHT:
            thoughts.append(_made(report, Bond.LOOSE))
        else:
            yield _made(report, Bond.LOOSE)
    yield from thoughts


def _by_noun(reading: Reading, position: int) -> Iterator[Attribution]:
    """As in: Lee's call for "..."; her claim that it was "..."."""
    for phrase in reversed(reading.phrases):
        near = phrase.end <= position <= phrase.end + _INTRODUCED
        owned = phrase.owner is not None or phrase.possessive is not None
        if near and owned and phrase.key in _SPEECH_NOUNS:
            yield Attribution(phrase, phrase.end - 1, Bond.LOOSE)


def _trailing(reading: Reading, position: int) -> Iterator[Attribution]:
    """As in: the plan was "..." from the start, Lee said."""
    for report in reading.reports:
        skip = report.negated or report.by_agent
        if report.at < position or report.subject is None or skip:
            continue
        if report.cue.form is Form.PREPOSITION:
            yield _made(report, Bond.LOOSE)
        if report.cue.reach is not Reach.SENTENCE or report.cue.form not in _FINITE:
            continue
        inverted = report.subject.first > report.at
        after = report.subject.end if inverted else report.at + 1
        last = _key(reading, after) in _AFTER_VERB
        opening = min(report.subject.first, report.at) - 1
        apart = _key(reading, opening) in _APART or opening in reading.frame.quoted
        if last and report.adjacent and apart:
            yield _made(report, Bond.LOOSE)


_TIGHT = (_touching, _tag, _by_text, _announced, _after_comma, _unlisted_tag, _signed)
_LOOSE = (_governing, _by_noun, _trailing)
