"""Scores the comparison of names on pairs of people's, companies' and ships' names.

    python -m bench.language.names [--data DIR] [--json]

`DIR/names/*.jsonl` holds pairs (`name1`, `name2`, `schema`, `is_match`). `names.f1` is the pair F1
of a probability of one half or more. Those answers that say "same" or "different" are scored on
their own: how many of them are right, and how many pairs have one. Its `baseline.` twin calls a
pair a match from .70 of token-sort similarity on, the threshold that does best on the open half.
Where nomenklatura is installed, its logic-v2 scores the same pairs at its default threshold.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter

from rapidfuzz import fuzz

from bench.figures import arguments, missing, share, show
from newstemma.records import NameKind
from newstemma.text.identity import compare_names
from newstemma.text.identity.scorer import Answer

__all__ = ["NamePair", "baseline", "f1", "figures", "main", "measure", "name_pairs"]

_TOKEN_SORT = 70.0
_LOGIC = 0.7  # nomenklatura's own default threshold
_KINDS = {
    "Person": NameKind.PERSON,
    "Company": NameKind.ORGANISATION,
    "Organization": NameKind.ORGANISATION,
    "Vessel": NameKind.VESSEL,
    "Airplane": NameKind.AIRCRAFT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePair:
    """Two names, what they are names of, and whether they match."""

    left: str
    right: str
    schema: str
    is_match: bool

    @property
    def kind(self) -> NameKind:
        """What the names are names of, as the scorer calls it."""
        return _KINDS.get(self.schema, NameKind.UNKNOWN)


def name_pairs(folder: Path) -> Iterator[NamePair]:
    """The pairs in a folder, in the order of its files and their lines."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield NamePair(
                left=row["name1"],
                right=row["name2"],
                schema=row["schema"],
                is_match=row["is_match"],
            )


def f1(found: Sequence[bool], wanted: Sequence[bool]) -> float:
    """The harmonic mean of precision and recall of "match"."""
    both = sum(a and b for a, b in zip(found, wanted, strict=True))
    total = sum(found) + sum(wanted)
    return 2 * both / total if total else 0.0


def baseline(pair: NamePair) -> bool:
    """Whether two names are alike, letter by letter, their words sorted."""
    return fuzz.token_sort_ratio(pair.left.lower(), pair.right.lower()) >= _TOKEN_SORT


def measure(data: Path) -> dict[str, float]:
    """Every figure of `names/`, each with its baseline."""
    pairs = list(name_pairs(data / "names"))
    if not pairs:
        missing(data / "names")
    return figures(pairs) if pairs else {}


def figures(pairs: Sequence[NamePair]) -> dict[str, float]:
    """Every figure, by key."""
    start = perf_counter()
    matches = [compare_names(pair.left, pair.right, kind=pair.kind) for pair in pairs]
    seconds = perf_counter() - start
    wanted = [pair.is_match for pair in pairs]
    same, different = (
        [
            is_match
            for is_match, match in zip(wanted, matches, strict=True)
            if match.answer is answer
        ]
        for answer in (Answer.SAME, Answer.DIFFERENT)
    )
    return {
        "names.f1": f1([match.probability >= 0.5 for match in matches], wanted),
        "baseline.names.f1": f1([baseline(pair) for pair in pairs], wanted),
        "names.same_right": share(same),
        "names.different_right": 1.0 - share(different),
        "names.answered": (len(same) + len(different)) / len(pairs),
        "names.pairs_per_s": len(pairs) / seconds,
        **_nomenklatura(pairs),
    }


def _nomenklatura(pairs: Sequence[NamePair]) -> dict[str, float]:
    """The peer's F1 on the same pairs; nothing where it is not installed."""
    if not find_spec("nomenklatura"):
        missing("nomenklatura (pip install nomenklatura)")
        return {}
    model = import_module("followthemoney").model
    algorithm = import_module("nomenklatura.matching").get_algorithm("logic-v2")
    settings = algorithm.default_config()
    found = []
    for number, pair in enumerate(pairs):
        sides = []
        for side, name in (("left", pair.left), ("right", pair.right)):
            entity = model.make_entity(pair.schema)
            entity.id = f"{side}-{number}"  # it remembers by id
            entity.add("name", name)
            sides.append(entity)
        found.append(algorithm.compare(*sides, settings).score >= _LOGIC)
    return {"peer.logic_v2.names.f1": f1(found, [pair.is_match for pair in pairs])}


def main() -> None:
    """Prints the figures."""
    chosen = arguments(__doc__ or "")
    show(measure(chosen.data), as_json=chosen.json)


if __name__ == "__main__":
    main()
