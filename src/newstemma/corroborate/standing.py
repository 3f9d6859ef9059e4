"""What stands behind words at some places of a story's articles."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from newstemma.corroborate.origins import source, traced
from newstemma.corroborate.scene import Scene
from newstemma.corroborate.support import Stated, Support, support
from newstemma.lineage.address import place_of

__all__ = ["Standing", "distances", "standing"]

_LONGEST = 200  # words of a sentence that are compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The attributions that each place stands in, the innermost first, and what stands behind.

    `circular` says of each place whether outlets that cite each other lead back to it.
    """

    chains: tuple[tuple[int, ...], ...]
    circular: tuple[bool, ...]
    support: Support


def standing(places: Sequence[tuple[str, int]], scene: Scene, steps: Mapping[str, int]) -> Standing:
    """What stands behind the words at `places`: an article and an offset each.

    `steps` are the `distances` of the scene's articles.
    """
    chains = [scene.contents[article].around(at) for article, at in places]
    voices = {article: scene.voices[scene.lineages[article][0]] for article, _ in places}
    own = [
        (article, source(way, scene.witnesses[article], scene, voice=voices[article]))
        for (article, _), way in zip(places, chains, strict=True)
    ]
    sources = traced(own, {article: voice.key for article, voice in voices.items()})
    stated = [
        Stated(
            place=place_of(scene.witnesses[article].article),
            source=said,
            lineages=scene.lineages[article],
            steps=steps.get(article, 0),
            words=_words(article, at, scene),
        )
        for (article, at), said in zip(places, sources, strict=True)
    ]
    circular = tuple(said.circular for said in sources)
    return Standing(chains=tuple(chains), circular=circular, support=support(stated))


def _words(article: str, at: int, scene: Scene) -> tuple[str, ...]:
    """The words of the sentence at a place."""
    witness = scene.witnesses[article]
    place = bisect_right(witness.sentences, at, key=attrgetter("span.start")) - 1
    if place < 0:
        return ()
    return tuple(word.key for word in witness.words_of(witness.sentences[place])[:_LONGEST])


def distances(scene: Scene) -> dict[str, int]:
    """How many derivations lie between each article and a root, the fewest."""
    found = {article: 0 for article in scene.witnesses if article not in scene.parents}
    children: defaultdict[str, list[str]] = defaultdict(list)
    for child, parents in scene.parents.items():
        for parent in parents:
            children[parent].append(child)
    waiting = sorted(found)
    for parent in waiting:
        for child in children[parent]:
            if child not in found:
                found[child] = found[parent] + 1
                waiting.append(child)
    return found
