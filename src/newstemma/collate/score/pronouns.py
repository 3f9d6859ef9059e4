"""Deducts pronouns: each tells less than the name that it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstemma.collate.lines import Line
from newstemma.collate.score.deduction import Deduction, Ground
from newstemma.collate.score.sources import Sources

__all__ = ["pronouns"]

_PRONOUNS = frozenset("he she they him them her his hers their theirs it its".split())


_MALE, _FEMALE = (frozenset(words.split()) for words in ("he him his", "she her hers"))


def pronouns(lines: Sequence[Line], sources: Sources) -> Iterator[Deduction]:
    """Each pronoun, more where it opens a sentence, where nobody was named before it, and where
    the parents speak of the other gender alone.
    """
    strange = _strange(sources)
    named = False
    for line in lines:
        first = min(line.named, default=len(line.words))
        opening = next((n for n, weight in enumerate(line.weights) if weight), len(line.words))
        for n, word in enumerate(line.words):
            if word.key in _PRONOUNS:
                yield Deduction(ground=Ground.PRONOUN, amount=1.0, child_span=word.span)
                if n < opening:
                    yield Deduction(ground=Ground.OPEN_PRONOUN, amount=1.0, child_span=word.span)
                if not named and n < first:
                    yield Deduction(ground=Ground.LOST_PRONOUN, amount=1.0, child_span=word.span)
            if word.key in strange:
                yield Deduction(ground=Ground.OTHER_PRONOUN, amount=1.0, child_span=word.span)
        named = named or first < len(line.words)


def _strange(sources: Sources) -> frozenset[str]:
    """The pronouns of a gender that the parents never use, where they use the other."""
    for own, other in ((_MALE, _FEMALE), (_FEMALE, _MALE)):
        if own & sources.keys and not other & sources.keys:
            return other
    return frozenset()
