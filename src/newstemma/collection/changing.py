"""Taking articles away, and what people judge: only what is touched is drawn anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from newstemma.collection.drawing import How, draw
from newstemma.collection.identity import key_of
from newstemma.errors import NewstemmaError
from newstemma.pipeline import Through
from newstemma.read.judged import meant
from newstemma.read.judgements import Judgement
from newstemma.records import Failure
from newstemma.store import Store

__all__ = ["Judged", "judge", "remove"]

_LEAST = How(through=Through.LINEAGE)  # what was drawn further is drawn as far again
_NAMED = 1000  # articles that a name is looked up in


def remove(names: Iterable[str], store: Store, *, how: How = _LEAST) -> int:
    """Takes away the articles with these names (id, start of an id, path, address), with all their
    versions where the name is that of the article; gives how many texts that were.

    Raises:
        NewstemmaError: a name means no article, or several; nothing was taken away.
    """
    with store.writing():
        chosen = {one for name in names for one in _meant(store, name)}
        numbers = sorted(store.numbers(sorted(chosen)).values())
        old = store.neighbourhoods(numbers)
        left = [number for number in store.members(old) if number not in set(numbers)]
        store.remove(numbers)
        draw(store, left, (), how)
        store.replace([one for one in old if not store.members([one])], (), through=how.through)
    return len(numbers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What came of judgements: how many neighbourhoods were `drawn` anew, and those without effect,
    since they contradict others.
    """

    drawn: int
    failures: tuple[Failure, ...]


def judge(judgements: Sequence[Judgement], store: Store, *, how: How = _LEAST) -> Judged:
    """Writes down what a person judged, and draws anew what it touches.

    An article is named by its id, the start of it, its path or its address, which means its newest
    text. What was judged is never changed: a later judgement that says the opposite holds.

    Raises:
        NewstemmaError: a name means no article, or several; nothing was written.
    """
    with store.writing():
        before = len(store.judgements())
        ties = [_written(store, one) for one in judgements]
        touched = [number for numbers in ties for number in numbers]
        both = zip(judgements, ties, strict=True)
        pairs = [(two[0], two[1]) for one, two in both if not one.kind.of_names]
        drawn = draw(store, touched, pairs, how)
        return Judged(drawn=len(drawn), failures=_without_effect(store, before))


def _without_effect(store: Store, before: int) -> tuple[Failure, ...]:
    """Of the judgements after the first `before`, those that contradict others."""
    said = store.judgements()
    articles = [one for one in said if not one.kind.of_names]
    ids = sorted({name for one in articles for name in (one.left, one.right) if store.find(name)})
    known = [one.article for one in store.witnesses(store.numbers(ids).values())]
    new = {f"judgements#{one.line}" for one in said[before:]}
    here = {one.id for one in known}
    meaning = [one for one in articles if {one.left, one.right} <= here]
    return tuple(one for one in meant(meaning, known, path="judgements")[1] if one.path in new)


def _written(store: Store, one: Judgement) -> Sequence[int]:
    """Writes down a judgement; gives the versions that it touches."""
    if one.kind.of_names:
        store.judge(one)
        return _naming(store, one.left, one.right)
    left, right = (_meant(store, name)[-1] for name in (one.left, one.right))
    if left == right:
        raise NewstemmaError(f"{one.left} and {one.right} are one article; name two")
    store.judge(replace(one, left=left, right=right))
    return list(store.numbers([left, right]).values())


def _naming(store: Store, left: str, right: str) -> Sequence[int]:
    """A version of each neighbourhood in which both names stand."""
    homes = []
    for name in (left, right):
        hits = [hit.article for hit in store.search(name, limit=_NAMED)]
        homes.append(set(store.neighbourhoods(store.numbers(hits).values())))
    return [store.members([home])[0] for home in sorted(homes[0] & homes[1])]


def _meant(store: Store, name: str) -> Sequence[str]:
    """The ids of the texts of the one article that a name means."""
    found = store.find(name)
    if not found:
        raise NewstemmaError(f"{store.path}: no article is {name!r}; give its path, address or id")
    texts = store.witnesses(store.numbers(found).values())
    articles = {key_of(one.article) for one in texts}
    if len(articles) > 1:
        raise NewstemmaError(
            f"{store.path}: {name!r} may be any of {len(articles)} articles; give more of it"
        )
    return found
