"""Our own pipeline loads by default, any other by its name."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example

from newstemma.errors import InputMissing
from newstemma.records import Span
from newstemma.text.parse import load


def test_a_pipeline_that_is_not_there_is_said_to_be_missing() -> None:
    with pytest.raises(InputMissing, match="no_such_pipeline"):
        load("no_such_pipeline")


def test_a_pipeline_that_does_not_parse_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(InputMissing, match="parser"):
        load(str(tmp_path / "blank"))


def test_any_spacy_pipeline_can_parse(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("tagger")
    nlp.add_pipe("parser")
    gold = Doc(
        nlp.vocab, words=["It", "sank"], tags=["PRP", "VBD"], heads=[1, 1], deps=["nsubj", "ROOT"]
    )
    nlp.initialize(lambda: [Example(nlp.make_doc("It sank"), gold)])
    nlp.to_disk(tmp_path / "other")
    text = "It sank. Nobody  said why."
    parse = load(str(tmp_path / "other")).parse(text, [Span(0, 8), Span(9, len(text))])
    assert [token.span.of(text) for token in parse.tokens] == [
        "It", "sank", ".", "Nobody", "said", "why", ".",
    ]  # fmt: skip


def test_spacy_is_not_imported_before_it_is_needed() -> None:
    code = "import sys, newstemma.text.parse; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
