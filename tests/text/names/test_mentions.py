"""Names, roles, and the forms of one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.records import MentionKind
from tests.text.quotations.said import mentions


def keys(text: str, kind: MentionKind = MentionKind.NAME) -> list[str]:
    return [mention.key for mention in mentions(text) if mention.kind is kind]


def written(text: str, kind: MentionKind = MentionKind.NAME) -> list[str]:
    return [mention.span.of(text) for mention in mentions(text) if mention.kind is kind]


def test_a_surname_shares_the_key_of_the_full_name() -> None:
    assert keys("The mayor met Nora Quill. Later Quill left.") == ["nora quill", "nora quill"]


@pytest.mark.parametrize(
    "form",
    ["Quill", "Nora Quill", "N. Quill", "Ms. Quill", "Mayor Quill", "Nóra Quill", "Quill's"],
)
def test_every_form_of_a_name_shares_the_key_of_the_fullest(form: str) -> None:
    text = f"The board heard Nora Adela Quill III on Monday. On Friday it heard {form} again."
    assert keys(text) == ["nora adela quill iii"] * 2


def test_a_nickname_is_no_part_of_the_key() -> None:
    text = 'The board heard Nora "Nell" Quill. Then it heard Quill.'
    assert keys(text) == ["nora quill", "nora quill"]


def test_a_surname_of_two_people_goes_to_the_one_last_named_in_full() -> None:
    text = (
        "The board heard Nora Quill first. Later Quill left. "
        "The board then heard Piet Quill. In the end Quill left too."
    )
    assert keys(text) == ["nora quill", "nora quill", "piet quill", "piet quill"]


def test_a_title_tells_two_bearers_of_a_surname_apart() -> None:
    text = "We met Nora Quill and Paul Quill. Of the two, Mrs. Quill spoke and Mr. Quill did not."
    assert keys(text) == ["nora quill", "paul quill", "nora quill", "paul quill"]


def test_a_title_or_an_office_is_a_role_and_not_part_of_the_name() -> None:
    text = "On Monday Foreign Minister Nora Quill met former envoy Piet Maas."
    assert written(text) == ["Nora Quill", "Piet Maas"]
    assert written(text, MentionKind.ROLE) == ["Foreign Minister", "former envoy"]


def test_secretary_of_a_department_is_an_office() -> None:
    text = "On Monday Secretary of State Nora Quill spoke."
    assert written(text) == ["Nora Quill"]
    assert written(text, MentionKind.ROLE) == ["Secretary of State"]


def test_a_possessive_ends_a_name() -> None:
    text = "It was Ostland's Harbour Board that closed it."
    assert written(text) == ["Ostland", "Harbour Board"]


def test_small_words_inside_a_name_belong_to_it() -> None:
    text = "They met the Cartel del Puerto and the Institute for River Studies."
    assert written(text) == ["Cartel del Puerto", "Institute for River Studies"]


def test_an_acronym_in_brackets_is_the_name_before_it() -> None:
    text = "They asked the Harbour Safety Board (HSB). The HSB said nothing."
    assert keys(text) == ["harbour safety board"] * 3


def test_a_place_does_not_lend_its_last_word_to_another() -> None:
    text = "They went to New Quill by boat. The town of Quill is older."
    assert keys(text) == ["new quill", "quill"]


@pytest.mark.parametrize("opening", ["However", "Critics", "Later", "Meanwhile", "Losing"])
def test_the_first_word_of_a_sentence_is_no_name(opening: str) -> None:
    assert keys(f"{opening} the ferry left at noon.") == []


def test_the_first_word_of_a_sentence_is_a_name_where_it_is_one_elsewhere() -> None:
    assert keys("We met Quill. Quill left.") == ["quill", "quill"]


def test_the_capitals_of_a_heading_make_no_names() -> None:
    assert keys("Ferry Service Stops After Storm Breaks Quay\n\nThe ferry stopped.") == []


@given(st.text(alphabet="AaBb .\"'“”-\nÉé王I’s,", max_size=80))
def test_mentions_slice_back_in_order_and_apart(text: str) -> None:
    end = 0
    for mention in mentions(text):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.key
        end = mention.span.end
