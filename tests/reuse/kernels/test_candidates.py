"""Who is paired with whom, and why."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("numba")

from newstemma.reuse.kernels.candidates import Candidates, candidates_of
from newstemma.reuse.kernels.furniture import own_words
from newstemma.reuse.kernels.tokens import tokens

SYLLABLES = "ba de fi go lu ma ne pi ro su ta ve wi zo ka".split()


def invented(dice: Random, size: int) -> str:
    return " ".join("".join(dice.choices(SYLLABLES, k=4)) for _ in range(size))


def pairs_of(found: Candidates) -> set[tuple[int, int]]:
    return set(zip(found.left.tolist(), found.right.tolist(), strict=True))


def components(found: Candidates, texts: int) -> int:
    family = list(range(texts))

    def root(text: int) -> int:
        while family[text] != text:
            family[text] = family[family[text]]
            text = family[text]
        return text

    for left, right in pairs_of(found):
        family[root(left)] = root(right)
    return len({root(text) for text in range(texts)})


def test_unrelated_texts_are_no_candidates() -> None:
    dice = Random(1)
    assert not len(candidates_of([invented(dice, 120) for _ in range(40)]).left)


def test_copies_are_exact_and_paired_with_the_first_of_them() -> None:
    dice = Random(2)
    text = invented(dice, 80)
    found = candidates_of([invented(dice, 80), text, invented(dice, 80), text.upper(), text])
    assert pairs_of(found) == {(1, 3), (1, 4)}
    assert found.exact.all()


def test_a_shared_sentence_makes_candidates_by_its_grams() -> None:
    dice = Random(3)
    shared = invented(dice, 16)
    texts = [invented(dice, 150) for _ in range(20)]
    texts[4] += " " + shared
    texts[9] = shared + " " + texts[9]
    found = candidates_of(texts)
    assert pairs_of(found) == {(4, 9)}
    assert found.grams[0] >= 3
    assert not found.exact[0]


def test_a_rewrite_is_found_by_the_company_its_rare_words_keep() -> None:
    dice = Random(4)
    texts = [invented(dice, 100) for _ in range(30)]
    source = texts[7].split()
    kept = [word for word in source if dice.random() < 0.6]
    texts.append(" of the ".join(kept))
    found = candidates_of(texts)
    assert pairs_of(found) == {(7, 30)}
    assert found.grams[0] == 0
    assert found.words[0] > 0.2


def test_a_text_without_spaces_meets_its_rewrite() -> None:
    dice = Random(5)
    characters = [chr(code) for code in range(0x4E00, 0x5800)]
    texts = ["".join(dice.choices(characters, k=200)) for _ in range(10)]
    texts.append("".join(texts[3][i : i + 12] + dice.choice(characters) for i in range(0, 200, 20)))
    assert pairs_of(candidates_of(texts)) == {(3, 10)}


def test_a_passage_that_most_texts_hold_still_joins_them_into_one_family() -> None:
    dice = Random(6)
    passage = invented(dice, 45)
    texts = [f"{invented(dice, 60)} {passage} {invented(dice, 60)}" for _ in range(400)]
    found = candidates_of(texts)
    assert components(found, 400) == 1
    assert len(found.left) < 400 * 20


def test_a_story_in_many_edited_copies_is_one_family_at_linear_cost() -> None:
    dice = Random(7)
    story = invented(dice, 150).split()
    copies = []
    for _ in range(600):
        copy = list(story)
        for place in dice.sample(range(150), 8):
            copy[place] = invented(dice, 1)
        copies.append(" ".join(copy))
    found = candidates_of([*copies, *(invented(dice, 150) for _ in range(200))])
    assert components(found, 800) == 201
    assert len(found.left) < 600 * 60


def test_furniture_of_a_publisher_is_kept_out_and_known_to_the_aligner() -> None:
    dice = Random(8)
    footer = invented(dice, 30)
    texts = [f"{invented(dice, 90)} {footer}" for _ in range(30)]
    series = ["Harbour Herald"] * 30
    assert len(candidates_of(texts).left)
    found = candidates_of(texts, series)
    assert not len(found.left)
    own = own_words(tokens(texts[:1]), series[:1], found.furniture)
    assert own[:86].all()
    assert not own[95:115].any()
    assert own_words(tokens(texts[:1]), ["Dale Gazette"], found.furniture).all()


def test_the_editions_of_one_story_are_no_furniture() -> None:
    dice = Random(9)
    story = invented(dice, 150)
    series = ["Harbour Herald"] * 40
    editions = [f"{story} {invented(dice, 10)}" for _ in range(12)]
    found = candidates_of([*editions, *(invented(dice, 150) for _ in range(28))], series)
    assert components(found, 40) == 29


def test_a_story_in_copies_that_all_differ_is_no_furniture_but_the_footer_is() -> None:
    dice = Random(11)
    footer = invented(dice, 30)
    story = invented(dice, 150).split()
    texts = [f"{invented(dice, 150)} {footer}" for _ in range(40)]
    for _ in range(40):
        rate = dice.uniform(0, 0.2)
        copy = [invented(dice, 1) if dice.random() < rate else word for word in story]
        texts.append(" ".join([*copy, footer]))
    found = candidates_of(texts, ["Harbour Herald"] * 80)
    assert components(found, 80) == 41
    own = own_words(tokens([footer]), ["Harbour Herald"], found.furniture)
    assert not own[5:-5].any()


@pytest.mark.parametrize(
    "texts",
    [[], [""], ["", ""], ["word"], ["word", "word"], ["..."], ["one two three", "one two three"]],
)
def test_next_to_nothing_is_no_trouble(texts: list[str]) -> None:
    found = candidates_of(texts)
    assert len(found.left) == (len(texts) == 2 and texts[0] != "")


def test_endless_repetition_takes_linear_time() -> None:
    dice = Random(10)
    texts = ["boat " * 400_000, "a b c " * 200_000, "x" * 1_000_000, invented(dice, 100)]
    found = candidates_of([*texts, "boat " * 300_000])
    assert pairs_of(found) == {(0, 4)}


WORDS = st.lists(st.sampled_from([*"abcdefgh", "storm", "harbour", "12"]), max_size=40)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS.map(" ".join), max_size=8))
def test_pairs_are_ordered_and_their_figures_in_bounds(texts: list[str]) -> None:
    found = candidates_of(texts)
    assert (found.left < found.right).all()
    order = np.lexsort((found.right, found.left))
    assert (order == np.arange(len(order))).all()
    assert len(pairs_of(found)) == len(found.left)
    assert ((found.words >= 0) & (found.words <= 1)).all()
    assert (found.grams >= 0).all()
