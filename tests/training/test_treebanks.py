"""What trains the pipeline and what scores it never meet."""

from __future__ import annotations

from training.treebanks import GENRES, ewt, gum

from tests.data import needs, shared

DATA = shared() / "data"
pytestmark = needs("data/gum/splits.md", "data/ud_ewt")


def test_no_document_is_in_two_parts() -> None:
    parts = [{document.name for document in gum(DATA, part)} for part in ("train", "dev", "test")]
    assert all(parts)
    assert not parts[0] & parts[1]
    assert not parts[0] & parts[2]
    assert not {d.name for d in ewt(DATA, "train")} & {d.name for d in ewt(DATA, "dev")}


def test_only_open_genres_are_read() -> None:
    assert {d.name.split("_")[1] for d in gum(DATA, "train")} == set(GENRES)
