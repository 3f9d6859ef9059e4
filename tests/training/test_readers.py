"""spaCy's trainer is handed the gold tokens, one sentence at a time."""

from __future__ import annotations

import spacy
from training.readers import names, treebanks

from tests.data import needs, shared

DATA = str(shared() / "data")
pytestmark = needs("data/gum", "data/ud_ewt", "data/ner_small", "data/ecbplus")


def test_predicted_and_gold_tokens_are_the_same() -> None:
    nlp = spacy.blank("en")
    for example in list(treebanks(DATA, "dev")(nlp))[:50]:
        assert [t.text for t in example.predicted] == [t.text for t in example.reference]
        assert sum(token.head.i == token.i for token in example.reference) == 1


def test_no_dev_sentence_changes_its_case() -> None:
    nlp = spacy.blank("en")
    once = [example.text for example in treebanks(DATA, "dev")(nlp)]
    again = [example.text for example in treebanks(DATA, "dev")(nlp)]
    assert once == again


def test_names_are_of_our_kinds() -> None:
    kinds = {e.label_ for example in names(DATA, "dev")(spacy.blank("en")) for e in example.y.ents}
    assert kinds == {"PERSON", "ORG", "PLACE", "OTHER"}
