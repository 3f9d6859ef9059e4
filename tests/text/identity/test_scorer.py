from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.records import NameKind
from newstemma.text.identity.alignment import How
from newstemma.text.identity.context import ContextSign, Gender, NameContext
from newstemma.text.identity.doubts import Doubt
from newstemma.text.identity.scorer import Answer, NameMatch, compare_names
from tests.text.identity.names import names

_SCORED = st.sampled_from(NameKind)


def _people(left: str, right: str) -> NameMatch:
    return compare_names(left, right, kind=NameKind.PERSON)


def _bodies(left: str, right: str) -> NameMatch:
    return compare_names(left, right, kind=NameKind.ORGANISATION)


@given(names(), names(), _SCORED)
def test_exchanging_the_names_changes_nothing(left: str, right: str, kind: NameKind) -> None:
    one, other = (compare_names(*pair, kind=kind) for pair in ((left, right), (right, left)))
    assert one.probability == pytest.approx(other.probability)
    assert (one.answer, one.doubts) == (other.answer, other.doubts)


@given(names(), names(), _SCORED)
def test_every_part_is_laid_beside_one_thing(left: str, right: str, kind: NameKind) -> None:
    match = compare_names(left, right, kind=kind)
    placed = [part for one in match.aligned for part in one.left]
    assert sorted(part.span for part in placed) == [part.span for part in match.left.parts]
    placed = [part for one in match.aligned for part in one.right]
    assert sorted(part.span for part in placed) == [part.span for part in match.right.parts]


@given(names(), _SCORED)
def test_no_name_is_another_than_itself(name: str, kind: NameKind) -> None:
    assert compare_names(name, name, kind=kind).answer is not Answer.DIFFERENT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ilse Brandt", "ILSE BRANDT"),
        ("Ramón Iglesias", "Ramon Iglesias"),
        ("Iglesias, Ramón", "Ramón Iglesias"),
        ("Ramón Iglesias", "Ramón Iglesias Ferro"),
        ("Prof. Ilse Brandt", "Ilse Brandt"),
        ("Олег Чернов", "Oleg Chernov"),
        ("Νίκος Παππάς", "Nikos Pappas"),
        ("Jan-Erik Holm", "Jan Erik Holm"),
        ("IlseBrandt", "Ilse Brandt"),
        ("Ilse 'Kit' Brandt", "Ilse Brandt"),
        ("Yusuf Kadhim", "Youssouf Qadhim"),
    ],
)
def test_forms_of_one_persons_name_are_the_same(left: str, right: str) -> None:
    assert _people(left, right).answer is Answer.SAME


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ilse Brandt", "Tomas Reyl"),
        ("Anna Brandt", "Paul Brandt"),
        ("Oleg Petrovich Chernov", "Oleg Ivanovich Chernov"),
        ("J. Brandt", "Ilse Brandt"),
        ("Omar bin Saleh al-Masri", "Saleh bin Omar al-Masri"),
        ("Paul Brandt Jr.", "Paul Brandt Sr."),
        ("Mr. Brandt", "Ms. Brandt"),
    ],
)
def test_two_people_are_different(left: str, right: str) -> None:
    assert _people(left, right).answer is Answer.DIFFERENT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Brandt", "Ilse Brandt"),
        ("George W. Brandt", "George H. W. Brandt"),
        ("I. B.", "Ilse Brandt"),
        ("王小明", "Ilse Brandt"),
        ("", "Ilse Brandt"),
        ("?!", "?!"),
    ],
)
def test_where_a_name_says_too_little_it_cannot_be_told(left: str, right: str) -> None:
    assert _people(left, right).answer is Answer.UNSURE


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ostport Handel GmbH", "Ostport Handel Gesellschaft mit beschränkter Haftung"),
        ("ООО «Остпорт»", "Ostport LLC"),
        ("The Harbour & Dock Company", "Harbour and Dock Co."),
        ("Ministry of Defence", "Ministry of Defense"),
        ("First Harbour Bank", "1st Harbour Bank"),
        ("United Nations", "UN"),
    ],
)
def test_forms_of_one_bodys_name_are_the_same(left: str, right: str) -> None:
    assert _bodies(left, right).answer is Answer.SAME


@pytest.mark.parametrize(
    ("left", "right", "doubt"),
    [
        ("Harbour Fund V", "Harbour Fund VI", Doubt.NUMBER),
        ("Bank of Chile", "Bank of China", Doubt.OTHER_WORD),
        ("North Harbour Council", "South Harbour Council", Doubt.OTHER_WORD),
    ],
)
def test_bodies_that_look_alike_are_told_apart(left: str, right: str, doubt: Doubt) -> None:
    match = _bodies(left, right)
    assert match.answer is Answer.DIFFERENT
    assert doubt in match.doubts


@pytest.mark.parametrize(
    ("left", "right", "doubt"),
    [
        ("Ostport Handel AG", "Ostport Handel GmbH", Doubt.LEGAL_FORM),
        ("Ostport Dock", "Ostport Dock Canteen", Doubt.PART),
        ("ODS", "Ostport Dock Services", Doubt.ACRONYM),
        ("Harbour Health Trust", "Harbour Wealth Trust", Doubt.WORD),
    ],
)
def test_a_doubt_keeps_bodies_from_being_called_the_same(
    left: str, right: str, doubt: Doubt
) -> None:
    match = _bodies(left, right)
    assert match.answer is not Answer.SAME
    assert doubt in match.doubts


@pytest.mark.parametrize(
    ("left", "right", "answer"),
    [
        ("MV Grey Gull", "Grey Gull", Answer.SAME),
        ("M/V Grey Gull", "MV GREY GULL", Answer.SAME),
        ("Grey Gull 7", "Grey Gull VII", Answer.SAME),
        ("Grey Gull 7", "Grey Gull 9", Answer.DIFFERENT),
        ("Grey Gull", "Grey Gull 7", Answer.UNSURE),
    ],
)
def test_a_ships_number_decides(left: str, right: str, answer: Answer) -> None:
    assert compare_names(left, right, kind=NameKind.VESSEL).answer is answer


def test_the_evidence_says_which_part_stands_for_which() -> None:
    match = _people("Dr. Olga Tchernova", "Чернова, О. П.")
    how = {one.how for one in match.aligned}
    assert how == {How.INITIAL, How.SOUND, How.MISSING}
    assert "Tchernova ~ Чернова: same sound" in match.evidence()
    assert "Dr: a title" in match.evidence()


def test_a_birth_date_outweighs_the_name() -> None:
    born = NameContext(born="1961-04"), NameContext(born="1984")
    match = compare_names("Ilse Brandt", "Ilse Brandt", mine=born[0], theirs=born[1])
    assert match.answer is not Answer.SAME
    assert match.context == (ContextSign.OTHER_BIRTH,)


def test_an_office_in_common_speaks_for_one_bearer() -> None:
    mayor = NameContext(roles=frozenset({"mayor"}))
    plain = compare_names("Bob Brandt", "Robert Brandt", kind=NameKind.PERSON)
    told = compare_names(
        "Bob Brandt", "Robert Brandt", kind=NameKind.PERSON, mine=mayor, theirs=mayor
    )
    assert told.probability > plain.probability
    assert told.answer is Answer.SAME


def test_a_gender_that_an_article_tells_parts_two_bearers() -> None:
    mine, theirs = NameContext(gender=Gender.MALE), NameContext(gender=Gender.FEMALE)
    match = compare_names("Kim Brandt", "Kim Brandt", mine=mine, theirs=theirs)
    assert match.context == (ContextSign.OTHER_GENDER,)
    assert match.answer is not Answer.SAME


def test_hostile_names_take_no_time() -> None:
    started = process_time()
    compare_names("Lee " * 50_000, "Li " * 50_000)
    compare_names("x" * 500_000, "y" * 500_000)
    compare_names("A.B." * 100_000, "M/V " * 100_000, kind=NameKind.VESSEL)
    assert process_time() - started < 2
