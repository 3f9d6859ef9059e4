"""Redraws what new articles touch, inside the transaction that adds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from newstemma.collection.cutting import cut
from newstemma.collection.features import Fingerprints
from newstemma.collection.grafting import grafted, is_due
from newstemma.collection.groups import grouped
from newstemma.collection.judged import judgements_of
from newstemma.collection.ties import tied
from newstemma.collection.updates import told, updates
from newstemma.collection.voting import HOLDERS, nearest
from newstemma.pipeline import Through, analysed, read_closely
from newstemma.records import Analysis, Run, Witness
from newstemma.settings import Settings, described
from newstemma.store import Store
from newstemma.version import __version__

__all__ = ["Fresh", "How", "draw", "place"]


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


def place(store: Store, fresh: Sequence[Fresh], how: How) -> tuple[Analysis, ...]:
    """Draws new versions, whose features are in the index, with the neighbourhoods they touch.

    Gives what was drawn, in the order of the new versions.
    """
    ties = [(one.number, other) for one in fresh for other in _tied(store, one)]
    return draw(store, [one.number for one in fresh], ties, how)


def _tied(store: Store, one: Fresh) -> Iterator[int]:
    """The numbers of the versions that one has to be drawn with."""

    def holders(feature: str) -> Sequence[int]:
        return store.holders(feature, limit=HOLDERS)

    near = nearest(one.found, holders, own=one.number)
    read = store.witnesses(near)
    number = {witness.id: place for place, witness in zip(near, read, strict=True)}
    yield from (number[name] for name in tied(one.witness, read))


def draw(
    store: Store, fresh: Iterable[int], ties: Iterable[tuple[int, int]], how: How
) -> tuple[Analysis, ...]:
    """Draws versions anew with all that they are tied to, and puts that in place of what was."""
    joined = list(ties)
    versions = list(dict.fromkeys([*fresh, *(number for tie in joined for number in tie)]))
    home = {number: _home(store, number) for number in versions}
    groups = grouped(dict.fromkeys(home.values()), ((home[a], home[b]) for a, b in joined))
    drawn: list[Analysis] = []
    for group in groups:
        old = sorted(-node for node in group if node < 0)
        new = sorted(node for node in group if node > 0)
        drawn += _drawn(store, old, new, how, joined)
    return tuple(drawn)


def _home(store: Store, number: int) -> int:
    """The neighbourhood of a version, below 0; the version itself where it has none."""
    found = store.neighbourhoods([number])
    return -found[0] if found else number


def _drawn(
    store: Store,
    old: Sequence[int],
    new: Sequence[int],
    how: How,
    ties: Sequence[tuple[int, int]],
) -> tuple[Analysis, ...]:
    """Draws new versions together with old neighbourhoods, in whose place that is put."""
    held = store.members(old)
    members = sorted({*held, *new})
    deepest = (how.through, *map(Through, store.through(members).values()))
    as_deep = replace(how, through=max(deepest, key=list(Through).index))
    if new and held and not is_due(len(held), len(members)):
        whole = store.analysis(old)
        for number in new:
            near = sorted({end for tie in ties if number in tie for end in tie})
            local = _analysed(store, near, as_deep)
            (name,) = (one.id for one in store.witnesses([number]))
            whole = grafted(whole, local, name)
    else:
        whole = _analysed(store, members, as_deep)
    parts = cut(replace(whole, run=how.run))
    store.replace(old, parts, through=as_deep.through)
    return parts


def _analysed(store: Store, members: Sequence[int], how: How) -> Analysis:
    """What is found in some versions alone, with what was judged of them."""
    read = list(_deepened(store, members, store.through(members), how))
    ordered = sorted(read, key=lambda one: (one.article.path, one.id))
    judgements, names = judgements_of(store.judgements(), [one.article for one in ordered])
    known = updates(read, judgements)
    judgements = replace(judgements, derived=judgements.derived | known)
    found = analysed(ordered, judgements=judgements, names=names, through=how.through)
    return told(found, known)


def _deepened(
    store: Store, members: Sequence[int], known: Mapping[int, str], how: How
) -> Iterator[Witness]:
    """The versions as far read as the drawing needs; those that were not are read further."""
    for number, one in zip(members, store.witnesses(members), strict=True):
        if Through(known[number]).reaches(how.through):
            yield one
            continue
        further = read_closely(one.article, nlp=how.nlp, through=how.through)
        store.keep_reading(number, further, through=how.through)
        yield further
