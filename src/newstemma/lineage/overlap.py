"""What two texts have in common word for word, and how much of it is quotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newstemma.lineage.cover import cover
from newstemma.records import Witness
from newstemma.reuse.passages import Passage, passages

__all__ = ["Overlap", "overlap"]

_LONG = 10  # words in a row that two people do not write by chance
_NEAR = 5  # words between two passages of one block, in both texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """The passages that two witnesses share.

    `quoted` counts the shared words inside quotations, `blocks` the words of each stretch
    outside them: passages near each other in both texts that hold ten words in a row.
    """

    runs: tuple[Passage, ...]
    quoted: int
    blocks: tuple[int, ...]


def overlap(left: Witness, right: Witness) -> Overlap:
    """Compares two witnesses word for word."""
    runs = passages(left, right)
    spoken = cover(quotation.span for quotation in right.quotations)
    outside = [run for run in runs if not spoken.holds(run.right)]
    words = sum(run.length for run in runs) - sum(run.length for run in outside)
    return Overlap(runs=runs, quoted=words, blocks=tuple(_blocks(outside)))


def _blocks(runs: Sequence[Passage]) -> Iterator[int]:
    block: list[Passage] = []
    for run in runs:
        if block and not _is_next(block[-1], run):
            yield from _long(block)
            block = []
        block.append(run)
    yield from _long(block)


def _is_next(run: Passage, after: Passage) -> bool:
    gaps = (
        after.left_word - run.left_word - run.length,
        after.right_word - run.right_word - run.length,
    )
    return all(-run.length < gap <= _NEAR for gap in gaps)


def _long(block: Iterable[Passage]) -> Iterator[int]:
    lengths = [run.length for run in block]
    if max(lengths, default=0) >= _LONG:
        yield sum(lengths)
