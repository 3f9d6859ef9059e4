"""How far a text can be vouched for by its parents: one number, summed from what the judges say.

For sorting only; it is never shown without the variants that it was summed from.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from newstemma.collate.lines import Line, lines_of
from newstemma.collate.support import Places, are_near, is_near, places_of
from newstemma.records import MentionKind, Severity, Variant, VariantKind, Witness
from newstemma.text.rarity import UNKNOWN

__all__ = ["WEIGHTS", "faithfulness"]

# What a finding costs, by severity, and what words cost that the parents do not have together.
# Set by hand; the others chosen on the open half of `bump/` (`make bench-variants`).
WEIGHTS = {Severity.MEANING: 1.5, Severity.DETAIL: 0.75, Severity.WORDING: 0.3}
_NEW_WORD = 1.0  # times its rarity as a share of the highest
_TORN_PAIR = 0.25  # neighbouring content words that stand near each other in no parent
_ALONE = 0.5  # times the share of its neighbours that a word is without
_UNKNOWN_SHARE = 30.0  # times the share of all words that no parent has,
_PARTED_SHARE = 20.0  # and of pairs of words that no parent has in this order close by
_CLOSE = 4  # words
_PRONOUN = 0.1  # in place of a name
_LOST_PRONOUN = 0.6  # the same where nobody was named before

_NEIGHBOURS = 3  # content words on each side
_PRONOUNS = frozenset("he she they him her them his their hers theirs it its".split())
_SILENT = frozenset({VariantKind.KEPT, VariantKind.OMITTED})


def faithfulness(child: Witness, parents: Sequence[Witness], variants: Iterable[Variant]) -> float:
    """The faithfulness of `child` to its `parents`, in [0, 1]; 1 where nothing speaks against it.

    `variants` are those between them. What is summed, per sentence: the findings by severity,
    words that no parent has, words whose neighbours no parent has near them, pronouns; and over
    the whole text the plain shares of unknown words and of pairs that no parent has.
    """
    lines = lines_of(child)
    if not lines:
        return 1.0
    sources = [line for parent in parents for line in lines_of(parent)]
    places = places_of(sources)
    found = sum(WEIGHTS[v.severity] for v in variants if v.kind not in _SILENT)
    cost = found + sum(_words_cost(line, places) for line in lines) + _pronouns_cost(lines)
    return 1 / (1 + cost / len(lines) + _plain_cost(lines, sources))


def _plain_cost(lines: Sequence[Line], sources: Sequence[Line]) -> float:
    """What the shares of unknown words and of pairs that no parent has cost, grammar included."""
    keys = frozenset(word.key for line in sources for word in line.words)
    stems = [key for line in sources for key in line.stems]
    close = {
        pair for step in range(1, _CLOSE + 1) for pair in zip(stems, stems[step:], strict=False)
    }
    size = sum(len(line.words) for line in lines)
    new = sum(word.key not in keys for line in lines for word in line.words)
    parted = sum(pair not in close for line in lines for pair in pairwise(line.stems))
    return (_UNKNOWN_SHARE * new + _PARTED_SHARE * parted) / size


def _words_cost(line: Line, places: Places) -> float:
    content = [n for n, weight in enumerate(line.weights) if weight]
    new = sum(line.weights[n] / UNKNOWN for n in content if line.stems[n] not in places)
    torn = sum(not are_near(line.stems[a], line.stems[b], places) for a, b in pairwise(content))
    stems = [line.stems[n] for n in content]
    alone = sum(_alone(stems, n, places) for n in range(len(stems)))
    return _NEW_WORD * new + _TORN_PAIR * torn + _ALONE * alone


def _alone(stems: Sequence[str], at: int, places: Places) -> float:
    """The share of a word's neighbours that stand near it at the best of its places."""
    near = [*stems[max(at - _NEIGHBOURS, 0) : at], *stems[at + 1 : at + 1 + _NEIGHBOURS]]
    there = places.get(stems[at], ())
    if not near or not there:
        return 0.0
    best = max(sum(is_near(key, place, places) for key in near) for place in there)
    return 1 - best / len(near)


def _pronouns_cost(lines: Sequence[Line]) -> float:
    """A pronoun tells less than the name that it stands for, and nothing before any name."""
    cost, named = 0.0, False
    for line in lines:
        names = [m.span.start for m in line.of_kind(MentionKind.NAME)]
        for word in line.words:
            if word.key in _PRONOUNS:
                known = named or any(start < word.start for start in names)
                cost += _PRONOUN if known else _LOST_PRONOUN
        named = named or bool(names)
    return cost
