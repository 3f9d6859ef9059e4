"""Who was made from whom in chains of rewrites, of which most generations are not there.

    python -m bench.chains --data DIR --json

From each of two to five chains of one root by one model, two to eight of the first ten
generations are kept at random, with a fixed seed. `true_parent`: the nearest kept ancestor is
found; `right_chain`: a text of the right chain is, and a chain is the root and its generations;
`edge_recall`: the edge is found, whichever way it points. All these with the root named; `root`:
it is found where it is not named. The baselines are the minimum spanning tree on the Jaccard
distance of runs of one to three words, and the longest text.

Ours is `lineage.parents`, which draws the trees of `report`, over the scores of all pairs; that
the root is named means that of each pair with it the other is scored as the later one, and as
kin. A text without a parent counts as wrong.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import networkx as nx

from bench.corpora import Chain, chains, read
from bench.figures import arguments, missing, share, show
from newstemma.lineage.model import PairScore, score_pair
from newstemma.lineage.parents import parents
from newstemma.lineage.profile import Profile

__all__ = ["ROOT", "Sample", "copied", "measure", "samples", "spanning_tree"]

_DRAWS = 3
_GENERATIONS = 10
ROOT = "root"
"""The id of the root of each sample."""

_SURE = 1 - 1e-6  # a probability of 1 that odds can be made of
_COPIES = 13
_REPLACED = 0.5  # of the changed words; the others are left out
_CHANGED = (0.03, 0.1, 0.25)  # of the words that a copyist changes or leaves out

Drawn = Callable[[Sequence[Profile], str], Mapping[str, str]]
"""The parent of each text but the root, given the texts and the root's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Some texts of one root, and from whom each was made (through texts not there)."""

    group: str
    texts: tuple[Profile, ...]
    parents: Mapping[str, str]
    chain: Mapping[str, int]


def main() -> None:
    """Prints the figures of `rewrite_chains/`."""
    chosen = arguments(__doc__ or "")
    show(measure(chosen.data), as_json=chosen.json)


def measure(data: Path) -> dict[str, float]:
    """All figures, each followed by its baseline."""
    known = list(samples(data))
    if not known:
        missing(data / "rewrite_chains")
        return {}
    found, baseline = (_figures(known, drawn) for drawn in (_drawn, spanning_tree))
    figures: dict[str, float] = {}
    for name in found:
        figures |= {f"chains.{name}": found[name], f"baseline.chains.{name}": baseline[name]}
    found_roots = [_root(sample.texts) == ROOT for sample in known]
    longest = [max(sample.texts, key=lambda one: one.size).id == ROOT for sample in known]
    return figures | {
        "chains.root": share(found_roots),
        "baseline.chains.root": share(longest),
    }


def samples(data: Path) -> Iterator[Sample]:
    """Several draws from the chains of each root by each model."""
    groups: defaultdict[tuple[str, str], list[Chain]] = defaultdict(list)
    for chain in chains(data):
        groups[chain.root, chain.model].append(chain)
    dice = random.Random(0)
    for key in sorted(groups):
        for _ in range(_DRAWS):
            count = dice.randint(min(2, len(groups[key])), len(groups[key]))
            yield _sample(dice.sample(groups[key], count), dice)


def _sample(drawn: Sequence[Chain], dice: random.Random) -> Sample:
    texts = [(ROOT, drawn[0].root_text)]
    parents: dict[str, str] = {}
    chain: dict[str, int] = {}
    for number, one in enumerate(drawn):
        above = ROOT
        for generation in sorted(dice.sample(range(_GENERATIONS), dice.randint(2, 8))):
            name = f"{dice.getrandbits(32):08x}"  # says nothing on the order
            texts.append((name, one.generations[generation]))
            parents[name], chain[name] = above, number
            above = name
    profiles = tuple(read(name, text) for name, text in texts)
    return Sample(group=drawn[0].root, texts=profiles, parents=parents, chain=chain)


def copied(data: Path) -> Iterator[Sample]:
    """Made-up traditions, each text with a few words changed that were not changed before.

    Of these the trees are of any shape, and what was changed never comes back by habit.
    """
    roots = sorted({chain.root: chain.root_text for chain in chains(data)}.items())
    words = sorted({word for _, text in roots for word in text.split()})
    dice = random.Random(0)
    for changed in _CHANGED:
        for group, text in roots:
            texts, parents = [(ROOT, text)], {}
            for number in range(_COPIES):
                above, model = dice.choice(texts)
                texts.append((f"copy {number}", _edited(model, words, changed, dice)))
                parents[texts[-1][0]] = above
            profiles = tuple(read(name, text) for name, text in texts)
            yield Sample(group=group, texts=profiles, parents=parents, chain={})


def _edited(text: str, words: Sequence[str], changed: float, dice: random.Random) -> str:
    kept = []
    for word in text.split(" "):
        if dice.random() >= changed:
            kept.append(word)
        elif dice.random() < _REPLACED:
            kept.append(dice.choice(words))
    return " ".join(kept)


def spanning_tree(texts: Sequence[Profile], root: str) -> dict[str, str]:
    """The baseline: the minimum spanning tree, hung up by the root."""
    words = {one.id: [word.key for word in one.witness.words] for one in texts}
    runs = {
        name: {tuple(own[i : i + n]) for n in (1, 2, 3) for i in range(len(own) - n + 1)}
        for name, own in words.items()
    }
    graph = nx.Graph()
    for place, one in enumerate(runs):
        for other in list(runs)[:place]:
            near = len(runs[one] & runs[other]) / max(len(runs[one] | runs[other]), 1)
            graph.add_edge(one, other, weight=1 - near)
    edges = nx.bfs_edges(nx.minimum_spanning_tree(graph), root)
    return {child: parent for parent, child in edges}


def _drawn(texts: Sequence[Profile], root: str | None = None) -> dict[str, str]:
    """The parents that `report` would draw, the root named or not."""
    pairs = (score_pair(one, other) for one, other in combinations(texts, 2))
    return {
        descent.child: descent.parent
        for descent in parents(texts, [_rooted(score, root) for score in pairs])
        if descent.parent is not None
    }


def _root(texts: Sequence[Profile]) -> str | None:
    """The one text without a parent, None where there are several."""
    roots = {one.id for one in texts} - _drawn(texts).keys()
    return roots.pop() if len(roots) == 1 else None


def _rooted(score: PairScore, root: str | None) -> PairScore:
    if root not in (score.left, score.right):
        return score
    later = 1 - _SURE if root == score.right else _SURE
    return replace(score, related=_SURE, right_from_left=later)


def _figures(known: Sequence[Sample], drawn: Drawn) -> dict[str, float]:
    answers: defaultdict[str, list[bool]] = defaultdict(list)
    for sample in known:
        found = drawn(sample.texts, ROOT)
        edges = {frozenset(edge) for edge in found.items()}
        for child, parent in sample.parents.items():
            above = found.get(child)
            answers["true_parent"].append(above == parent)
            answers["right_chain"].append(_is_right_chain(child, above, sample))
            answers["edge_recall"].append(frozenset((child, parent)) in edges)
    return {name: share(right) for name, right in answers.items()}


def _is_right_chain(child: str, found: str | None, sample: Sample) -> bool:
    return found == ROOT or (found is not None and sample.chain[found] == sample.chain[child])


if __name__ == "__main__":
    main()
