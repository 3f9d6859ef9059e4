"""What people judged of the articles that are drawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newstemma.collection.identity import key_of
from newstemma.pipeline import judged_names
from newstemma.read.judged import meant
from newstemma.read.judgements import Judgement
from newstemma.records import Article, Failure, Judgements
from newstemma.text.identity.judged import Judged

__all__ = ["judgements_of", "without_effect"]


def judgements_of(
    found: Sequence[Judgement], articles: Sequence[Article]
) -> tuple[Judgements, Judged]:
    """What was judged of some texts and of names. A judgement names a text by its id, or an article
    by its key, which means all of its texts.

    What contradicts itself has no effect, as in a file of judgements.
    """
    return _meant(found, articles)[0], judged_names(found)


def without_effect(found: Sequence[Judgement], articles: Sequence[Article]) -> tuple[Failure, ...]:
    """The judgements of some texts that contradict others."""
    return _meant(found, articles)[1]


def _meant(
    found: Sequence[Judgement], articles: Sequence[Article]
) -> tuple[Judgements, tuple[Failure, ...]]:
    return meant(list(_of_texts(found, articles)), articles, path="judgements")


def _of_texts(found: Sequence[Judgement], articles: Sequence[Article]) -> Iterator[Judgement]:
    """The judgements of articles, one for each pair of the texts that they mean."""
    called: defaultdict[str, list[str]] = defaultdict(list)
    for one in articles:
        for name in {one.id, key_of(one)}:
            called[name].append(one.id)
    for judged in found:
        if judged.kind.of_names:
            continue
        for left in called.get(judged.left, ()):
            for right in called.get(judged.right, ()):
                if left != right:
                    yield replace(judged, left=left, right=right)
