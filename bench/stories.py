"""Stories: which reports are about the same event, against the sub-topics of ECB+.

    python -m bench.stories [--data DIR] [--json]

`stories` are all reports at once, `fit` those of topics 1-20, on which the settings were chosen,
`held` those of the other topics. These were looked at while the method was worked out, so only
data that is not here is unseen. `small` are piles of 3 to 10 reports on two or three events, most
of them of one topic. Ours are the stories that `report` finds. The baseline runs beside it:
average link at distance .85 over TF-IDF of words and pairs of words.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from sklearn.cluster import AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import pairwise_distances

from bench.corpora import Report, reports, witness_of
from bench.figures import arguments, missing, show
from newstemma.lineage.family import family
from newstemma.records import Witness

__all__ = ["Scores", "closely_read", "compared", "measure", "scores", "small_piles"]

_PILES = 200
_SIZES = (3, 10)
_FIT = 20  # the last topic that thresholds were chosen on
_SEED = 7
_DISTANCE = 0.85

Told = tuple[Report, Witness]
Clustering = Callable[[Sequence[Told]], Sequence[int]]
Scores = tuple[float, float]
"""B-cubed F1 and pairwise F1."""


def main() -> None:
    """Prints the figures of `ecbplus/`."""
    chosen = arguments(__doc__ or "")
    show(measure(chosen.data), as_json=chosen.json)


def measure(data: Path) -> dict[str, float]:
    """All figures, each followed by its baseline."""
    if not (data / "ecbplus").exists():
        missing(data / "ecbplus")
        return {}
    told = closely_read(data)
    fit = [row for row in told if _topic(row) <= _FIT]
    held = [row for row in told if _topic(row) > _FIT]
    return {
        **compared("stories", [told]),
        **compared("fit", [fit]),
        **compared("held", [held]),
        **compared("small.fit", small_piles(fit)),
        **compared("small.held", small_piles(held)),
    }


def closely_read(data: Path) -> list[Told]:
    """The reports of `ecbplus/`, each as `report` reads it."""
    groups = reports(data).values()
    return [(report, witness_of(report.name, report.text)) for group in groups for report in group]


def _topic(row: Told) -> int:
    return int(row[0].story.split("_")[0])


def small_piles(told: Sequence[Told], total: int = _PILES) -> Iterator[list[Told]]:
    """Piles as a reader brings them: some reports on two or three events that are alike."""
    chance = random.Random(_SEED)
    events: dict[str, list[Told]] = {}
    for row in told:
        events.setdefault(row[0].story, []).append(row)
    topics = sorted({_topic(row) for row in told})
    for _ in range(total if len(topics) > 1 else 0):
        topic = chance.choice(topics)
        inside = [name for name in sorted(events) if _topic(events[name][0]) == topic]
        outside = [name for name in sorted(events) if name not in inside]
        chosen = inside + chance.sample(outside, chance.randint(0, 1))
        pile = [chance.choice(events[name]) for name in chosen]
        rest = [row for name in chosen for row in events[name] if row not in pile]
        yield pile + chance.sample(rest, min(len(rest), chance.randint(*_SIZES) - len(pile)))


def compared(name: str, piles: Iterable[Sequence[Told]]) -> dict[str, float]:
    """Our mean scores over the piles under `name`, the baseline's under `baseline.` and it."""
    chosen = [pile for pile in piles if pile]
    if not chosen:
        return {}
    found: dict[str, float] = {}
    for prefix, cluster in (("", _ours), ("baseline.", _baseline)):
        rows = [scores(cluster(pile), [report.story for report, _ in pile]) for pile in chosen]
        b3, pairwise = np.mean(rows, axis=0).tolist()
        found |= {f"{prefix}{name}.b3_f1": b3, f"{prefix}{name}.pairwise_f1": pairwise}
    return found


def _ours(pile: Sequence[Told]) -> Sequence[int]:
    drawn = family([witness for _, witness in pile])
    number = {one: n for n, story in enumerate(drawn.stories) for one in story.articles}
    return [number[witness.id] for _, witness in pile]


def _baseline(pile: Sequence[Told]) -> Sequence[int]:
    vectorizer = TfidfVectorizer(
        ngram_range=(1, 2), min_df=2, stop_words="english", sublinear_tf=True
    )
    try:
        vectors = vectorizer.fit_transform([report.text for report, _ in pile])
    except ValueError:  # no word stands in two of the texts
        return range(len(pile))
    clustering = AgglomerativeClustering(
        n_clusters=None, distance_threshold=_DISTANCE, metric="precomputed", linkage="average"
    )
    labels: list[int] = clustering.fit_predict(
        pairwise_distances(vectors, metric="cosine")
    ).tolist()
    return labels


def scores(found: Sequence[int], true: Sequence[str]) -> Scores:
    """B-cubed F1 (Bagga and Baldwin 1998) and F1 over the pairs that stand together.

    Without a pair, on either side or both, pairwise F1 is 1 if there is none in the other.

    >>> scores([0, 0, 1], ["a", "a", "b"])
    (1.0, 1.0)
    """
    both, ours, theirs = Counter(zip(found, true, strict=True)), Counter(found), Counter(true)
    precision = sum(n * n / ours[group] for (group, _), n in both.items()) / len(found)
    recall = sum(n * n / theirs[event] for (_, event), n in both.items()) / len(found)
    counts = (both.values(), ours.values(), theirs.values())
    together, joined, wanted = (sum(n * (n - 1) / 2 for n in sizes) for sizes in counts)
    pairwise = 2 * together / (joined + wanted) if joined + wanted else 1.0
    return 2 * precision * recall / (precision + recall), pairwise


if __name__ == "__main__":
    main()
