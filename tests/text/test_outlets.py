"""One outlet under several names, its owner, and what a user's table changes in that."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.read.outlets import read_outlets
from newstemma.records import Article, Found, Outlet, OutletKind, TextSource
from newstemma.text.outlets import (
    TABLE,
    Outlets,
    attributed,
    known_outlets,
    outlet_key,
    overridden,
    wires,
)


def _article(
    publisher: str | None = None,
    *,
    url: str | None = None,
    byline: str | None = None,
    outlets: Outlets | None = None,
) -> Article:
    bare = Article(
        id="a",
        path="a.txt",
        sha256="0" * 64,
        text="Rain.",
        text_source=TextSource.FILE,
        publisher=Found(value=publisher) if publisher else None,
        byline=Found(value=byline) if byline else None,
        url=url,
    )
    return attributed(bare, outlets or known_outlets())


# --- names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["AP", "(AP)", "the Associated Press", "A.P.", "apnews.com"])
def test_an_agency_is_one_under_all_its_names(name: str) -> None:
    assert known_outlets().usual_name(name) == "Associated Press"


@pytest.mark.parametrize(
    "address", ["https://www.harbournews.com/x/1", "harbournews.co.uk", "news.harbournews.org"]
)
def test_an_address_is_the_outlet_of_that_name(address: str) -> None:
    assert outlet_key(address) == outlet_key("The Harbour News")


def test_an_outlet_that_no_list_has_keeps_its_name() -> None:
    assert known_outlets().usual_name(" Skarrow Times ") == "Skarrow Times"


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.independent.co.uk/a", "The Independent UK"),
        ("https://www.independent.ie/a", "Irish Independent"),
        ("https://news.bbc.co.uk:80/1", "BBC"),
        ("abcnews.go.com", "ABC News"),
        ("abc.net.au", "ABC Australia"),
    ],
)
def test_a_host_is_told_by_all_of_it(address: str, name: str) -> None:
    assert known_outlets().usual_name(address) == name


def test_a_host_that_only_begins_like_a_known_one_is_another() -> None:
    assert known_outlets().find("reuters.com.example.org") is None
    assert known_outlets().find("notreuters.com") is None


# --- owners --------------------------------------------------------------------------------------


def test_the_owner_is_the_last_of_the_chain() -> None:
    assert known_outlets().owner("Wall Street Journal") == "News Corp"
    assert known_outlets().owner("Sky News") == "Comcast"


def test_who_is_not_known_has_no_owner() -> None:
    assert known_outlets().owner("Skarrow Times") is None
    assert known_outlets().owner("Associated Press") is None


def test_owners_in_a_circle_end() -> None:
    rows = [Outlet(name="A Post", owner="B Group"), Outlet(name="B Group", owner="A Post")]
    assert overridden(rows).owner("A Post") == "B Group"


# --- a user's table ------------------------------------------------------------------------------


def test_a_users_row_replaces_ours_of_that_name() -> None:
    found = overridden([Outlet(name="Wall Street Journal", owner="Skarrow Holding")])
    assert found.owner("Wall Street Journal") == "Skarrow Holding"
    assert found.find("WSJ") is None
    assert found.usual_name("nypost.com") == "New York Post"


def test_a_name_and_a_domain_that_both_tables_give_are_the_users() -> None:
    mine = Outlet(name="Wire Reuter", aliases=("Thomson Reuters",), domains=("reuters.com",))
    found = overridden([mine])
    assert found.usual_name("Thomson Reuters") == "Wire Reuter"
    assert found.usual_name("https://reuters.com/x") == "Wire Reuter"
    assert found.usual_name("Reuters") == "Reuters"


# --- articles ------------------------------------------------------------------------------------


def test_an_article_has_its_outlet_and_its_owner() -> None:
    article = _article("WSJ")
    assert (article.outlet, article.owner) == ("Wall Street Journal", "News Corp")
    assert article.publisher == Found(value="WSJ")


def test_without_a_publisher_a_known_address_says_who_published() -> None:
    assert _article(url="https://www.wsj.com/a").outlet == "Wall Street Journal"
    assert _article(url="https://www.skarrow.example/a").outlet is None


def test_a_stated_publisher_goes_before_the_address_unless_that_says_more() -> None:
    assert _article("Reuters", url="https://news.yahoo.com/a").outlet == "Reuters"
    assert _article("Skarrow Times", url="https://www.msn.com/a").outlet == "Skarrow Times"
    assert _article("The Sun", url="https://www.thesun.co.uk/a").outlet == "The Sun UK"


def test_a_byline_is_a_credit_where_it_is_an_agency() -> None:
    assert _article(byline="Associated Press").credits == ("Associated Press",)
    assert _article(byline="Nils Eskeland").credits == ()


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_name_is_taken(publisher: str, url: str) -> None:
    article = _article(publisher, url=url)
    assert article.outlet is None or article.outlet == article.outlet.strip()


# --- our own table -------------------------------------------------------------------------------


def test_no_name_and_no_domain_stands_for_two_outlets() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for one in read_outlets(str(TABLE)):
        for name in {outlet_key(name) for name in (one.name, *one.aliases)} | set(one.domains):
            owners[name].add(one.name)
    shared = {name: found for name, found in owners.items() if len(found) > 1}
    assert shared == {}


def test_every_domain_is_a_host_and_every_chain_of_owners_ends() -> None:
    for one in read_outlets(str(TABLE)):
        assert [d for d in one.domains if known_outlets().find(d) != one] == []
        assert one.owner != one.name
        assert known_outlets().owner(one.name) is not None or one.owner is None


def test_owners_are_written_as_their_own_rows_are() -> None:
    rows = read_outlets(str(TABLE))
    names = {one.name for one in rows}
    unlike = {one.owner for one in rows if one.owner and one.owner not in names}
    assert {name for name in unlike if known_outlets().find(name)} == set()


def test_there_are_agencies_outlets_and_owners() -> None:
    kinds = {one.kind for one in read_outlets(str(TABLE))}
    assert kinds == set(OutletKind)
    assert {"AP", "dpa", "新华社"} <= set(wires())
