"""Finds in a frame who reports: each reporting word with the phrase that is its subject."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from newstemma.records import Mention, Span
from newstemma.text.cues import Cue, Form, Reach
from newstemma.text.frames import Frame, Token
from newstemma.text.name_words import ROLES
from newstemma.text.noun_phrases import DETERMINERS, Phrase, PhraseKind, phrases

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
_RELATIVE = frozenset({"who", "which", "that"})
_JOINING = frozenset({"and", "but", "or", "then", "before", "after", "while", "as", "when", "by"})
_GERUND = frozenset("for by of in after before while when without from and than about".split())
_CLIMBS = frozenset("of for at in from with on to near outside inside against behind".split())
_OBJECT_OF = frozenset("to at on against of about over for from toward towards into like".split())
_OWNED = frozenset({"his", "her", "their", "its"})
_THROUGH = frozenset({"through", "via"})
_ADDRESSING = frozenset({"told", "asked", "informed", "reminded", "assured", "warned", "thanked"})
_MEANS = frozenset(
    "telephone phone email e-mail mail letter text fax video post radio satellite skype message "
    "then now noon midnight way".split()
)
_CAN_CLOSE = frozenset({PhraseKind.NAME, PhraseKind.PERSON, PhraseKind.GROUP})
_CLOSES = {",": ",", ")": "(", "--": "--", "]": "["}
_EMBEDDING = frozenset({"that", "whether", "which"})
_OPENS_CLAUSE = frozenset({*_CLOSES, ":", ";", "that"})
_UNLISTED = 4  # words before a name in a tag that no list needs to know
_FARTHEST = 40  # tokens that a subject may stand from its verb
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
    text: str, frame: Frame, mentions: Mapping[int, Mention], cues: Mapping[str, Cue]
) -> Reading:
    """The phrases and reporting words of one frame; `mentions` by where they start."""
    found = phrases(text, frame.tokens, mentions, cues)
    reports = tuple(_Reporter(text, frame.tokens, found, cues).reports())
    return Reading(frame, found, reports)


class _Reporter:
    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        found: Sequence[Phrase],
        cues: Mapping[str, Cue],
    ) -> None:
        self._text, self._tokens, self._cues = text, tokens, cues
        self._phrases = found
        self._ending = {phrase.end: phrase for phrase in found}
        self._starting = {phrase.first: phrase for phrase in found}
        self._inside = {at for phrase in found for at in range(phrase.first, phrase.end)}
        self._found: list[Report] = []

    def reports(self) -> list[Report]:
        for at, token in enumerate(self._tokens):
            cue = self._cues.get(token.key)
            if cue is not None and token.word >= 0 and at not in self._inside:
                report = self._report(at, cue)
                if report is not None:
                    self._found.append(report)
        return self._found

    def _key(self, at: int) -> str:
        return self._tokens[at].key if 0 <= at < len(self._tokens) else ""

    def _is_quoted(self, at: int) -> bool:
        return 0 <= at < len(self._tokens) and self._tokens[at].quoted >= 0

    def _report(self, at: int, cue: Cue) -> Report | None:
        if at and self._text[self._tokens[at].start].isupper():
            return None
        if cue.form is Form.PREPOSITION:
            follows = at + 2 if self._key(at) == "according" else at + 1
            return self._with(at, cue, self._starting.get(follows), adjacent=True)
        if self._is_inverted(at, cue) or self._is_late_tag(at, cue):
            return self._with(at, cue, self._after(at), adjacent=True)
        compound = not cue.passive and self._key(at - 1) in AUXILIARIES
        before = self._skip_between(at - 1 if compound else at)
        if not self._is_verb(at, before, cue):
            return None
        if cue.passive and self._is_passive(at, before):
            return self._by_agent(at, cue)
        if cue.form is Form.PARTICIPLE:
            return self._participle(at, before, cue)
        subject = self._before(before)
        if subject is not None:
            return self._with(at, cue, subject, adjacent=True)
        return self._loose(at, before, cue)

    def _with(self, at: int, cue: Cue, subject: Phrase | None, *, adjacent: bool) -> Report:
        return Report(
            at=at,
            cue=cue,
            subject=self._joint(subject) if subject else None,
            adjacent=adjacent,
            negated=self._is_negated(at),
            enclosed=self._end_of_relative(at) if adjacent else None,
        )

    def _is_negated(self, at: int) -> bool:
        for i in range(at - 1, max(-1, at - 5), -1):
            if self._key(i) in _NEGATIONS:
                return True
            if i in self._inside or self._tokens[i].word < 0:
                return False
        return False

    def _end_of_relative(self, at: int) -> int | None:
        """Where the ", who said ...," that the word stands in ends."""
        before = self._skip_between(at)
        if self._key(before - 1) not in _RELATIVE or self._key(before - 2) not in _CLOSES:
            return None
        for end in range(at + 1, min(at + _FARTHEST, len(self._tokens))):
            if self._key(end) in {",", "--"}:
                return end
        return None

    def _skip_between(self, at: int) -> int:
        """The first of the adverbs and auxiliaries right before a verb, or the verb."""
        while at > 0:
            phrase = self._ending.get(at)
            if phrase is not None and phrase.key in _TIMES and phrase.kind is PhraseKind.OTHER:
                at = phrase.first
                continue
            if at - 1 in self._inside:
                break
            key = self._key(at - 1)
            if key not in _BETWEEN and not (key.endswith("ly") and len(key) > 4):
                break
            at -= 1
        return at

    def _is_verb(self, at: int, before: int, cue: Cue) -> bool:
        """Whether the word is a verb here and not a noun or an adjective."""
        key = self._key(before - 1)
        subject = self._ending.get(before)
        if cue.form is Form.BASE:
            modal = key in _MODAL or any(self._key(i) in _MODAL for i in range(before, at))
            return modal or (subject is not None and _is_plural(subject))
        if subject is not None:
            name = subject.kind is PhraseKind.NAME and cue.form is Form.PRESENT
            modifies = name and self._key(at + 1) in _AFTER_NOUN
            unlikely = subject.kind is PhraseKind.OTHER or modifies
            return not (unlikely and self._key(at) in _ALSO_NOUNS)
        if cue.form is Form.PRESENT:
            return key in _RELATIVE | _JOINING | set(_CLOSES) or self._is_quoted(before - 1)
        return key not in DETERMINERS or key in {"that", "this"}

    def _is_passive(self, at: int, before: int) -> bool:
        near = [self._key(i) for i in range(before - 1, at)]
        by_agent = self._key(at + 1) == "by" and self._key(at + 2) not in _MEANS
        return by_agent or not _BE.isdisjoint(near)

    def _by_agent(self, at: int, cue: Cue) -> Report | None:
        for i in range(at + 1, min(at + _AGENT_WITHIN, len(self._tokens))):
            if self._key(i) == "by" and i + 1 in self._starting:
                agent = self._with(at, cue, self._starting[i + 1], adjacent=True)
                return replace(agent, by_agent=True)
        return None

    def _is_inverted(self, at: int, cue: Cue) -> bool:
        """Whether the verb opens a tag after quoted words: '..., said Lee.'"""
        if cue.form not in (Form.PAST, Form.PRESENT) or at + 1 >= len(self._tokens):
            return False
        before = at - 1 if self._key(at - 1) in AUXILIARIES else at
        after_quoted = self._is_quoted(before - 1) or (
            self._key(before - 1) == "," and self._is_quoted(before - 2)
        )
        return after_quoted and self._following(at) is not None

    def _following(self, at: int) -> Phrase | None:
        """The phrase after an inverted verb, past a few words that no list knows."""
        for first in range(at + 1, min(at + _UNLISTED, len(self._tokens))):
            if first in self._starting:
                return self._starting[first]
            if self._tokens[first].word < 0 or self._key(first) in _CLIMBS | _JOINING:
                return None
        return None

    def _is_late_tag(self, at: int, cue: Cue) -> bool:
        """Whether the verb and its subject close the sentence, or announce what follows:
        'the plan was "..." at best, said Lee.', 'Added Lee: "..."'
        """
        follows = self._starting.get(at + 1)
        if cue.form is not Form.PAST or self._key(at) in _ADDRESSING:
            return False
        if follows is None or follows.kind not in _CAN_CLOSE:
            return False
        after = self._key(follows.end)
        if after in {":", ","} and self._is_quoted(follows.end + 1) and self._key(at - 1) in ",":
            return True
        if self._key(at - 1) != "," or at == 0:
            return False
        if follows.end == len(self._tokens) or after == ",":
            return True
        return after in {"--", "who", "of"} and any(map(self._is_quoted, range(at)))

    def _after(self, at: int) -> Phrase | None:
        subject = self._following(at)
        if subject is None or subject.kind is PhraseKind.NAME:
            return subject
        if self._key(subject.end) == ",":
            named = self._starting.get(subject.end + 1)
            if named is not None and named.kind is PhraseKind.NAME:
                return named
        return subject

    def _participle(self, at: int, before: int, cue: Cue) -> Report | None:
        key = self._key(before - 1)
        if key in DETERMINERS:
            return None
        subject = self._ending.get(before)
        if subject is not None and subject.kind is PhraseKind.OTHER:
            return None
        if subject is not None and self._key(subject.first - 1) not in _OBJECT_OF:
            return self._with(at, cue, subject, adjacent=True)
        if key in _BE:
            return self._with(at, cue, self._before(self._skip_between(before - 1)), adjacent=True)
        return self._with(at, cue, self._inherited(at), adjacent=False)

    def _loose(self, at: int, before: int, cue: Cue) -> Report | None:
        """A verb whose subject does not stand next to it."""
        key = self._key(before - 1)
        if key in _JOINING or cue.form is Form.BASE or key == "to":
            return self._with(at, cue, self._inherited(at), adjacent=False)
        if cue.form is Form.PAST and key in _GERUND:
            return None
        if key in _RELATIVE and cue.reach is Reach.SENTENCE:
            return self._with(at, cue, None, adjacent=True)
        if cue.reach in (Reach.SENTENCE, Reach.THOUGHT) and before > 0:
            subject = self._clause_subject(before)
            if subject is not None:
                return self._with(at, cue, subject, adjacent=False)
        return None

    def _inherited(self, at: int) -> Phrase | None:
        """The subject of the verb before, or of the frame."""
        floor = self._floor(at)
        follows_comma = self._key(at - 1) == ","
        for report in reversed(self._found):
            subject = report.subject
            if subject is None or report.cue.form is Form.PREPOSITION:
                continue
            if not (follows_comma and self._is_embedded(subject)):
                return subject if report.at >= floor else None
        return self._first_subject(floor, at)

    def _is_embedded(self, subject: Phrase) -> bool:
        """Whether a phrase is the subject of what somebody else reports: 'said (that) Lee'."""
        before = self._key(subject.first - 1)
        told = any(report.at == subject.first - 1 for report in self._found)
        return told or before in _EMBEDDING

    def _floor(self, at: int) -> int:
        return max(0, at - _FARTHEST)

    def _first_subject(self, first: int, end: int) -> Phrase | None:
        """The first phrase in a stretch that no preposition governs, else none."""
        for phrase in self._phrases:
            if first <= phrase.first < end and phrase.kind is not PhraseKind.OTHER:
                key = self._key(phrase.first - 1)
                if key not in _CLIMBS and key not in _OBJECT_OF and key != "(":
                    return phrase
        return None

    def _clause_subject(self, before: int) -> Phrase | None:
        """The phrase that opens the clause before a verb: 'a man who did not give a name said'."""
        start = before
        floor = self._floor(before)
        while start > floor and not (
            self._is_quoted(start - 1) or self._key(start - 1) in {",", ";", ":", "that", "and"}
        ):
            start -= 1
        return self._first_subject(start, before)

    def _before(self, end: int) -> Phrase | None:
        """The phrase right before a verb, past parentheses and relative pronouns."""
        role: Phrase | None = None
        verb = end
        for _ in range(6):
            phrase = self._ending.get(end)
            if phrase is not None and (role is None or phrase.kind is PhraseKind.NAME):
                head = self._climb(self._coordinated(phrase))
                return self._opening_of_clause(self._named_before(head) if end < verb else head)
            key = self._key(end - 1)
            if key in _RELATIVE:
                end -= 2 if self._key(end - 2) in _CLOSES else 1
                continue
            if key not in _CLOSES or (opened := self._opened(end - 1)) is None:
                return role
            if inner := self._apposed(opened, end - 1):
                return inner
            role = role or self._ending.get(opened)
            end = opened
        return role

    def _opened(self, closing: int) -> int | None:
        sign = _CLOSES[self._key(closing)]
        for at in range(closing - 1, max(-1, closing - _FARTHEST), -1):
            if self._key(at) == sign:
                return at
            if self._is_quoted(at):
                return None
        return None

    def _apposed(self, opened: int, closing: int) -> Phrase | None:
        """The name in 'the minister, Ann Lee, said' and 'the ministry, through Ann Lee, said'."""
        first = opened + 1
        if self._key(first) in _THROUGH:
            first += 1
            named = self._starting.get(first)
            return named if named and named.kind is PhraseKind.NAME else None
        inner, outer = self._starting.get(first), self._ending.get(opened)
        whole = inner is not None and inner.end == closing and inner.kind is PhraseKind.NAME
        if whole and outer is not None and outer.kind in (PhraseKind.PERSON, PhraseKind.GROUP):
            return inner
        return None

    def _joint(self, subject: Phrase) -> Phrase:
        """Both of 'Lee and Maas said', 'said Lee and Maas'."""
        if subject.kind is not PhraseKind.NAME or subject.joined:
            return subject
        left, right = subject, self._starting.get(subject.end + 1)
        if self._key(subject.end) != "and" or right is None:
            opening = self._ending.get(subject.first - 1)
            opens = opening is not None and self._opens_clause(opening.first)
            if opening is None or not opens or self._key(subject.first - 1) != "and":
                return subject
            left, right = opening, subject
        if left.kind is not PhraseKind.NAME or right.kind is not PhraseKind.NAME:
            return subject
        span = Span(left.span.start, right.span.end)
        return replace(left, end=right.end, span=span, joined=right.key)

    def _opens_clause(self, at: int) -> bool:
        """Whether at most a few words that no list knows open the clause before a token."""
        for first in range(at, max(-1, at - _UNLISTED), -1):
            key = self._key(first - 1)
            if first == 0 or self._is_quoted(first - 1) or key in _OPENS_CLAUSE:
                return True
            if first - 1 in self._inside or key in self._cues or key in _CLIMBS | _OBJECT_OF:
                return False
        return False

    def _coordinated(self, phrase: Phrase) -> Phrase:
        """The owner in 'Lee and her lawyers'."""
        owned = phrase.first < len(self._tokens) and self._key(phrase.first) in _OWNED
        if not owned or self._key(phrase.first - 1) != "and":
            return phrase
        owner = self._ending.get(phrase.first - 1)
        return owner if owner is not None and owner.kind is PhraseKind.NAME else phrase

    def _opening_of_clause(self, phrase: Phrase) -> Phrase:
        """The phrase itself, unless it is an unknown noun in a clause that another one opens."""
        if phrase.kind is not PhraseKind.OTHER:
            return phrase
        return self._clause_subject(phrase.first) or phrase

    def _climb(self, phrase: Phrase) -> Phrase:
        """The head of 'a spokesman for the ministry', given the ministry."""
        for _ in range(4):
            if self._key(phrase.first - 1) not in _CLIMBS or phrase.kind is PhraseKind.PRONOUN:
                return phrase
            head = self._ending.get(phrase.first - 1)
            if head is None:
                return phrase
            phrase = head
        return phrase

    def _named_before(self, phrase: Phrase) -> Phrase:
        """The name in 'Lee of Ostport, the head of the board, said', given the head."""
        if phrase.kind is not PhraseKind.PERSON or self._key(phrase.first - 1) != ",":
            return phrase
        before = self._ending.get(phrase.first - 1)
        named = self._climb(before) if before is not None else phrase
        return named if named.kind is PhraseKind.NAME and not _is_plural(phrase) else phrase


def _is_plural(phrase: Phrase) -> bool:
    last = phrase.key.split()[-1]
    if phrase.kind is PhraseKind.NAME:
        return phrase.joined is not None or (last in ROLES and last.endswith("s"))
    return last.endswith(("s", "people", "men"))
