"""Redraws what new articles touch, inside the transaction that adds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from newstemma.collection.cutting import cut
from newstemma.collection.features import Fingerprints
from newstemma.collection.grafting import grafted, is_due
from newstemma.collection.groups import grouped
from newstemma.collection.judged import judgements_of
from newstemma.collection.ties import comparable, of_one_story
from newstemma.collection.updates import told, updates
from newstemma.collection.voting import HOLDERS, Holders, nearest
from newstemma.lineage.stories import Weighed, weighed
from newstemma.pipeline import Through, analysed, read_closely
from newstemma.read.judgements import Judgement
from newstemma.records import Analysis, Run, Witness
from newstemma.settings import Settings, described
from newstemma.store import Store
from newstemma.version import __version__

__all__ = ["Fresh", "How", "Weigh", "draw", "place", "weigher"]

Weigh = Callable[[int], Weighed]
"""The version with that number as it is compared with others."""

_KEPT = 512  # versions that are kept weighed, in 30 MB: the first to hold a feature come up again


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How is drawn: up to which stage, and what reads English."""

    through: Through
    nlp: str | None = None

    @property
    def run(self) -> Run:
        """What a drawing says that it was made by."""
        return Run(version=__version__, options=described(Settings(nlp=self.nlp)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """A version that was just added: its number, what was read in it, and its features."""

    number: int
    witness: Witness
    found: Fingerprints


def weigher(store: Store) -> Weigh:
    """What weighs versions, and remembers those that it met last: a text never changes."""
    return lru_cache(_KEPT)(lambda number: weighed(store.with_words(number)))


def place(store: Store, fresh: Sequence[Fresh], how: How, weigh: Weigh) -> tuple[Analysis, ...]:
    """Draws new versions, whose features are in the index, with the neighbourhoods they touch.

    Gives what was drawn, in the order of the new versions.
    """
    features = {feature for one in fresh for feature in one.found.all}
    holders = store.holders(list(features), limit=HOLDERS, without=store.removed())
    ties = [(one.number, other) for one in fresh for other in _tied(store, one, holders, weigh)]
    return draw(store, [one.number for one in fresh], ties, how, at_hand=fresh)


def _tied(store: Store, one: Fresh, holders: Holders, weigh: Weigh) -> Iterator[int]:
    """The numbers of the versions that one has to be drawn with: a copy, and who is alike."""
    copies = holders.get(one.found.whole, ())
    yield from [number for number in copies if number != one.number][:1]
    near = nearest(one.found, holders, store.lengths, own=one.number)
    alike = of_one_story(one.witness, near, weigh)
    others = [store.with_words(number) for number in alike]
    yield from (alike[place] for place in comparable(one.witness, others))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawing:
    """What a drawing goes by: the collection, which versions are tied, what people judged, and
    versions that are at hand as they are stored, by their numbers, to which what is read is added.
    """

    store: Store
    how: How
    ties: Sequence[tuple[int, int]]
    judged: Sequence[Judgement]
    at_hand: dict[int, Witness]


def draw(
    store: Store,
    versions: Iterable[int],
    ties: Iterable[tuple[int, int]],
    how: How,
    *,
    at_hand: Sequence[Fresh] = (),
) -> tuple[Analysis, ...]:
    """Draws versions anew with all that they are tied to, and puts that in place of what was.

    Those `at_hand` are not read from the collection again.
    """
    by = _Drawing(
        store=store,
        how=how,
        ties=list(ties),
        judged=store.judgements(),
        at_hand={one.number: one.witness for one in at_hand},
    )
    touched = list(dict.fromkeys([*versions, *(number for tie in by.ties for number in tie)]))
    home = {number: _home(store, number) for number in touched}
    groups = grouped(dict.fromkeys(home.values()), ((home[a], home[b]) for a, b in by.ties))
    drawn: list[Analysis] = []
    for group in groups:
        old = sorted(-node for node in group if node < 0)
        new = sorted(node for node in group if node > 0)
        drawn += _drawn(by, old, new)
    return tuple(drawn)


def _home(store: Store, number: int) -> int:
    """The neighbourhood of a version, below 0; the version itself where it has none."""
    found = store.neighbourhoods([number])
    return -found[0] if found else number


def _drawn(by: _Drawing, old: Sequence[int], new: Sequence[int]) -> tuple[Analysis, ...]:
    """Draws new versions together with old neighbourhoods, in whose place that is put."""
    held = by.store.members(old)
    members = sorted({*held, *new})
    deepest = (by.how.through, *map(Through, by.store.through(members).values()))
    as_deep = replace(by.how, through=max(deepest, key=list(Through).index))
    deep = replace(by, how=as_deep)
    if new and held and not is_due(len(held), len(members)):
        whole = _grafted(deep, by.store.findings(old), new)
    else:
        whole = _analysed(deep, members)
    parts = cut(replace(whole, run=by.how.run))
    by.store.replace(old, parts, through=as_deep.through)
    return parts


def _grafted(by: _Drawing, whole: Analysis, new: Sequence[int]) -> Analysis:
    """What was drawn, with new versions in the places that their nearest give them.

    What was read in the others is not asked for: there may be thousands.
    """
    for number in new:
        near = sorted({end for tie in by.ties if number in tie for end in tie})
        (own,) = _read(by, [number])
        whole = grafted(whole, _analysed(by, near), own.id)
    return whole


def _analysed(by: _Drawing, members: Sequence[int]) -> Analysis:
    """What is found in some versions alone, with what was judged of them."""
    read = list(_deepened(by, members))
    ordered = sorted(read, key=lambda one: (one.article.path, one.id))
    judgements, names = judgements_of(by.judged, [one.article for one in ordered])
    known = updates(read, judgements)
    judgements = replace(judgements, derived=judgements.derived | known)
    found = analysed(ordered, judgements=judgements, names=names, through=by.how.through)
    return told(found, known)


def _deepened(by: _Drawing, members: Sequence[int]) -> Iterator[Witness]:
    """The versions as far read as the drawing needs; those that were not are read further."""
    known = by.store.through(members)
    needed = by.how.through if len(members) > 1 else by.how.through.of_one
    for number, one in zip(members, _read(by, members), strict=True):
        if Through(known[number]).reaches(needed):
            yield one
            continue
        further = read_closely(one.article, nlp=by.how.nlp, through=needed)
        by.store.keep_reading(number, further, through=needed)
        if number in by.at_hand:
            by.at_hand[number] = further
        yield further


def _read(by: _Drawing, members: Iterable[int]) -> Iterator[Witness]:
    for number in members:
        if number in by.at_hand:
            yield by.at_hand[number]
        else:
            yield from by.store.witnesses([number])
