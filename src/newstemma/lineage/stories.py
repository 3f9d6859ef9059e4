"""Which articles are about the same event."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from newstemma.lineage.linkage import average_link
from newstemma.lineage.openings import openings, two_events
from newstemma.records import Witness
from newstemma.reuse.cosine import cosines, near, select, split, vectors
from newstemma.reuse.join import Features
from newstemma.reuse.terms import pile_weights, terms
from newstemma.text.rarity import rarity
from newstemma.text.segment import words

__all__ = ["Weighed", "are_one_story", "stories", "weighed"]

# _ALIKE, _OPENING and _NAMED are the best of 112 settings on topics 1-20 of ecbplus, whole and in
# small piles (`fit` and `small.fit` of `python -m bench.stories`).
_ALIKE = 0.15  # mean cosine of two groups of articles on one event
_LEAST_RARITY = 0.7  # nats: a word that every second document has is no topic
_UNLIKE = _ALIKE / 2  # cosine below which two parents of one digest tell of different events
_BACKGROUND = 150  # documents that the language counts for beside the pile's own
_LEDE = 60.0  # words: the first ones count up to (1 + _OPENING) times
_OPENING = 4.0
_NAMED = 3.0  # times what a word without a capital counts
# Long texts on one topic share more by chance: there 0.10 at 100 words grows to 0.16 at 800.
_USUAL_LENGTH = 200
_LENGTHENING = 0.15
_BRIEF = 20  # words; a text of fewer has kin among the reports on different events
_SHORT = 50  # words; below that a text's length says nothing
_MANY = 5000  # articles that are compared all with all, in half a gigabyte
_CLOSER = 0.05  # by which the cosine is raised that joins more of them
_DECIMALS = 9  # of a cosine, as `reuse.cosine` rounds it


def stories(
    witnesses: Sequence[Witness],
    kin: Iterable[tuple[int, int]] = (),
    *,
    digests: Mapping[int, Sequence[int]] | None = None,
) -> tuple[tuple[int, ...], ...]:
    """Positions in `witnesses`, sorted, grouped into stories.

    Average link over the cosines of rarity-weighted words and word pairs, which does not join
    groups that open like two events of one kind. `kin`, pairs of which one is made from the other
    or both from one text, are together from the start; only a brief does not tie others together.
    `digests` gives the parents of texts that have several: where these are nothing like each
    other, it is a roundup, which joins the nearest of their stories once these are told apart,
    together with its kin among roundups. At most `_MANY` articles are compared all with all.
    """
    order = sorted(range(len(witnesses)), key=lambda i: witnesses[i].id)
    texts = [witnesses[i] for i in order]
    place = {i: rank for rank, i in enumerate(order)}
    held = _shortened(vectors(_weighted(texts)), texts)
    parents = {place[i]: [place[p] for p in given] for i, given in (digests or {}).items()}
    roundups = sorted(i for i, given in parents.items() if _is_roundup(held, given))
    pairs = _binding([(place[a], place[b]) for a, b in kin], texts)
    single = sorted({*range(len(order))}.difference(roundups))
    families = {one: family for family in _joined(single, pairs) for one in family}
    groups = list(_neighbourhoods(held, single, pairs))
    clusters = [
        cluster
        for group, part in zip(groups, split(held, groups), strict=True)
        for cluster in _events(part, group, texts, families)
    ]
    for group in _joined(roundups, pairs):
        told = {parent for one in group for parent in parents[one]}
        theirs = [cluster for cluster in clusters if not told.isdisjoint(cluster)] or clusters
        max(theirs, key=lambda cluster: _likeness(held, group, cluster)).extend(group)
    return tuple(sorted(tuple(sorted(order[i] for i in cluster)) for cluster in clusters))


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A text as two are compared alone: what each term counts for in it, its weight where the
    other text lacks the term, the squared length of these, and by what a long text is shortened.
    """

    counted: Mapping[str, float]
    alone: Mapping[str, float]
    squared: float
    factor: float


def weighed(witness: Witness) -> Weighed:
    """A text weighed once, to be compared with many by `are_one_story`."""
    counted = {term: 1 + math.log(count) for term, count in _counted(witness).items()}
    rarities = pile_weights([counted, ()], background=_BACKGROUND)
    single = _single(2)
    alone = {term: n * (rarities[term] + 1) * single for term, n in counted.items()}
    return Weighed(
        counted=counted,
        alone=alone,
        squared=math.fsum(weight * weight for weight in alone.values()),
        factor=_shortening(len(witness.words)),
    )


def are_one_story(left: Weighed, right: Weighed) -> bool:
    """Whether two texts alone, not kin, are one story: what `stories` says of the two.

    Their openings are not asked: terms that both open with tell of no two events.
    """
    shared = left.counted.keys() & right.counted.keys()
    rarities = pile_weights([shared, shared], background=_BACKGROUND)
    both = [(term, rarities[term] + 1) for term in shared]
    product = math.fsum(left.counted[t] * right.counted[t] * w * w for t, w in both)
    lengths = math.sqrt(_squared(left, both) * _squared(right, both)) or 1.0
    return round(product * left.factor * right.factor / lengths, _DECIMALS) >= _ALIKE


def _squared(text: Weighed, both: Sequence[tuple[str, float]]) -> float:
    """The squared length of a text of two that share terms of these weights."""
    more = math.fsum((text.counted[t] * w) ** 2 - text.alone[t] ** 2 for t, w in both)
    return text.squared + more


def _is_roundup(held: Features, parents: Sequence[int]) -> bool:
    """Whether any two of the parents tell of different events."""
    chosen = sorted(set(parents))
    similarity = cosines(select(held, chosen), len(chosen))
    return bool((similarity[np.triu_indices(len(chosen), k=1)] < _UNLIKE).any())


def _binding(kin: Sequence[tuple[int, int]], witnesses: Sequence[Witness]) -> list[tuple[int, int]]:
    """The kin without those of a brief that alone ties reports together: it says too little."""
    brief = {i for i, witness in enumerate(witnesses) if len(witness.words) < _BRIEF}
    families = _joined(range(len(witnesses)), (pair for pair in kin if not brief & set(pair)))
    family = {one: number for number, members in enumerate(families) for one in members}
    tied: dict[int, set[int]] = defaultdict(set)
    for one, other in kin:
        tied[one].add(family[other])
        tied[other].add(family[one])
    return [pair for pair in kin if all(i not in brief or len(tied[i]) == 1 for i in pair)]


def _joined(members: Iterable[int], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The members in groups that the pairs among them join; all sorted."""
    group_of = {one: [one] for one in members}
    for left, right in pairs:
        if left in group_of and right in group_of:
            small, large = group_of[left], group_of[right]
            if small is not large:
                small, large = sorted((small, large), key=len)
                large += small
                group_of.update(dict.fromkeys(small, large))
    return sorted(sorted(group) for group in {id(g): g for g in group_of.values()}.values())


def _likeness(held: Features, group: Sequence[int], cluster: Sequence[int]) -> float:
    """The mean cosine between the members of two groups."""
    chosen = sorted({*group, *cluster})
    similarity = cosines(select(held, chosen), len(chosen))
    rows = [chosen.index(one) for one in group]
    columns = [chosen.index(one) for one in cluster]
    return float(similarity[np.ix_(rows, columns)].mean())


def _shortened(held: Features, witnesses: Sequence[Witness]) -> Features:
    """The vectors of long texts made shorter, so that length alone makes none alike."""
    factors = np.array([_shortening(len(witness.words)) for witness in witnesses])
    return Features(held.code, held.text, held.weight * factors[held.text])


def _shortening(words: int) -> float:
    return float((max(words, _SHORT) / _USUAL_LENGTH) ** (-_LENGTHENING / 2))


def _neighbourhoods(
    held: Features, members: Sequence[int], kin: Sequence[tuple[int, int]], least: float = _ALIKE
) -> Iterator[list[int]]:
    """Articles that are joined by likeness, however indirectly: no story crosses these.

    Where too many are, they have to be more alike than those of one story are.
    """
    alike = near(select(held, members), len(members), least=least)
    pairs = chain(kin, ((members[left], members[right]) for left, right in alike))
    for group in _joined(members, pairs):
        if len(group) <= _MANY or least > 1:
            yield group
        else:
            yield from _neighbourhoods(held, group, kin, least + _CLOSER)


def _events(
    held: Features,
    group: Sequence[int],
    witnesses: Sequence[Witness],
    families: Mapping[int, Sequence[int]],
) -> Iterator[list[int]]:
    """The stories of one neighbourhood, whose vectors `held` numbers from 0."""
    place = {member: i for i, member in enumerate(group)}
    opened = openings(_telling(witnesses[i]) for i in group)
    clusters = average_link(
        cosines(held, len(group)),
        least=_ALIKE,
        together=[[place[i] for i in families[one]] for one in group if one == families[one][0]],
        apart=lambda left, right: two_events(opened, left, right),
    )
    for cluster in clusters:
        yield [group[i] for i in cluster]


def _weighted(witnesses: Sequence[Witness]) -> list[Mapping[str, float]]:
    """The weight of every term in each text: log frequency by rarity."""
    counts = [_counted(witness) for witness in witnesses]
    held = Counter(term for text in counts for term in text)
    alone = _single(len(witnesses))
    rarities = pile_weights(counts, background=_BACKGROUND)
    weight = {t: (rarities[t] + 1) * (alone if held[t] == 1 else 1) for t in held}
    return [{t: (1 + math.log(n)) * weight[t] for t, n in text.items()} for text in counts]


def _single(texts: int) -> float:
    """What a term counts for that one text of a pile has: in a large pile it is chance, in a small
    one it sets the text apart.
    """
    return _BACKGROUND / (_BACKGROUND + texts)


def _counted(witness: Witness) -> dict[str, float]:
    """The terms of a text and its pairs of them, early ones and names counted for more."""
    told = list(_told(witness))
    counts: dict[str, float] = defaultdict(float)
    for index, (term, weight, name) in enumerate(told):
        opening = weight * (1 + _OPENING * math.exp(-index / _LEDE))
        before, weight_before, name_before = told[index - 1] if index else ("", 0.0, False)
        counts[term] += opening * (_NAMED if name else 1)
        if weight_before:
            counts[f"{before} {term}"] += opening * (_NAMED if name and name_before else 1)
    return {term: count for term, count in counts.items() if count}


def _telling(witness: Witness) -> Iterator[str]:
    """The terms that tell anything, in their order."""
    return (term for term, tells, _ in _told(witness) if tells)


def _told(witness: Witness) -> Iterator[tuple[str, float, bool]]:
    """Each term, 1 if it tells anything, else 0, and whether it is written like a name."""
    title = witness.article.title.value if witness.article.title else ""
    for text, tokens in ((title, words(title)), (witness.text, witness.words)):
        for term, word in terms(tokens):
            yield term, float(rarity(word.key) >= _LEAST_RARITY), text[word.start].isupper()
