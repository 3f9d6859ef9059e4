"""How often `check` supports what articles say, and what they do not.

    python -m bench.claim_checks [--data DIR] [--json]

The baseline supports a sentence by the share of its words that an article has, from where on as
many of the sound sentences of `bump/` pass as `check` supports.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from bench.corpora import families, parsed, rows
from bench.figures import arguments, missing, share, show
from newstemma.corroborate.check.check import Pile, check, pile_of
from newstemma.corroborate.scene import scenes
from newstemma.lineage.family import family
from newstemma.records import CheckedSentence, CheckStatus, Span, Witness
from newstemma.text.identity.actors import identities
from newstemma.text.segment import sentences, words

__all__ = ["measure"]

_FOREIGN = 1000  # sentences from other stories
_STRANGERS = 40  # articles that each is checked against
_SEED = 7
_RUN = 8  # words
_WRONG = ("false_attribution", "incorrect_quantities")
_CHANGED = frozenset({CheckStatus.DISTORTED, CheckStatus.CONTRADICTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A sentence, whether it is as the article has it, and what came back."""

    wrong: bool
    supported: bool
    held: float  # the share of its words that the article has


def measure(data: Path) -> dict[str, float]:
    """All figures, each followed by its baseline; a missing set is said and passed over."""
    figures: dict[str, float] = {}
    bump = list(_bump(data))
    if bump:
        figures |= _of_bump(bump)
    else:
        missing(data / "bump")
    for name, found in (
        ("wrong_summaries", _of_wrong(data, _least_held(bump))),
        ("rewrites", _of_foreign(data, _least_held(bump))),
        ("gold", _of_gold(data.parent)),
    ):
        if found:
            figures |= found
        else:
            missing(data / name)
    return figures


# --- an article as the only source -----------------------------------------------------------


def _bump(data: Path) -> Iterator[Trial]:
    """Each untouched sentence once, and each that holds an error: that differs in its words."""
    seen: set[tuple[str, str]] = set()
    for path in sorted((data / "bump").glob("*.jsonl")):
        for row in rows(path):
            article = row["article"]
            sound = _checked(row["reference_summary"], article)
            for text, status in sound.items():
                if (article, text) not in seen:
                    seen.add((article, text))
                    yield _trial(text, article, status, wrong=False)
            known = {_plain(text) for text in sound}
            for text, status in _checked(row["edited_summary"], article).items():
                if _plain(text) not in known:
                    yield _trial(text, article, status, wrong=True)


def _plain(text: str) -> str:
    """A sentence without its full stop, which is no error where the summary left it out."""
    return " ".join(text.split()).rstrip(" .")


def _trial(text: str, article: str, status: CheckStatus, *, wrong: bool) -> Trial:
    return Trial(wrong=wrong, supported=status is CheckStatus.SUPPORTED, held=_held(text, article))


@cache
def _checked(text: str, article: str) -> Mapping[str, CheckStatus]:
    """The status of each sentence of a text by one article."""
    told = check(parsed("text", text), _alone(article))
    return {one.span.of(text): one.status for one in told}


@cache
def _alone(article: str) -> Pile:
    return _pile([parsed("article", article)])


def _pile(read: Sequence[Witness]) -> Pile:
    drawn, by_id = family(read), {one.id: one for one in read}
    groups = [[by_id[article] for article in story.articles] for story in drawn.stories]
    actors = [actor for group in groups for actor in identities(group)]
    return pile_of(scenes(read, drawn, actors=actors))


def _held(text: str, article: str) -> float:
    there = _keys(article)
    own = [word.key for word in words(text)]
    return sum(key in there for key in own) / max(len(own), 1)


@cache
def _keys(text: str) -> frozenset[str]:
    return frozenset(word.key for word in words(text))


def _of_bump(trials: Sequence[Trial]) -> dict[str, float]:
    """The baseline supports by the share of words held, from where as many sound ones pass."""
    wrong, sound = ([t for t in trials if t.wrong is wrong] for wrong in (True, False))
    least = _least_held(trials)
    return {
        "check.distorted_supported": share([t.supported for t in wrong]),
        "baseline.check.distorted_supported": share([t.held >= least for t in wrong]),
        "check.reference_supported": share([t.supported for t in sound]),
        "baseline.check.reference_supported": share([t.held >= least for t in sound]),
    }


def _least_held(trials: Sequence[Trial]) -> float:
    """The share of words from which on as many sound sentences pass as `check` supports."""
    held = sorted((t.held for t in trials if not t.wrong), reverse=True)
    passed = sum(t.supported for t in trials if not t.wrong)
    return held[passed - 1] if passed else 1.0


# --- wrong summaries -------------------------------------------------------------------------


def _of_wrong(data: Path, least: float) -> dict[str, float]:
    """Sentences of the wrong summary that the sound one has not."""
    found = []
    for kind in _WRONG:
        for row in rows(data / "wrong_summaries" / f"fakesumm_{kind}.jsonl"):
            sound = _sentences(row["correct_summary"])
            for text, status in _checked(row["incorrect_summary"], row["article"]).items():
                if text not in sound:
                    found.append(_trial(text, row["article"], status, wrong=True))
    if not found:
        return {}
    return {
        "check.wrong_supported": share([t.supported for t in found]),
        "baseline.check.wrong_supported": share([t.held >= least for t in found]),
    }


@cache
def _sentences(text: str) -> tuple[str, ...]:
    whole = Span(0, len(text))
    return tuple(one.span.of(text) for one in sentences(text, words(text, whole), within=[whole]))


# --- other stories ---------------------------------------------------------------------------


def _of_foreign(data: Path, least: float) -> dict[str, float]:
    """Sentences of reports against the articles of other stories.

    Reports on one story may stand in several families: a sentence that has words running with an
    article is from its own story.
    """
    found = families(data)
    if len(found) <= _STRANGERS:
        return {}
    random = Random(_SEED)
    pile = [one.source for one in random.sample(found, _STRANGERS)]
    known_runs = {run for source in pile for run in _runs(source)}
    others = [one.source for one in found if one.source not in pile]
    told = {text for source in others for text in _sentences(source)}
    foreign = sorted(text for text in told if known_runs.isdisjoint(_runs(text)))
    asked = random.sample(foreign, min(_FOREIGN, len(foreign)))
    read = [parsed(f"article {n}", text) for n, text in enumerate(pile)]
    known = _pile(read)
    answers = [check(parsed("text", text), known) for text in asked]
    supported = [any(o.status is CheckStatus.SUPPORTED for o in one) for one in answers]
    held = [max(_held(text, article) for article in pile) for text in asked]
    return {
        "check.foreign_supported": share(supported),
        "baseline.check.foreign_supported": share([value >= least for value in held]),
    }


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    keys = [word.key for word in words(text)]
    yield from (tuple(keys[n : n + _RUN]) for n in range(len(keys) - _RUN + 1))


# --- the seeds -------------------------------------------------------------------------------


def _of_gold(shared: Path) -> dict[str, float]:
    """Sentences judged by hand against five articles; a change may be called a contradiction."""
    asked = list(rows(shared / "gold" / "seed_checks.jsonl"))
    paths = sorted((shared / "seeds").glob("*.txt"))
    if not asked or not paths:
        return {}
    known = _pile([parsed(path.name, path.read_text(encoding="utf-8")) for path in paths])
    pairs = [(row, check(parsed("text", row["text"]), known)[0]) for row in asked]
    told = [(row, one) for row, one in pairs if row["status"] == CheckStatus.SUPPORTED]
    return {
        "check.gold": share([_is_right(row["status"], one.status) for row, one in pairs]),
        "check.gold_distorted_supported": share(
            [
                one.status is CheckStatus.SUPPORTED
                for row, one in pairs
                if row["status"] == CheckStatus.DISTORTED
            ]
        ),
        "check.gold_lineages": share([row["lineages"] == len(one.lineages) for row, one in told]),
        "check.gold_origins": share([_has_origin(row["origin"], one) for row, one in told]),
    }


def _is_right(status: str, found: CheckStatus) -> bool:
    return found in _CHANGED if status == CheckStatus.DISTORTED else found == status


def _has_origin(name: str | None, one: CheckedSentence) -> bool:
    """Whether the sentence goes back to whom it should, or to no source by name."""
    named = {origin.name for origin in one.origins if origin.kind is not None}
    return named == ({name} if name else set())


if __name__ == "__main__":
    chosen = arguments(__doc__ or "")
    show(measure(chosen.data), as_json=chosen.json)
