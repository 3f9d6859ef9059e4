"""Signals that tell the parent from the child among two related texts.

Every score is antisymmetric: what speaks for one direction speaks as much against the other.
A score compares two rates on a log scale, each shrunk towards the usual rate, so that short
texts lean less. Only `completeness` knows which text is longer, and its weight is bounded.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from newstemma.lineage.evidence import Signal, evidence, rarest_of, weight_of
from newstemma.lineage.outlets import credited, published_by
from newstemma.lineage.precedence import is_later
from newstemma.lineage.profile import Profile
from newstemma.lineage.style import Style
from newstemma.records import Evidence, Found, Span
from newstemma.text.segment import words

__all__ = [
    "DIRECTION_SIGNALS",
    "asides",
    "commentary",
    "completeness",
    "credit",
    "days",
    "long_words",
    "lost_names",
    "lost_numbers",
    "lost_quotations",
    "lost_rarities",
    "published",
    "short_words",
    "usual_length",
    "voice",
]


# --- what the one has and the other lacks ------------------------------------------------


def lost_names(child: Profile, parent: Profile) -> Evidence | None:
    """Names that only the parent has: retelling drops or generalises them, seldom adds one."""
    return _lost("lost-names", child, parent, lambda p: p.names, usual=0.2)


def lost_numbers(child: Profile, parent: Profile) -> Evidence | None:
    """Numbers that only the parent has: retelling drops or rounds them."""
    return _lost("lost-numbers", child, parent, lambda p: p.numbers, usual=0.05)


def lost_rarities(child: Profile, parent: Profile) -> Evidence | None:
    """Rare words that only the parent has: retelling puts commoner ones in their place."""
    return _lost("lost-rarities", child, parent, lambda p: p.rare, usual=0.25)


def lost_quotations(child: Profile, parent: Profile) -> Evidence | None:
    """Words that only the parent quotes: retelling cuts quotations or turns them indirect."""
    cut, added = parent.quoted - child.quoted, child.quoted - parent.quoted
    if not cut and not added:
        return None
    score = _lean((len(cut), parent.size), (len(added), child.size), usual=0.05, shrink=100)
    note = f"{len(cut)} words are quoted in the parent only, {len(added)} in the child only"
    return evidence("lost-quotations", score, note, _place(child, added), _place(parent, cut))


def long_words(child: Profile, parent: Profile) -> Evidence | None:
    """Longer words in the child's own wording: retelling moves up to a formal register."""
    own, theirs = child.content.difference(parent.weights), parent.content.difference(child.weights)
    if not own or not theirs:
        return None
    score = _mean_length(child, own) - _mean_length(parent, theirs)
    note = f"the words that the child has alone are longer by {score:.1f} letters"
    longest = max(own, key=lambda stem: (child.letters[stem], stem))
    return evidence("long-words", score, note, child.span(longest))


def completeness(child: Profile, parent: Profile) -> Evidence | None:
    """Whether the parent has more that the child lacks than the other way round."""
    if child.content.isdisjoint(parent.weights):
        return None
    own = weight_of(child, child.content.difference(parent.weights))
    theirs = weight_of(parent, parent.content.difference(child.weights))
    score = math.log((theirs + _LITTLE) / (own + _LITTLE))
    note = f"the parent tells {theirs:.0f} nats that the child lacks, the child {own:.0f}"
    return evidence("completeness", max(-2.0, min(2.0, score)), note)


# --- how the two are told ----------------------------------------------------------------


def voice(child: Profile, parent: Profile) -> Evidence | None:
    """Contractions, "I", "we" and "you", exclamations, questions: retelling smooths them away."""
    return _told("voice", child, parent, lambda style: style.spoken, usual=0.03)


def asides(child: Profile, parent: Profile) -> Evidence | None:
    """Brackets, dashes, colons and dots: retelling straightens its sentences."""
    return _told("asides", child, parent, lambda style: style.asides, usual=0.01)


def days(child: Profile, parent: Profile) -> Evidence | None:
    """Words like "today" and "Monday": a report knows its day, a retelling tends to lose it."""
    return _told("days", child, parent, lambda style: style.days, usual=0.005)


def commentary(child: Profile, parent: Profile) -> Evidence | None:
    """Words that sum up and weigh ("highlighting", "concerns"): retelling adds them."""
    return _against(_told("commentary", child, parent, lambda s: s.commentary, usual=0.04))


def short_words(child: Profile, parent: Profile) -> Evidence | None:
    """Words of three letters or fewer: written speech has many, a retelling fewer."""
    return _told("short-words", child, parent, lambda style: style.short_words, usual=0.4)


def usual_length(child: Profile, parent: Profile) -> Evidence | None:
    """Sentences nearer to the usual length: retelling cuts endless ones and joins scraps."""
    score = parent.style.oddity - child.style.oddity
    if not score:
        return None
    note = f"mean sentence length is {parent.style.oddity:.0%} off the usual in the parent, "
    return evidence("usual-length", score, note + f"{child.style.oddity:.0%} in the child")


# --- what the articles declare -------------------------------------------------------------


def credit(child: Profile, parent: Profile) -> Evidence | None:
    """The child credits or names the parent's publisher ("Source: X", "told X")."""
    there, back = _credited(child, parent), _credited(parent, child)
    if (there is None) == (back is None):
        return None
    score = 1.0 if there else -1.0
    who = "child names the parent's" if there else "parent names the child's"
    here = there.span if there else None
    return evidence("credit", score, f"the {who} publisher", here, back.span if back else None)


def published(child: Profile, parent: Profile) -> Evidence | None:
    """Which was published first, as far as both articles state it; equal dates say nothing."""
    own, theirs = child.witness.article, parent.witness.article
    score = float(is_later(own, theirs)) - float(is_later(theirs, own))
    if not score or own.published is None or theirs.published is None:
        return None
    note = f"published {own.published.value} (child) and {theirs.published.value} (parent)"
    return evidence("published", score, note, own.published.span, theirs.published.span)


DIRECTION_SIGNALS: tuple[Signal, ...] = (
    lost_names,
    lost_numbers,
    lost_rarities,
    lost_quotations,
    long_words,
    completeness,
    voice,
    asides,
    days,
    commentary,
    short_words,
    usual_length,
    credit,
    published,
)


# --- arithmetic ----------------------------------------------------------------------------

_LITTLE = 30.0  # nats: half a dozen words
_WORDS = 10.0  # of each side's own, before a share among them is believed
_LENGTH = 7.0  # letters of a content word
_FEW = 3.0  # marks before their rate is believed
_TOO_FEW = 40.0  # words, for marks that are common


def _lost(
    signal: str,
    child: Profile,
    parent: Profile,
    of: Callable[[Profile], frozenset[str]],
    *,
    usual: float,
) -> Evidence | None:
    """How common such words are among those that only the parent has, against only the child."""
    child_only = child.content.difference(parent.weights)
    parent_only = parent.content.difference(child.weights)
    lost, added = of(parent) & parent_only, of(child) & child_only
    if not lost and not added:
        return None
    score = _lean(
        (len(lost), len(parent_only)), (len(added), len(child_only)), usual=usual, shrink=_WORDS
    )
    note = f"{len(lost)} of {len(parent_only)} words that only the parent has, "
    note += f"{len(added)} of {len(child_only)} that only the child has"
    return evidence(signal, score, note, _place(child, added), _place(parent, lost))


def _told(
    signal: str,
    child: Profile,
    parent: Profile,
    marks: Callable[[Style], tuple[Span, ...]],
    *,
    usual: float,
) -> Evidence | None:
    """How often such marks stand in the parent, against the child."""
    there, here = marks(parent.style), marks(child.style)
    if not there and not here:
        return None
    shrink = max(_FEW / usual, _TOO_FEW)
    score = _lean((len(there), parent.size), (len(here), child.size), usual=usual, shrink=shrink)
    note = f"{len(there)} in the parent's {parent.size} words, {len(here)} in the child's "
    return evidence(signal, score, note + str(child.size), _first(here), _first(there))


def _lean(parent: tuple[int, int], child: tuple[int, int], *, usual: float, shrink: float) -> float:
    """How many times as frequent something is in the parent, as a logarithm.

    Both are (count, out of how many); `shrink` is the weight of the usual rate, in words.
    """

    def rate(count: int, size: int) -> float:
        return (count + usual * shrink) / (size + shrink)

    return math.log(rate(*parent) / rate(*child))


def _against(found: Evidence | None) -> Evidence | None:
    """The same, where it is the child that is expected to have more."""
    return None if found is None else replace(found, score=-found.score)


def _place(profile: Profile, stems: Collection[str]) -> Span | None:
    return profile.span(rarest_of(profile, stems)) if stems else None


def _first(spans: tuple[Span, ...]) -> Span | None:
    return spans[0] if spans else None


def _mean_length(profile: Profile, stems: Collection[str]) -> float:
    total = sum(map(profile.letters.__getitem__, stems))
    return (total + _LENGTH * _WORDS) / (len(stems) + _WORDS)


def _credited(child: Profile, parent: Profile) -> Found | None:
    """Where the child credits the parent's publisher, or names it in its report."""
    own, publisher = child.witness.article, parent.witness.article.publisher
    if publisher is None:
        return None
    if published_by(parent.witness.article) in credited(own):
        return own.credit or own.byline
    if published_by(own) == published_by(parent.witness.article):
        return None  # an outlet that names itself
    report = child.witness.words
    name = [word.key for word in words(publisher.value)]
    at = _within(name, [word.key for word in report])
    if not at:
        return None
    return Found(value=publisher.value, span=Span(report[at[0]].start, report[at[-1]].end))


def _within(name: Sequence[str], keys: Sequence[str]) -> range:
    """Where the words of `name` stand in `keys`; an empty range if nowhere.

    No key holds a line break, so lines are searched for lines, which takes linear time.
    """
    lines, wanted = "\n".join(["", *keys, ""]), "\n".join(["", *name, ""])
    at = lines.find(wanted) if name else -1
    if at < 0:
        return range(0)
    start = lines.count("\n", 0, at)
    return range(start, start + len(name))
