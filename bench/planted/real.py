"""Real texts that have nothing to do with each other, and which of them do so all the same.

No pile of news is free of reuse: documents annotated twice, one speech quoted by two outlets, a
note under every article of an outlet. Near-duplicates are dropped. Two texts that hold the same
twelve words in a row, or report one event (ECB+), are *related*: nobody can say what a finder
should answer there, so such a pair counts neither for nor against it. A run that stands in five
texts or more of one outlet, and nowhere else, is that outlet's furniture: it relates nothing as
long as both stay with that outlet. Under another name nobody can know it for furniture.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from bench.corpora import families, reports, rows
from bench.figures import missing

__all__ = ["Base", "Pair", "RealTexts", "ordered", "real_texts", "words"]

Pair = tuple[str, str]

_RUN = 12  # words; "the House Select Committee on Benghazi" has six
_DUPLICATE = 0.5  # of the runs of the shorter text
_FURNITURE = 5  # texts of one outlet
_SHORT = 40  # words
_WORD = re.compile(r"\w+")
_OUTLET = re.compile(r"(?P<outlet>.+?)_\d{4}-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """A real text: `outlet` and `event` are empty where they are not known."""

    id: str
    text: str
    outlet: str = ""
    event: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RealTexts:
    """Texts without near-duplicates, and pairs of their ids, smaller first.

    `related` holds those of `same_event` too; `furnished` are the pairs that share furniture.
    """

    texts: tuple[Base, ...]
    related: frozenset[Pair]
    same_event: frozenset[Pair]
    furnished: frozenset[Pair]


def ordered(left: str, right: str) -> Pair:
    """The two ids, smaller first."""
    return (left, right) if left < right else (right, left)


def words(text: str) -> list[str]:
    """The words of a text in lower case, marks and spaces left out."""
    return _WORD.findall(text.lower())


def real_texts(data: Path) -> RealTexts:
    """The texts of `rewrites/` (sources), `bump/`, `polnear/` and `ecbplus/` under `data`."""
    read = [base for base in _all_texts(data) if len(words(base.text)) >= _SHORT]
    holders, sizes = _runs(read)
    shared, furniture = _shared(holders, read)
    twins = {
        pair for pair, runs in shared.items() if runs >= _DUPLICATE * min(sizes[i] for i in pair)
    }
    kept = _without_twins(read, twins)
    same_event = _same_event([read[i] for i in sorted(kept)])

    def named(pairs: Iterable[tuple[int, int]]) -> frozenset[Pair]:
        return frozenset(ordered(read[i].id, read[j].id) for i, j in pairs if {i, j} <= kept)

    return RealTexts(
        texts=tuple(read[i] for i in sorted(kept)),
        related=named(shared) | same_event,
        same_event=same_event,
        furnished=named(furniture),
    )


def _same_event(texts: Sequence[Base]) -> frozenset[Pair]:
    events: defaultdict[str, list[str]] = defaultdict(list)
    for base in texts:
        if base.event:
            events[base.event].append(base.id)
    return frozenset(ordered(*pair) for ids in events.values() for pair in combinations(ids, 2))


def _without_twins(read: Sequence[Base], twins: set[tuple[int, int]]) -> set[int]:
    """The earlier of two near-duplicates stays; the sources of rewrites all stay."""
    kept: set[int] = set()
    for j, base in enumerate(read):
        dropped = not base.id.startswith("rewrites/") and any((i, j) in twins for i in kept)
        if not dropped:
            kept.add(j)
    return kept


def _runs(read: Sequence[Base]) -> tuple[Iterable[Sequence[int]], list[int]]:
    """The places of the texts that hold a run, for each run of several; how many each has."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    sizes = []
    for place, base in enumerate(read):
        tokens = words(base.text)
        runs = {tuple(tokens[at : at + _RUN]) for at in range(max(len(tokens) - _RUN + 1, 0))}
        sizes.append(max(len(runs), 1))
        for run in runs:
            holders[run].append(place)
    return [places for places in holders.values() if len(places) > 1], sizes


def _shared(
    holders: Iterable[Sequence[int]], read: Sequence[Base]
) -> tuple[Counter[tuple[int, int]], Counter[tuple[int, int]]]:
    """How many runs two texts share, and how many that are furniture."""
    shared: Counter[tuple[int, int]] = Counter()
    furniture: Counter[tuple[int, int]] = Counter()
    for places in holders:
        into = furniture if _is_furniture([read[i].outlet for i in places]) else shared
        into.update(combinations(places, 2))
    return shared, furniture


def _is_furniture(outlets: Sequence[str]) -> bool:
    return len(outlets) >= _FURNITURE and outlets[0] != "" and len(set(outlets)) == 1


def _all_texts(data: Path) -> Iterator[Base]:
    for name in ("rewrites", "bump", "polnear", "ecbplus"):
        if not (data / name).exists():
            missing(data / name)
    for family in families(data):
        yield Base(id=f"rewrites/{family.name}", text=family.source)
    articles = {row["article"] for path in _glob(data, "bump/*.jsonl") for row in rows(path)}
    for number, text in enumerate(sorted(articles)):
        yield Base(id=f"bump/{number}", text=text)
    for path in _glob(data, "polnear/*/text/*.txt"):
        named = _OUTLET.match(path.name)
        text = path.read_text(encoding="utf-8", errors="replace")
        yield Base(id=f"polnear/{path.stem}", text=text, outlet=named["outlet"] if named else "")
    for event, told in reports(data).items():
        for report in told:
            yield Base(id=f"ecbplus/{report.name}", text=report.text, event=event)


def _glob(data: Path, pattern: str) -> list[Path]:
    return sorted(data.glob(pattern))
