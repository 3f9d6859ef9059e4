"""The docs say what the code does."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

import pytest
from bench.signals import PAGE, written

from newstemma.records import DerivationKind, FurnitureKind, VariantKind
from tests.data import REPOSITORY

DOCS = REPOSITORY / "docs"
PAGES = sorted([*REPOSITORY.glob("*.md"), *DOCS.rglob("*.md"), *REPOSITORY.glob("examples/*.md")])


def test_the_tables_of_signals_are_those_of_the_code() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == written(page), "run `make docs`"


@pytest.mark.parametrize(
    ("page", "kinds"),
    [
        ("glossary.md", DerivationKind),
        ("furniture.md", FurnitureKind),
        ("variants.md", VariantKind),
    ],
)
def test_every_kind_is_explained(page: str, kinds: type[StrEnum]) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    assert [kind for kind in kinds if f"`{kind}`" not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
