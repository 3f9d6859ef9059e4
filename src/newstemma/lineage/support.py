"""Which sentences of one text another one could have given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from newstemma.lineage.profile import Profile
from newstemma.records import Sentence

__all__ = ["each_has_more", "share_of", "supported"]

# Of a sentence's weight. Counted so, sources in `rewrites/` support at least .64 of the words
# of 95 in 100 of their paraphrases and .40 of their rewrites (median 1 and .83); reports on one
# event that share few word runs (ecbplus) .31 of each other's (95 in 100 below .77).
_ENOUGH = 0.4
_MORE = 0.25  # of a text's words, for it to have matter of its own
_FEW = 3  # shared words that say something; fewer are chance
# Windows that one stem may lead to. What stands in more of them, in a long list say, only adds to
# those that a rarer stem found, so that time grows with the text and not with its square.
_MOST = 512


def supported(child: Profile, parent: Profile) -> frozenset[int]:
    """The child's sentences of which two neighbouring sentences of the parent hold enough.

    Returns positions in the child's `Witness.sentences`. Words are weighed by rarity.
    """
    places = _places(parent)
    told: dict[frozenset[str], list[int]] = defaultdict(list)
    for number, sentence in enumerate(child.witness.sentences):
        told[_content(child, sentence)].append(number)
    found = (numbers for stems, numbers in told.items() if _is_held(child, sorted(stems), places))
    return frozenset(number for numbers in found for number in numbers)


def share_of(child: Profile, sentences: Collection[int]) -> float:
    """How much of the child's words stand in these of its sentences."""
    sizes = [s.end_word - s.first_word for s in child.witness.sentences]
    return sum(sizes[number] for number in sentences) / (sum(sizes) or 1)


def each_has_more(one: Profile, other: Profile) -> bool:
    """Whether a good part of either text is not supported by the other."""
    both = ((one, other), (other, one))
    return all(share_of(a, supported(a, b)) <= 1 - _MORE for a, b in both)


def _is_held(child: Profile, stems: Sequence[str], places: Mapping[str, AbstractSet[int]]) -> bool:
    """Whether one window of the parent holds enough of a sentence's stems."""
    known = [stem for stem in stems if stem in places]
    if len(known) < _FEW:
        return False
    weight, words = _best(child, known, places)
    return words >= _FEW and weight >= _ENOUGH * sum(child.weights[stem] for stem in stems)


def _best(
    child: Profile, stems: Sequence[str], places: Mapping[str, AbstractSet[int]]
) -> tuple[float, int]:
    """The weight and the number of the stems that one window of the parent holds."""
    weights: dict[int, float] = defaultdict(float)
    counts: dict[int, int] = defaultdict(int)
    for stem in sorted(stems, key=lambda stem: len(places[stem]) > _MOST):
        held = places[stem]
        for place in held if len(held) <= _MOST else weights.keys() & held:
            weights[place] += child.weights[stem]
            counts[place] += 1
    return max(((weights[place], counts[place]) for place in weights), default=(0.0, 0))


def _places(parent: Profile) -> Mapping[str, AbstractSet[int]]:
    """For each content stem, the windows of two neighbouring sentences that hold it.

    Equal windows count once, however often a text repeats itself.
    """
    told = [_content(parent, sentence) for sentence in parent.witness.sentences]
    windows = dict.fromkeys(one | after for one, after in pairwise([*told, *told[-1:]]))
    places: dict[str, set[int]] = defaultdict(set)
    for number, window in enumerate(windows):
        for stem in window:
            places[stem].add(number)
    return places


def _content(profile: Profile, sentence: Sentence) -> frozenset[str]:
    stems = profile.stems[sentence.first_word : sentence.end_word]
    return profile.content.intersection(stems)
