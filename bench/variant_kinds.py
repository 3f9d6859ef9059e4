"""Kinds of variants: is a planted error named for what it is, and are reports on rewrites right.

    python -m bench.variant_kinds [--data DIR] [--json]

A kind counts as named where the wrong summary has more variants of it than the sound one, among
the pairs whose sound summary scores strictly higher. Baseline for `bump/`: to answer
`entity-changed` always; for `wrong_summaries/`: quantities where the wrong summary has a figure
that neither the article nor the sound one has, a false attribution where it has such a word with
a capital. `judged/variants.jsonl` holds verdicts by hand on the fifty variants that
`bench.draw_variants` draws, each read twice, the second time in another order.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.corpora import rows
from bench.figures import arguments, missing, share, show
from bench.language.force import measure as force
from newstemma.collate.faithfulness import faithfulness
from newstemma.collate.variants import variants
from newstemma.records import MentionKind, RawArticle, TextSource, Variant, VariantKind, Witness
from newstemma.text.cleaning import clean
from newstemma.text.parse import load
from newstemma.text.witness import witness

__all__ = ["measure", "read"]

_JUDGED = Path(__file__).with_name("judged") / "variants.jsonl"

_WHO = frozenset(
    {VariantKind.ENTITY_CHANGED, VariantKind.ROLE_CHANGED, VariantKind.ATTRIBUTION_CHANGED}
)
# What a planted error of a type may be called.
_KINDS: Mapping[str, frozenset[VariantKind]] = {
    "Entity": _WHO,
    "Coreference": _WHO,
    "Predicate": frozenset(
        {
            VariantKind.PREDICATE_CHANGED,
            VariantKind.POLARITY_CHANGED,
            VariantKind.HEDGE_ADDED,
            VariantKind.HEDGE_DROPPED,
        }
    ),
    "Circumstance": frozenset(
        {VariantKind.DATE_CHANGED, VariantKind.NUMBER_CHANGED, VariantKind.PLACE_CHANGED}
    ),
}
# The same for the types of `wrong_summaries/` that have a name, with the mentions of which
# `added` says that no parent has them.
_NAMED: Mapping[str, tuple[frozenset[VariantKind], frozenset[MentionKind]]] = {
    "incorrect_quantities": (
        frozenset({VariantKind.NUMBER_CHANGED, VariantKind.DATE_CHANGED}),
        frozenset({MentionKind.NUMBER, MentionKind.DATE}),
    ),
    "false_attribution": (
        _WHO | {VariantKind.QUOTE_MISATTRIBUTED, VariantKind.ATTRIBUTION_DROPPED},
        frozenset({MentionKind.NAME}),
    ),
}
_SILENT = frozenset({VariantKind.KEPT, VariantKind.OMITTED})
_FIGURE = re.compile(r"\d[\d.,]*")
_CAPITAL = re.compile(r"\b[A-Z][a-z]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Of one pair: its type, whether the wrong one was caught, and what is new in it."""

    error: str
    caught: bool
    kinds: frozenset[VariantKind]
    mentions: frozenset[MentionKind]  # those that are called added
    plain: bool  # whether the baseline names the type


def main() -> None:
    """Prints the figures of kinds and of precision."""
    chosen = arguments(__doc__ or "")
    show(measure(chosen.data), as_json=chosen.json)


def measure(data: Path) -> dict[str, float]:
    """All figures, each followed by its baseline."""
    return {**_bump(data), **_summaries(data), **_strength(data), **_judged()}


def read(name: str, text: str) -> Witness:
    """The text as `report` reads it, with the parse that English has."""
    raw = RawArticle(path=name, text=text, text_source=TextSource.FILE)
    article = clean(raw, id=name)
    return witness(article, load() if article.language == "en" else None)


def _bump(data: Path) -> dict[str, float]:
    found = [
        (
            row["article"],
            row["reference_summary"],
            row["edited_summary"],
            row["corrected_error_type"],
        )
        for path in sorted((data / "bump").glob("*.jsonl"))
        for row in rows(path)
    ]
    if not found:
        missing(data / "bump")
        return {}
    outcomes = [one for one in _outcomes(found) if one.caught]
    named = [not one.kinds.isdisjoint(_allowed(one.error)) for one in outcomes]
    figures = {
        "bump.kind": share(named),
        "baseline.bump.kind": share([_allowed(one.error) >= _WHO for one in outcomes]),
    }
    by_type: defaultdict[str, list[bool]] = defaultdict(list)
    for one, right in zip(outcomes, named, strict=True):
        by_type[one.error.lower().replace(" error", "").replace(" ", "_")].append(right)
    return figures | {f"bump.kind.{name}": share(by_type[name]) for name in sorted(by_type)}


def _allowed(error: str) -> frozenset[VariantKind]:
    """The kinds that name an error of this type; `added` where it came from outside."""
    kinds = next((kinds for name, kinds in _KINDS.items() if name in error), frozenset())
    return kinds | {VariantKind.ADDED} if error.startswith("Extrinsic") else kinds


def _summaries(data: Path) -> dict[str, float]:
    found = [
        (row["article"], row["correct_summary"], row["incorrect_summary"], name)
        for path in sorted((data / "wrong_summaries").glob("*.jsonl"))
        if (name := path.stem.partition("_")[2]) in _NAMED
        for row in rows(path)
    ]
    if not found:
        missing(data / "wrong_summaries")
        return {}
    outcomes = [one for one in _outcomes(found) if one.caught]
    figures = {
        "summaries.kind": share([_is_named(one) for one in outcomes]),
        "baseline.summaries.kind": share([one.plain for one in outcomes]),
    }
    for name in _NAMED:
        own = [one for one in outcomes if one.error == name]
        figures[f"summaries.kind.{name}"] = share([_is_named(one) for one in own])
        figures[f"baseline.summaries.kind.{name}"] = share([one.plain for one in own])
    return figures


def _is_named(outcome: Outcome) -> bool:
    kinds, mentions = _NAMED[outcome.error]
    return not (kinds.isdisjoint(outcome.kinds) and mentions.isdisjoint(outcome.mentions))


def _outcomes(pairs: Sequence[tuple[str, str, str, str]]) -> Iterator[Outcome]:
    articles: dict[str, Witness] = {}
    for article, sound, wrong, error in pairs:
        if article not in articles:
            articles[article] = read("article", article)
        yield _outcome(articles[article], read("summary", sound), read("summary", wrong), error)


def _outcome(article: Witness, sound: Witness, wrong: Witness, error: str) -> Outcome:
    before, after = (variants(summary, [article]) for summary in (sound, wrong))
    scores = [faithfulness(s, [article], v) for s, v in ((sound, before), (wrong, after))]
    kinds = Counter(v.kind for v in after) - Counter(v.kind for v in before)
    added = Counter(_mentions(wrong, after)) - Counter(_mentions(sound, before))
    mark = _FIGURE if error == "incorrect_quantities" else _CAPITAL
    known = frozenset(mark.findall(article.text)) | frozenset(mark.findall(sound.text))
    return Outcome(
        error=error,
        caught=scores[0] > scores[1],
        kinds=frozenset(kinds) - _SILENT,
        mentions=frozenset(added),
        plain=any(one not in known for one in mark.findall(wrong.text)),
    )


def _mentions(summary: Witness, found: Sequence[Variant]) -> Iterator[MentionKind]:
    """The kinds of the mentions that are called added."""
    spans = {v.child_span for v in found if v.kind is VariantKind.ADDED}
    return (mention.kind for mention in summary.mentions if mention.span in spans)


def _strength(data: Path) -> dict[str, float]:
    """Macro-F1 of the strength of claims, as `bench.language.force` measures it."""
    name, figures = "force.causal_f1", force(data)
    return {
        f"{twin}strength.macro_f1": figures[twin + name]
        for twin in ("", "baseline.")
        if twin + name in figures
    }


def _judged() -> dict[str, float]:
    """The share of reported variants that are right, in each of the two rounds."""
    verdicts = list(rows(_JUDGED))
    if not verdicts:
        missing(_JUDGED)
        return {}
    return {
        f"judged.right_{number}": share([row[f"round_{number}"] == "right" for row in verdicts])
        for number in (1, 2)
    }


if __name__ == "__main__":
    main()
