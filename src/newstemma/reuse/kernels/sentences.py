"""Aligns the sentences of many pairs of texts, many-to-one and order-aware, compiled.

Each sentence of the retelling is compared with those of the source by the cosine of weighted
words, through an inverted index, and its best few go into a dynamic program (Viterbi) in which
a jump costs and a step to the same or the next sentence does not. So one sentence may be split
into several, and a retelling may reorder; a sentence that joins two neighbours gets both. A word
counts in the product by its weight, not the square: of a sentence mostly put in other words what
is left are common ones. Time grows with the words, not with their square.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit

from newstemma.reuse.kernels.table import (
    COUNT,
    LAST,
    TURN,
    Flags,
    Floats,
    Ints,
    Keys,
    Table,
    Words,
    empty_table,
    enter,
    grown,
    longest_of,
    mask_of,
    slot_of,
)

__all__ = ["BEST", "Links", "Sentences", "align_sentences", "best_path"]

# Set on generated sentences by `bench/alignment.py`.
_LEAST_WEIGHT = np.float32(0.02)  # nats; a more common word aligns nothing
_PLACES = 32  # sentences of the source that one word may lead to, the first ones
BEST = 8  # sentences of the source that one of the retelling may choose from
_JUMP = np.float32(0.06)  # of cosine, for leaving the order of the source
_STEP = np.float32(0.005)  # of cosine, for each sentence of the source that is passed over
_NONE = np.float32(0.02)  # cosine below which a sentence rests on nothing
_JOINED = np.float32(0.9)  # of the cosine, that two neighbours together must reach

_LEAST_MASS = np.float32(20.0)  # four rare words: a text with less is measured against that


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """The words of many texts, cut into sentences.

    Text t has the words `starts[t]` to `starts[t + 1]`, each with a `key` and a `weight` in
    nats, and the sentences `rows[t]` to `rows[t + 1]`, each with its `first` word in the text.
    A word that is not `own`, boilerplate, needs no source.
    """

    starts: Ints
    key: Keys
    weight: Floats
    own: Flags
    rows: Ints
    first: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What became of the sentences of some pairs.

    Parallel arrays, a row for each link: its `pair`, a sentence of the `source` and one of the
    `retelling`; in the order of the pairs, and in a pair in the order of the retelling. And a
    row for each pair: `support`, the share of the retelling's weight that stands in the
    sentences it rests on.
    """

    pair: Words
    source: Words
    retelling: Words
    support: Floats


def align_sentences(texts: Sentences, pairs: Ints, aside: Ints) -> Links:
    """For each sentence of each retelling, the sentences of the source it rests on, if any.

    `pairs` has two columns, a source and a retelling; pairs sorted by source are faster. `aside`
    are stretches of retellings to look past, in the order of the pairs: a pair, a first word and
    the one behind the last.
    """
    known = _weigh(texts.starts, texts.key, texts.weight, texts.rows, texts.first)
    rows, support = _align((texts.starts, texts.rows), texts.key, texts.own, known, pairs, aside)
    return Links(
        pair=rows[:, 0],
        source=rows[:, 1],
        retelling=rows[:, 2],
        support=support,
    )


# Parallel to the words, the number of a word's sentence in its text and the word's weight, 0 where
# it is too common or not the first of its kind in the sentence; parallel to the sentences, the
# root of the sum of the weights.
_Known = tuple[Words, Floats, Floats]
# A row for each sentence of the retelling, of the best sentences of the source: their numbers
# (-1 behind the last one), the cosines, and whether the one before and after belong with it.
_Choices = tuple[Words, Floats, Flags]
_Text = tuple[Keys, Words, Floats, Floats]  # of one text, the keys and what is known
_Index = tuple[Table, Words, int]  # the table, for each word the place before it, the turn


@njit(cache=True, nogil=True)
def _weigh(starts: Ints, key: Keys, weight: Floats, rows: Ints, first: Words) -> _Known:
    sentence = np.empty(len(key), np.int32)
    mass = np.zeros(len(key), np.float32)
    norm = np.zeros(len(first), np.float32)
    table = empty_table(longest_of(starts, np.arange(len(starts) - 1)))
    for text in range(len(starts) - 1):
        mask = mask_of(starts[text + 1] - starts[text])
        row = rows[text] - 1
        for word in range(starts[text], starts[text + 1]):
            if row + 1 < rows[text + 1] and first[row + 1] == word - starts[text]:
                row += 1
            sentence[word] = row - rows[text]
            if weight[word] >= _LEAST_WEIGHT:
                slot = enter(table, key[word], text + 1, mask)
                if table[1][slot, LAST] != sentence[word]:
                    table[1][slot, LAST] = sentence[word]
                    mass[word] = weight[word]
                    norm[row] += mass[word]
    return sentence, mass, np.sqrt(norm)


@njit(cache=True, nogil=True)
def _align(
    starts: tuple[Ints, Ints], key: Keys, own: Flags, known: _Known, pairs: Ints, aside: Ints
) -> tuple[Words, Floats]:
    longest = longest_of(starts[0], pairs[:, 0])
    table = empty_table(longest)
    before = np.empty(longest, np.int32)
    shared = np.zeros(longest_of(starts[1], pairs[:, 0]), np.float32)
    links = np.empty((0, 3), np.int32)
    support = np.zeros(len(pairs), np.float32)
    count = 0
    turn = 0
    passed = 0
    for pair in range(len(pairs)):
        source = _text(starts, key, known, pairs[pair, 0])
        retelling = _text(starts, key, known, pairs[pair, 1])
        if not pair or pairs[pair, 0] != pairs[pair - 1, 0]:
            turn += 1
            _index(source, table, before, turn)
        counted, passed = _counted(own, starts[0], pairs, pair, aside, passed)
        choices, norm = _choices(source, retelling, counted, (table, before, turn), shared)
        path = best_path(choices[0], choices[1])
        if len(links) < count + 3 * len(path):
            links = grown(links, count, count + 3 * len(path))
        end = count + _links(choices, path, links[count:])
        links[count:end, 0] = pair
        support[pair] = _support(source[3], norm, choices, path)
        count = end
    return links[:count], support


@njit(cache=True, nogil=True)
def _counted(
    own: Flags, starts: Ints, pairs: Ints, pair: int, aside: Ints, passed: int
) -> tuple[Flags, int]:
    """Which words of a retelling count, and how many rows of `aside` are done with."""
    text = pairs[pair, 1]
    counted = own[starts[text] : starts[text + 1]].copy()
    while passed < len(aside) and aside[passed, 0] <= pair:
        if aside[passed, 0] == pair:
            counted[aside[passed, 1] : aside[passed, 2]] = False
        passed += 1
    return counted, passed


@njit(cache=True, nogil=True)
def _text(starts: tuple[Ints, Ints], key: Keys, known: _Known, text: int) -> _Text:
    words = slice(starts[0][text], starts[0][text + 1])
    sentences = slice(starts[1][text], starts[1][text + 1])
    return key[words], known[0][words], known[1][words], known[2][sentences]


@njit(cache=True, nogil=True)
def _index(source: _Text, table: Table, before: Words, turn: int) -> None:
    """Enters the words of the source: their first sentences, each with the one before it."""
    key, _, mass, _ = source
    mask = mask_of(len(key))
    for word in range(len(key)):
        if mass[word] > 0:
            slot = enter(table, key[word], turn, mask)
            if table[1][slot, COUNT] < _PLACES:
                before[word] = table[1][slot, LAST]
                table[1][slot, LAST] = word
                table[1][slot, COUNT] += 1


@njit(cache=True, nogil=True)
def _choices(
    source: _Text, retelling: _Text, counted: Flags, index: _Index, shared: Floats
) -> tuple[_Choices, Floats]:
    """The sentences of the source that each sentence of the retelling may rest on, and the
    norms of the latter, of the words that count.

    `shared` has a row of zeros for each sentence of the source, before and after.
    """
    rows = len(retelling[3])
    place = np.full((rows, BEST), -1, np.int32)
    cosine = np.zeros((rows, BEST), np.float32)
    joined = np.zeros((rows, BEST, 2), np.bool_)
    norm = np.zeros(rows, np.float32)
    touched = np.empty(len(source[3]), np.int32)
    word = 0
    for row in range(rows):
        count = 0
        mass = np.float32(0)
        while word < len(counted) and retelling[1][word] == row:
            if counted[word] and retelling[2][word] > 0:
                mass += retelling[2][word]
                count = _share(source, retelling, word, index, (shared, touched, count))
            word += 1
        norm[row] = np.sqrt(mass)
        for at in touched[:count]:
            _keep(place[row], cosine[row], at, shared[at] / (source[3][at] * norm[row]))
        for best in range(BEST):
            if place[row, best] >= 0:
                _join(source[3], shared, place[row, best], joined[row, best])
        shared[touched[:count]] = 0
    return (place, cosine, joined), norm


@njit(cache=True, nogil=True)
def _share(
    source: _Text, retelling: _Text, word: int, index: _Index, found: tuple[Floats, Words, int]
) -> int:
    """Adds a word of the retelling to what its sentence shares with those of the source."""
    key, _, mass, _ = retelling
    table, before, turn = index
    shared, touched, count = found
    slot = slot_of(table, key[word], turn, mask_of(len(source[0])))
    place = table[1][slot, LAST] if table[1][slot, TURN] == turn else -1
    while place >= 0:
        at = source[1][place]
        if shared[at] == 0:
            touched[count] = at
            count += 1
        shared[at] += mass[word]
        place = before[place]
    return count


@njit(cache=True, nogil=True)
def _keep(place: Words, cosine: Floats, at: int, alike: np.float32) -> None:
    """Keeps a sentence among the best of a row, the earlier of equals first."""
    here = len(place)
    while here and (
        place[here - 1] < 0
        or cosine[here - 1] < alike
        or (cosine[here - 1] == alike and place[here - 1] > at)
    ):
        here -= 1
        if here + 1 < len(place):
            place[here + 1] = place[here]
            cosine[here + 1] = cosine[here]
    if here < len(place):
        place[here] = at
        cosine[here] = alike


@njit(cache=True, nogil=True)
def _join(norms: Floats, shared: Floats, at: int, joined: Flags) -> None:
    """Notes which of the sentences beside `at` the row holds too."""
    common, mass = shared[at], norms[at] * norms[at]
    for side in range(2):
        beside = at + 2 * side - 1
        if 0 <= beside < len(norms) and shared[beside] > 0:
            together = common + shared[beside]
            size = mass + norms[beside] * norms[beside]
            if together / np.sqrt(size) >= _JOINED * common / np.sqrt(mass):
                joined[side] = True
                common, mass = together, size


@njit(cache=True, nogil=True)
def best_path(place: Words, cosine: Floats) -> Words:
    """For each sentence of the retelling which of its choices it rests on, or `BEST` for none.

    `place` and `cosine` have a row for each, its choices best first: see `_Choices`.
    """
    states = BEST + 1
    back = np.zeros((len(place), states), np.int32)
    score = np.zeros(states, np.float32)
    at = np.full(states, -1, np.int32)  # where in the source each way stands
    for row in range(len(place)):
        after = np.full(states, -np.inf, np.float32)
        moved = at.copy()
        for state in range(states):
            if state < BEST and place[row, state] < 0:
                continue
            aim = place[row, state] if state < BEST else -1
            alike = cosine[row, state] if state < BEST else _NONE
            best = 0
            for way in range(states):
                value = score[way] + alike - _cost(at[way], aim)
                if value > after[state]:
                    after[state] = value
                    best = way
            back[row, state] = best
            moved[state] = aim if aim >= 0 else at[best]
        score, at = after, moved
    return _followed(back, int(np.argmax(score)))


@njit(cache=True, nogil=True)
def _cost(at: int, aim: int) -> np.float32:
    """Of going on with sentence `aim` of the source after sentence `at`; -1 is nowhere."""
    if at < 0 or aim < 0 or at <= aim <= at + 1:
        return np.float32(0)
    return _JUMP if aim < at else min(_JUMP, _STEP * (aim - at - 1))


@njit(cache=True, nogil=True)
def _followed(back: Words, state: int) -> Words:
    path = np.empty(len(back), np.int32)
    for row in range(len(back) - 1, -1, -1):
        path[row] = state
        state = back[row, state]
    return path


@njit(cache=True, nogil=True)
def _links(choices: _Choices, path: Words, links: Words) -> int:
    """Writes down the sentences that the path goes through, and returns how many."""
    place, _, joined = choices
    count = 0
    for row in range(len(path)):
        if path[row] == BEST:
            continue
        for step in range(-1, 2):
            if step and not joined[row, path[row], (step + 1) // 2]:
                continue
            links[count, 1] = place[row, path[row]] + step
            links[count, 2] = row
            count += 1
    return count


@njit(cache=True, nogil=True)
def _support(source: Floats, norm: Floats, choices: _Choices, path: Words) -> np.float32:
    """The share of the retelling's weight that its best sentences of the source hold."""
    place, cosine, _ = choices
    held = np.float32(0)
    whole = np.float32(0)
    for row in range(len(path)):
        whole += norm[row] * norm[row]
        if path[row] < BEST:
            held += cosine[row, path[row]] * source[place[row, path[row]]] * norm[row]
    return held / max(whole, _LEAST_MASS)
