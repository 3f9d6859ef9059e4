"""Taking articles away, and what people judge: only what is touched is drawn anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from newstemma.collection.drawing import How, draw
from newstemma.collection.judged import without_effect
from newstemma.collection.named import texts_named
from newstemma.errors import NewstemmaError
from newstemma.pipeline import Through
from newstemma.read.judgements import Judgement, JudgementKind
from newstemma.records import Failure
from newstemma.store import Store, TextRow

__all__ = ["Judged", "judge", "remove"]

_LEAST = How(through=Through.LINEAGE)  # what was drawn further is drawn as far again


def remove(names: Iterable[str], store: Store, *, how: How = _LEAST) -> int:
    """Takes away the articles with these names (id, start of an id, path, address), with all their
    versions where the name is that of the article; gives how many texts that were.

    Raises:
        NewstemmaError: a name means no article, or several; nothing was taken away.
    """
    with store.writing():
        numbers = sorted({one.number for name in names for one in texts_named(store, name)})
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

    A path or an address means an article with all its texts, those that come later too; an id, or
    the start of one, that text alone. That one was derived from another is said of their current
    texts: what comes later hangs on these. What was judged is never changed: a later judgement that
    says the opposite holds.

    Raises:
        NewstemmaError: a name means no article, or several; nothing was written.
    """
    with store.writing():
        before = len(store.judgements())
        ties = [_written(store, one) for one in judgements]
        touched = [number for numbers in ties for number in numbers]
        joins = (JudgementKind.DERIVED, JudgementKind.SAME_STORY)
        both = zip(judgements, ties, strict=True)
        pairs = [pair for one, numbers in both if one.kind in joins for pair in pairwise(numbers)]
        drawn = draw(store, touched, pairs, how)
        return Judged(drawn=len(drawn), failures=_contradicting(store, before))


def _contradicting(store: Store, before: int) -> tuple[Failure, ...]:
    """Of the judgements after the first `before`, those that contradict others."""
    said = [one for one in store.judgements() if not one.kind.of_names]
    new = {f"judgements#{one.line}" for one in said if one.line > before}
    names = sorted({name for one in said for name in (one.left, one.right)}) if new else []
    ids = sorted({name for named in names for name in store.find(named)})
    known = [one.article for one in store.witnesses(store.numbers(ids).values())]
    return tuple(one for one in without_effect(said, known) if one.path in new)


def _written(store: Store, one: Judgement) -> Sequence[int]:
    """Writes down a judgement; gives the versions that it touches."""
    if one.kind.of_names:
        store.judge(one)
        homes = store.having(one.left) & store.having(one.right)
        return [store.members([home])[0] for home in sorted(homes)]
    left, right = (_side(store, one.kind, name) for name in (one.left, one.right))
    if left[0] == right[0]:
        raise NewstemmaError(f"{one.left} and {one.right} are one article; name two")
    store.judge(replace(one, left=left[0], right=right[0]))
    return [text.number for text in (*left[1], *right[1])]


def _side(store: Store, kind: JudgementKind, name: str) -> tuple[str, Sequence[TextRow]]:
    """How a judgement calls what a name means, and the texts that it means."""
    texts = texts_named(store, name)
    if kind is JudgementKind.DERIVED or all(one.id.startswith(name) for one in texts):
        return texts[-1].id, texts[-1:]
    return texts[-1].key, texts
