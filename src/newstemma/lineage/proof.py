"""Whether what is known suffices to state that one text was made from another.

The likeliest parent is not a parent yet. Independent reports on one event have its facts in
common and, in a story of many, some two of them are close by chance; and of two copies of one
dispatch each could be the older. Where the proof is wanting, no derivation is stated.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

from networkx.utils import UnionFind

from newstemma.lineage.model import PairScore
from newstemma.lineage.odds import log_odds
from newstemma.lineage.outlets import credited, published_by
from newstemma.lineage.overlap import overlap
from newstemma.lineage.pairs import Pair
from newstemma.lineage.precedence import is_later, seems_later
from newstemma.lineage.profile import Profile
from newstemma.lineage.support import share_of, supported
from newstemma.records import Article, Witness
from newstemma.reuse.passages import REPRINT, Passage, coverage, passages

__all__ = [
    "SHORT",
    "are_kin",
    "has_from_another",
    "is_contradicted",
    "is_copied",
    "is_edited",
    "is_retold",
    "rivals",
]

# Of a rewrite's words that its parent supports; below that it is no rewrite of it. On `rewrites/`
# .25 gives .950 of the families and .33 .936 (of those with cut sources .844 and .812).
_TAKEN = 0.25
# In a story of many reports a rewrite needs more; the next three were set on 130 rewrites that
# the model alone finds among the 772 reports of ecbplus.
_MOSTLY = 0.5  # of its words, the glossary's half
_NEW = 1.0  # log-odds taken off for each doubling of the names and numbers of the child's own
_RIVAL = 8.0  # log-odds asked for with each doubling of the rivals
_EACH_NEW = 0.03  # of a rewrite's words, for each such name and number
_SURE = 4.0  # log-odds of the direction beyond which it says no more about the relation
_KIN = 1.5  # the same for two that are kin, whoever came first
_ANY = 0.05  # probability of kinship from which on a text is a rival
_FAMILY = 3  # rivals that a text has among its own kin
SHORT = 40  # words; a shorter report of an event is like any other
_OWN = 0.25  # of the words of a text that prints passages of a third and tells more besides
_WORDED = 0.3  # of the words in runs of five: it prints the parent's sentences or a third's
# What tells the child among copies; set on the copies of ecbplus, read one by one.
_VERBATIM = 0.4  # of a copy's words, at least, in stretches outside quotations
_WORD_FOR_WORD = 0.65  # from here on a hand that changes words has no say in which came first
_ADDED = 0.15  # of a copy's words, at most, that its parent lacks
_CUT = 0.05  # of a cut copy's words, at most, that its parent lacks
_SPECIFICS = 1  # names and numbers, at most, that a cut copy has of its own
_AGREED = 3  # words in a row, in a run of five, that two copies have against a third
_LEFT_OUT = 0.25  # of the parent's words, at least


def rivals(scores: Iterable[PairScore], kin: Iterable[Pair]) -> Mapping[str, int]:
    """How many others each text may be related to at all; those that are `kin` count as one."""
    groups: UnionFind = UnionFind()
    for pair in kin:
        groups.union(*pair)
    others: dict[str, set[str]] = defaultdict(set)
    for score in scores:
        if score.related >= _ANY:
            others[score.left].add(groups[score.right])
            others[score.right].add(groups[score.left])
    return {one: len(found) for one, found in others.items()}


def is_contradicted(child: Article, parent: Article) -> bool:
    """Whether the child is stated to be the older one, and not by a credit the younger."""
    return seems_later(parent, child) and not _credits(child, parent)


def is_copied(child: Profile, parent: Profile) -> bool:
    """Whether one of two copies is stated to be the later one, or is the other cut.

    Two that print one dispatch each in their own way are copies of neither, and how copies
    differ in style says nothing: they hardly differ.
    """
    own, theirs = child.witness.article, parent.witness.article
    if _credits(own, theirs):
        return True
    if child.size < SHORT or _verbatim(child, parent) < _VERBATIM or _added(child, parent) > _ADDED:
        return False
    return is_later(own, theirs) or _is_cut(child, parent)


def is_edited(child: Profile, parent: Profile, rivals: int) -> bool:
    """Whether a copy is told from its parent; in a small family by its changed words too."""
    reworded = rivals <= _FAMILY and _verbatim(child, parent) < _WORD_FOR_WORD
    return reworded or is_copied(child, parent)


def has_from_another(child: Witness, parent: Witness, other: Witness) -> bool:
    """Whether a copy agrees with another one in wording that its parent lacks.

    And the other one has not all it has from the child: there were several versions of what
    the three of them print, and this parent's is not the child's.
    """
    taken = {number for run in passages(parent, child) for number in _inside(run)}
    streak = longest = 0
    for run in passages(other, child):
        for number in _inside(run):
            streak = 0 if number in taken else streak + 1
            longest = max(longest, streak)
        streak = 0
    return longest >= _AGREED and coverage(passages(child, other), len(other.words)) < REPRINT


def _inside(run: Passage) -> range:
    return range(run.right_word, run.right_word + run.length)


def is_retold(child: Profile, parent: Profile, score: PairScore, rivals: int) -> bool:
    """Whether the child took enough, adds little, and is near for one with so many `rivals`."""
    share = share_of(child, supported(child, parent))
    if share < _TAKEN + _EACH_NEW * len(_new(child, parent)):
        return False
    if _verbatim(child, parent) >= _VERBATIM and share < 1 - _OWN:
        return False
    if child.size < SHORT:
        return False
    if rivals <= _FAMILY:
        return True
    made = log_odds(score.related) + min(log_odds(score.later(child.id)), _SURE)
    needed = _RIVAL * _crowd(rivals)
    if share < _MOSTLY or made - _novelty(child, parent) < needed:
        return False
    runs = passages(parent.witness, child.witness)
    return coverage(runs, child.size) < _WORDED or _is_cut(child, parent)


def are_kin(one: Profile, other: Profile, score: PairScore, rivals: int) -> bool:
    """Whether two are nearer than reports with so many `rivals` come to be by chance."""
    new = min(_novelty(one, other), _novelty(other, one))
    return log_odds(score.related) - new >= _KIN * _crowd(rivals)


def _crowd(rivals: int) -> float:
    """How often the rivals are doubled beyond those that any family has."""
    return math.log2(max(rivals, _FAMILY) / _FAMILY)


def _novelty(child: Profile, parent: Profile) -> float:
    """What the names and numbers that only the child has speak against it, in log-odds."""
    return _NEW * math.log2(1 + len(_new(child, parent)))


def _new(child: Profile, parent: Profile) -> frozenset[str]:
    return (child.names | child.numbers) - parent.weights.keys()


def _credits(child: Article, parent: Article) -> bool:
    return published_by(parent) in credited(child)


def _verbatim(child: Profile, parent: Profile) -> float:
    return sum(overlap(parent.witness, child.witness).blocks) / child.size


def _added(child: Profile, parent: Profile) -> float:
    return 1 - share_of(child, supported(child, parent))


def _is_cut(child: Profile, parent: Profile) -> bool:
    """Whether the child has next to nothing that the parent lacks, and lacks much of it."""
    added, dropped = _added(child, parent), _added(parent, child)
    if added > _CUT or dropped < _LEFT_OUT or len(_new(child, parent)) > _SPECIFICS:
        return False
    return not child.numbers - parent.weights.keys()
