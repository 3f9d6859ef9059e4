"""Which text was made from which: the planted corpus and its truth.

Every real text takes one part: it is copied, lends a passage, takes one in, or is told anew. Two
texts of the corpus are a true pair when they have a *root* in common, a real text that words of
both come from; two copies of one source are. A pair with related roots counts neither way (see
`real`); every other pair is false.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from random import Random

from bench.corpora import families
from bench.planted import edits, publishers
from bench.planted.real import Base, RealTexts, real_texts

__all__ = [
    "PASSAGES",
    "Article",
    "Copying",
    "Kind",
    "Plant",
    "Planted",
    "article_of",
    "copy_pairs",
    "noticed",
    "planted",
    "published",
    "with_notice",
]


class Kind(StrEnum):
    """How a copy was made."""

    EXACT = "exact"
    NEAR = "near"
    BLOCK = "block"
    QUOTATION = "quotation"
    SENTENCES = "sentences"
    GENERATED = "generated"
    MACHINE = "machine"


PASSAGES = (Kind.BLOCK, Kind.QUOTATION, Kind.SENTENCES)
"""The kinds that share a passage alone."""

_BLOCK_WORDS = 150
_QUOTED_WORDS = 45
_SENTENCE_WORDS = 15  # at least, in the one or two sentences taken over
_NEAR_RATES = (0.02, 0.20)  # of the words
_REWRITE_RATES = (0.30, 0.50)

# A part of the real texts for each kind; a shared passage takes two texts.
_PARTS = (
    (Kind.EXACT, 0.14),
    (Kind.NEAR, 0.22),
    (Kind.BLOCK, 0.16),
    (Kind.QUOTATION, 0.16),
    (Kind.SENTENCES, 0.16),
    (Kind.GENERATED, 0.16),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text of the corpus: its publisher, and the ids of the real texts it is made of."""

    id: str
    series: str
    text: str
    roots: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plant:
    """A pair that must be found: its kind, and the `way` in which a machine wrote it."""

    left: str
    right: str
    kind: Kind
    way: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A corpus, what was planted in it, and which roots are related for real."""

    articles: tuple[Article, ...]
    plants: tuple[Plant, ...]
    real: RealTexts


@dataclass(frozen=True, slots=True, kw_only=True)
class Copying:
    """What a copy of a kind needs: dice, and words to put in place of others."""

    dice: Random
    vocabulary: Sequence[str]


def planted(data: Path, *, seed: int = 3) -> Planted:
    """The corpus made of the real texts under `data`; the same for the same data and seed."""
    real = real_texts(data)
    sources = tuple(base for base in real.texts if base.id.startswith("rewrites/"))
    others = [base for base in real.texts if not base.id.startswith("rewrites/")]
    dice = Random(seed)
    dice.shuffle(others)
    vocabulary = [word for base in others for word in base.text.split() if word.isalpha()]
    how = Copying(dice=dice, vocabulary=[word for word in vocabulary if word.islower()])
    articles: list[Article] = []
    plants: list[Plant] = []
    at = 0.0
    for kind, part in _PARTS:
        chosen = others[round(at * len(others)) : round((at + part) * len(others))]
        at += part
        for made, pair in copy_pairs(kind, chosen, how):
            articles += made
            plants += pair
    told, rewrites = _machine_rewrites(data, sources)
    articles = noticed([published(one, dice) for one in (*articles, *told)], plants)
    dice.shuffle(articles)
    return Planted(articles=tuple(articles), plants=(*plants, *rewrites), real=real)


def copy_pairs(
    kind: Kind, chosen: Sequence[Base], how: Copying
) -> Iterator[tuple[tuple[Article, ...], tuple[Plant, ...]]]:
    """The articles made of the chosen texts by copies of one kind, each with what it plants."""
    if kind in PASSAGES:
        for one, other in zip(chosen[::2], chosen[1::2], strict=False):
            yield _shared_passage(kind, one, other, how)
        return
    for base in chosen:
        yield _copied(kind, base, how)


def _copied(kind: Kind, base: Base, how: Copying) -> tuple[tuple[Article, ...], tuple[Plant, ...]]:
    source = article_of(base)
    text = base.text
    if kind is Kind.NEAR:
        rate = how.dice.uniform(*_NEAR_RATES)
        text = edits.near(text, how.dice, rate=rate, vocabulary=how.vocabulary)
    elif kind is Kind.GENERATED:
        rate = how.dice.uniform(*_REWRITE_RATES)
        text = edits.rewritten(text, how.dice, rate=rate, vocabulary=how.vocabulary)
    copy = Article(id=f"{kind}/{base.id}", series="", text=text, roots=(base.id,))
    return (source, copy), (Plant(left=source.id, right=copy.id, kind=kind),)


def _shared_passage(
    kind: Kind, one: Base, other: Base, how: Copying
) -> tuple[tuple[Article, ...], tuple[Plant, ...]]:
    """The longer text lends a passage to the shorter; two bystanders where it has none."""
    host, donor = sorted((one, other), key=lambda base: (len(base.text), base.id))
    passage = _passage(kind, donor.text, how.dice)
    if not passage:
        return (article_of(donor), article_of(host)), ()
    taken = Article(
        id=f"{kind}/{host.id}",
        series=host.outlet,
        text=edits.inserted(host.text, passage, how.dice),
        roots=(donor.id, host.id),
    )
    return (article_of(donor), taken), (Plant(left=donor.id, right=taken.id, kind=kind),)


def _passage(kind: Kind, text: str, dice: Random) -> str:
    if kind is Kind.BLOCK:
        return edits.block(text, dice, size=_BLOCK_WORDS)
    if kind is Kind.QUOTATION:
        return edits.quoted(text, dice, size=_QUOTED_WORDS)
    return edits.sentences(text, dice, least=_SENTENCE_WORDS)


def _machine_rewrites(data: Path, sources: Sequence[Base]) -> tuple[list[Article], list[Plant]]:
    articles = [article_of(base) for base in sources]
    plants = []
    known = {base.id for base in sources}
    for family in families(data):
        root = f"rewrites/{family.name}"
        for way, text in family.made.items() if root in known else ():
            name = f"{way}/{root}"
            articles.append(Article(id=name, series="", text=text, roots=(root,)))
            plants.append(Plant(left=root, right=name, kind=Kind.MACHINE, way=way))
    return articles, plants


def article_of(base: Base) -> Article:
    """The real text as it was published."""
    return Article(id=base.id, series=base.outlet, text=base.text, roots=(base.id,))


def published(article: Article, dice: Random) -> Article:
    """The article at a publisher, where it has none of its own."""
    return article if article.series else replace(article, series=publishers.pick(dice))


def noticed(articles: Sequence[Article], plants: Sequence[Plant]) -> list[Article]:
    """The articles, each with its publisher's notice; exact copies stay exact."""
    exact = [plant for plant in plants if plant.kind is Kind.EXACT]
    bare = {name for plant in exact for name in (plant.left, plant.right)}
    return [one if one.id in bare else with_notice(one) for one in articles]


def with_notice(article: Article) -> Article:
    """The article with the notice of its publisher under it."""
    notice = publishers.NOTICES.get(article.series)
    return replace(article, text=f"{article.text}\n{notice}") if notice else article
