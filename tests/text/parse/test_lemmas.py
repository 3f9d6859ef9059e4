"""Lemmas are learned from forms and tags."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example

from newstemma.text.parse.lemmas import Lemmas

_TAUGHT = (
    ("walked", "VBD", "walk"), ("talked", "VBD", "talk"), ("baked", "VBD", "bake"),
    ("asked", "VBD", "ask"), ("went", "VBD", "go"), ("ships", "NNS", "ship"),
    ("boats", "NNS", "boat"), ("cities", "NNS", "city"), ("parties", "NNS", "party"),
    ("men", "NNS", "man"), ("Ada", "NNP", "Ada"), ("Oslo", "NNP", "Oslo"), ("I", "PRP", "I"),
)  # fmt: skip


@pytest.fixture(scope="module")
def lemmas() -> Lemmas:
    vocab = spacy.blank("en").vocab
    words, tags, taught = zip(*_TAUGHT, strict=True)
    doc = Doc(vocab, words=list(words), tags=list(tags), lemmas=list(taught))
    found = Lemmas("lemmatizer")
    found.initialize(lambda: [Example(doc, doc)])
    return found


@pytest.mark.parametrize(("form", "tag", "lemma"), _TAUGHT)
def test_what_was_taught_is_known(lemmas: Lemmas, form: str, tag: str, lemma: str) -> None:
    assert lemmas.lemma(form, tag) == lemma


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [("helped", "VBD", "help"), ("Ferries", "NNS", "ferry"), ("Lagos", "NNP", "Lagos")],
)
def test_new_words_follow_their_ending(lemmas: Lemmas, form: str, tag: str, lemma: str) -> None:
    assert lemmas.lemma(form, tag) == lemma


def test_a_name_in_small_letters_gets_its_capital(lemmas: Lemmas) -> None:
    assert lemmas.lemma("oslo", "NNP") == "Oslo"


@pytest.mark.parametrize("form", ["İ", "ß", "s", "🚢", "ed"])
def test_no_lemma_is_empty(lemmas: Lemmas, form: str) -> None:
    assert all(lemmas.lemma(form, tag) for tag in ("VBD", "NNS", "NNP", "XX"))


def test_rules_survive_the_disk(lemmas: Lemmas, tmp_path: Path) -> None:
    lemmas.to_disk(tmp_path / "rules")
    again = Lemmas("lemmatizer").from_disk(tmp_path / "rules")
    assert [again.lemma(form, tag) for form, tag, _ in _TAUGHT] == [row[2] for row in _TAUGHT]
