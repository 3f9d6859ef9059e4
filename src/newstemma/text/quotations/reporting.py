"""Finds in a frame who reports: each reporting word with the phrase that is its subject."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from newstemma.records import Mention
from newstemma.text.quotations.cues import Cue, Form, Reach
from newstemma.text.quotations.frames import Frame, Token
from newstemma.text.quotations.noun_phrases import DETERMINERS, Phrase, PhraseKind, phrases
from newstemma.text.quotations.subjects import (
    CLIMBS,
    CLOSES,
    FARTHEST,
    OBJECT_OF,
    RELATIVE,
    Subjects,
    is_plural,
)

__all__ = ["AUXILIARIES", "Reading", "Report", "read_frame"]

_BE = frozenset("is are was were be been being am isn't aren't wasn't weren't get got".split())
_MODAL = frozenset(
    "to will would can could may might must should shall did do does didn't don't doesn't won't "
    "wouldn't can't couldn't cannot let they we i you who and or help".split()
)
_NEGATIONS = frozenset(
    "not never didn't don't doesn't won't wouldn't can't couldn't cannot declined refused without "
    "nor neither denied".split()
)
_BETWEEN = frozenset(
    "has have had having also later then once again ever already just further even still too not "
    "never recently often always previously initially first last simply both often soon now today "
    "yesterday monday tuesday wednesday thursday friday saturday sunday on himself herself itself "
    "themselves will would can could may might must should did do does didn't don't doesn't "
    "hasn't haven't hadn't since this week month year earlier in ago night morning afternoon "
    "evening who've long famously likewise instead".split()
)
# Before the participle of a tag: "a déclaré Lee", "ha dichiarato Lee".
AUXILIARIES = frozenset("a ont avait ha han hanno habia hat haben hatte".split())
_TIMES = frozenset("past week month year morning afternoon evening night day weekend time".split())
# Forms of reporting verbs that are nouns as well.
_ALSO_NOUNS = frozenset(
    "claims reports notes comments calls demands remarks charges promises fears hopes signals "
    "requests answers attacks labels views questions offers laughs smiles cries snaps plugs texts "
    "blogs posts points quotes tweets chants boasts jokes quips shouts whispers screams yells "
    "protests pledges vows orders hints worries doubts estimates ventures brands tags rips knocks "
    "fires barks names terms styles voices outlines shoots shooting warning meaning finding "
    "feeling thinking saying reading writing teaching blogging texting reports states addresses "
    "talks appeals messages emails counsels rants rages".split()
)
# After these a word that can be a noun is one: "Lee claims of success", "anti-Lee remarks were".
_AFTER_NOUN = frozenset("of were was are is have had from by about".split())
_JOINING = frozenset({"and", "but", "or", "then", "before", "after", "while", "as", "when", "by"})
_GERUND = frozenset("for by of in after before while when without from and than about".split())
_ADDRESSING = frozenset({"told", "asked", "informed", "reminded", "assured", "warned", "thanked"})
_MEANS = frozenset(
    "telephone phone email e-mail mail letter text fax video post radio satellite skype message "
    "then now noon midnight way".split()
)
_CAN_CLOSE = frozenset({PhraseKind.NAME, PhraseKind.PERSON, PhraseKind.GROUP})
_EMBEDDING = frozenset({"that", "whether", "which"})
_UNLISTED = 4  # words before a name in a tag that no list needs to know
_AGENT_WITHIN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A reporting word at token `at`, with its subject where one was found."""

    at: int
    cue: Cue
    subject: Phrase | None
    adjacent: bool  # only adverbs and parentheses stand between the two
    negated: bool = False
    by_agent: bool = False  # the verb is passive
    enclosed: int | None = None  # the token that ends the relative clause it stands in


@dataclass(frozen=True, slots=True)
class Reading:
    """A frame with its phrases and its reporting words."""

    frame: Frame
    phrases: tuple[Phrase, ...]
    reports: tuple[Report, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the frame."""
        return self.frame.tokens

    def key(self, at: int) -> str:
        """The key of a token, "" outside the frame."""
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""

    def ending(self, at: int) -> Phrase | None:
        """The phrase that ends before a token."""
        return next((phrase for phrase in self.phrases if phrase.end == at), None)

    def starting(self, at: int) -> Phrase | None:
        """The phrase that starts at a token."""
        return next((phrase for phrase in self.phrases if phrase.first == at), None)


def read_frame(
    text: str,
    frame: Frame,
    mentions: Mapping[int, Mention],
    cues: Mapping[str, Cue],
    inert: Collection[int] = (),
) -> Reading:
    """The phrases and reporting words of one frame; `mentions` by where they start.

    `inert` are the offsets of words that a parse shows to be nouns or adjectives: none reports.
    """
    found = phrases(text, frame.tokens, mentions, cues)
    reporter = _Reporter(text, frame.tokens, found, cues)
    reports = (r for r in reporter.reports() if frame.tokens[r.at].start not in inert)
    return Reading(frame, found, tuple(reports))


class _Reporter:
    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        found: Sequence[Phrase],
        cues: Mapping[str, Cue],
    ) -> None:
        self._text, self._tokens, self._cues = text, tokens, cues
        self._subjects = Subjects(tokens, found, cues)
        self._found: list[Report] = []

    def reports(self) -> list[Report]:
        for at, token in enumerate(self._tokens):
            cue = self._cues.get(token.key)
            if cue is not None and token.word >= 0 and at not in self._subjects.inside:
                report = self._report(at, cue)
                if report is not None:
                    self._found.append(report)
        return self._found

    def _report(self, at: int, cue: Cue) -> Report | None:
        if at and self._text[self._tokens[at].start].isupper():
            return None
        if cue.form is Form.PREPOSITION:
            follows = at + 2 if self._subjects.key(at) == "according" else at + 1
            return self._with(at, cue, self._subjects.starting.get(follows), adjacent=True)
        if self._is_inverted(at, cue) or self._is_late_tag(at, cue):
            return self._with(at, cue, self._after(at), adjacent=True)
        compound = not cue.passive and self._subjects.key(at - 1) in AUXILIARIES
        before = self._skip_between(at - 1 if compound else at)
        if not self._is_verb(at, before, cue):
            return None
        if cue.passive and self._is_passive(at, before):
            return self._by_agent(at, cue)
        if cue.form is Form.PARTICIPLE:
            return self._participle(at, before, cue)
        subject = self._subjects.before(before)
        if subject is not None:
            return self._with(at, cue, subject, adjacent=True)
        return self._loose(at, before, cue)

    def _with(self, at: int, cue: Cue, subject: Phrase | None, *, adjacent: bool) -> Report:
        return Report(
            at=at,
            cue=cue,
            subject=self._subjects.joint(subject) if subject else None,
            adjacent=adjacent,
            negated=self._is_negated(at),
            enclosed=self._end_of_relative(at) if adjacent else None,
        )

    def _is_negated(self, at: int) -> bool:
        for i in range(at - 1, max(-1, at - 5), -1):
            if self._subjects.key(i) in _NEGATIONS:
                return True
            if i in self._subjects.inside or self._tokens[i].word < 0:
                return False
        return False

    def _end_of_relative(self, at: int) -> int | None:
        """Where the ", who said ...," that the word stands in ends."""
        before = self._skip_between(at)
        if (
            self._subjects.key(before - 1) not in RELATIVE
            or self._subjects.key(before - 2) not in CLOSES
        ):
            return None
        for end in range(at + 1, min(at + FARTHEST, len(self._tokens))):
            if self._subjects.key(end) in {",", "--"}:
                return end
        return None

    def _skip_between(self, at: int) -> int:
        """The first of the adverbs and auxiliaries right before a verb, or the verb."""
        while at > 0:
            phrase = self._subjects.ending.get(at)
            if phrase is not None and phrase.key in _TIMES and phrase.kind is PhraseKind.OTHER:
                at = phrase.first
                continue
            if at - 1 in self._subjects.inside:
                break
            key = self._subjects.key(at - 1)
            if key not in _BETWEEN and not (key.endswith("ly") and len(key) > 4):
                break
            at -= 1
        return at

    def _is_verb(self, at: int, before: int, cue: Cue) -> bool:
        """Whether the word is a verb here and not a noun or an adjective."""
        key = self._subjects.key(before - 1)
        subject = self._subjects.ending.get(before)
        if cue.form is Form.BASE:
            modal = key in _MODAL or any(self._subjects.key(i) in _MODAL for i in range(before, at))
            return modal or (subject is not None and is_plural(subject))
        if subject is not None:
            name = subject.kind is PhraseKind.NAME and cue.form is Form.PRESENT
            modifies = name and self._subjects.key(at + 1) in _AFTER_NOUN
            unlikely = subject.kind is PhraseKind.OTHER or modifies
            return not (unlikely and self._subjects.key(at) in _ALSO_NOUNS)
        if cue.form is Form.PRESENT:
            return key in RELATIVE | _JOINING | set(CLOSES) or self._subjects.is_quoted(before - 1)
        return key not in DETERMINERS or key in {"that", "this"}

    def _is_passive(self, at: int, before: int) -> bool:
        near = [self._subjects.key(i) for i in range(before - 1, at)]
        by_agent = self._subjects.key(at + 1) == "by" and self._subjects.key(at + 2) not in _MEANS
        return by_agent or not _BE.isdisjoint(near)

    def _by_agent(self, at: int, cue: Cue) -> Report | None:
        for i in range(at + 1, min(at + _AGENT_WITHIN, len(self._tokens))):
            if self._subjects.key(i) == "by" and i + 1 in self._subjects.starting:
                agent = self._with(at, cue, self._subjects.starting[i + 1], adjacent=True)
                return replace(agent, by_agent=True)
        return None

    def _is_inverted(self, at: int, cue: Cue) -> bool:
        """Whether the verb opens a tag after quoted words: '..., said Lee.'"""
        if cue.form not in (Form.PAST, Form.PRESENT) or at + 1 >= len(self._tokens):
            return False
        before = at - 1 if self._subjects.key(at - 1) in AUXILIARIES else at
        after_quoted = self._subjects.is_quoted(before - 1) or (
            self._subjects.key(before - 1) == "," and self._subjects.is_quoted(before - 2)
        )
        return after_quoted and self._following(at) is not None

    def _following(self, at: int) -> Phrase | None:
        """The phrase after an inverted verb, past a few words that no list knows."""
        for first in range(at + 1, min(at + _UNLISTED, len(self._tokens))):
            if first in self._subjects.starting:
                return self._subjects.starting[first]
            if self._tokens[first].word < 0 or self._subjects.key(first) in CLIMBS | _JOINING:
                return None
        return None

    def _is_late_tag(self, at: int, cue: Cue) -> bool:
        """Whether the verb and its subject close the sentence, or announce what follows:
        'the plan was "..." at best, said Lee.', 'Added Lee: "..."'
        """
        follows = self._subjects.starting.get(at + 1)
        if cue.form is not Form.PAST or self._subjects.key(at) in _ADDRESSING:
            return False
        if follows is None or follows.kind not in _CAN_CLOSE:
            return False
        after = self._subjects.key(follows.end)
        if (
            after in {":", ","}
            and self._subjects.is_quoted(follows.end + 1)
            and self._subjects.key(at - 1) in ","
        ):
            return True
        if self._subjects.key(at - 1) != "," or at == 0:
            return False
        if follows.end == len(self._tokens) or after == ",":
            return True
        return after in {"--", "who", "of"} and any(map(self._subjects.is_quoted, range(at)))

    def _after(self, at: int) -> Phrase | None:
        subject = self._following(at)
        if subject is None or subject.kind is PhraseKind.NAME:
            return subject
        if self._subjects.key(subject.end) == ",":
            named = self._subjects.starting.get(subject.end + 1)
            if named is not None and named.kind is PhraseKind.NAME:
                return named
        return subject

    def _participle(self, at: int, before: int, cue: Cue) -> Report | None:
        key = self._subjects.key(before - 1)
        if key in DETERMINERS:
            return None
        subject = self._subjects.ending.get(before)
        if subject is not None and subject.kind is PhraseKind.OTHER:
            return None
        if subject is not None and self._subjects.key(subject.first - 1) not in OBJECT_OF:
            return self._with(at, cue, subject, adjacent=True)
        if key in _BE:
            return self._with(
                at, cue, self._subjects.before(self._skip_between(before - 1)), adjacent=True
            )
        return self._with(at, cue, self._inherited(at), adjacent=False)

    def _loose(self, at: int, before: int, cue: Cue) -> Report | None:
        """A verb whose subject does not stand next to it."""
        key = self._subjects.key(before - 1)
        if key in _JOINING or cue.form is Form.BASE or key == "to":
            return self._with(at, cue, self._inherited(at), adjacent=False)
        if cue.form is Form.PAST and key in _GERUND:
            return None
        if key in RELATIVE and cue.reach is Reach.SENTENCE:
            return self._with(at, cue, None, adjacent=True)
        if cue.reach in (Reach.SENTENCE, Reach.THOUGHT) and before > 0:
            subject = self._subjects.of_clause(before)
            if subject is not None:
                return self._with(at, cue, subject, adjacent=False)
        return None

    def _inherited(self, at: int) -> Phrase | None:
        """The subject of the verb before, or of the frame."""
        floor = max(0, at - FARTHEST)
        follows_comma = self._subjects.key(at - 1) == ","
        for report in reversed(self._found):
            subject = report.subject
            if subject is None or report.cue.form is Form.PREPOSITION:
                continue
            if not (follows_comma and self._is_embedded(subject)):
                return subject if report.at >= floor else None
        return self._subjects.first_of(floor, at)

    def _is_embedded(self, subject: Phrase) -> bool:
        """Whether a phrase is the subject of what somebody else reports: 'said (that) Lee'."""
        before = self._subjects.key(subject.first - 1)
        told = any(report.at == subject.first - 1 for report in self._found)
        return told or before in _EMBEDDING
