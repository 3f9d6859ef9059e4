"""Finds the words that attribute, with what belongs to each: "has also said", "called for"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from newstemma.text.attributions.lexicon import ADJECTIVES, ADVERBS, NOUNS, VERBS, Frame
from newstemma.text.parse.tree import Tree
from newstemma.text.quotations.cues import inflections

__all__ = ["Predicate", "PredicateKind", "predicates", "reporting"]

_UNLISTED = Frame(clause=True)
_NEGATIONS = frozenset("not n't never no nor neither without".split())
_CAUSING = frozenset(
    f
    for base in "make let have help ensure mean get cause require keep allow happen be do take "
    "turn matter need wait watch stop bring hold leave give come go".split()
    for f, _ in inflections(base)
)
# "continued to say", "began writing": the cue is both verbs.
_LIGHT = frozenset(
    f
    for base in "continue begin start try keep stop rush manage go".split()
    for f, _ in inflections(base)
)
_BEFORE = frozenset({"aux", "aux:pass", "cop", "advmod", "mark"})


class PredicateKind(StrEnum):
    """What kind of word attributes."""

    VERB = "verb"
    PASSIVE = "passive"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    ACCORDING = "according"


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A word that attributes, at `place`; `first` and `end` bound the cue."""

    place: int
    kind: PredicateKind
    frame: Frame
    first: int
    end: int
    negated: bool

    @property
    def is_speech(self) -> bool:
        """Whether it reports what somebody said: "told", "according to", "reportedly"."""
        hearsay = self.kind in (PredicateKind.ACCORDING, PredicateKind.ADVERB)
        return self.frame.speech or hearsay


def predicates(tree: Tree) -> Iterator[Predicate]:
    """The words of a parse that may attribute, in order."""
    for place, key in enumerate(tree.keys):
        if (kind := _kind(tree, place, key)) is not None:
            yield _predicate(tree, place, kind, VERBS.get(key, _UNLISTED))


def reporting(tree: Tree, place: int) -> Predicate:
    """The predicate at a word that is known to report quoted words, listed or not."""
    kind = _kind(tree, place, tree.keys[place]) or PredicateKind.VERB
    frame = VERBS.get(tree.keys[place], _UNLISTED)
    return _predicate(tree, place, kind, replace(frame, speech=True))


def _kind(tree: Tree, place: int, key: str) -> PredicateKind | None:
    upos = tree.upos(place)
    if key == "according" and "to" in tree.keys[place + 1 : place + 2]:
        return PredicateKind.ACCORDING
    if upos == "VERB" and (key in VERBS or _takes_clause(tree, place, key)):
        return PredicateKind.PASSIVE if _is_passive(tree, place) else PredicateKind.VERB
    if key in NOUNS and upos == "NOUN":
        return PredicateKind.NOUN
    if key in ADJECTIVES and upos in {"ADJ", "VERB"}:
        return PredicateKind.ADJECTIVE
    return PredicateKind.ADVERB if key in ADVERBS else None


def _takes_clause(tree: Tree, place: int, key: str) -> bool:
    """Whether a verb that no list knows takes a clause with a subject: "they rejoiced that"."""
    if key in _CAUSING or tree.child(place, "nsubj") is None:
        return False
    return any(
        child > place and any(tree.keys[c] == "that" for c in tree.children(child, "mark"))
        for child in tree.children(place, "ccomp")
    )


def _predicate(tree: Tree, place: int, kind: PredicateKind, frame: Frame) -> Predicate:
    first, end = place, place + 1
    if kind not in (PredicateKind.NOUN, PredicateKind.ADVERB, PredicateKind.ACCORDING):
        first, end = _cue_at(tree, place)
    if kind is PredicateKind.ACCORDING:
        end += 1
    negated = any(tree.keys[at] in _NEGATIONS for at in range(first, place))
    return Predicate(
        place=place,
        kind=kind,
        frame=frame,
        first=first,
        end=end,
        negated=negated,
    )


def _cue_at(tree: Tree, place: int) -> tuple[int, int]:
    """A verb with its auxiliaries, the adverbs between, and its particle."""
    first, end = place, place + 1
    while first > 0:
        if _belongs_before(tree, first - 1, place):
            first -= 1
        elif (
            tree.keys[first - 1] in _LIGHT
            and tree.rel(place) == "xcomp"
            and (tree.head(place) == first - 1)
        ):
            place = first = first - 1
        else:
            break
    while end < len(tree.keys) and tree.full_rel(end) == "compound:prt":
        end += 1
    return first, end


def _belongs_before(tree: Tree, at: int, place: int) -> bool:
    head = tree.head(at)
    if head is not None and head != place and tree.rel(head) == "advmod":
        return tree.rel(at) == "advmod" and tree.head(head) == place
    if head != place or tree.full_rel(at) not in _BEFORE:
        return False
    if tree.rel(at) == "mark":
        return tree.keys[at] == "to"
    return tree.parse.tokens[at].xpos != "WRB" and tree.keys[at] not in {"when", "how", "why"}


def _is_passive(tree: Tree, place: int) -> bool:
    children = {tree.full_rel(child) for child in tree.children(place)}
    if not children.isdisjoint({"aux:pass", "nsubj:pass", "obl:agent"}):
        return True
    participle = tree.parse.tokens[place].xpos == "VBN" or tree.keys[place].endswith("ed")
    if not participle or "nsubj" in children or "aux" in children:
        return False
    apart = tree.rel(place) == "advcl" or tree.sentence(place)[0] == place
    addressed = apart and VERBS.get(tree.keys[place], _UNLISTED).hearer
    return addressed or tree.full_rel(place) == "acl"  # "asked about it, he said"
