"""Names are read from data of different make alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from training.conllu import Document, Sentence, Token
from training.names import from_columns, from_gum


def _token(form: str, upos: str, head: int, entity: str = "", xpos: str = "NNP") -> Token:
    return Token(
        form=form, lemma=form, upos=upos, xpos=xpos, head=head, deprel="x", space_after=True,
        entity=entity,
    )  # fmt: skip


def _names(*tokens: Token) -> list[tuple[str, str]]:
    sentence = Sentence(tokens=tokens, starts_paragraph=True)
    (read,) = from_gum([Document(name="d", sentences=(sentence,))])
    return [(" ".join(read.forms[first:end]), kind) for first, end, kind in read.names]


def test_a_title_is_no_part_of_a_name() -> None:
    tokens = (
        _token("Judge", "PROPN", 0, "(1-person-new"),
        _token("Ada", "PROPN", 0),
        _token("Lind", "PROPN", 0, "1)"),
    )
    assert _names(*tokens) == [("Ada Lind", "PERSON")]


def test_words_around_a_name_are_left_out() -> None:
    tokens = (
        _token("the", "DET", 3, "(1-organization-new"),
        _token("large", "ADJ", 3),
        _token("Oslo", "PROPN", 3, "(2-place-new)"),
        _token("Shipyard", "PROPN", 3, "1)"),
    )
    assert _names(*tokens) == [("Oslo Shipyard", "ORG")]


def test_a_joint_holds_a_name_together() -> None:
    tokens = (
        _token("Ministry", "PROPN", 0, "(1-organization-new"),
        _token("of", "ADP", 2),
        _token("Fisheries", "PROPN", 0, "1)"),
        _token("of", "ADP", 0),
    )
    assert _names(*tokens) == [("Ministry of Fisheries", "ORG")]


def test_an_entity_without_a_proper_noun_is_no_name() -> None:
    tokens = (_token("the", "DET", 1, "(1-person-new"), _token("captain", "NOUN", 1, "1)"))
    assert _names(*tokens) == []


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (("I-PER", "I-PER", "O", "I-LOC"), [(0, 2, "PERSON"), (3, 4, "PLACE")]),
        (("B-person", "B-person", "I-person", "O"), [(0, 1, "PERSON"), (1, 3, "PERSON")]),
        (("O", "I-ORG", "I-LOC", "O"), [(1, 2, "ORG"), (2, 3, "PLACE")]),
    ],
)
def test_columns_give_names_and_their_kinds(
    tmp_path: Path, tags: tuple[str, ...], expected: list[tuple[int, int, str]]
) -> None:
    path = tmp_path / "columns.txt"
    path.write_text("".join(f"w{i} {tag}\n" for i, tag in enumerate(tags)) + "\n", "utf-8")
    (read,) = from_columns(path)
    assert list(read.names) == expected
