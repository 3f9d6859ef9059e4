"""Digests: texts put together from several others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from newstemma.lineage.cover import cover
from newstemma.lineage.model import score_pair
from newstemma.lineage.profile import Profile, profile
from newstemma.lineage.proof import are_kin
from newstemma.lineage.support import share_of, supported
from newstemma.records import Sentence, Word

__all__ = ["digested"]

# The glossary starts at one half for both. A digest of two halves gives either of its parents
# half or a little more, so a single parent needs more to make it none. Set on 80 joins of halves
# of two rewrites (.59 found) against 160 reports on one event in ecbplus (1 called a digest).
_ENOUGH = 0.5  # of the child's words, in sentences that its parents support together
_SINGLE = 0.65  # from here on one parent is parent enough
_PART = 0.25  # what each parent gives beyond the others
_STEP = 0.05  # a smaller difference between two parents is chance
_RELATED = 0.6  # the probability that this part was made from that parent


def digested(child: Profile, others: Sequence[Profile], *, rivals: int) -> tuple[str, ...]:
    """The ids of the several texts that `child` digests, the most used one first.

    None where one text supports most of it, or where no two do together. Of `others` that give
    as much, an earlier one is preferred. Among many `rivals` each has to be the nearer.
    """
    known = {other.id: other for other in others}
    given = {name: supported(child, other) for name, other in known.items()}
    if any(share_of(child, sentences) >= _SINGLE for sentences in given.values()):
        return ()
    quoted = _quoted(child)
    own = {name: sentences - quoted for name, sentences in given.items()}
    parts = _parts(child, own, known, rivals)
    together = share_of(child, frozenset().union(*parts.values()))
    return tuple(parts) if len(parts) > 1 and together >= _ENOUGH else ()


def _parts(
    child: Profile,
    given: Mapping[str, frozenset[int]],
    known: Mapping[str, Profile],
    rivals: int,
) -> dict[str, frozenset[int]]:
    """Greedy cover: always the text that adds most sentences, while it adds enough of them."""
    parts: dict[str, frozenset[int]] = {}
    waiting = list(given)
    while waiting:
        covered = frozenset().union(*parts.values())
        added = {name: share_of(child, given[name] - covered) for name in waiting}
        best = max(waiting, key=lambda name: round(added[name] / _STEP))
        if added[best] < _PART:
            break
        waiting.remove(best)
        part = _part(child, given[best] - covered)
        score = score_pair(known[best], part)
        if score.related >= _RELATED and are_kin(known[best], part, score, rivals):
            parts[best] = given[best] - covered
    return parts


def _quoted(child: Profile) -> frozenset[int]:
    """The sentences most of which is quotation, which the child may have from the speaker."""
    aside = cover(quotation.span for quotation in child.witness.quotations)
    told = enumerate(child.witness.sentences)
    return frozenset(number for number, sentence in told if aside.holds(sentence.span))


def _part(child: Profile, sentences: frozenset[int]) -> Profile:
    """The child as if it had these of its sentences alone."""
    words: list[Word] = []
    kept: list[Sentence] = []
    for number in sorted(sentences):
        sentence = child.witness.sentences[number]
        first = len(words)
        words += child.witness.words_of(sentence)
        kept.append(replace(sentence, first_word=first, end_word=len(words)))
    return profile(replace(child.witness, words=tuple(words), sentences=tuple(kept)))
