"""Draws joins of claims across independent reports, for a reader to judge.

    python -m bench.draw_joins [--data DIR] [--seed N] [--size N]

One JSON object a line, without the words: two places of different reports on one sub-topic of
`ecbplus/` that were joined to one claim, though the reports have no lineage in common. At most
one join a claim is drawn, so that a claim that many reports tell does not fill the sample. Add
`lineages`, `verdict` and `reason` for `bench/judged/claims.jsonl`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from random import Random

from bench.claim_support import scenes_of, topics_read
from bench.figures import options
from newstemma.corroborate.claims import claims
from newstemma.corroborate.scene import Scene
from newstemma.records import Claim, Statement

__all__ = ["drawn"]

_SEED, _SIZE = 29, 50

Join = tuple[Statement, Statement]


def main() -> None:
    """Prints the joins that were drawn."""
    asked = options(__doc__ or "")
    asked.add_argument("--seed", type=int, default=_SEED)
    asked.add_argument("--size", type=int, default=_SIZE)
    chosen = asked.parse_args()
    for left, right in drawn(chosen.data, seed=chosen.seed, size=chosen.size):
        row = {
            "left": left.article,
            "left_span": [left.span.start, left.span.end],
            "right": right.article,
            "right_span": [right.span.start, right.span.end],
        }
        print(json.dumps(row))


def drawn(data: Path, *, seed: int, size: int) -> Sequence[Join]:
    """The joins, in the order of their articles and places."""
    random = Random(seed)
    found = [
        random.choice(joins)
        for pile in topics_read(data)
        for scene in scenes_of(pile)
        for one in claims(scene)
        if (joins := list(_across(one, scene)))
    ]
    picked = random.sample(found, min(size, len(found)))
    return sorted(picked, key=lambda join: (join[0].article, join[0].span, join[1].article))


def _across(one: Claim, scene: Scene) -> Iterator[Join]:
    """The pairs of statements of a claim in reports without a common lineage."""
    for left, right in combinations(one.statements, 2):
        if not set(scene.lineages[left.article]) & set(scene.lineages[right.article]):
            yield left, right


if __name__ == "__main__":
    main()
