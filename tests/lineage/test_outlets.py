from __future__ import annotations

import pytest

from newstemma.lineage.outlets import ALIASES, credited, outlet, outlet_key, published_by, renamed
from newstemma.records import Article, Found, TextSource
from tests.lineage.builder import witness


@pytest.mark.parametrize("name", ["AP", "(AP)", "the Associated Press", "A.P.", "apnews.com"])
def test_an_agency_is_one_under_all_its_names(name: str) -> None:
    assert outlet(name) == "Associated Press"


@pytest.mark.parametrize(
    "address", ["https://www.harbournews.com/x/1", "harbournews.co.uk", "news.harbournews.org"]
)
def test_an_address_is_the_outlet_of_that_name(address: str) -> None:
    assert outlet_key(address) == outlet_key("The Harbour News")


def test_an_outlet_that_no_list_has_keeps_its_name() -> None:
    assert outlet(" Skarrow Times ") == "Skarrow Times"


def test_a_credit_may_name_several() -> None:
    article = witness("a", "Rain.", credit="AFP/Skarrow Times and Reuters").article
    assert list(credited(article).values()) == ["Agence France-Presse", "Skarrow Times", "Reuters"]


def test_a_credit_to_oneself_is_none() -> None:
    article = witness("a", "Rain.", publisher="Reuters", credit="Thomson Reuters").article
    assert credited(article) == {}


def test_a_byline_is_a_credit_where_it_is_an_agency() -> None:
    assert list(credited(_by("Associated Press")).values()) == ["Associated Press"]
    assert credited(_by("Nils Eskeland")) == {}


def test_initials_stand_for_the_one_full_name_in_the_pile() -> None:
    pile = [
        witness("a", "Rain.", publisher="Harbour Wire Agency"),
        witness("b", "Rain.", publisher="Skarrow Times", credit="HWA"),
    ]
    first, second = renamed(pile)
    assert published_by(first.article) in credited(second.article)


def test_initials_of_two_names_stand_for_neither() -> None:
    pile = [
        witness("a", "Rain.", publisher="Harbour Wire Agency"),
        witness("b", "Rain.", publisher="Holm Writers Association"),
        witness("c", "Rain.", credit="HWA"),
    ]
    assert renamed(pile)[2].article.credit == Found(value="HWA")


def test_no_alias_stands_for_two_outlets() -> None:
    _, *lines = ALIASES.read_text(encoding="utf-8").splitlines()
    keys: dict[str, str] = {}
    for line in lines:
        name, _, aliases = line.partition("\t")
        for alias in {outlet_key(one) for one in [name, *aliases.split("|")] if one}:
            assert keys.setdefault(alias, name) == name


def _by(byline: str) -> Article:
    return Article(
        id="a",
        path="a.txt",
        sha256="0" * 64,
        text="Rain.",
        text_source=TextSource.FILE,
        byline=Found(value=byline),
    )
