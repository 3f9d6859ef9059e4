from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.lineage.profile import Profile, profile
from newstemma.lineage.roots import root_of
from newstemma.lineage.stemma import stemma
from tests.lineage.builder import witness
from tests.lineage.chains import AGAIN, SIBLING
from tests.lineage.texts import CUT, DIGEST, ELSEWHERE, FERRY, OTHER_CUT, RETOLD

WORDS = "ada bee cod dot elm fog gum hat ink jar key log mud net oak pen rye sun tar urn vat wax"
OTHERS = "yak zip arc bud cap den egg fin gap hen ice jug kit lid map nut oar peg rim sap tin van"


def told(**texts: str) -> list[Profile]:
    return [profile(witness(name, text)) for name, text in texts.items()]


def changed(places: range) -> str:
    """The words with those at some places changed for good."""
    words, others = WORDS.split(), OTHERS.split()
    return " ".join(others[i] if i in places else words[i] for i in range(len(words)))


def test_a_chain_of_changes_is_drawn_as_a_line() -> None:
    texts = {f"t{n}": changed(range(3 * n)) for n in range(6)}
    assert stemma(told(**texts), "t0") == {f"t{n + 1}": f"t{n}" for n in range(5)}


def test_two_chains_of_one_root_stay_apart() -> None:
    one = {f"a{n}": changed(range(4 * n)) for n in range(1, 4)}
    other = {f"b{n}": changed(range(22 - 3 * n, 22)) for n in range(1, 4)}
    found = stemma(told(root=changed(range(0)), **one, **other), "root")
    assert found == {"a1": "root", "a2": "a1", "a3": "a2", "b1": "root", "b2": "b1", "b3": "b2"}


def test_a_retelling_of_a_retelling_hangs_on_that() -> None:
    texts = told(source=FERRY, first=RETOLD, second=AGAIN)
    assert stemma(texts, "source") == {"first": "source", "second": "first"}


def test_a_root_alone_has_no_parent() -> None:
    assert stemma(told(source=FERRY), "source") == {}


def test_a_root_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="absent"):
        stemma(told(source=FERRY), "absent")


def test_the_order_of_the_texts_changes_nothing() -> None:
    texts = told(a=FERRY, b=RETOLD, c=AGAIN, d=SIBLING)
    expected = stemma(texts, "a")
    assert all(stemma(list(turned), "a") == expected for turned in permutations(texts))


def test_the_root_is_the_text_that_the_others_smooth() -> None:
    assert root_of(told(one=RETOLD, source=FERRY, two=SIBLING)) == "source"


TEXTS = st.sampled_from([FERRY, RETOLD, AGAIN, SIBLING, CUT, OTHER_CUT, DIGEST, ELSEWHERE, "", "!"])


@given(st.lists(TEXTS, min_size=1, max_size=7))
@settings(max_examples=30, deadline=None)
def test_every_text_comes_down_from_the_root(texts: list[str]) -> None:
    known = told(**{f"t{number}": text for number, text in enumerate(texts)})
    root = root_of(known)
    found = stemma(known, root)
    assert found.keys() == {one.id for one in known} - {root}
    for child in found:
        line = [child]
        while line[-1] != root:
            line.append(found[line[-1]])
            assert len(line) <= len(texts)
