"""Finds whose words, thoughts or wishes a predicate attributes."""

from __future__ import annotations

from dataclasses import dataclass

from newstemma.text.attributions.predicates import Predicate, PredicateKind
from newstemma.text.attributions.tags import tag_source
from newstemma.text.parse.tree import Tree

__all__ = ["Source", "source_of", "source_with"]

_RELATIVE = frozenset({"who", "which", "that"})
_INHERITING = frozenset({"xcomp", "conj", "advcl", "parataxis"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_ADJUNCT = frozenset({"ADP", "SCONJ", "ADV"})
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_QUOTES = frozenset({'"', "“", "”", "'", "’"})
_SIGNS = _QUOTES | {",", ";", ":", "-", "--", "–", "—", ".", "("}
_MOST_STEPS = 6  # verbs between one without a subject and the one that has it


@dataclass(frozen=True, slots=True)
class Source:
    """The tokens `[first, end)` that name a source; `head` is the place of whoever is meant, the
    antecedent where the source is a relative pronoun.
    """

    first: int
    end: int
    head: int


def source_of(tree: Tree, predicate: Predicate) -> Source | None:
    """The source of a predicate; None where nobody is given."""
    place = predicate.place
    if predicate.kind is PredicateKind.ACCORDING:
        return _according(tree, predicate)
    if predicate.kind is PredicateKind.NOUN:
        return _owner(tree, place)
    if predicate.kind is PredicateKind.ADVERB or predicate.frame.raises:
        return None
    if predicate.frame.speech and (told := _beside_quotation(tree, predicate)):
        return told
    passive = predicate.kind is PredicateKind.PASSIVE
    return _agent(tree, place) if passive else _subject(tree, place)


def _beside_quotation(tree: Tree, predicate: Predicate) -> Source | None:
    if tree.is_participle(predicate.place):
        return None
    found = tag_source(tree, predicate.first, predicate.end)
    return Source(*found, _named_in(tree, *found)) if found else None


def _named_in(tree: Tree, first: int, end: int) -> int:
    """Where the name in a phrase starts, else its last noun before a comma."""
    head = first
    for place in range(first, end):
        if tree.keys[place] == ",":
            break
        if tree.upos(place) == "PROPN":
            return place
        if tree.upos(place) in {"NOUN", "PRON"}:
            head = place
    return head


def source_with(tree: Tree, head: int, *, before: int | None = None) -> Source:
    """The noun phrase of a head, without its preposition, and without signs at its edges.

    Nothing from the token `before` on belongs to it.
    """
    first, end = tree.first[head], tree.end[head]
    if before is not None and before > head:
        end = min(end, before)
    for child in tree.children(head, "case", "cc", "mark"):
        if child < head:
            first = max(first, child + 1)
    first = _past_adjunct(tree, first, head)
    while first < head and (tree.keys[first] in _SIGNS or tree.upos(first) == "SCONJ"):
        first += 1
    return Source(first, _before_time(tree, head, end), head)


def _whole(tree: Tree, source: Source, verb: int) -> Source:
    """A subject with the nouns right beside it that the parse hangs elsewhere: "Fox host Lee"."""
    first, end = source.first, source.end
    start, _ = tree.sentence(source.head)
    if tree.upos(source.head) not in _NOUNS or end > verb:
        return source
    while first > start and _goes_with_noun(tree, first - 1):
        first -= 1
    while end < verb and tree.upos(end) == "PROPN" and tree.keys[end] not in _DAYS:
        end += 1
    return Source(first, end, source.head)


def _goes_with_noun(tree: Tree, place: int) -> bool:
    return tree.upos(place) in _NOUNS | {"ADJ"} and tree.keys[place] not in _DAYS


def _past_adjunct(tree: Tree, first: int, head: int) -> int:
    """Where a phrase starts after "In the long run, ", which parsers hang on its head."""
    before = range(first, head)
    quoted = [at for at in before if tree.keys[at] in _QUOTES]
    if tree.upos(first) not in _ADJUNCT:
        return quoted[-1] + 1 if quoted else first
    commas = [at for at in before if tree.keys[at] == ","]
    return max([first, *(at + 1 for at in (*quoted[-1:], *commas[-1:]))])


def _before_time(tree: Tree, head: int, end: int) -> int:
    """Where a phrase ends before "on Thursday", and before signs."""
    while end - 1 > head:
        last = tree.keys[end - 1]
        timed = last in _DAYS and end - 2 > head and tree.keys[end - 2] == "on"
        if last not in _SIGNS and last not in _DAYS:
            break
        end -= 2 if timed else 1
    return end


def _subject(tree: Tree, place: int) -> Source | None:
    """The subject of a verb, or of the verb that it depends on."""
    at, apart = place, tree.first[place] > 0 and tree.keys[tree.first[place] - 1] == ","
    for _ in range(_MOST_STEPS):
        subject = next((c for c in tree.children(at, "nsubj") if _is_subject(tree, c, at)), None)
        head, rel = tree.head(at), tree.rel(at)
        if subject is not None:
            found = _whole(tree, source_with(tree, subject), place)
            relative = rel == "acl" and tree.keys[subject] in _RELATIVE and head is not None
            return Source(found.first, found.end, head) if relative and head is not None else found
        if head is None:
            return None
        if rel == "acl":
            above = tree.head(head)
            relative = tree.full_rel(at) == "acl:relcl"
            if relative or not apart or above is None or tree.upos(above) != "VERB":
                return source_with(tree, head, before=tree.first[at])
            head = above  # "rejected the evidence, claiming that ..."
        elif rel not in _INHERITING:
            return None
        at = head
    return None


def _is_subject(tree: Tree, place: int, verb: int) -> bool:
    return place < verb or not tree.is_participle(verb)


def _agent(tree: Tree, place: int) -> Source | None:
    """As in: accused by Lee."""
    below = [c for child in tree.children(place, "obl") for c in tree.children(child, "nmod")]
    for child in (*tree.children(place, "obl"), *below):  # "accused of fraud by Lee"
        case = tree.child(child, "case")
        if case is not None and tree.keys[case] == "by":
            return source_with(tree, child)
    return None


def _according(tree: Tree, predicate: Predicate) -> Source | None:
    head = tree.head(predicate.place)
    if head is None or tree.rel(predicate.place) not in {"case", "fixed", "mark"}:
        head = tree.child(predicate.place, "obl", "obj", "nmod")
    if head is None or head < predicate.end:
        return None
    found = source_with(tree, head)
    start, _ = tree.sentence(predicate.first)
    end = found.end
    if predicate.first == start:  # "According to a poll, most agree"
        end = next((at for at in range(head, end) if tree.keys[at] == ","), end)
    return Source(max(found.first, predicate.end), end, head)


def _owner(tree: Tree, place: int) -> Source | None:
    """As in: Lee's claim."""
    for child in tree.children(place, "nmod"):
        if tree.full_rel(child) == "nmod:poss":
            return source_with(tree, child)
    return None
