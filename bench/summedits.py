"""Is an edited summary told from one that was only reworded: the figures of `summedits/`.

Each domain is scored with a threshold that was chosen on the others. The weights of `changed` were
fitted on all domains but the news.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.corpora import rows, witness_of
from bench.figures import share
from newstemma.collate.faithfulness import assess
from newstemma.records import Witness
from newstemma.text.segment import words

__all__ = ["edits", "figures_of_edits"]

_THRESHOLDS = 41  # tried, at equal shares of the other domains' summaries


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A summary: whether it is consistent, and what speaks against it, higher being worse."""

    consistent: bool
    changed: float
    strange: float  # the share of its words that the document lacks


def edits(data: Path) -> dict[str, tuple[Edit, ...]]:
    """The judged summaries of each domain."""
    return {path.stem: tuple(_edits(path)) for path in sorted((data / "summedits").glob("*.jsonl"))}


def _edits(path: Path) -> Iterator[Edit]:
    read: dict[str, Witness] = {}
    for row in rows(path):
        text, summary = row["doc"], row["summary"]
        if text not in read:
            read = {text: witness_of("document", text)}
        own = [word.key for word in words(summary)]
        there = {word.key for word in words(text)}
        yield Edit(
            consistent=bool(row["label"]),
            changed=assess(witness_of("summary", summary), [read[text]], ()).changed,
            strange=share([key not in there for key in own]),
        )


def figures_of_edits(domains: Mapping[str, Sequence[Edit]]) -> dict[str, float]:
    """The balanced accuracy in each domain, followed by that of the plain share of words."""
    figures: dict[str, float] = {}
    for name in domains:
        for prefix, of in (("", _changed), ("baseline.", _strange)):
            others = [of(domains[other]) for other in domains if other != name]
            own = of(domains[name])
            threshold = _threshold(others or [own])
            figures[f"{prefix}summedits.{name}"] = _accuracy(own, threshold)
    return figures


_Labelled = Sequence[tuple[bool, float]]


def _changed(summaries: Sequence[Edit]) -> _Labelled:
    return [(one.consistent, one.changed) for one in summaries]


def _strange(summaries: Sequence[Edit]) -> _Labelled:
    return [(one.consistent, one.strange) for one in summaries]


def _threshold(domains: Sequence[_Labelled]) -> float:
    """The value below which a summary is called consistent, best on average over `domains`."""
    values = sorted(value for domain in domains for _, value in domain)
    tried = [values[n * (len(values) - 1) // (_THRESHOLDS - 1)] for n in range(_THRESHOLDS)]
    return max(tried, key=lambda value: sum(_accuracy(domain, value) for domain in domains))


def _accuracy(summaries: _Labelled, threshold: float) -> float:
    """Balanced: the mean of the shares of both kinds that are told right."""
    kept = share([value < threshold for consistent, value in summaries if consistent])
    caught = share([value >= threshold for consistent, value in summaries if not consistent])
    return (kept + caught) / 2
