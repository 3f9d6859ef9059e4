"""Which sentences of one text another one could have given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from newstemma.lineage.profile import Profile
from newstemma.records import Sentence

__all__ = ["each_has_more", "share_of", "supported"]

# Of a sentence's weight. Counted so, sources in `rewrites/` support at least .64 of the words
# of 95 in 100 of their paraphrases and .40 of their rewrites (median 1 and .83); reports on one
# event that share few word runs (ecbplus) .31 of each other's (95 in 100 below .77).
_ENOUGH = 0.4
_MORE = 0.25  # of a text's words, for it to have matter of its own
_FEW = 3  # shared words that say something; fewer are chance
_WINDOW = 2  # sentences of the other text that one sentence may put together


def supported(child: Profile, parent: Profile) -> frozenset[int]:
    """The child's sentences of which two neighbouring sentences of the parent hold enough.

    Returns positions in the child's `Witness.sentences`. Words are weighed by rarity.
    """
    places = _places(parent)
    found = []
    for number, sentence in enumerate(child.witness.sentences):
        stems = sorted(set(_stems(child, sentence)) & child.content)
        weight, words = _best(child, stems, places)
        total = sum(child.weights[stem] for stem in stems)
        if words >= _FEW and weight >= _ENOUGH * total:
            found.append(number)
    return frozenset(found)


def share_of(child: Profile, sentences: Collection[int]) -> float:
    """How much of the child's words stand in these of its sentences."""
    sizes = [s.end_word - s.first_word for s in child.witness.sentences]
    return sum(sizes[number] for number in sentences) / (sum(sizes) or 1)


def each_has_more(one: Profile, other: Profile) -> bool:
    """Whether a good part of either text is not supported by the other."""
    both = ((one, other), (other, one))
    return all(share_of(a, supported(a, b)) <= 1 - _MORE for a, b in both)


def _best(
    child: Profile, stems: Collection[str], places: Mapping[str, Collection[int]]
) -> tuple[float, int]:
    """The weight and the number of the stems that one place of the parent holds."""
    weights: dict[int, float] = defaultdict(float)
    counts: dict[int, int] = defaultdict(int)
    for stem in stems:
        for place in places.get(stem, ()):
            weights[place] += child.weights[stem]
            counts[place] += 1
    return max(((weights[place], counts[place]) for place in weights), default=(0.0, 0))


def _places(parent: Profile) -> Mapping[str, Collection[int]]:
    """For each content stem, the windows of sentences that hold it, by their last sentence."""
    places: dict[str, set[int]] = defaultdict(set)
    for number, sentence in enumerate(parent.witness.sentences):
        for stem in _stems(parent, sentence):
            if stem in parent.content:
                places[stem].update(range(number, number + _WINDOW))
    return places


def _stems(profile: Profile, sentence: Sentence) -> Iterator[str]:
    return iter(profile.stems[sentence.first_word : sentence.end_word])
