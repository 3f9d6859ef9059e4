from __future__ import annotations

from itertools import combinations, permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.lineage.model import score_pair
from newstemma.lineage.parents import Descent, parents
from newstemma.lineage.profile import Profile, profile
from tests.lineage.builder import witness
from tests.lineage.chains import AGAIN, SIBLING
from tests.lineage.texts import CUT, DIGEST, ELSEWHERE, FERRY, HARBOUR_RADIO, OTHER_CUT, RETOLD


def told(**texts: str) -> list[Profile]:
    return [profile(witness(name, text)) for name, text in texts.items()]


def drawn(profiles: list[Profile]) -> dict[str, Descent]:
    scores = [score_pair(one, other) for one, other in combinations(profiles, 2)]
    return {descent.child: descent for descent in parents(profiles, scores)}


def tree(**texts: str) -> dict[str, str | None]:
    return {child: descent.parent for child, descent in drawn(told(**texts)).items()}


def test_two_retellings_hang_on_the_source_and_not_on_each_other() -> None:
    found = tree(source=FERRY, one=RETOLD, two=SIBLING)
    assert found == {"source": None, "one": "source", "two": "source"}


def test_a_retelling_of_a_retelling_hangs_on_that() -> None:
    found = tree(source=FERRY, first=RETOLD, second=AGAIN)
    assert found == {"source": None, "first": "source", "second": "first"}


def test_independent_reports_have_no_parent() -> None:
    found = tree(ferry=FERRY, mole=HARBOUR_RADIO, mill=ELSEWHERE)
    assert set(found.values()) == {None}


def test_two_cut_copies_hang_on_the_whole() -> None:
    found = tree(whole=FERRY, one=CUT, two=OTHER_CUT)
    assert found == {"whole": None, "one": "whole", "two": "whole"}


def test_a_source_is_found_behind_many_retellings_by_one_writer() -> None:
    lines = RETOLD.splitlines()
    made = {f"cut{n}": "\n".join(lines[:n] + lines[n + 1 :]) for n in range(len(lines))}
    found = tree(source=FERRY, whole=RETOLD, sibling=SIBLING, **made)
    assert found["source"] is None
    assert found["whole"] == "source"
    assert found["sibling"] == "source"


def test_a_pair_that_was_not_offered_is_not_drawn() -> None:
    profiles = told(source=FERRY, one=RETOLD)
    assert all(descent.parent is None for descent in parents(profiles, []))


def test_nothing_comes_from_nothing() -> None:
    assert parents([], []) == ()


def test_the_evidence_against_the_other_candidate_is_given() -> None:
    found = drawn(told(source=FERRY, first=RETOLD, second=AGAIN))["second"]
    assert {one.signal for one in found.evidence} == {"leftovers", "inherited"}


def test_the_order_of_the_texts_and_of_their_pairs_changes_nothing() -> None:
    profiles = told(a=FERRY, b=RETOLD, c=AGAIN, d=CUT)
    pairs = list(combinations(profiles, 2))
    expected = parents(profiles, [score_pair(one, two) for one, two in pairs])
    for shuffled in permutations(profiles):
        turned = [score_pair(two, one) for one, two in reversed(pairs)]
        assert parents(list(shuffled), turned) == expected


TEXTS = st.sampled_from([FERRY, RETOLD, AGAIN, SIBLING, CUT, OTHER_CUT, DIGEST, ELSEWHERE, "", "!"])


@given(st.lists(TEXTS, max_size=6))
@settings(max_examples=30, deadline=None)
def test_every_text_gets_one_answer_and_no_text_descends_from_itself(texts: list[str]) -> None:
    found = drawn(told(**{f"t{number}": text for number, text in enumerate(texts)}))
    assert len(found) == len(texts)
    for descent in found.values():
        assert 0 <= descent.probability <= 1
        seen, above = {descent.child}, descent.parent
        while above is not None:
            assert above not in seen
            seen.add(above)
            above = found[above].parent
