"""Settles what an article's names are: one name is one thing throughout an article.

The pipeline was trained on little text and knows few names, so what it says of one mention is a
vote. A word that tells ("University of ...", "Lake ...", "Dr. ..."), or a place or people that
everybody knows, decides before the votes do.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newstemma.records import NameKind, Span
from newstemma.text.names.lexicon import GIVEN_FEMALE, GIVEN_MALE, TITLES
from newstemma.text.parse.craft import crafts, without_prefix
from newstemma.text.parse.gazetteer import ORGANISATIONS, PEOPLES, PLACES
from newstemma.text.parse.records import NamedTokens, Token
from newstemma.text.segment import word_key, words

__all__ = ["settled"]

_Keys = tuple[str, ...]
_Kinds = dict[_Keys, NameKind]

_CRAFT = frozenset({NameKind.VESSEL, NameKind.AIRCRAFT})
_PEOPLE_ENDINGS = ("ans", "ists", "ites", "is")
_GIVEN = GIVEN_FEMALE | GIVEN_MALE
_BODIES = frozenset(
    "academy administration agency airlines airways alliance army assembly associates"
    " association authority bank battalion board brigade bureau cabinet cartel caucus centre"
    " chamber chronicle church club coalition college command commission committee company"
    " confederation conference congress consortium corp corporation corps council court daily"
    " department directorate enterprises exchange faculty federation firm force forces"
    " foundation front fund gazette government group guard guards herald hospital inc"
    " industries initiative institute institution journal laboratory league legion llc ltd"
    " ministry mission movement museum navy network news observer office orchestra"
    " organisation organization parliament partners party police post press regiment reserve"
    " school secretariat senate service services society squadron stores studios systems team"
    " telegraph times tribunal tribune trust union university".split()
)
_LAND = frozenset(
    "airport avenue base bay beach boulevard bridge canal cape city coast county creek desert"
    " district gulf harbor harbour heights highway hill hills island islands isle lake mountain"
    " mountains ocean park peninsula plaza point port prefecture province region republic ridge"
    " river road sea square strait street territory town valley village".split()
)
_STOOD_IN = 2  # votes of "in X" for a place; bench.language.entities: .568, and .562 with one
_OF_PEOPLE = frozenset({"abu", "bin", "ibn"})
_AROUND = frozenset({"DET", "PART", "PUNCT", "ADP", "PRON", "CCONJ"})
_WHERE = frozenset("in near outside around across toward towards".split())
_INITIALS = range(2, 7)  # letters of a name like ISIL
_LAND_BEFORE = frozenset("lake mount mt cape fort port gulf strait river isle".split())


def settled(
    text: str, tokens: Sequence[Token], entities: Sequence[NamedTokens]
) -> tuple[NamedTokens, ...]:
    """The entities of an article, each of the kind that the article's mentions of it agree on.

    Articles and titles before a name are left out, and so are adjectives ("Syrian"). A name that
    is found once is found wherever it stands alone; so is a place or a body that is known. A
    vessel or an aircraft is one throughout if a word says so once.
    """
    article = _Article(text, tokens)
    craft = article.craft()
    found = [name for entity in entities if (name := article.trimmed(entity))]
    found = [*craft, *_apart(found, craft)]
    votes: defaultdict[_Keys, Counter[NameKind]] = defaultdict(Counter)
    for entity in found:
        votes[article.keys(entity)] += article.votes(entity)
    kinds = {keys: _kind(keys, count) for keys, count in votes.items()}
    kinds |= {without_prefix(article.keys(one)): one.kind for one in craft}
    people = {keys[-1:] for keys, kind in kinds.items() if keys and kind is NameKind.PERSON}
    kinds |= {keys: NameKind.PERSON for keys in sorted(people) if not _told(keys)}
    found.extend(article.missed(found, kinds))
    return tuple(
        replace(entity, kind=article.kind(entity, kinds))
        for entity in sorted(found, key=lambda entity: entity.span)
    )


class _Article:
    """A text and its tokens, of which names are read."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._forms = [token.span.of(text) for token in tokens]
        self._text = text
        self._stood_in = {t.head for t in tokens if t.deprel == "case" and t.lemma in _WHERE}

    def craft(self) -> list[NamedTokens]:
        """The vessels and aircraft that a word tells of, but what everybody knows as else."""
        found = [self._entity(*one) for one in crafts(self._forms, self._tokens)]
        return [one for one in found if not _known(" ".join(self.keys(one)))]

    def trimmed(self, entity: NamedTokens) -> NamedTokens | None:
        """The name without what stands around it; None where nothing is left, or an adjective."""
        first, end = self._after_title(entity), entity.end_token
        while first < end and self._tokens[first].upos in _AROUND:
            first += 1
        while first < end and self._tokens[end - 1].upos in _AROUND:
            end -= 1
        if first == end or self._tokens[end - 1].upos == "ADJ":
            return None
        return self._entity(first, end, entity.kind)

    def _after_title(self, entity: NamedTokens) -> int:
        """Where the name starts: after "French President", but not after "General" of "Motors"."""
        first, end = entity.first_token, entity.end_token
        if _told(self.keys(entity)) in {NameKind.ORGANISATION, NameKind.PLACE}:
            return first
        if entity.kind is not NameKind.PERSON:
            first += 1
        titles = [p for p in range(first, end) if self._is_title(p) and self._is_named(p + 1, end)]
        return titles[-1] + 1 if titles else entity.first_token

    def _is_named(self, place: int, end: int) -> bool:
        return place == end or self._forms[place][:1].isupper()

    def _entity(self, first: int, end: int, kind: NameKind) -> NamedTokens:
        span = Span(self._tokens[first].span.start, self._tokens[end - 1].span.end)
        return NamedTokens(span=span, kind=kind, first_token=first, end_token=end)

    def _is_title(self, place: int) -> bool:
        form = self._forms[place]
        return form[:1].isupper() and word_key(form) in TITLES

    def keys(self, entity: NamedTokens) -> _Keys:
        """What equal names share."""
        return tuple(word.key for word in words(self._text, entity.span))

    def votes(self, entity: NamedTokens) -> Counter[NameKind]:
        """What one mention says of its kind."""
        counts = Counter((entity.kind,))
        if entity.end_token - 1 in self._stood_in:
            counts[NameKind.PLACE] += _STOOD_IN
        return counts

    def missed(self, found: Sequence[NamedTokens], kinds: _Kinds) -> Iterator[NamedTokens]:
        """Proper nouns that stand alone and are a known name, or one of the article's."""
        covered = {
            place for entity in found for place in range(entity.first_token, entity.end_token)
        }
        proper = [token.upos == "PROPN" for token in self._tokens]
        for place, form in enumerate(self._forms):
            if place in covered or not form[:1].isupper():
                continue
            key = word_key(form)
            if not proper[place] and not (key in PEOPLES and self._tokens[place].upos == "NOUN"):
                continue
            alone = not any(proper[max(0, place - 1) : place] + proper[place + 1 : place + 2])
            if kind := _known(key) or (kinds.get((key,)) if alone else None):
                yield self._entity(place, place + 1, kind)

    def kind(self, entity: NamedTokens, kinds: _Kinds) -> NameKind:
        """The kind of one mention."""
        keys, form = self.keys(entity), entity.span.of(self._text)
        if (kind := kinds.get(without_prefix(keys))) in _CRAFT:
            return kind
        if kind := _told(keys):
            return kind
        if entity.first_token and self._is_title(entity.first_token - 1):
            return NameKind.PERSON
        if form.isupper() and form.isalpha() and len(form) in _INITIALS:
            return NameKind.ORGANISATION
        return NameKind.GROUP if self._is_of_people(entity) else kinds.get(keys, entity.kind)

    def _is_of_people(self, entity: NamedTokens) -> bool:
        """Whether a name of one word is the plural of what somebody is: "Lethenians"."""
        plural = self._tokens[entity.end_token - 1].xpos == "NNPS"
        alone = entity.end_token - entity.first_token == 1
        return alone and plural and self._forms[entity.first_token].endswith(_PEOPLE_ENDINGS)


def _apart(found: Sequence[NamedTokens], craft: Sequence[NamedTokens]) -> Iterator[NamedTokens]:
    """The names that share no token with one of a vessel or an aircraft."""
    covered = {place for one in craft for place in range(one.first_token, one.end_token)}
    for entity in found:
        if covered.isdisjoint(range(entity.first_token, entity.end_token)):
            yield entity


def _kind(keys: _Keys, votes: Counter[NameKind]) -> NameKind:
    return _told(keys) or max(sorted(votes), key=lambda kind: votes[kind])


def _told(keys: _Keys) -> NameKind | None:
    """What the words of a name say that it is."""
    if (kind := _known(" ".join(keys))) or len(keys) < 2:
        return kind
    link = next((at for at, key in enumerate(keys) if at and key in {"of", "for"}), len(keys))
    head = keys[link - 1]
    if head in _BODIES:
        return NameKind.ORGANISATION
    if head in _LAND or keys[0] in _LAND_BEFORE:
        return NameKind.PLACE
    return NameKind.PERSON if keys[0] in _GIVEN or not _OF_PEOPLE.isdisjoint(keys) else None


def _known(name: str) -> NameKind | None:
    if name in PLACES:
        return NameKind.PLACE
    if name in ORGANISATIONS:
        return NameKind.ORGANISATION
    return NameKind.GROUP if name in PEOPLES else None
