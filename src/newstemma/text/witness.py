"""Puts together what is read in one article: words, sentences, mentions, quotations."""

from __future__ import annotations

from newstemma.records import Article, Entity, Witness
from newstemma.text.attributions import NO_PARSE, sayings
from newstemma.text.clauses import clauses
from newstemma.text.cleaning import body
from newstemma.text.dates import date_mentions, time_expressions
from newstemma.text.force import forces
from newstemma.text.hedges import hedge_mentions
from newstemma.text.names import name_mentions
from newstemma.text.parse import Parser
from newstemma.text.quantities import number_mentions, quantities
from newstemma.text.segment import sentences, words

__all__ = ["witness"]


def witness(article: Article, parser: Parser | None = None) -> Witness:
    """The article read closely; words and sentences cover its report, not its furniture.

    Without a `parser`, as for text in a language that none reads, there are no entities and no
    clauses, and attributions are those of the quotations alone.
    """
    text = article.text
    stretches = body(article)
    tokens = tuple(word for stretch in stretches for word in words(text, stretch))
    cut = sentences(text, tokens, within=stretches)
    names = name_mentions(text, tokens, cut)
    parse = parser.parse(text, [sentence.span for sentence in cut]) if parser else NO_PARSE
    said = sayings(article, tokens, cut, names, parse)
    mentions = (
        *names,
        *number_mentions(text, tokens),
        *date_mentions(text, tokens),
        *hedge_mentions(text, tokens),
    )
    return Witness(
        article=article,
        words=tokens,
        sentences=cut,
        mentions=tuple(sorted(mentions, key=lambda m: (m.span, m.kind))),
        quotations=said.quotations,
        attributions=said.attributions,
        times=time_expressions(text, tokens, cut, published=_published(article)),
        quantities=quantities(text, tokens),
        stances=forces(text, tokens, cut),
        entities=tuple(Entity(span=one.span, kind=one.kind) for one in parse.entities),
        clauses=clauses(text, parse),
    )


def _published(article: Article) -> str | None:
    return article.published.value if article.published else None
