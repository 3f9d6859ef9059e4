from __future__ import annotations

import random
import time

from newstemma.records import Witness
from newstemma.reuse.candidates import candidates
from tests.lineage.builder import witness
from tests.lineage.texts import CUT, DIGEST, ELSEWHERE, FERRY, RETOLD, SPEECH_ONE


def _pairs(texts: dict[str, str]) -> set[frozenset[str]]:
    pile = [witness(name, text) for name, text in texts.items()]
    return {frozenset((pile[a].id, pile[b].id)) for a, b in candidates(pile)}


def _edited(text: str, chance: random.Random, changes: int) -> str:
    words = text.split(" ")
    for _ in range(changes):
        words[chance.randrange(len(words))] = f"w{chance.randrange(1000)}"
    return " ".join(words)


def test_cut_rewritten_and_digested_texts_meet_their_source() -> None:
    found = _pairs({"source": FERRY, "cut": CUT, "retold": RETOLD, "digest": DIGEST})
    assert {frozenset(("source", other)) for other in ("cut", "retold", "digest")} <= found


def test_words_that_a_whole_small_pile_has_still_tell() -> None:
    facts = "Norrskar Vellinge Karlby Sundline Wrede Braathe Tallmo Lunna"
    texts = {
        "a": f"{facts} quarry lantern orchard velvet thistle copper",
        "b": f"{' '.join(reversed(facts.split()))} ribbon walnut harness pebble saddle trumpet",
        "c": " and ".join(facts.split()) + " kettle barley magnet puddle canyon feather",
    }
    assert _pairs(texts) == {frozenset("ab"), frozenset("ac"), frozenset("bc")}
    assert _pairs({name: texts[name] for name in "ab"}) == {frozenset("ab")}


def test_unrelated_reports_do_not_meet() -> None:
    assert _pairs({"ferry": FERRY, "council": ELSEWHERE, "mine": SPEECH_ONE}) == set()


def test_a_short_passage_inside_a_long_text_is_found() -> None:
    passage = FERRY.splitlines()[4]
    long = ELSEWHERE * 5 + passage
    assert _pairs({"long": long, "short": passage}) == {frozenset(("long", "short"))}


def test_scripts_without_spaces_work_the_same() -> None:
    texts = {
        "a": "港口周二因燃料泄漏关闭，十七名工人被送往医院，市长说下周重新开放。",
        "b": "市长表示，港口因燃料泄漏而关闭，十七名工人被送往医院治疗。",
        "c": "足球队周末输掉了比赛，教练对守门员的表现感到失望。",
    }
    assert _pairs(texts) == {frozenset("ab")}


def test_pairs_do_not_depend_on_the_order_of_the_texts() -> None:
    chance = random.Random(3)
    texts = {f"n{i}": _edited(FERRY, chance, 40) for i in range(40)} | {"cut": CUT, "c": ELSEWHERE}
    names = list(texts)
    chance.shuffle(names)
    assert _pairs(texts) == _pairs({name: texts[name] for name in names})


def test_a_story_in_three_hundred_copies_stays_one_at_linear_cost() -> None:
    chance = random.Random(5)
    pile = [witness(f"n{i}", _edited(FERRY, chance, 6)) for i in range(300)]
    pairs = candidates(pile)
    assert len(pairs) < 300 * 24
    assert _is_connected(len(pile), pairs)


def test_two_thousand_articles_take_a_few_seconds() -> None:
    chance = random.Random(7)
    words = [f"word{i}" for i in range(20_000)]
    pile: list[Witness] = []
    for i in range(1_000):
        text = " ".join(chance.choices(words, k=250))
        pile += [witness(f"a{i}", text), witness(f"b{i}", _edited(text, chance, 60))]
    start = time.perf_counter()
    pairs = candidates(pile)
    assert time.perf_counter() - start < 15
    assert {(2 * i, 2 * i + 1) for i in range(1_000)} <= set(pairs)
    assert len(pairs) < 2_000


def test_empty_and_tiny_piles_have_no_pairs() -> None:
    assert candidates([]) == ()
    assert candidates([witness("a", FERRY)]) == ()
    assert candidates([witness("a", ""), witness("b", ""), witness("c", "Rain")]) == ()


def _is_connected(total: int, pairs: tuple[tuple[int, int], ...]) -> bool:
    reached, waiting = {0}, [0]
    near: dict[int, list[int]] = {i: [] for i in range(total)}
    for left, right in pairs:
        near[left].append(right)
        near[right].append(left)
    while waiting:
        new = set(near[waiting.pop()]) - reached
        reached |= new
        waiting += new
    return len(reached) == total
