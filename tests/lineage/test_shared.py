from __future__ import annotations

from newstemma.lineage.overlap import overlap
from newstemma.lineage.profile import profile
from newstemma.lineage.shared import are_siblings, shared_source
from newstemma.records import Relation, RelationKind
from tests.lineage.builder import witness
from tests.lineage.texts import (
    CUT,
    ELSEWHERE,
    FERRY,
    HARBOUR_RADIO,
    OTHER_CUT,
    RETOLD,
    SPEECH_ONE,
    SPEECH_TWO,
)


def _shared(left: str, right: str) -> Relation | None:
    a, b = witness("a", left), witness("b", right)
    return shared_source(profile(a), profile(b), overlap(a, b))


def test_two_reports_that_quote_one_speech_share_a_source() -> None:
    relation = _shared(SPEECH_ONE, SPEECH_TWO)
    assert relation is not None
    assert (relation.left, relation.right) == ("a", "b")
    assert relation.kind is RelationKind.SHARED_SOURCE
    assert relation.probability > 0.7


def test_two_reports_that_print_one_block_of_a_press_release_share_a_source() -> None:
    block = (
        "Norrskar Municipality regrets the incident, thanks all volunteers for their untiring "
        "help and asks residents to boil tap water until further notice because divers have "
        "damaged the pipeline that supplies the island.\n"
    )
    assert _shared(ELSEWHERE + block, SPEECH_ONE + block) is not None


def test_a_text_and_its_rewrite_or_cut_do_more_than_share_a_source() -> None:
    assert _shared(FERRY, RETOLD) is None
    assert _shared(FERRY, CUT) is None


def test_reports_without_common_words_share_nothing() -> None:
    assert _shared(FERRY, HARBOUR_RADIO) is None


def test_where_little_is_left_beside_the_quotation_nothing_is_said() -> None:
    quotation = SPEECH_ONE.splitlines()[1]
    assert _shared(SPEECH_ONE, f"The minister spoke. {quotation}") is None


def test_siblings_share_wording_in_several_places() -> None:
    cut, other = witness("a", CUT), witness("b", OTHER_CUT)
    assert are_siblings(cut, other, overlap(cut, other))


def test_a_common_quotation_makes_no_siblings() -> None:
    one, two = witness("a", SPEECH_ONE), witness("b", SPEECH_TWO)
    assert not are_siblings(one, two, overlap(one, two))


def test_quoted_words_are_counted_apart() -> None:
    one, two = witness("a", SPEECH_ONE), witness("b", SPEECH_TWO)
    shared = overlap(one, two)
    assert shared.blocks == ()
    assert shared.quoted == len(witness("c", SPEECH_ONE.split('"')[1]).words)
