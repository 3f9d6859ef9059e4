from __future__ import annotations

from dataclasses import replace

import pytest

from newstemma.lineage.kinds import kind_of
from newstemma.records import DerivationKind, Witness
from tests.lineage.builder import sentence_list, witness
from tests.lineage.texts import CUT, FERRY, RETOLD

_PARENT = witness("parent", FERRY)


def _edited() -> str:
    """Every third sentence in other words, the rest as it was."""
    own, kept = sentence_list(RETOLD), sentence_list(FERRY)
    return "\n".join(own[i // 3] if i % 3 == 2 else line for i, line in enumerate(kept))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (FERRY, DerivationKind.REPRINT),
        (CUT, DerivationKind.REPRINT),
        (f"{FERRY}The editors wish everybody a calm Sunday.\n", DerivationKind.REPRINT),
        (_edited(), DerivationKind.EDIT),
        (RETOLD, DerivationKind.REWRITE),
    ],
    ids=["whole", "cut", "with a line added", "edited", "retold"],
)
def test_the_kind_is_told_by_what_was_taken_over(text: str, kind: DerivationKind) -> None:
    assert kind_of(witness("child", text), _PARENT) is kind


def _version(name: str, published: str | None, publisher: str | None = "Norrskar Post") -> Witness:
    return witness(name, FERRY, publisher=publisher, published=published)


def test_a_later_version_by_the_same_publisher_is_an_update() -> None:
    kind = kind_of(_version("b", "2025-01-05"), _version("a", "2025-01-04"))
    assert kind is DerivationKind.UPDATE


def test_a_later_version_at_the_same_address_is_an_update() -> None:
    first = _at("a", "https://lunna.example/ferry", "2025-01-04T08:00Z")
    second = _at("b", "http://www.lunna.example/ferry/?utm_source=x#top", "2025-01-04T09:00Z")
    assert kind_of(second, first) is DerivationKind.UPDATE
    assert kind_of(first, second) is DerivationKind.REPRINT


def test_another_report_by_the_same_publisher_is_no_update() -> None:
    later = witness("b", RETOLD, publisher="Norrskar Post", published="2025-01-05")
    assert kind_of(later, _version("a", "2025-01-04")) is DerivationKind.REWRITE


def _at(name: str, url: str, published: str) -> Witness:
    version = witness(name, FERRY, published=published)
    return replace(version, article=replace(version.article, url=url))


def test_hours_and_their_zones_are_compared() -> None:
    early, late = _version("a", "2025-01-05T01:00+03:00"), _version("b", "2025-01-04T23:30Z")
    assert kind_of(late, early) is DerivationKind.UPDATE
    assert kind_of(early, late) is DerivationKind.REPRINT


@pytest.mark.parametrize(
    ("published", "publisher"),
    [(None, "Norrskar Post"), ("2025-01-04", "Norrskar Post"), ("2025-01-05", "Lunna Times")],
    ids=["no date", "same day", "another publisher"],
)
def test_anything_else_is_no_update(published: str | None, publisher: str) -> None:
    child = _version("b", published, publisher)
    assert kind_of(child, _version("a", "2025-01-04")) is DerivationKind.REPRINT
