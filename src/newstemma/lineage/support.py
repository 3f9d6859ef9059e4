"""Which sentences of one text another one could have given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from newstemma.lineage.profile import Profile
from newstemma.records import Sentence

__all__ = ["LOOSE", "STRICT", "share_of", "supported"]

# Shares of what a sentence tells. At LOOSE the sources of `rewrites/` support nine tenths of
# their rewrites' words (median), independent reports on one event (ecbplus) a quarter of each
# other's; at STRICT three quarters and a ninth.
LOOSE = 0.4
STRICT = 0.5
_FEW = 3  # shared words that say something; fewer are chance
_WINDOW = 2  # sentences of the other text that one sentence may put together


def supported(child: Profile, parent: Profile, *, least: float = LOOSE) -> frozenset[int]:
    """The child's sentences of which two neighbouring sentences of the parent hold enough.

    Returns positions in the child's `Witness.sentences`. Words are weighed by rarity; at least
    `least` of a sentence's weight has to be there.
    """
    places = _places(parent)
    found = []
    for number, sentence in enumerate(child.witness.sentences):
        stems = sorted(set(_stems(child, sentence)) & child.content)
        weight, words = _best(child, stems, places)
        total = sum(child.weights[stem] for stem in stems)
        if words >= _FEW and weight >= least * total:
            found.append(number)
    return frozenset(found)


def share_of(child: Profile, sentences: Collection[int]) -> float:
    """How much of the child's words stand in these of its sentences."""
    sizes = [s.end_word - s.first_word for s in child.witness.sentences]
    return sum(sizes[number] for number in sentences) / (sum(sizes) or 1)


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
