"""Which articles are about the same event."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import networkx as nx
import numpy as np

from newstemma.lineage.linkage import average_link
from newstemma.records import Witness, Word
from newstemma.reuse.cosine import cosines, near, select, split, vectors
from newstemma.reuse.join import Features, Floats
from newstemma.reuse.terms import pile_weights, terms
from newstemma.text.rarity import rarity
from newstemma.text.segment import words

__all__ = ["stories"]

# _ALIKE, _OPENING and _NAMED are the best of 112 settings on topics 1-20 of ecbplus, whole and in
# small piles (`fit` and `small.fit` of `python -m bench.stories`).
_ALIKE = 0.15  # mean cosine of two groups of articles on one event
_LEAST_RARITY = 0.7  # nats: a word that every second document has is no topic
_UNLIKE = _ALIKE / 2  # cosine below which two parents of one digest tell of different events
_BACKGROUND = 150  # documents that the language counts for beside the pile's own
_KIN = 0.3  # cosine that kin have at least
_LEDE = 60.0  # words: the first ones count up to (1 + _OPENING) times
_OPENING = 4.0
_NAMED = 3.0  # times what a word without a capital counts
# Long texts on one topic share more by chance: there 0.10 at 100 words grows to 0.16 at 800.
_USUAL_LENGTH = 200
_LENGTHENING = 0.15
_SHORT = 50  # words; below that a text's length says nothing


def stories(
    witnesses: Sequence[Witness],
    kin: Iterable[tuple[int, int]] = (),
    *,
    digests: Mapping[int, Sequence[int]] | None = None,
) -> tuple[tuple[int, ...], ...]:
    """Positions in `witnesses`, sorted, grouped into stories.

    Average link over the cosines of rarity-weighted words and word pairs; `kin`, pairs of which
    one is made from the other or both from one text, are never far. `digests` gives the parents
    of texts that have several: where these are nothing like each other, it is a roundup, which
    joins the nearest story once the stories are told apart, together with its kin among roundups.
    """
    order = sorted(range(len(witnesses)), key=lambda i: witnesses[i].id)
    texts = [witnesses[i] for i in order]
    place = {i: rank for rank, i in enumerate(order)}
    held = _shortened(vectors(_weighted(texts)), texts)
    parents = {place[i]: [place[p] for p in given] for i, given in (digests or {}).items()}
    roundups = sorted(i for i, given in parents.items() if _is_roundup(held, given))
    pairs = [(place[a], place[b]) for a, b in kin]
    joined = [pair for pair in pairs if not set(pair) & set(roundups)]
    told = [i for i in range(len(order)) if i not in set(roundups)]
    groups = _neighbourhoods(held, told, joined)
    clusters = [
        cluster
        for group, part in zip(groups, split(held, groups), strict=True)
        for cluster in _events(part, group, joined)
    ]
    for group in _kindred(roundups, pairs):
        max(clusters, key=lambda cluster: _likeness(held, group, cluster)).extend(group)
    return tuple(sorted(tuple(sorted(order[i] for i in cluster)) for cluster in clusters))


def _is_roundup(held: Features, parents: Sequence[int]) -> bool:
    """Whether any two of the parents tell of different events."""
    chosen = sorted(set(parents))
    similarity = cosines(select(held, chosen), len(chosen))
    return bool((similarity[np.triu_indices(len(chosen), k=1)] < _UNLIKE).any())


def _kindred(members: Sequence[int], kin: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The members in groups of kin, so that what was made from a roundup stays with it."""
    graph = nx.Graph()
    graph.add_nodes_from(members)
    graph.add_edges_from(pair for pair in kin if set(pair) <= set(members))
    return sorted(sorted(group) for group in nx.connected_components(graph))


def _likeness(held: Features, group: Sequence[int], cluster: Sequence[int]) -> float:
    """The mean cosine between the members of two groups."""
    chosen = sorted({*group, *cluster})
    similarity = cosines(select(held, chosen), len(chosen))
    rows = [chosen.index(one) for one in group]
    columns = [chosen.index(one) for one in cluster]
    return float(similarity[np.ix_(rows, columns)].mean())


def _shortened(held: Features, witnesses: Sequence[Witness]) -> Features:
    """The vectors of long texts made shorter, so that length alone makes none alike."""
    lengths = np.array([max(len(witness.words), _SHORT) for witness in witnesses])
    factors = (lengths / _USUAL_LENGTH) ** (-_LENGTHENING / 2)
    return Features(held.code, held.text, held.weight * factors[held.text])


def _neighbourhoods(
    held: Features, told: Sequence[int], kin: Sequence[tuple[int, int]]
) -> list[list[int]]:
    """Articles that are joined by likeness, however indirectly: no story crosses these."""
    graph = nx.Graph()
    graph.add_nodes_from(told)
    pairs = near(select(held, told), len(told), least=_ALIKE)
    graph.add_edges_from((told[left], told[right]) for left, right in pairs)
    graph.add_edges_from(kin)
    return [sorted(group) for group in nx.connected_components(graph)]


def _events(
    held: Features, group: Sequence[int], kin: Sequence[tuple[int, int]]
) -> Iterator[list[int]]:
    """The stories of one neighbourhood, whose vectors `held` numbers from 0."""
    similarity = cosines(held, len(group))
    _bring_near(similarity, group, kin)
    joined = nx.Graph()
    for cluster in average_link(similarity, least=_ALIKE):
        nx.add_path(joined, [group[i] for i in cluster])
    joined.add_edges_from(pair for pair in kin if pair[0] in joined)
    for event in nx.connected_components(joined):
        yield sorted(event)


def _bring_near(similarity: Floats, group: Sequence[int], kin: Sequence[tuple[int, int]]) -> None:
    place = {member: i for i, member in enumerate(group)}
    for left, right in kin:
        if left in place:
            nearer = max(float(similarity[place[left], place[right]]), _KIN)
            similarity[place[left], place[right]] = similarity[place[right], place[left]] = nearer


def _weighted(witnesses: Sequence[Witness]) -> list[Mapping[str, float]]:
    """The weight of every term in each text: log frequency by rarity."""
    counts = [_counted(witness) for witness in witnesses]
    held = Counter(term for text in counts for term in text)
    # In a large pile, what a single text has is chance; in a small one it sets it apart.
    alone = _BACKGROUND / (_BACKGROUND + len(witnesses))
    rarities = pile_weights(counts, background=_BACKGROUND)
    weight = {t: (rarities[t] + 1) * (alone if held[t] == 1 else 1) for t in held}
    return [{t: (1 + math.log(n)) * weight[t] for t, n in text.items()} for text in counts]


def _counted(witness: Witness) -> dict[str, float]:
    """The terms of a text and its pairs of them, early ones and names counted for more."""
    title = witness.article.title.value if witness.article.title else ""
    told = [*_told(title, words(title)), *_told(witness.text, witness.words)]
    counts: dict[str, float] = defaultdict(float)
    for index, (term, weight, name) in enumerate(told):
        opening = weight * (1 + _OPENING * math.exp(-index / _LEDE))
        before, weight_before, name_before = told[index - 1] if index else ("", 0.0, False)
        counts[term] += opening * (_NAMED if name else 1)
        if weight_before:
            counts[f"{before} {term}"] += opening * (_NAMED if name and name_before else 1)
    return {term: count for term, count in counts.items() if count}


def _told(text: str, tokens: Sequence[Word]) -> list[tuple[str, float, bool]]:
    """Each term, 1 if it tells anything, else 0, and whether it is written like a name."""
    return [
        (term, float(rarity(word.key) >= _LEAST_RARITY), text[word.start].isupper())
        for term, word in terms(tokens)
    ]
