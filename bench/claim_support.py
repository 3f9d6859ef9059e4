"""Support of claims: echoes that count once, independent reports that count apart, and speed.

    python -m bench.claim_support [--data DIR] [--json]

`rewrites/`: a source and a text made from it are a pile; a claim that is found in both has one
origin (`support.echo_right`). `ecbplus/`: all reports on one sub-topic are a pile; a claim that
is found in two reports without a shared passage has two lineages (`support.independent_right`).
Piles go through what `report` calls; `support.echoed` and `support.independent` count the claims.
The baseline takes every article for an origin. `bench/judged/claims.jsonl` holds joins of claims
across reports of `ecbplus/` that were judged by hand: `support.joins_right`, one by one.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from bench.corpora import families, parsed, reports
from bench.figures import arguments, missing, share, show
from newstemma.corroborate.claims import claims
from newstemma.corroborate.conflicts import conflicts
from newstemma.corroborate.scene import Scene, scenes
from newstemma.lineage.family import family
from newstemma.pipeline import collated
from newstemma.records import Claim, Span, Witness
from newstemma.reuse.passages import passages
from newstemma.text.identity.actors import identities

__all__ = ["measure", "scenes_of", "topics_read"]

_JUDGED = Path(__file__).parent / "judged" / "claims.jsonl"

Piles = Iterator[Sequence[Witness]]


def main() -> None:
    """Prints the figures of `rewrites/` and `ecbplus/`."""
    chosen = arguments(__doc__ or "")
    show(measure(chosen.data), as_json=chosen.json)


def measure(data: Path) -> dict[str, float]:
    """All figures, those with a baseline beside it."""
    figures: dict[str, float] = {}
    if (data / "rewrites").exists():
        figures |= echoes(families_read(data))
    else:
        missing(data / "rewrites")
    if (data / "ecbplus").exists():
        figures |= independent(topics_read(data))
    else:
        missing(data / "ecbplus")
    return figures


# --- what is read -----------------------------------------------------------------------------


def families_read(data: Path) -> Piles:
    """A source with one text made from it, for each of them."""
    for one in families(data):
        source = parsed("source", one.source)
        for way in sorted(one.made):
            yield source, parsed(way, one.made[way])


def topics_read(data: Path) -> Piles:
    """All reports on one sub-topic."""
    for told in reports(data).values():
        yield [parsed(one.name, one.text) for one in told]


def scenes_of(pile: Sequence[Witness]) -> Iterator[Scene]:
    drawn = family(pile)
    by_id = {one.id: one for one in pile}
    stories = [[by_id[one] for one in story.articles] for story in drawn.stories]
    actors = [actor for members in stories for actor in identities(members)]
    return scenes(pile, drawn, actors=actors, variants=collated(pile, drawn))


# --- echoes -----------------------------------------------------------------------------------


def echoes(piles: Iterable[Sequence[Witness]]) -> dict[str, float]:
    """Of the claims in both of two texts, one made from the other, the share with one origin."""
    right: list[bool] = []
    linked: list[bool] = []
    articles, seconds = 0, 0.0
    for pile in piles:
        found: list[Claim] = []
        for scene in scenes_of(pile):
            began = time.perf_counter()
            told = claims(scene)
            conflicts(told, scene.witnesses)
            seconds += time.perf_counter() - began
            found += [one for one in told if len(_articles(one)) > 1]
        articles += len(pile)
        linked.append(bool(found))
        right += [_origins(one) == 1 for one in found]
    return {
        "support.echo_right": share(right),
        "baseline.support.echo_right": 0.0,
        "support.echoed": float(len(right)),
        "support.families_with_a_claim": share(linked),
        "support.articles_a_second": articles / seconds if seconds else 0.0,
    }


def _articles(one: Claim) -> Sequence[str]:
    return sorted({said.article for said in one.statements})


def _origins(one: Claim) -> int:
    return max(1, sum(origin.counts for origin in one.origins))


# --- independent reports ------------------------------------------------------------------------


def independent(piles: Iterable[Sequence[Witness]]) -> dict[str, float]:
    """Of the claims in two reports without a shared passage, the share with two lineages."""
    right: list[bool] = []
    joined: set[tuple[str, int, str, int]] = set()
    known: set[str] = set()
    for pile in piles:
        known |= {one.id for one in pile}
        for scene in scenes_of(pile):
            for one in claims(scene):
                joined |= set(_joins(one))
                for left, there in combinations(_articles(one), 2):
                    if not passages(scene.witnesses[left], scene.witnesses[there]):
                        right.append(_is_apart(scene.lineages[left], scene.lineages[there]))
    return {
        "support.independent_right": share(right),
        "baseline.support.independent_right": 1.0,
        "support.independent": float(len(right)),
        **_judged(joined, known),
    }


def _is_apart(left: Sequence[str], right: Sequence[str]) -> bool:
    return not set(left) & set(right)


def _joins(one: Claim) -> Iterator[tuple[str, int, str, int]]:
    """The pairs of statements of different articles that are one claim."""
    for left, right in combinations(one.statements, 2):
        if left.article != right.article:
            yield left.article, left.span.start, right.article, right.span.start


def _judged(joined: set[tuple[str, int, str, int]], known: set[str]) -> dict[str, float]:
    """How many of the joins that were judged and are still made were found right."""
    rows = [json.loads(line) for line in _JUDGED.read_text(encoding="utf-8").splitlines()]
    answers = [
        row["verdict"] == "right"
        for row in rows
        if {row["left"], row["right"]} <= known and _place(row) in joined
    ]
    return {"support.joins_right": share(answers), "support.joins_judged": float(len(answers))}


def _place(row: dict[str, object]) -> tuple[str, int, str, int]:
    left, right = Span(*row["left_span"]), Span(*row["right_span"])  # type: ignore[misc]
    return str(row["left"]), left.start, str(row["right"]), right.start


if __name__ == "__main__":
    main()
