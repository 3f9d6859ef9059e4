"""Says whom a source means, of what kind it is, and how much it tells of one without a name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from newstemma.records import Mention, MentionKind, NameKind, Quotation, Sentence, SourceKind, Span
from newstemma.text.attributions.drafts import Draft
from newstemma.text.cleaning.outlets import is_outlet_alone
from newstemma.text.names.lexicon import GROUPS, PLACE_WORDS, ROLES, TEXTS
from newstemma.text.parse import Parse
from newstemma.text.quotations import Speech
from newstemma.text.quotations.cast import Cast
from newstemma.text.segment import words

__all__ = ["Holder", "Holders"]

_PRONOUNS = frozenset("he she they it we i you who which that this one his her their its".split())
_NEAR = 400  # characters in which it may stand why no name is given
_RELATIVE = frozenset({"who", "which", "that"})
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten both several couple dozen dozens half "
    "majority".split()
)
_INDEFINITE = frozenset("a an one another".split())
_ONE = frozenset("person man woman individual somebody someone source insider".split())
_PEOPLE = _ONE | frozenset("people men women sources insiders those others many some most".split())
# What tells a few out of many: "people familiar with the matter".
_CLOSE = frozenset("familiar briefed close knowledge involved present aware".split())
_WITHHELD = frozenset(
    "anonymity anonymous anonymously unnamed unidentified authorized authorised background".split()
)
_NOT_NAMED = frozenset("named identified quoted disclosed publicly safe name identity".split())
_NEGATIONS = frozenset("not n't never declined refused without withheld".split())
_PUBLISHED = frozenset(
    "newspaper newspapers magazine broadcaster outlet outlets station channel network wire tabloid "
    "website media press".split()
)
_PLURAL = ("s", "men", "women", "people", "police")
_NAMELESS = frozenset({SourceKind.ROLE, SourceKind.ANONYMOUS, SourceKind.COLLECTIVE})
_AFTER_NOUN = re.compile(r"[,(]| who | which | that ")


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose words, thoughts or wishes they are; `specificity` is 0 for all that have a name."""

    name: str | None
    kind: SourceKind
    specificity: int = 0


class Holders:
    """Answers for the sources of one article."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        names: Sequence[Mention],
        said: Speech,
        parse: Parse,
    ) -> None:
        self._text, self._said = text, said
        self._entities = _entity_kinds(names, parse)
        self._names = [mention for mention in names if mention.kind is MentionKind.NAME]
        self._name_starts = [mention.span.start for mention in self._names]
        self._sentences = [sentence.span for sentence in sentences]
        self._starts = [span.start for span in self._sentences]
        self._keys = {name: key for key, name in said.cast.names.items()}

    def of(self, draft: Draft) -> Holder:
        """The holder of a draft."""
        name = self._quoted(draft) or self._heard(draft)
        key = self._keys.get(name or "") or self._apposed(draft.source)
        if key is None and name is None:  # inside marks nobody is heard
            key = self._named_at(draft.asked)
        if key is not None:
            name = self._said.cast.names[key]
            kind = _named(key, name, self._said.cast, self._entities.get(key))
            if kind is SourceKind.ORGANISATION and self._publishes(draft.source):
                kind = SourceKind.OUTLET
            return Holder(name, kind)
        if " and " in (name or ""):
            return Holder(name, SourceKind.PERSON)
        if draft.source is None:
            return Holder(name, SourceKind.UNKNOWN if name else SourceKind.NONE)
        return self._nameless(draft, draft.source)

    def _quoted(self, draft: Draft) -> str | None:
        """Who speaks the quotations in it."""
        quotations = (self._said.quotations[place] for place in draft.quotations)
        return next((q.speaker for q in quotations if _agree(draft, q) and q.speaker), None)

    def _heard(self, draft: Draft) -> str | None:
        heard = self._said.heard.get(draft.asked)
        return heard.speaker.name if heard and heard.speaker else None

    def _publishes(self, source: Span | None) -> bool:
        """Whether a source is told to be an outlet: "the state news agency, HWA"."""
        keys = [word.key for word in words(self._text, source)] if source else []
        return "news" in keys or not _PUBLISHED.isdisjoint(keys)

    def _apposed(self, source: Span | None) -> str | None:
        """The key of the name that ends a source after a comma: "the state agency, HWA"."""
        if source is None:
            return None
        at = bisect_right(self._name_starts, source.end) - 1
        name = self._names[at].span if at >= 0 else source
        before = self._text[source.start : name.start].rstrip()
        ends = not self._text[name.end : source.end].strip(" ,")
        apposed = name.start > source.start and before.endswith(",") and ends
        return self._names[at].key if apposed else None

    def _named_at(self, offset: int) -> str | None:
        """The key of the name that an offset stands in."""
        at = bisect_right(self._name_starts, offset) - 1
        inside = at >= 0 and offset < self._names[at].span.end
        return self._names[at].key if inside else None

    def _nameless(self, draft: Draft, source: Span) -> Holder:
        keys = [word.key for word in words(self._text, source)]
        at = source if draft.asked < 0 else Span(draft.asked, max(draft.asked, source.end))
        head = next((word.key for word in words(self._text, at)), "")
        kind = _nameless(keys, head)
        if kind is SourceKind.UNKNOWN:
            return Holder(None, kind)
        heard = self._said.heard.get(draft.asked)
        if len(keys) == 1 and keys[0] in _RELATIVE:  # its antecedent's words, where heard
            source = heard.phrase.span if heard else Span(source.start, source.start)
        name = _AFTER_NOUN.split(" ".join(source.of(self._text).split()))[0].strip()
        name = name.removeprefix("the ").removeprefix("The ")
        if kind not in _NAMELESS:
            return Holder(name or None, kind)
        return Holder(name or None, kind, _specificity(keys, self._around(source.start)))

    def _around(self, offset: int) -> list[str]:
        """The words near an offset, in its sentence."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return []
        sentence = self._sentences[at]
        start = max(sentence.start, offset - _NEAR)
        near = Span(start, max(start, min(sentence.end, offset + _NEAR)))
        return [word.key for word in words(self._text, near)]


def _agree(draft: Draft, quotation: Quotation) -> bool:
    """Whether a quotation's speaker is named in the draft's source, or by its cue."""
    if draft.source is None or quotation.speaker_span is None:
        return True
    cued = draft.cue and quotation.cue_span and draft.cue.overlaps(quotation.cue_span)
    return draft.source.overlaps(quotation.speaker_span) or bool(cued)


def _named(key: str, name: str, cast: Cast, entity: NameKind | None) -> SourceKind:
    """The kind of a source with a name. A place speaks for its government."""
    if key in cast.people:
        return SourceKind.PERSON
    if is_outlet_alone(name):
        return SourceKind.OUTLET
    collective = entity in (NameKind.ORGANISATION, NameKind.PLACE, NameKind.GROUP)
    if collective or key in cast.bodies or key in PLACE_WORDS:
        return SourceKind.ORGANISATION
    return SourceKind.PERSON


def _nameless(keys: Sequence[str], head: str) -> SourceKind:
    """The kind of a source without a name, by the words of the phrase and its head."""
    if not keys or head in _PRONOUNS:
        return SourceKind.UNKNOWN
    if head in _PUBLISHED or ("news" in keys and head in GROUPS):
        return SourceKind.OUTLET
    if head in TEXTS or head.removesuffix("s") in TEXTS:
        return SourceKind.DOCUMENT
    if head in ROLES or head in _PEOPLE:
        return _people(keys, head)
    return SourceKind.ORGANISATION if head in GROUPS else SourceKind.UNKNOWN


def _people(keys: Sequence[str], head: str) -> SourceKind:
    told = set(keys)
    if head not in _ONE and (head in _PEOPLE or head.endswith(_PLURAL)):
        counted = told & (_CLOSE | _WITHHELD | _NUMBERS) or any(key.isdigit() for key in keys)
        return SourceKind.ANONYMOUS if counted else SourceKind.COLLECTIVE
    anybody = keys[0] in _INDEFINITE and not head.startswith("spokes")
    return SourceKind.ANONYMOUS if anybody or head in _ONE else SourceKind.ROLE


def _specificity(keys: Sequence[str], around: Sequence[str]) -> int:
    """How much is told, 0 to 5: what it is, whose, how many, that it knows at first hand, and why
    no name is given. `keys` are the words of the phrase, `around` those of its sentence.
    """
    told = set(keys)
    refused = not _NEGATIONS.isdisjoint(around) and not _NOT_NAMED.isdisjoint(around)
    signs = (
        bool((told & ROLES) - _PEOPLE),
        bool(told & (GROUPS - ROLES)),
        bool(told & _NUMBERS) or any(key.isdigit() for key in keys),
        bool(told & _CLOSE),
        refused or not _WITHHELD.isdisjoint(around),
    )
    return sum(signs)


def _entity_kinds(names: Sequence[Mention], parse: Parse) -> dict[str, NameKind]:
    """What a parse most often takes each name for, by the name's key."""
    kinds = {entity.span.end: entity.kind for entity in parse.entities}
    votes: dict[str, Counter[NameKind]] = defaultdict(Counter)
    for mention in names:
        if mention.span.end in kinds:
            votes[mention.key][kinds[mention.span.end]] += 1
    return {key: min(counts, key=lambda k: (-counts[k], k)) for key, counts in votes.items()}
