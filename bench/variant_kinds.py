"""Kinds of variants: is a planted error named for what it is, and are reports on rewrites right.

    python -m bench.variant_kinds [--data DIR] [--json]

Counted are the pairs whose sound summary scores strictly higher, and the variants of the wrong
one. In `bump/`, where the two summaries differ at one place, the error is named where one of them
overlaps that place in the wrong summary and is of a right kind; in `wrong_summaries/`, where all
may differ, where the wrong summary has more of a right kind than the sound one. `.with_doubts`
counts the doubts that `compare` lists below the variants as well, which stand in sound summaries
nearly as often: `variants_per_100` and `doubts_per_100` say how many a hundred words get.
`.where_reported` counts only the pairs where any variant stands at the place, whose share is
`bump.reported`; `.asked_first` the one alone that an editor would ask about first. Baseline for
`bump/`: to answer `entity-changed` always; for `wrong_summaries/`: quantities where the wrong
summary has a figure that neither the article nor the sound one has, a false attribution where it
has such a word with a capital.
`judged/variants.jsonl` holds verdicts by hand on the fifty variants that `bench.draw_variants`
drew on the day, each read twice, the second time in another order and without the first.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from bench.corpora import rows
from bench.figures import arguments, missing, share, show
from bench.language.force import measure as force
from newstemma.collate.doubts import doubts
from newstemma.collate.faithfulness import assess
from newstemma.collate.variants import variants
from newstemma.records import (
    MentionKind,
    RawArticle,
    Severity,
    Span,
    TextSource,
    Variant,
    VariantKind,
    Witness,
)
from newstemma.text.cleaning import clean
from newstemma.text.parse import load
from newstemma.text.witness import witness

__all__ = ["SILENT", "measure", "read"]

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
SILENT = frozenset({VariantKind.KEPT, VariantKind.OMITTED})
_GRAVEST_FIRST = (Severity.MEANING, Severity.DETAIL, Severity.WORDING)
_FIGURE = re.compile(r"\d[\d.,]*")
_CAPITAL = re.compile(r"\b[A-Z][a-z]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A summary with its score and what is said of it: variants that are not silent, doubts."""

    witness: Witness
    score: float
    variants: tuple[Variant, ...]
    doubts: tuple[Variant, ...]

    @property
    def told(self) -> tuple[Variant, ...]:
        """All that `compare` prints of it."""
        return (*self.variants, *self.doubts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A sound and a wrong summary of one article, and the type of the error."""

    error: str
    article: Witness
    sound: Summary
    wrong: Summary


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


# --- one planted error -----------------------------------------------------------------------


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
    pairs = _caught(found)
    named = [_is_named_there(pair, pair.wrong.variants) for pair in pairs]
    figures = {
        "bump.kind": share(named),
        "baseline.bump.kind": share([_allowed(pair.error) >= _WHO for pair in pairs]),
        "bump.kind.with_doubts": share([_is_named_there(p, p.wrong.told) for p in pairs]),
        **_where_reported(pairs, named),
        "bump.kind.asked_first": share([_is_asked_first(pair, 1) for pair in pairs]),
        "bump.kind.asked_first_two": share([_is_asked_first(pair, 2) for pair in pairs]),
        **_amounts("bump", pairs),
    }
    by_type: defaultdict[str, list[bool]] = defaultdict(list)
    for pair, right in zip(pairs, named, strict=True):
        by_type[pair.error.lower().replace(" error", "").replace(" ", "_")].append(right)
    return figures | {f"bump.kind.{name}": share(by_type[name]) for name in sorted(by_type)}


def _where_reported(pairs: Sequence[Pair], named: Sequence[bool]) -> dict[str, float]:
    """The share named right where anything is reported at the place, and how often that is so."""
    reported = [_stand_at(pair, pair.wrong.variants) != [] for pair in pairs]
    right = [own for own, there in zip(named, reported, strict=True) if there]
    return {"bump.kind.where_reported": share(right), "bump.reported": share(reported)}


def _allowed(error: str) -> frozenset[VariantKind]:
    """The kinds that name an error of this type; `added` where it came from outside."""
    kinds = next((kinds for name, kinds in _KINDS.items() if name in error), frozenset())
    return kinds | {VariantKind.ADDED} if error.startswith("Extrinsic") else kinds


def _is_named_there(pair: Pair, found: Sequence[Variant]) -> bool:
    """Whether one of `found` stands where the wrong summary differs, and is of a right kind."""
    allowed = _allowed(pair.error)
    return any(v.kind in allowed for v in _stand_at(pair, found))


def _stand_at(pair: Pair, found: Sequence[Variant]) -> list[Variant]:
    """Those of `found` that stand where the wrong summary differs."""
    places = _places(pair.sound.witness, pair.wrong.witness)
    return [v for v in found if v.child_span and any(v.child_span.overlaps(p) for p in places)]


def _places(sound: Witness, wrong: Witness) -> list[Span]:
    """Where `wrong` has other words; of words that were left out, those on both sides."""
    own, other = ([word.key for word in one.words] for one in (wrong, sound))
    found = []
    for tag, _, _, first, end in SequenceMatcher(None, other, own, autojunk=False).get_opcodes():
        if tag != "equal":
            gone = first == end
            inside = wrong.words[max(first - gone, 0) : end + gone]
            found += [Span(inside[0].start, inside[-1].end)] if inside else []
    return found


def _amounts(name: str, pairs: Sequence[Pair]) -> dict[str, float]:
    """How many variants and doubts a hundred words of either side's summaries get."""
    figures = {}
    for side in ("sound", "wrong"):
        summaries: list[Summary] = [getattr(pair, side) for pair in pairs]
        words = max(sum(len(one.witness.words) for one in summaries), 1)
        for what in ("variants", "doubts"):
            told = sum(len(getattr(one, what)) for one in summaries)
            figures[f"{name}.{what}_per_100.{side}"] = 100 * told / words
    return figures


def _is_asked_first(pair: Pair, count: int) -> bool:
    """Whether one of the first that an editor would ask about names the error.

    Those are the variants by severity, then the doubts, which are in order of doubt.
    """
    told = sorted(pair.wrong.variants, key=lambda one: _GRAVEST_FIRST.index(one.severity))
    return _is_named_there(pair, [*told, *pair.wrong.doubts][:count])


# --- whole summaries -------------------------------------------------------------------------


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
    pairs = _caught(found)
    figures = {
        "summaries.kind": share([_is_named(p, p.sound.variants, p.wrong.variants) for p in pairs]),
        "baseline.summaries.kind": share([_is_new(pair) for pair in pairs]),
        "summaries.kind.with_doubts": share(
            [_is_named(p, p.sound.told, p.wrong.told) for p in pairs]
        ),
        **_amounts("summaries", pairs),
    }
    for name in _NAMED:
        own = [pair for pair in pairs if pair.error == name]
        figures[f"summaries.kind.{name}"] = share(
            [_is_named(p, p.sound.variants, p.wrong.variants) for p in own]
        )
        figures[f"baseline.summaries.kind.{name}"] = share([_is_new(pair) for pair in own])
    return figures


def _is_named(pair: Pair, sound: Sequence[Variant], wrong: Sequence[Variant]) -> bool:
    """Whether the wrong summary has more of a right kind, or more such mentions called added."""
    kinds, mentions = _NAMED[pair.error]
    more = Counter(v.kind for v in wrong) - Counter(v.kind for v in sound)
    added = Counter(_mentions(pair.wrong.witness, wrong))
    added -= Counter(_mentions(pair.sound.witness, sound))
    return not (kinds.isdisjoint(more) and mentions.isdisjoint(added))


def _mentions(summary: Witness, found: Sequence[Variant]) -> Iterator[MentionKind]:
    """The kinds of the mentions that are called added."""
    spans = {v.child_span for v in found if v.kind is VariantKind.ADDED}
    return (mention.kind for mention in summary.mentions if mention.span in spans)


def _is_new(pair: Pair) -> bool:
    """The baseline: a figure, or a word with a capital, that neither other text has."""
    mark = _FIGURE if pair.error == "incorrect_quantities" else _CAPITAL
    known = {one for text in (pair.article, pair.sound.witness) for one in mark.findall(text.text)}
    return any(one not in known for one in mark.findall(pair.wrong.witness.text))


# --- reading ---------------------------------------------------------------------------------


def _caught(found: Sequence[tuple[str, str, str, str]]) -> list[Pair]:
    """The pairs of which the sound summary scores strictly higher."""
    articles: dict[str, Witness] = {}
    pairs = []
    for article, sound, wrong, error in found:
        if article not in articles:
            articles[article] = read("article", article)
        own, other = (_judge(text, articles[article]) for text in (sound, wrong))
        if own.score > other.score:
            pairs.append(Pair(error=error, article=articles[article], sound=own, wrong=other))
    return pairs


def _judge(text: str, article: Witness) -> Summary:
    summary = read("summary", text)
    found = variants(summary, [article])
    faith = assess(summary, [article], found)
    return Summary(
        witness=summary,
        score=faith.score,
        variants=tuple(v for v in found if v.kind not in SILENT),
        doubts=doubts(summary, [article], faith.deductions),
    )


# --- the rest --------------------------------------------------------------------------------


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
