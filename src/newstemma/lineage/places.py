"""A better place for single texts in a tree: few texts are retold more than once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from newstemma.lineage.closeness import Matrix

__all__ = ["settled"]

Moves = Mapping[int, int]
"""New parents of the texts that get another."""

# In nats. Set on `rewrite_chains/` by `bench.chains`, the first from 0, .5, 1, 2, 4 and the other
# from 0, .5, .8, 1.2, 1.6; with none of it .05 fewer parents are right.
_SECOND_CHILD = 2.0  # the price of each child of a text after its first
_FIRST_CHILD = 1.6  # the price of each child of the root
_TRIED = 16  # likeliest parents of a text that are tried: the cost of a round stays bounded
_LEAST = 1e-9  # gain below which a move is none


def settled(tree: Mapping[int, int], worth: Matrix) -> dict[int, int]:
    """The tree after the best moves, one by one, until none gains.

    `tree` gives the parent of each but the root, `worth` the log-probability of [parent, child].
    """
    found = dict(tree)
    near = _near(worth)
    while True:
        children = Counter(found.values())
        gain, moves = max(
            ((_gain(moves, found, children, worth), moves) for moves in _moves(found, near)),
            key=lambda move: (move[0], sorted(move[1].items())),
            default=(0.0, {}),
        )
        if gain <= _LEAST:
            return found
        found.update(moves)


def _near(worth: Matrix) -> list[list[int]]:
    """The likeliest parents of each text: the places worth a try."""
    order = np.argsort(-worth, axis=0, kind="stable")[:_TRIED]
    return [[int(parent) for parent in column] for column in order.T]


def _moves(tree: Mapping[int, int], near: Sequence[Sequence[int]]) -> Iterator[Moves]:
    """Another parent for a text and all below it; another place for it alone."""
    for text in sorted(tree):
        below = _below(text, tree)
        left = {child: tree[text] for child in sorted(tree) if tree[child] == text}
        for other in near[text]:
            if other not in below:
                yield {text: other}
            if other != text and left:
                yield left | {text: other}
            if other in tree and other != text:
                above = tree[text] if tree[other] == text else tree[other]
                yield left | {text: above, other: text}


def _below(text: int, tree: Mapping[int, int]) -> set[int]:
    """The text and all that come from it."""
    below = {text}
    for other in tree:
        line = []
        while other in tree and other not in below:
            line.append(other)
            other = tree[other]
        if other in below:
            below.update(line)
    return below


def _gain(
    moves: Moves, tree: Mapping[int, int], children: Mapping[int, int], worth: Matrix
) -> float:
    gain = sum(worth[new, text] - worth[tree[text], text] for text, new in moves.items())
    more = Counter(moves.values())
    more.subtract(tree[text] for text in moves)
    price = 0.0
    for parent, change in more.items():
        known = children.get(parent, 0)
        price += _price(parent, known + change, tree) - _price(parent, known, tree)
    return float(gain - price)


def _price(parent: int, children: int, tree: Mapping[int, int]) -> float:
    if parent not in tree:
        return _FIRST_CHILD * children
    return _SECOND_CHILD * max(children - 1, 0)
