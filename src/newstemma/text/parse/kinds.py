"""Settles what an article's names are: one name is one thing throughout an article.

The pipeline was trained on little text and knows few names, so what it says of one mention is a
vote. A word that tells ("University of ...", "Lake ...", "Dr. ..."), or a place or people that
everybody knows, decides before the votes do.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newstemma.records import Span
from newstemma.text.names.lexicon import GIVEN_FEMALE, GIVEN_MALE, TITLES
from newstemma.text.parse.gazetteer import ORGANISATIONS, PEOPLES, PLACES
from newstemma.text.parse.records import Entity, EntityKind, Token
from newstemma.text.segment import word_key, words

__all__ = ["settled"]

_Keys = tuple[str, ...]
_Kinds = dict[_Keys, EntityKind]

_GIVEN = GIVEN_FEMALE | GIVEN_MALE
_BODIES = frozenset(
    "academy administration agency airlines airways alliance army assembly associates association"
    " authority bank battalion board brigade bureau cabinet cartel caucus centre chamber"
    " church club coalition college command commission committee company confederation"
    " conference congress consortium corp corporation corps council court daily department"
    " directorate enterprises exchange faculty federation firm force forces foundation front fund"
    " gazette government group guard guards herald hospital inc industries initiative institute"
    " institution journal laboratory league legion ltd llc ministry mission mosque movement museum"
    " navy network news office orchestra organisation organization parliament partners party police"
    " post press regiment reserve school secretariat senate service services society squadron state"
    " studios systems team telegraph times tribunal tribune trust union university".split()
) - {"state", "mosque"}
_LAND = frozenset(
    "airport avenue base bay beach boulevard bridge canal cape city coast county creek desert"
    " district gulf harbor harbour heights highway hill hills island islands isle lake mountain"
    " mountains ocean park peninsula plaza port prefecture province region republic river road sea"
    " square strait street territory town valley village".split()
)
_OF_PEOPLE = frozenset({"abu", "bin", "ibn"})
_AROUND = frozenset({"DET", "PART", "PUNCT", "ADP", "PRON"})
_WHERE = frozenset("in near outside around across toward towards".split())
_INITIALS = range(2, 7)  # letters of a name like ISIL
_LAND_BEFORE = frozenset("lake mount mt cape fort port gulf strait river isle".split())


def settled(text: str, tokens: Sequence[Token], entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities of an article, each of the kind that the article's mentions of it agree on.

    Articles and titles before a name are left out, and so are adjectives ("Syrian"). A name that
    is found once is found wherever it stands alone; so is a place or a body that is known.
    """
    article = _Article(text, tokens)
    found = [name for entity in entities if (name := article.trimmed(entity))]
    votes: defaultdict[_Keys, Counter[EntityKind]] = defaultdict(Counter)
    for entity in found:
        votes[article.keys(entity)] += article.votes(entity)
    kinds = {keys: _kind(keys, count) for keys, count in votes.items()}
    people = {keys[-1:] for keys, kind in kinds.items() if keys and kind is EntityKind.PERSON}
    kinds |= {keys: EntityKind.PERSON for keys in sorted(people) if not _told(keys)}
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

    def trimmed(self, entity: Entity) -> Entity | None:
        """The name without what stands around it; None where nothing is left, or an adjective."""
        first, end = self._after_title(entity), entity.end_token
        while first < end and self._tokens[first].upos in _AROUND:
            first += 1
        while first < end and self._tokens[end - 1].upos in _AROUND:
            end -= 1
        if first == end or self._tokens[end - 1].upos == "ADJ":
            return None
        return self._entity(first, end, entity.kind)

    def _after_title(self, entity: Entity) -> int:
        """Where the name starts: after "French President", but not after "General" of "Motors"."""
        first, end = entity.first_token, entity.end_token
        if _told(self.keys(entity)) in {EntityKind.ORGANISATION, EntityKind.PLACE}:
            return first
        if entity.kind is not EntityKind.PERSON:
            first += 1
        titles = [p for p in range(first, end) if self._is_title(p) and self._is_named(p + 1, end)]
        return titles[-1] + 1 if titles else entity.first_token

    def _is_named(self, place: int, end: int) -> bool:
        return place == end or self._forms[place][:1].isupper()

    def _entity(self, first: int, end: int, kind: EntityKind) -> Entity:
        span = Span(self._tokens[first].span.start, self._tokens[end - 1].span.end)
        return Entity(span=span, kind=kind, first_token=first, end_token=end)

    def _is_title(self, place: int) -> bool:
        form = self._forms[place]
        return form[:1].isupper() and word_key(form) in TITLES

    def keys(self, entity: Entity) -> _Keys:
        """What equal names share."""
        return tuple(word.key for word in words(self._text, entity.span))

    def votes(self, entity: Entity) -> Counter[EntityKind]:
        """What one mention says of its kind."""
        counts = Counter((entity.kind,))
        if entity.end_token - 1 in self._stood_in:
            counts[EntityKind.PLACE] += 1
        return counts

    def missed(self, found: Sequence[Entity], kinds: _Kinds) -> Iterator[Entity]:
        """Proper nouns that stand alone and are a known name, or one of the article's."""
        covered = {
            place for entity in found for place in range(entity.first_token, entity.end_token)
        }
        proper = [token.upos == "PROPN" for token in self._tokens]
        for place, form in enumerate(self._forms):
            if place in covered or not proper[place] or not form[:1].isupper():
                continue
            alone = not any(proper[max(0, place - 1) : place] + proper[place + 1 : place + 2])
            key = word_key(form)
            if kind := _known(key) or (kinds.get((key,)) if alone else None):
                yield self._entity(place, place + 1, kind)

    def kind(self, entity: Entity, kinds: _Kinds) -> EntityKind:
        """The kind of one mention."""
        keys, form = self.keys(entity), entity.span.of(self._text)
        if kind := _told(keys):
            return kind
        if entity.first_token and self._is_title(entity.first_token - 1):
            return EntityKind.PERSON
        if form.isupper() and form.isalpha() and len(form) in _INITIALS:
            return EntityKind.ORGANISATION
        return kinds.get(keys, entity.kind)


def _kind(keys: _Keys, votes: Counter[EntityKind]) -> EntityKind:
    return _told(keys) or max(sorted(votes), key=lambda kind: votes[kind])


def _told(keys: _Keys) -> EntityKind | None:
    """What the words of a name say that it is."""
    if (kind := _known(" ".join(keys))) or len(keys) < 2:
        return kind
    head = keys[keys.index("of") - 1] if "of" in keys[1:] else keys[-1]
    if head in _BODIES:
        return EntityKind.ORGANISATION
    if head in _LAND or keys[0] in _LAND_BEFORE:
        return EntityKind.PLACE
    return EntityKind.PERSON if keys[0] in _GIVEN or not _OF_PEOPLE.isdisjoint(keys) else None


def _known(name: str) -> EntityKind | None:
    if name in PLACES:
        return EntityKind.PLACE
    if name in ORGANISATIONS:
        return EntityKind.ORGANISATION
    return EntityKind.OTHER if name in PEOPLES else None
