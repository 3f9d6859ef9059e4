"""What people judged of the articles that are drawn."""

from __future__ import annotations

from collections.abc import Sequence

from newstemma.pipeline import judged_names
from newstemma.read.judged import meant
from newstemma.read.judgements import Judgement
from newstemma.records import Article, Judgements
from newstemma.text.identity.judged import Judged

__all__ = ["judgements_of"]


def judgements_of(
    found: Sequence[Judgement], articles: Sequence[Article]
) -> tuple[Judgements, Judged]:
    """What was judged of some articles, which judgements name by their ids, and of names.

    What contradicts itself has no effect, as in a file of judgements.
    """
    here = {article.id for article in articles}
    of_articles = [one for one in found if not one.kind.of_names and here >= {one.left, one.right}]
    return meant(of_articles, articles, path="judgements")[0], judged_names(found)
