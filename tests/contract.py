"""Everything that the JSON of a report promises and its schema cannot say.

`violations` finds each place where a report breaks a promise: spans outside their text, an id
that stands for nothing, an article in two stories, a family tree that runs in a circle.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import pairwise

import networkx as nx

from newstemma.export.contract import ArticleRow, Report
from newstemma.export.json import report
from newstemma.records import Analysis, DerivationKind, Grade, VariantKind

__all__ = ["broken_promises", "violations"]


def broken_promises(analysis: Analysis) -> list[str]:
    """The violations in the JSON that an analysis becomes, read back from its bytes."""
    written = report(analysis, with_text=True).model_dump_json()
    return violations(Report.model_validate_json(written))


def violations(found: Report) -> list[str]:
    """One line for each broken promise of a report with its texts."""
    if any(article.text is None for article in found.articles):
        raise ValueError("the report was written without --with-text")
    checks = (_ids, _references, _articles, _quotations, _variants, _evidence, _language, _nested)
    claimed = (_claims, _origins, _conflicts, _relations_claimed, _profiles)
    trees = (_derivations, _relations, _stories, _lineages, _lost_witnesses)
    return [line for check in (*checks, *claimed, *trees) for line in check(found)]


def _texts(found: Report) -> dict[str, str]:
    return {article.id: article.text or "" for article in found.articles}


def _ids(found: Report) -> Iterator[str]:
    tables = {
        "article": [row.id for row in found.articles],
        "story": [row.id for row in found.stories],
        "lineage": [row.id for row in found.lineages],
        "lost witness": [row.id for row in found.lost_witnesses],
        "claim": [row.id for row in found.claims],
        "conflict": [row.id for row in found.conflicts],
    }
    for table, ids in tables.items():
        for name, times in Counter(ids).items():
            if times > 1:
                yield f"{table} {name}: {times} rows have this id"


def _references(found: Report) -> Iterator[str]:
    known = {article.id for article in found.articles}
    stories = {story.id for story in found.stories}
    lost = {one.id for one in found.lost_witnesses}
    named: list[tuple[str, str, set[str]]] = [
        *(("story", one, known) for story in found.stories for one in story.articles),
        *(("lineage", one, known) for part in found.lineages for one in part.articles),
        *(("lineage's story", part.story, stories) for part in found.lineages),
        *(
            ("lost witness", part.lost_witness, lost)
            for part in found.lineages
            if part.lost_witness
        ),
        *(("stands for it", one.stands_for_it, known) for one in found.lost_witnesses),
        *(("derivation", end, known) for d in found.derivations for end in (d.child, d.parent)),
        *(("relation", end, known) for r in found.relations for end in (r.left, r.right)),
        *(("quotation", quotation.article, known) for quotation in found.quotations),
        *(("variant", end, known) for v in found.variants for end in (v.child, v.parent)),
    ]
    for table, name, there_are in named:
        if name not in there_are:
            yield f"{table}: {name} stands for nothing"


# --- the texts ----------------------------------------------------------------------------


def _articles(found: Report) -> Iterator[str]:
    for article in found.articles:
        yield from _article(article, article.text or "")


def _article(article: ArticleRow, text: str) -> Iterator[str]:
    if sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != article.sha256:
        yield f"article {article.path}: sha256 is not that of its text"
    for piece in article.furniture:
        yield from _span(f"furniture in {article.path}", piece.start, piece.end, text)
    for before, after in pairwise(article.furniture):
        if after.start < before.end:
            yield f"furniture in {article.path}: {after.start} is before {before.end}"


def _span(what: str, start: int, end: int, text: str) -> Iterator[str]:
    if not 0 <= start < end <= len(text):
        yield f"{what}: [{start}, {end}) is no stretch of a text of {len(text)}"


def _quotations(found: Report) -> Iterator[str]:
    texts = _texts(found)
    owner: dict[str, str] = {}
    for quotation in found.quotations:
        text = texts.get(quotation.article, "")
        what = f"quotation in {quotation.article}"
        yield from _span(what, quotation.start, quotation.end, text)
        if text[quotation.start : quotation.end] != quotation.text:
            yield f"{what}: its text is not what stands at [{quotation.start}, {quotation.end})"
        if owner.setdefault(quotation.group, quotation.article) != quotation.article:
            yield f"{what}: group {quotation.group} is in two articles"
    for before, after in pairwise(found.quotations):
        if before.article == after.article and after.start < before.end:
            yield f"quotation in {after.article}: {after.start} is before {before.end}"


def _sides(
    what: str, texts: dict[str, str], sides: Iterable[tuple[str, int | None, int | None]]
) -> Iterator[str]:
    for article, start, end in sides:
        if (start is None) != (end is None):
            yield f"{what}: half a span, [{start}, {end})"
        elif start is not None and end is not None:
            yield from _span(what, start, end, texts.get(article, ""))


def _variants(found: Report) -> Iterator[str]:
    texts = _texts(found)
    edges = {(d.child, d.parent) for d in found.derivations}
    for v in found.variants:
        what = f"{v.kind} of {v.parent} in {v.child}"
        sides = (v.child, v.child_start, v.child_end), (v.parent, v.parent_start, v.parent_end)
        yield from _sides(what, texts, sides)
        if (v.child_start is None) is not (v.kind is VariantKind.OMITTED):
            yield f"{what}: the child's side is empty for what was omitted, and only there"
        if v.parent_start is None and v.kind in (VariantKind.KEPT, VariantKind.OMITTED):
            yield f"{what}: no words of the parent"
        if (v.child, v.parent) not in edges:
            yield f"{what}: between them is no derivation"


def _language(found: Report) -> Iterator[str]:
    """Every span of what was read closely lies in its text."""
    texts = _texts(found)
    places: list[tuple[str, str, int | None, int | None]] = [
        *(("actor", at.article, at.start, at.end) for a in found.actors for at in a.mentions),
        *(("entity", one.article, one.start, one.end) for one in found.entities),
        *(("time", one.article, one.start, one.end) for one in found.times),
        *(("quantity", one.article, one.start, one.end) for one in found.quantities),
        *(("counted", one.article, one.counted_start, one.counted_end) for one in found.quantities),
        *(("stance", one.article, one.start, one.end) for one in found.stances),
        *(("hedge", one.article, *span) for one in found.stances for span in one.evidence),
        *(("source", a.article, a.source_start, a.source_end) for a in found.attributions),
        *(("cue", a.article, a.cue_start, a.cue_end) for a in found.attributions),
        *(("content", a.article, *span) for a in found.attributions for span in a.contents),
    ]
    for what, article, start, end in places:
        if article not in texts:
            yield f"{what}: {article} stands for nothing"
        yield from _sides(f"{what} in {article}", texts, [(article, start, end)])


def _nested(found: Report) -> Iterator[str]:
    """Attributions are numbered in each article, and a chain of them ends."""
    groups = {(one.article, one.group) for one in found.quotations}
    tree = nx.DiGraph()
    for one in found.attributions:
        tree.add_node((one.article, one.number))
        if one.parent is not None:
            tree.add_edge((one.article, one.parent), (one.article, one.number))
        for group in one.groups:
            if (one.article, group) not in groups:
                yield f"attribution in {one.article}: no quotation has the group {group}"
    if len(tree) != len(found.attributions):
        yield "attributions: a number stands twice, or a parent for nothing"
    if not nx.is_directed_acyclic_graph(tree):
        yield "attributions: a chain runs in a circle"


def _evidence(found: Report) -> Iterator[str]:
    texts = _texts(found)
    for d in found.derivations:
        for e in d.evidence:
            sides = (d.child, e.child_start, e.child_end), (d.parent, e.parent_start, e.parent_end)
            yield from _sides(f"{e.signal} of {d.parent} in {d.child}", texts, sides)


# --- what is claimed ----------------------------------------------------------------------


def _claims(found: Report) -> Iterator[str]:
    """Every span lies in its text; a claim distorts another one of its story."""
    texts = _texts(found)
    story_of = {claim.id: claim.story for claim in found.claims}
    numbers = {(one.article, one.number) for one in found.attributions}
    for claim in found.claims:
        what = f"claim {claim.id}"
        for said in claim.statements:
            yield from _span(what, said.start, said.end, texts.get(said.article, ""))
            for part in said.parts:
                yield from _span(f"{what}, {part.role}", part.start, part.end, texts[said.article])
            if any((said.article, number) not in numbers for number in said.attributions):
                yield f"{what}: an attribution that stands for nothing"
        for other in claim.distorts:
            yield from _span(what, other.start, other.end, texts.get(other.article, ""))
            yield from _span(what, other.other_start, other.other_end, texts[other.other_article])
            if story_of.get(other.of) != claim.story or other.of == claim.id:
                yield f"{what}: distorts {other.of}, which is no other claim of its story"


def _origins(found: Report) -> Iterator[str]:
    """Origins and lineages are counted as the grade says."""
    lineages = {part.id: part for part in found.lineages}
    for claim in found.claims:
        what = f"claim {claim.id}"
        if not claim.statements or not claim.origins:
            yield f"{what}: nobody says it"
        if {said.origin for said in claim.statements} != set(range(len(claim.origins))):
            yield f"{what}: an origin without a statement, or the other way round"
        held = {line for origin in claim.origins for line in origin.lineages}
        if held != set(claim.lineages) or not held <= lineages.keys():
            yield f"{what}: the lineages of its origins are not its own"
        if any(lineages[line].story != claim.story for line in held & lineages.keys()):
            yield f"{what}: a lineage of another story"
        counted = [origin for origin in claim.origins if origin.counts]
        several = len(counted) > 1 and len({x for one in counted for x in one.lineages}) > 1
        if several is not (claim.grade is Grade.CORROBORATED):
            yield f"{what}: {claim.grade} with {len(counted)} origins in {len(held)} lineages"
        articles = {said.article for said in claim.statements}
        if (claim.grade is Grade.ECHOED) is not (not several and len(articles) > 1):
            yield f"{what}: {claim.grade} in {len(articles)} articles"


def _conflicts(found: Report) -> Iterator[str]:
    texts = _texts(found)
    known = {claim.id for claim in found.claims}
    for one in found.conflicts:
        what = f"conflict {one.id}"
        if len({side.key for side in one.sides}) < 2 or not all(s.fillings for s in one.sides):
            yield f"{what}: has {len(one.sides)} sides"
        for filling in (filling for side in one.sides for filling in side.fillings):
            yield from _span(what, filling.start, filling.end, texts.get(filling.article, ""))
            if filling.claim not in known:
                yield f"{what}: claim {filling.claim} stands for nothing"


def _relations_claimed(found: Report) -> Iterator[str]:
    """Every relation is between actors, every event of a claim, every point in its text."""
    texts = _texts(found)
    actors = {actor.name for actor in found.actors}
    claims = {claim.id: claim for claim in found.claims}
    places: list[tuple[str, str, int, int]] = []
    for one in found.relations_claimed:
        what = f"{one.source} {one.type} {one.target}"
        if not {one.source, one.target} <= actors or not one.statements:
            yield f"{what}: is between no actors"
        for said in one.statements:
            places.append((what, said.article, said.start, said.end))
            places.append((what, said.article, said.source_start, said.source_end))
            places.append((what, said.article, said.target_start, said.target_end))
            places.append((what, said.article, said.cue_start, said.cue_end))
    for event in found.events:
        if event.claim not in claims:
            yield f"event of {event.date}: claim {event.claim} stands for nothing"
        places += [(f"event of {event.date}", at.article, at.start, at.end) for at in event.dated]
    for number in found.tracked_numbers:
        places += [(number.thing, at.article, at.start, at.end) for at in number.points]
    for what, article, start, end in places:
        yield from _span(what, start, end, texts.get(article, ""))


def _profiles(found: Report) -> Iterator[str]:
    if [one.article for one in found.profiles] != [one.id for one in found.articles]:
        yield "profiles: not one for each article, in their order"
    for one in found.profiles:
        parts = (one.taken_over, one.named, one.unnamed, one.documents, one.own_voice)
        yield from _shares(f"profile of {one.article}", parts)


# --- the family ---------------------------------------------------------------------------


def _derivations(found: Report) -> Iterator[str]:
    edges = [(d.parent, d.child) for d in found.derivations]
    if len(set(edges)) < len(edges):
        yield "derivations: two rows for one pair"
    tree = nx.DiGraph(edges)
    if not nx.is_directed_acyclic_graph(tree):
        yield f"derivations: a circle, {nx.find_cycle(tree)}"
    digests = _digests(found)
    for child, parents in Counter(d.child for d in found.derivations).items():
        if (parents > 1) is not (child in digests):
            yield f"derivations: {child} has {parents} parents, is a digest: {child in digests}"
    single = [(d.parent, d.child) for d in found.derivations if d.kind is not DerivationKind.DIGEST]
    yield from _one_story("derivation", single, found)  # a roundup has parents in several stories
    yield from _shares("derivation", (d.probability for d in found.derivations))


def _digests(found: Report) -> set[str]:
    return {d.child for d in found.derivations if d.kind is DerivationKind.DIGEST}


def _one_story(what: str, pairs: Iterable[tuple[str, str]], found: Report) -> Iterator[str]:
    story = {one: story.id for story in found.stories for one in story.articles}
    for left, right in pairs:
        if story.get(left) != story.get(right):
            yield f"{what}: {left} and {right} are in two stories"


def _shares(what: str, probabilities: Iterable[float]) -> Iterator[str]:
    for share in probabilities:
        if not 0 <= share <= 1:
            yield f"{what}: {share} is no probability"


def _relations(found: Report) -> Iterator[str]:
    derived = {frozenset((d.child, d.parent)) for d in found.derivations}
    pairs = Counter(frozenset((r.left, r.right)) for r in found.relations)
    for pair, times in pairs.items():
        if len(pair) < 2 or times > 1 or pair in derived:
            yield f"relation {sorted(pair)}: {times} rows, a derivation: {pair in derived}"
    yield from _shares("relation", (r.probability for r in found.relations))


def _stories(found: Report) -> Iterator[str]:
    places = Counter(one for story in found.stories for one in story.articles)
    for article in found.articles:
        if places[article.id] != 1:
            yield f"article {article.path}: in {places[article.id]} stories"
    for story in found.stories:
        if not story.title.strip():
            yield f"story {story.id}: no title"


def _lineages(found: Report) -> Iterator[str]:
    tree = nx.DiGraph((d.parent, d.child) for d in found.derivations)
    digests = _digests(found)
    below = {one for digest in digests for one in nx.descendants(tree, digest)} | digests
    places = Counter(one for part in found.lineages for one in part.articles)
    for article in found.articles:
        if not places[article.id] or (places[article.id] > 1 and article.id not in below):
            yield f"article {article.path}: in {places[article.id]} lineages"
    members = {story.id: set(story.articles) for story in found.stories}
    edges = {(d.child, d.parent) for d in found.derivations}
    for part in found.lineages:
        if part.root not in part.articles:
            yield f"lineage {part.id}: its root {part.root} is not in it"
        if any((part.root, one) in edges for one in members.get(part.story, ())):
            yield f"lineage {part.id}: its root {part.root} has a parent"
        if not set(part.articles) <= members.get(part.story, set()):
            yield f"lineage {part.id}: reaches beyond its story"


def _lost_witnesses(found: Report) -> Iterator[str]:
    standing = {part.lost_witness: part.root for part in found.lineages if part.lost_witness}
    for lost in found.lost_witnesses:
        if standing.get(lost.id) != lost.stands_for_it:
            yield f"lost witness {lost.id}: {lost.stands_for_it} is not the root of its lineage"
        if not lost.why.strip():
            yield f"lost witness {lost.id}: does not say why"
