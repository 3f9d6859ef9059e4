"""The docs say what the code does."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

import pytest
from bench.signals import PAGE, written

from newstemma import Settings, analyze
from newstemma.records import DerivationKind, FurnitureKind, Grade, PartRole, Slot, VariantKind
from newstemma.report.terminal import summary
from newstemma.views import page
from tests.data import REPOSITORY

DOCS = REPOSITORY / "docs"
PAGES = sorted([*REPOSITORY.glob("*.md"), *DOCS.rglob("*.md"), *REPOSITORY.glob("examples/*.md")])


def test_the_tables_of_signals_are_those_of_the_code() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == written(page), "run `make docs`"


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("glossary.md", DerivationKind),
        ("furniture.md", FurnitureKind),
        ("variants.md", VariantKind),
        ("claims.md", Grade),
        ("claims.md", PartRole),
        ("claims.md", Slot),
    ],
)
def test_every_kind_is_explained(name: str, kinds: type[StrEnum]) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    assert [kind for kind in kinds if f"`{kind}`" not in text] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_link_between_pages_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_tree_in_the_readme_is_what_the_demo_draws() -> None:
    harbour = REPOSITORY / "examples" / "harbour"
    settings = Settings(metadata=str(harbour / "metadata.csv"))
    drawn = summary(page(analyze(harbour / "articles", settings=settings)), width=92, color=False)
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    shown = readme.partition("```text\n")[2].partition("```")[0]
    assert shown.count("\n") > 20
    assert drawn.startswith(shown), "paste the first lines of `COLUMNS=92 make demo` again"
