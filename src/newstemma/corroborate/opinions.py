"""Which clauses only judge, feel or wish: they may name somebody, and nobody could check them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from newstemma.collate.stems import stem
from newstemma.records import ArgumentRole, Clause

__all__ = ["is_opinion"]


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, text.split()))


_SPEAKERS = frozenset({"i", "we"})
_FEELING = frozenset(
    "think believe feel hope wish want love like hate thank prefer wonder guess suppose fear dread "
    "admire respect trust doubt regret deserve care mind dream pray appreciate enjoy miss".split()
)
_CALLING = frozenset(
    "call brand label dub describe portray depict characterize characterise deem liken".split()
)
_LINKING = frozenset("be seem appear look sound feel become remain".split())
_WISHING = re.compile(r"\b(?:would|i['’]d|we['’]d) (?:rather|sooner)\b", re.IGNORECASE)
# What somebody or something is in the eyes of whoever says so. Written by hand, and read on
# `ecbplus/` and the seeds, where it alone leaves out 292 of 32,303 clauses: of 30 of these, drawn
# with a fixed seed, 27 judge, feel, or say that nothing is known.
_JUDGED = _stems(
    "good bad great terrible horrible awful wonderful amazing incredible fantastic excellent "
    "brilliant superb outstanding remarkable impressive magnificent perfect beautiful ugly "
    "shameful disgraceful disgusting despicable outrageous scandalous appalling dreadful "
    "ridiculous absurd stupid foolish silly crazy insane pathetic sad tragic unfortunate lucky "
    "proud happy important interesting exciting boring clear obvious unclear unfair fair unjust "
    "just wrong right reasonable unreasonable unacceptable acceptable inexcusable necessary "
    "unnecessary vital crucial essential wise unwise smart clever brave cowardly heroic cruel "
    "evil vile wicked reckless irresponsible greedy corrupt arrogant cynical hypocritical "
    "incompetent dangerous worrying alarming frightening scary shocking surprising disappointing "
    "encouraging inspiring promising hopeful hopeless thrilled excited delighted glad pleased "
    "honored honoured grateful ideal disgrace shame joke farce tragedy disaster catastrophe "
    "nightmare mess scandal outrage insult mockery hero legend genius fool coward liar monster "
    "genuine honest dishonest humble kind nice tough hard easy difficult special unique best "
    "worst better worse pity blessing honour honor privilege mistake blunder success failure fun"
)


def is_opinion(text: str, clause: Clause, exact: Sequence[int]) -> bool:
    """Whether a clause is what somebody feels, wishes or thinks of another, and no more.

    `exact` is where the numbers and times of the text start, in order: what has one in it can be
    checked, whatever else it says.
    """
    if bisect_left(exact, clause.span.start) < bisect_left(exact, clause.span.end):
        return False
    if _WISHING.search(text, clause.span.start, clause.span.end):
        return True
    agents = {one.lemma.lower() for one in clause.filling(ArgumentRole.AGENT)}
    if clause.lemma in _FEELING:
        return bool(agents & _SPEAKERS)
    if clause.lemma in _CALLING:
        return any(True for _ in clause.filling(ArgumentRole.PATIENT))
    return clause.lemma in _LINKING and _is_judged(text, clause)


def _is_judged(text: str, clause: Clause) -> bool:
    """Whether what something is said to be is a word of judgement."""
    told = [clause.predicate, *(a.head for a in clause.filling(ArgumentRole.ATTRIBUTE))]
    return any(stem(span.of(text).lower()) in _JUDGED for span in told)
