"""The scores of tags and trees count what they say they count."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.language.parse import measure
from bench.language.texts import cut

from newstemma.text.parse import Parse, load

_TEXT = "The ferry sank on Tuesday. Nobody on board had been warned."


def _treebank(folder: Path, parse: Parse, *, relations: dict[int, str]) -> Path:
    """A treebank that says what `parse` says, but for some relations."""
    lines = ["# newdoc id = one"]
    for first, end in parse.sentences:
        for place in range(first, end):
            token = parse.tokens[place]
            spaced = place + 1 == len(parse.tokens) or _TEXT[token.span.end] == " "
            row = (
                str(place - first + 1), token.span.of(_TEXT), token.lemma, token.upos, token.xpos,
                "_", str(0 if token.head == place else token.head - first + 1),
                relations.get(place, token.deprel), "_", "_" if spaced else "SpaceAfter=No",
            )  # fmt: skip
            lines.append("\t".join(row))
        lines.append("")
    (folder / "ud_ewt").mkdir(parents=True)
    (folder / "ud_ewt" / "en_ewt-ud-dev.conllu").write_text("\n".join(lines) + "\n", "utf-8")
    return folder


@pytest.fixture
def parse() -> Parse:
    return load().parse(_TEXT, cut(_TEXT))


def test_a_treebank_that_agrees_gives_full_marks(tmp_path: Path, parse: Parse) -> None:
    found = measure(_treebank(tmp_path, parse, relations={}))
    names = ("tags.upos", "tags.xpos", "tags.lemma", "parse.las", "parse.uas", "parse.las_raw")
    assert [found[name] for name in names] == [1.0] * len(names)


def test_a_wrong_relation_costs_one_word(tmp_path: Path, parse: Parse) -> None:
    size = len(parse.tokens)
    found = measure(_treebank(tmp_path, parse, relations={0: "vocative"}))
    assert found["parse.las"] == pytest.approx(1 - 1 / size)
    assert found["parse.uas"] == 1.0


def test_a_subtype_counts_in_one_score_only(tmp_path: Path, parse: Parse) -> None:
    found = measure(_treebank(tmp_path, parse, relations={0: parse.tokens[0].deprel + ":odd"}))
    assert found["parse.las"] == 1.0
    assert found["parse.las_subtypes"] < 1.0


def test_scores_have_a_baseline(tmp_path: Path, parse: Parse) -> None:
    found = measure(_treebank(tmp_path, parse, relations={}))
    assert {"baseline.tags.upos", "baseline.parse.las"} <= found.keys()


def test_a_missing_treebank_is_said_to_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert measure(tmp_path) == {}
    assert "ud_ewt is not there" in capsys.readouterr().err
