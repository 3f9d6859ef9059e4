"""What stands behind a claim: its origins and lineages, never how many articles repeat it.

Whoever cannot be told apart counts once: an origin too few is a caution, an origin too many is
a falsehood.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from networkx.utils import UnionFind

from newstemma.corroborate.origins import Source
from newstemma.records import Grade, Origin, SourceKind

__all__ = ["Stated", "Support", "support"]

_RUN = 8  # words; no two writers hit on as many in a row


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A statement of a claim: where its article stands, who is its source, how far from the root.

    Several texts that stand at one `place` are one article. `lineages` are those of the article,
    `steps` the derivations from the root of its lineage, `words` the keys of the words of its
    sentence.
    """

    place: str
    source: Source
    lineages: tuple[str, ...]
    steps: int
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """The origins of a claim in the order of its statements, its lineages, and its grade.

    `origin_of` gives the place of each statement's origin.
    """

    origins: tuple[Origin, ...]
    origin_of: tuple[int, ...]
    lineages: tuple[str, ...]
    grade: Grade


def support(stated: Sequence[Stated]) -> Support:
    """The support of the statements of one claim.

    Within a lineage the articles nearest to its root say from whom it is; those made from them
    have it from there, whether they say so or not. A digest stands in several lineages; what it
    says is taken to come from one of them that says so too.
    """
    placed = _placed(stated)
    heads = _heads(stated, placed)
    sources = [_had_from(one.source, heads[line]) for one, line in zip(stated, placed, strict=True)]
    counting = _counting(heads) - _worded_alike(stated, [source.key for source in sources])
    keys = list(dict.fromkeys(source.key for source in sources))
    names = _names(stated)
    origins = tuple(_origin(key, sources, placed, counting, names) for key in keys)
    return Support(
        origins=origins,
        origin_of=tuple(keys.index(source.key) for source in sources),
        lineages=tuple(sorted(set(placed))),
        grade=_grade(origins, stated),
    )


def _placed(stated: Sequence[Stated]) -> list[str]:
    """The one lineage of each statement: the fewest that hold them all, greedily."""
    sure = {one.lineages[0] for one in stated if len(one.lineages) == 1}
    found = []
    for one in stated:
        shared = [line for line in sorted(one.lineages) if line in sure]
        found.append(shared[0] if shared else min(one.lineages))
    return found


def _heads(stated: Sequence[Stated], placed: Sequence[str]) -> Mapping[str, Sequence[Source]]:
    """From whom each lineage has the claim: those who are named nearest to its root.

    Where nobody is named, the first who is told, else its own voice.
    """
    members: defaultdict[str, list[Stated]] = defaultdict(list)
    for one, line in zip(stated, placed, strict=True):
        members[line].append(one)
    return {line: _first(told) for line, told in members.items()}


def _first(told: Sequence[Stated]) -> Sequence[Source]:
    named = [one for one in told if one.source.is_named]
    nearest = min((one.steps for one in named), default=0)
    found = {one.source.key: one.source for one in named if one.steps == nearest}
    if found:
        return tuple(found.values())
    ordered = sorted(told, key=lambda one: (one.source.kind is None, one.steps))
    return (ordered[0].source,)


def _had_from(one: Source, heads: Sequence[Source]) -> Source:
    """Who a statement is from: whom it names, or else from whom its lineage has it."""
    same = next((head for head in heads if head.key == one.key), None)
    return one if one.is_named or same is not None or one.circular else heads[0]


def _counting(heads: Mapping[str, Sequence[Source]]) -> frozenset[str]:
    """The keys of the origins that count.

    Unnamed ones, who may be anybody named elsewhere or each other, count once at most.
    """
    found = {head.key: head for told in heads.values() for head in told}
    known = {key for key, one in found.items() if one.is_named or one.kind is None}
    unnamed = sorted(
        key for key, one in found.items() if key not in known and one.kind is not SourceKind.NONE
    )
    is_told = any(one.is_named for one in found.values())
    return frozenset({*known, *(() if is_told else unnamed[:1])})


def _worded_alike(stated: Sequence[Stated], keys: Sequence[str]) -> frozenset[str]:
    """The keys of origins whose words are those of another: all but one of each group.

    Nobody else puts it in the same run of words: they have it from one another, or from a text
    that both print. The one that is named stays, else the first.
    """
    joined: UnionFind = UnionFind(keys)
    first: dict[tuple[str, ...], str] = {}
    for one, key in zip(stated, keys, strict=True):
        for at in range(len(one.words) - _RUN + 1):
            joined.union(first.setdefault(one.words[at : at + _RUN], key), key)
    named = {key for one, key in zip(stated, keys, strict=True) if one.source.is_named}
    order = {key: (key not in named, keys.index(key)) for key in dict.fromkeys(keys)}
    groups = (sorted(group, key=order.__getitem__) for group in joined.to_sets())
    return frozenset(key for group in groups for key in group[1:])


def _names(stated: Sequence[Stated]) -> Mapping[str, str | None]:
    """What most articles nearest to the root call each source: later spellings come from theirs."""
    nearest: dict[str, int] = {}
    for one in stated:
        nearest[one.source.key] = min(one.steps, nearest.get(one.source.key, one.steps))
    called: defaultdict[str, Counter[str | None]] = defaultdict(Counter)
    for one in stated:
        if one.steps == nearest[one.source.key]:
            called[one.source.key][one.source.name] += 1
    return {key: names.most_common(1)[0][0] for key, names in called.items()}


def _origin(
    key: str,
    sources: Sequence[Source],
    placed: Sequence[str],
    counting: frozenset[str],
    names: Mapping[str, str | None],
) -> Origin:
    here = [place for place, source in enumerate(sources) if source.key == key]
    first = sources[here[0]]
    inside = tuple(sorted({placed[place] for place in here}))
    name = names.get(key, first.name)
    return Origin(name=name, kind=first.kind, lineages=inside, counts=key in counting)


def _grade(origins: Sequence[Origin], stated: Sequence[Stated]) -> Grade:
    known = [origin for origin in origins if origin.counts]
    lineages = {lineage for origin in known for lineage in origin.lineages}
    if len(known) > 1 and len(lineages) > 1:
        return Grade.CORROBORATED
    if len({one.place for one in stated}) > 1:
        return Grade.ECHOED
    told = any(o.kind not in {None, SourceKind.NONE} for o in origins)
    return Grade.SINGLE_ORIGIN if told else Grade.UNSOURCED
