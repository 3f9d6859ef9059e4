"""Judges pronouns: nobody whom the child named can be meant, or somebody of the other sex is."""

from __future__ import annotations

from collections.abc import Iterator

from newstemma.collate.evidence import Case, finding, shown
from newstemma.collate.fillers import NAMES, PRONOUNS, Filler, pronouns_of
from newstemma.collate.grounds import alike_places, best_lines
from newstemma.collate.lines import Line
from newstemma.records import MentionKind, NameKind, Severity, Variant, VariantKind
from newstemma.text.names.lexicon import GIVEN_FEMALE, GIVEN_MALE, ROLES

__all__ = ["judge_pronouns"]

_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her hers herself".split())
_THEY = frozenset("they them".split())
_PERSONS = ROLES | frozenset(
    "man woman boy girl person people men women boys girls mother father son daughter wife husband "
    "brother sister victim suspect player teacher child baby teenager driver passenger author "
    "actor actress singer artist king queen student couple pair family anyone someone everyone "
    "nobody who one friend fan star star's mum dad mom grandmother grandfather uncle aunt".split()
)
_PERSONAL = ("ist", "ian", "man", "men", "woman", "women")
_DOING = ("er", "or", "ers", "ors")  # of the main word of a phrase
_OPENING = frozenset("during in after before with despite on at upon following for by".split())
_OPENED = 3  # words of a sentence among which a pronoun may be told for whom it names later
_SHARE = 0.4  # of what its clause says that the parents must say of whoever is named


def judge_pronouns(case: Case) -> Iterator[Variant]:
    """`entity-changed`: a pronoun that nothing before it can be the name of; "his" for "her"."""
    for own in pronouns_of(case.child):
        place = own.line.positions(own.span).start
        if not own.line.quotation_at(place) and not _has_antecedent(case, place):
            yield _unnamed(case, own)
    yield from _turned(case)


def _has_antecedent(case: Case, place: int) -> bool:
    """Whether anybody may be meant by the pronoun: named or told of before, or in its sentence."""
    line, key = case.child, case.child.words[place].key
    if any(_may_be_meant(one, range(len(one.words)), key) for one in case.earlier):
        return True
    return _may_be_meant(line, range(place), key) or _is_named_after(line, place)


def _may_be_meant(line: Line, positions: range, pronoun: str) -> bool:
    """Whether some of the words may be whom a pronoun means; "they" may be anything."""
    if pronoun in _THEY:
        return len(positions) > 0
    places = {entity.span for entity in line.entities if entity.kind is NameKind.PLACE}
    names = {m.span for m in line.of_kind(MentionKind.NAME)} | {e.span for e in line.entities}
    named = (line.positions(span) for span in sorted(names - places))
    return any(
        own and own.start in positions and not _is_of_other_sex(line.words[own.start].key, pronoun)
        for own in named
    ) or any(_is_person(line, n) or line.words[n].key in PRONOUNS for n in positions)


def _is_of_other_sex(given: str, pronoun: str) -> bool:
    """Whether a first name is borne by the other sex alone."""
    if pronoun in _HE:
        return given in GIVEN_FEMALE - GIVEN_MALE
    return given in GIVEN_MALE - GIVEN_FEMALE


def _is_person(line: Line, position: int) -> bool:
    """Whether a word may tell of a person: "the keeper"."""
    key = line.words[position].key
    if {key, key.removesuffix("s")} & _PERSONS or key.endswith(_PERSONAL):
        return True
    heads = {argument.head for clause in line.clauses for argument in clause.arguments}
    return key.endswith(_DOING) and line.words[position].span in heads


def _is_named_after(line: Line, place: int) -> bool:
    """Whether the sentence names somebody after the clause that the pronoun opens."""
    word = line.words[place].span
    if line.words[0].key in _OPENING and place <= _OPENED:
        return any(
            entity.kind is NameKind.PERSON and entity.span.start > word.start
            for entity in line.entities
        )
    around = [clause.span for clause in line.clauses if clause.span.covers(word)]
    inner = min(around, key=len, default=word)
    return any(
        entity.kind is NameKind.PERSON
        and entity.span.start > word.start
        and not inner.covers(entity.span)
        for entity in line.entities
    )


def _unnamed(case: Case, own: Filler) -> Variant:
    word = shown(own.line.text_of(own.span))
    kind, child = VariantKind.ENTITY_CHANGED, (own.line, own.span)
    if meant := _meant(case, own):
        name = shown(meant.line.text_of(meant.span))
        note = f"The parent says this of {name}; here {word} stands for nobody who was named."
        parent = (meant.line, meant.span)
        return finding(kind, Severity.MEANING, note, child=child, parent=parent)
    note = f"{word} stands for nobody who was named before."
    return finding(kind, Severity.DETAIL, note, child=child, parent=case.parent)


def _meant(case: Case, own: Filler) -> Filler | None:
    """The name of which the parents say what the child says of a pronoun."""
    whole = sum(own.rest.values())
    for number, held in best_lines(own.rest, case.ground):
        for other in case.ground.fillers[number]:
            if held >= _SHARE * whole and other.kind in NAMES and other.role is own.role:
                return other
    return None


def _turned(case: Case) -> Iterator[Variant]:
    """A pronoun of the other sex between the same words."""
    for n, word in enumerate(case.child.words):
        if word.key in _HE | _SHE and not case.child.quotation_at(n):
            own, other = (_HE, _SHE) if word.key in _HE else (_SHE, _HE)
            there = list(_before_same(case, n))
            turned = [(line, at) for line, at in there if line.words[at].key in other]
            if turned and not any(line.words[at].key in own for line, at in there):
                yield _other_sex(case, n, *turned[0])


def _before_same(case: Case, position: int) -> Iterator[tuple[Line, int]]:
    """Where a parent has another word between the same words, and the next one is the same."""
    own = case.child.stems[position + 1 : position + 2]
    for line, at in alike_places(case.child, position, case.ground):
        if own == line.stems[at + 1 : at + 2] != ():
            yield line, at


def _other_sex(case: Case, position: int, line: Line, there: int) -> Variant:
    span, other = case.child.words[position].span, line.words[there].span
    note = f"{shown(line.text_of(other))} became {shown(case.child.text_of(span))}."
    kind, child = VariantKind.ENTITY_CHANGED, (case.child, span)
    return finding(kind, Severity.MEANING, note, child=child, parent=(line, other))
