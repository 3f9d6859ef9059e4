"""What the page says first, and what it says of each story, in plain words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from newstemma.records import (
    Analysis,
    Derivation,
    DerivationKind,
    Lineage,
    LostWitness,
    RelationKind,
    Story,
)
from newstemma.text.cleaning.language import UNDETERMINED
from newstemma.views.beyond import Beyond
from newstemma.views.proofs import relation_claim
from newstemma.views.records import Answer, Name, Prose
from newstemma.views.wording import DERIVATIONS, a_kind, count, likelihood

__all__ = ["answer", "lineages_in_words", "not_judged", "ties"]

_READ_AS_ENGLISH = frozenset({"en", UNDETERMINED})
_UNCERTAIN = 0.65  # below that a derivation is "more likely than not" at best
_Making = tuple[str, DerivationKind, tuple[str, ...]]


def answer(analysis: Analysis, beyond: Beyond) -> Answer:
    """The three counts and what to make of them."""
    articles = beyond.articles(one.id for one in analysis.witnesses)
    reports = len(analysis.lineages)
    derived = {edge.child for edge in analysis.derivations if not beyond.is_update(edge)}
    return Answer(
        counts=(
            count(articles, "article"),
            count(len(analysis.stories), "story", "stories"),
            count(reports, "independent report"),
        ),
        advice=_advice(articles, reports, beyond.articles(derived)),
        doubts=tuple(_doubts(analysis)),
    )


def _advice(articles: int, reports: int, derived: int) -> str:
    if not articles:
        return "There is nothing to count: no article could be read."
    if articles == 1:
        return "One article alone has nothing to be compared with."
    if articles == reports:
        return (
            f"Count these as {count(reports, 'source')}: no article here was found to be made "
            "from another."
        )
    plural = "articles were made from others" if derived > 1 else "article was made from another"
    why = f": {derived:,} {plural} here" if derived else ""
    return f"Count these as {count(reports, 'source')}, not {articles:,}{why}."


def _doubts(analysis: Analysis) -> Iterator[str]:
    unknown = sum(one.kind is RelationKind.UNKNOWN for one in analysis.relations)
    if unknown:
        yield f"For {count(unknown, 'pair')} of articles it cannot be told who had it first."
    weak = sum(edge.probability < _UNCERTAIN for edge in analysis.derivations)
    if weak:
        yield f"{count(weak, 'derivation')} {'is' if weak == 1 else 'are'} far from certain."
    if analysis.failures:
        failed = count(len(analysis.failures), "input")
        yield f"{failed} could not be read, or only in part."


def lineages_in_words(
    lineages: Sequence[Lineage],
    analysis: Analysis,
    parents: dict[str, tuple[Derivation, ...]],
    names: dict[str, Name],
    reports: dict[str, int],
) -> Iterator[Prose]:
    """What the tree of one story says, lineage by lineage."""
    lost = {one.id: one for one in analysis.lost_witnesses}
    for line in lineages:
        opening: Prose = (
            f"Report {reports[line.id]} ",
            *_root(line, _lost_name(line, lost), names),
        )
        yield (*opening, *_counted(line, parents, names), *_derived(line, parents, names), ".")


def ties(story: Story, analysis: Analysis, names: dict[str, Name]) -> Iterator[Prose]:
    """What is no derivation, or cannot be told to be one."""
    members = set(story.articles)
    for one in analysis.relations:
        if {one.left, one.right} <= members:
            yield (*relation_claim(one, names), ".")


def _lost_name(line: Lineage, lost: dict[str, LostWitness]) -> str | None:
    """What the lineage's lost witness is called, if it has one."""
    if line.lost_witness is None or line.lost_witness not in lost:
        return None
    return lost[line.lost_witness].name or "a source that nobody here names"


def _root(line: Lineage, lost: str | None, names: dict[str, Name]) -> Prose:
    root = names[line.root]
    if lost:
        return (f"goes back to {lost}, which is not among these articles; ", root, " stands for it")
    return ("is ", root) if len(line.articles) > 1 else ("is ", root, ", which stands alone")


def _counted(
    line: Lineage, parents: dict[str, tuple[Derivation, ...]], names: dict[str, Name]
) -> Iterator[str | Name]:
    """The articles that belong to the lineage although no parent of theirs could be told."""
    others = [names[one] for one in line.articles if one != line.root and one not in parents]
    if others:
        yield ", and "
        yield from _joined(others)
        yield " is counted with it" if len(others) == 1 else " are counted with it"


def _derived(
    line: Lineage, parents: dict[str, tuple[Derivation, ...]], names: dict[str, Name]
) -> Iterator[str | Name]:
    """The derived articles; those made alike from the same parents share a clause."""
    alike: dict[_Making, list[str]] = defaultdict(list)
    for child in line.articles:
        if edges := parents.get(child):
            made_from = tuple(edge.parent for edge in edges)
            alike[likelihood(edges[0].probability), edges[0].kind, made_from].append(child)
    for number, ((adverb, kind, made_from), children) in enumerate(alike.items()):
        yield "; " if number else ". "
        yield from _joined([names[child] for child in children])
        several = f" are {adverb} {DERIVATIONS[kind][0]}s of "
        yield f" is {adverb} {a_kind(kind)} of " if len(children) == 1 else several
        yield from _joined([names[parent] for parent in made_from])


def _joined(articles: Sequence[Name]) -> Iterator[str | Name]:
    for number, article in enumerate(articles):
        if number:
            yield " and " if number == len(articles) - 1 else ", "
        yield article


def not_judged(analysis: Analysis, names: dict[str, Name]) -> tuple[str, ...]:
    """What a reader might take the page to say, but it does not."""
    return tuple(_limits(analysis, names))


def _limits(analysis: Analysis, names: dict[str, Name]) -> Iterator[str]:
    yield "Whether anything is true. Articles that agree may share a mistake."
    yield "Whether two claims mean the same where they share few words: they count apart."
    yield "Pictures, video, sound and anything behind a link."
    undated = [names[one.id].siglum for one in analysis.articles if not one.published]
    if undated:
        yield f"Time: {_some(undated)} {_has(undated)} no date, so the texts alone had to decide."
    foreign = [
        names[one.id].siglum for one in analysis.articles if one.language not in _READ_AS_ENGLISH
    ]
    if foreign:
        yield (
            f"Changed numbers, dates, doubts and sources in languages other than English "
            f"({_some(foreign)})."
        )


def _has(items: Sequence[str]) -> str:
    return "has" if len(items) == 1 else "have"


def _some(items: Sequence[str], most: int = 8) -> str:
    more = f" and {len(items) - most} more" if len(items) > most else ""
    return ", ".join(items[:most]) + more
