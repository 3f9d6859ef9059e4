from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.records import NameKind
from newstemma.text.identity.legal_forms import FormClass
from newstemma.text.identity.parts import PartKind, Script, take_apart
from tests.text.identity.names import names


def _keys(name: str, kind: NameKind) -> list[str]:
    return [part.key for part in take_apart(name, kind).parts]


@given(names(), st.sampled_from(NameKind))
def test_every_part_stands_in_the_name_where_it_says(name: str, kind: NameKind) -> None:
    taken = take_apart(name, kind)
    spans = [part.span for part in taken.parts]
    assert spans == sorted(spans)
    assert all(span.of(name) for span in (*spans, *taken.honorifics))
    assert all(left.end <= right.start for left, right in pairwise(spans))


def test_titles_are_no_part_of_a_name() -> None:
    taken = take_apart("Prof. Dr. Ilse Brandt", NameKind.PERSON)
    assert [part.key for part in taken.parts] == ["ilse", "brandt"]
    assert [span.of(taken.written) for span in taken.honorifics] == ["Prof", "Dr"]


def test_a_title_alone_is_still_a_name() -> None:
    assert _keys("Baron King", NameKind.PERSON) == ["baron"]
    assert _keys("King", NameKind.PERSON) == ["king"]


@pytest.mark.parametrize(
    ("name", "short", "kind"),
    [
        ("Ostport Handel Gesellschaft mit beschränkter Haftung", "gmbh", FormClass.LIMITED),
        ("ООО «Остпорт Хандель»", "llc", FormClass.LIMITED),
        ("Ostport Handel S.A.R.L.", "sarl", FormClass.LIMITED),
        ("Open Joint Stock Company Ostport Handel", "ojsc", FormClass.SHARES),
        ("Ostport Handel Aktiengeselschaft", "ag", FormClass.SHARES),
        ("Ostport Handel Co., Ltd.", "ltd", FormClass.LIMITED),
        ("Ostport Handel p.l.c.", "plc", FormClass.SHARES),
        ("Ostport Handel A/S", "a s", FormClass.SHARES),
    ],
)
def test_a_legal_form_is_told_from_the_name(name: str, short: str, kind: FormClass) -> None:
    taken = take_apart(name, NameKind.ORGANISATION)
    assert taken.legal_form == (short, kind)
    assert taken.parts[0].key == "ostport"
    assert len(taken.parts) == 2


def test_a_company_called_by_its_form_keeps_it() -> None:
    assert _keys("Limited", NameKind.ORGANISATION) == ["limited"]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("Gull 7", "7"),
        ("Gull VII", "7"),
        ("Gull Seven", "7"),
        ("Gull Forty-Four", "44"),
        ("Gull 44", "44"),
        ("Gull 007", "7"),
    ],
)
def test_numbers_are_read_however_they_are_written(name: str, number: str) -> None:
    gull, found = take_apart(name, NameKind.VESSEL).parts
    assert gull.key == "gull"
    assert (found.kind, found.key) == (PartKind.NUMBER, number)


def test_an_ordinal_is_its_number() -> None:
    assert _keys("1st Harbour Bank", NameKind.ORGANISATION)[0] == "1"
    assert _keys("First Harbour Bank", NameKind.ORGANISATION)[0] == "1"


def test_small_words_of_peoples_names_are_particles_in_one_spelling() -> None:
    kinds = {p.key: p.kind for p in take_apart("Omar ben Saleh el-Masri", NameKind.PERSON).parts}
    assert kinds["ibn"] is kinds["al"] is PartKind.PARTICLE


def test_the_last_word_of_a_name_is_no_article() -> None:
    assert take_apart("Pak Song Il", NameKind.PERSON).parts[-1].kind is PartKind.WORD


def test_initials_are_parts_of_a_person_and_one_word_of_a_body() -> None:
    assert [p.kind for p in take_apart("J.P. Brandt", NameKind.PERSON).parts][:2] == [
        PartKind.INITIAL,
        PartKind.INITIAL,
    ]
    assert _keys("J.P. Brandt & Co.", NameKind.ORGANISATION) == ["jp", "brandt"]


def test_a_fathers_name_is_told_from_a_surname() -> None:
    middle, last = take_apart("Oleg Petrovich Petrovich", NameKind.PERSON).parts[1:]
    assert (middle.kind, last.kind) == (PartKind.PATRONYMIC, PartKind.WORD)


def test_a_nickname_between_marks_is_aside() -> None:
    taken = take_apart("Ilse 'Kit' Brandt", NameKind.PERSON)
    assert [part.key for part in taken.words] == ["ilse", "brandt"]
    assert taken.parts[1].kind is PartKind.NICKNAME


def test_digits_for_letters_are_read_as_letters_in_peoples_names_only() -> None:
    assert _keys("1lse Br4ndt", NameKind.PERSON) == ["1lse", "brandt"]
    assert _keys("Br4ndt", NameKind.VESSEL) == ["br4ndt"]


def test_a_state_is_one_by_any_of_its_names() -> None:
    forms = ("U.S.", "the United States", "United States of America", "USA")
    assert {tuple(_keys(form, NameKind.UNKNOWN)) for form in forms} == {("us",)}


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("Ilse Brandt", Script.LATIN),
        ("Олег Чернов", Script.ALPHABET),
        ("王小明", Script.SYLLABLES),
        ("سمير", Script.OTHER),
        ("1234", Script.LATIN),
    ],
)
def test_the_script_is_that_of_most_letters(name: str, script: Script) -> None:
    assert take_apart(name, NameKind.PERSON).script is script


def test_a_name_without_end_is_read_up_to_a_bound() -> None:
    assert len(take_apart("Lee " * 100_000, NameKind.UNKNOWN).parts) == 16
