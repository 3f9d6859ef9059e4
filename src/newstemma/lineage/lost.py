"""Lost witnesses: parents that the evidence demands and the collection lacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from newstemma.lineage.naming import named
from newstemma.lineage.outlets import credited, published_by
from newstemma.lineage.overlap import overlap
from newstemma.lineage.profile import Profile
from newstemma.lineage.support import each_has_more
from newstemma.records import LostWitness, Witness

__all__ = ["absent", "lost_witness", "printed_together"]

_WORDING = 20  # shared words outside quotations that no two people write by chance
_LOOKS = 8  # other articles with the same credit that one is compared with


def absent(story: Sequence[Witness]) -> Mapping[str, tuple[str, ...]]:
    """The outlets that articles of a story credit and that published none of them.

    Maps each outlet's key to the ids of the articles that credit it.
    """
    kept = {published_by(witness.article) for witness in story}
    found: dict[str, list[str]] = defaultdict(list)
    for witness in story:
        for key in credited(witness.article):
            if key not in kept:
                found[key].append(witness.id)
    return {key: tuple(sorted(found[key])) for key in sorted(found)}


def printed_together(
    crediting: Sequence[str], profiles: Mapping[str, Profile]
) -> Iterator[tuple[str, str]]:
    """Pairs of articles with the same credit that print the same report: they overlap."""
    seen: list[str] = []
    for one in crediting:
        for other in seen[:_LOOKS]:
            if sum(overlap(profiles[one].witness, profiles[other].witness).blocks) >= _WORDING:
                yield other, one
                break
        seen.append(one)


def lost_witness(
    lineage: Sequence[Witness],
    *,
    roots: Collection[str],
    root: str,
    missing: Mapping[str, Sequence[str]],
    profiles: Mapping[str, Profile],
) -> LostWitness | None:
    """The lost parent of a lineage, if it has one.

    `roots` are its articles without a kept parent, `root` the best of them, `missing` the
    outlets that the story credits and lacks (see `absent`).
    """
    return _credited(lineage, roots, root, missing) or _ancestor(lineage, roots, root, profiles)


def _credited(
    lineage: Sequence[Witness],
    roots: Collection[str],
    root: str,
    missing: Mapping[str, Sequence[str]],
) -> LostWitness | None:
    """A credit of an article that has no kept parent names what it was made from."""
    members = {witness.id: witness for witness in lineage}
    first = {key: [name for name in missing[key] if name in roots] for key in missing}
    likely = sorted((-len(children), key) for key, children in first.items() if children)
    if not likely:
        return None
    key = likely[0][1]
    name = credited(members[first[key][0]].article)[key]
    return LostWitness(
        id=named("lost", [key, *first[key]]),
        name=name,
        why=_said(sum(one in members for one in missing[key]), name),
        stands_for_it=root,
        children=tuple(first[key]),
    )


def _said(count: int, name: str) -> str:
    who = "One article credits" if count == 1 else f"{count} articles credit"
    return f"{who} {name}, and no article here was published by {name}."


def _ancestor(
    lineage: Sequence[Witness],
    roots: Collection[str],
    root: str,
    profiles: Mapping[str, Profile],
) -> LostWitness | None:
    """Siblings that share wording, each with matter that it cannot have from the other."""
    first = [witness for witness in lineage if witness.id in roots][:_LOOKS]
    pairs = [pair for pair in combinations(first, 2) if _share_lost_parent(*pair, profiles)]
    children = tuple(sorted({witness.id for pair in pairs for witness in pair}))
    if not children:
        return None
    return LostWitness(
        id=named("lost", children),
        name=None,
        why=f"{len(children)} articles share wording outside quotations, and each also has "
        "matter that the one it shares it with lacks.",
        stands_for_it=root,
        children=children,
    )


def _share_lost_parent(left: Witness, right: Witness, profiles: Mapping[str, Profile]) -> bool:
    """Wording in common and, on both sides, a good part that the other lacks."""
    if left.id not in profiles or right.id not in profiles:
        return False
    if sum(overlap(left, right).blocks) < _WORDING:
        return False
    return each_has_more(profiles[left.id], profiles[right.id])
