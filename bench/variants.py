"""Variants: is a summary with one planted error told from the sound one, and does it cost time.

    python -m bench.variants [--data DIR] [--json]

A summary is judged against its article, both read as `compare` reads them, by the score that is
summed from the judges (`collate.faithfulness`); a pair counts where the sound summary scores
strictly higher. Baselines: the share of the summary's words that the article has, and, for
`bump/`, the share of its pairs of words (the precision of ROUGE-2); for speed, difflib on the
words of the same pairs. The kinds of what was changed are those of `bench.variant_kinds`, what
is reported on retellings that of `bench.variant_rates`.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path

from bench.corpora import parsed, rows
from bench.figures import arguments, missing, share, show
from bench.summedits import edits, figures_of_edits
from bench.variant_kinds import measure as kinds
from bench.variant_rates import measure as rates
from newstemma.collate.faithfulness import faithfulness
from newstemma.collate.variants import variants
from newstemma.records import Witness
from newstemma.text.segment import words

__all__ = ["measure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """An article, a sound summary of it and one with an error of a type."""

    article: str
    sound: str
    wrong: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Both summaries' scores, and those of the baselines."""

    kind: str
    sound: float
    wrong: float
    words: bool
    pairs: bool
    seconds: float  # to align and judge both summaries
    difflib: float  # to compare both with difflib


def main() -> None:
    """Prints the figures of `bump/`, `wrong_summaries/`, `summedits/` and of speed."""
    chosen = arguments(__doc__ or "")
    show(measure(chosen.data), as_json=chosen.json)


def measure(data: Path) -> dict[str, float]:
    """All figures, each followed by its baseline."""
    figures: dict[str, float] = {}
    judged: list[Outcome] = []
    for name, trials, report in (
        ("bump", _bump(data), _of_bump),
        ("wrong_summaries", _summaries(data), _of_summaries),
    ):
        if trials:
            outcomes = _outcomes(trials)
            figures |= report(outcomes)
            judged += outcomes
        else:
            missing(data / name)
    if domains := edits(data):
        figures |= figures_of_edits(domains)
    else:
        missing(data / "summedits")
    figures |= kinds(data) | rates(data)
    if judged:
        figures["pairs_per_s"] = 2 * len(judged) / sum(o.seconds for o in judged)
        figures["baseline.pairs_per_s"] = 2 * len(judged) / sum(o.difflib for o in judged)
    return figures


# --- reading ---------------------------------------------------------------------------------


def _bump(data: Path) -> list[Trial]:
    return [
        Trial(
            article=row["article"],
            sound=row["reference_summary"],
            wrong=row["edited_summary"],
            kind=row["corrected_error_type"],
        )
        for path in sorted((data / "bump").glob("*.jsonl"))
        for row in rows(path)
    ]


def _summaries(data: Path) -> list[Trial]:
    return [
        Trial(
            article=row["article"],
            sound=row["correct_summary"],
            wrong=row["incorrect_summary"],
            kind=path.stem.partition("_")[2],
        )
        for path in sorted((data / "wrong_summaries").glob("*.jsonl"))
        for row in rows(path)
    ]


# --- judging ---------------------------------------------------------------------------------


def _outcomes(trials: Sequence[Trial]) -> list[Outcome]:
    articles: dict[str, Witness] = {}
    found = []
    for trial in trials:
        if trial.article not in articles:
            articles[trial.article] = parsed("article", trial.article)
        found.append(_outcome(trial, articles[trial.article]))
    return found


def _outcome(trial: Trial, article: Witness) -> Outcome:
    summaries = [parsed("summary", text) for text in (trial.sound, trial.wrong)]
    started = time.perf_counter()
    sound, wrong = (_judged(summary, article) for summary in summaries)
    judged = time.perf_counter()
    for summary in summaries:
        own, other = ([word.key for word in one.words] for one in (summary, article))
        SequenceMatcher(None, other, own, autojunk=False).get_opcodes()
    compared = time.perf_counter()
    return Outcome(
        kind=trial.kind,
        sound=sound,
        wrong=wrong,
        words=_held(trial, _keys) > 0,
        pairs=_held(trial, _key_pairs) > 0,
        seconds=judged - started,
        difflib=compared - judged,
    )


def _judged(summary: Witness, article: Witness) -> float:
    return faithfulness(summary, [article], variants(summary, [article]))


def _held(trial: Trial, parts: Callable[[str], Sequence[object]]) -> float:
    """By how much more of the sound summary stands in the article than of the wrong one."""
    there = frozenset(parts(trial.article))
    shares = []
    for text in (trial.sound, trial.wrong):
        own = parts(text)
        shares.append(sum(part in there for part in own) / max(len(own), 1))
    return shares[0] - shares[1]


def _keys(text: str) -> list[str]:
    return [word.key for word in words(text)]


def _key_pairs(text: str) -> list[tuple[str, str]]:
    return list(pairwise(_keys(text)))


# --- figures ---------------------------------------------------------------------------------


def _of_bump(outcomes: Sequence[Outcome]) -> dict[str, float]:
    right = [o.sound > o.wrong for o in outcomes]
    figures = {
        "bump.consistency": share(right),
        "baseline.bump.consistency": share([o.pairs for o in outcomes]),
        "bump.auc": _auc([o.sound for o in outcomes], [o.wrong for o in outcomes]),
    }
    by_type: defaultdict[str, list[bool]] = defaultdict(list)
    for outcome in outcomes:
        by_type[outcome.kind].append(outcome.sound > outcome.wrong)
    names = {kind: kind.lower().replace(" error", "").replace(" ", "_") for kind in by_type}
    return figures | {f"bump.{names[kind]}": share(by_type[kind]) for kind in sorted(by_type)}


def _of_summaries(outcomes: Sequence[Outcome]) -> dict[str, float]:
    figures = {
        "summaries.found": share([o.sound > o.wrong for o in outcomes]),
        "baseline.summaries.found": share([o.words for o in outcomes]),
    }
    for kind in sorted({o.kind for o in outcomes}):
        own = [o for o in outcomes if o.kind == kind]
        figures[f"summaries.{kind}"] = share([o.sound > o.wrong for o in own])
        figures[f"baseline.summaries.{kind}"] = share([o.words for o in own])
    return figures


def _auc(sound: Sequence[float], wrong: Sequence[float]) -> float:
    """The chance that a sound summary scores above a wrong one, ties as half."""
    wins = sum((s > w) + (s == w) / 2 for s in sound for w in wrong)
    return wins / (len(sound) * len(wrong))


if __name__ == "__main__":
    main()
