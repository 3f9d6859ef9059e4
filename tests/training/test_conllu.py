"""CoNLL-U files give back words, heads and the raw text."""

from __future__ import annotations

from pathlib import Path

import pytest
from training.conllu import Document, documents

_FILE = """\
# newdoc id = one
# sent_id = 1
# newpar
# text = They don't know.
1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tknow\tknow\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_
5.1\tit\tit\tPRON\tPRP\t_\t_\t_\t4:obj\t_

# newdoc id = two
# text = Ada
1\tAda\tAda\tPROPN\tNNP\t_\t0\troot\t_\tEntity=(1-person-new)

"""


@pytest.fixture
def read(tmp_path: Path) -> tuple[Document, ...]:
    path = tmp_path / "file.conllu"
    path.write_text(_FILE, encoding="utf-8")
    return tuple(documents(path))


def test_a_file_falls_into_its_documents(read: tuple[Document, ...]) -> None:
    assert [document.name for document in read] == ["one", "two"]


def test_parts_of_a_contraction_are_words_without_a_space(read: tuple[Document, ...]) -> None:
    tokens = read[0].sentences[0].tokens
    assert "".join(t.form + " " * t.space_after for t in tokens) == "They don't know. "


def test_heads_are_places_and_a_root_its_own(read: tuple[Document, ...]) -> None:
    assert [token.head for token in read[0].sentences[0].tokens] == [3, 3, 3, 3, 3]


def test_what_was_left_out_of_the_text_is_no_word(read: tuple[Document, ...]) -> None:
    assert len(read[0].sentences[0].tokens) == 5


def test_paragraphs_and_entities_are_kept(read: tuple[Document, ...]) -> None:
    assert [s.starts_paragraph for document in read for s in document.sentences] == [True, False]
    assert read[1].sentences[0].tokens[0].entity == "(1-person-new)"
