"""Who published an article, whose report it is, and who answers for it."""

from __future__ import annotations

from newstemma.lineage.outlets import credited, house, published_by, renamed
from newstemma.records import Found
from tests.lineage.builder import witness


def test_a_credit_may_name_several() -> None:
    article = witness("a", "Rain.", credit="AFP/Skarrow Times and Reuters").article
    assert list(credited(article).values()) == ["Agence France-Presse", "Skarrow Times", "Reuters"]


def test_a_credit_to_oneself_is_none() -> None:
    article = witness("a", "Rain.", publisher="Reuters", credit="Thomson Reuters").article
    assert credited(article) == {}


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
    assert renamed(pile)[2].article.credits == ("HWA",)


def test_a_publisher_is_called_by_its_usual_name() -> None:
    (one,) = renamed([witness("a", "Rain.", publisher="apnews.com")])
    assert one.article.publisher == Found(value="Associated Press")


def test_two_outlets_of_one_owner_are_one_house() -> None:
    journal = witness("a", "Rain.", publisher="WSJ").article
    post = witness("b", "Rain.", publisher="New York Post").article
    assert published_by(journal) != published_by(post)
    assert house(journal) == house(post)


def test_the_same_publisher_is_one_house_and_another_is_not() -> None:
    one, again, other = (
        witness(name, "Rain.", publisher=publisher).article
        for name, publisher in (("a", "Skarrow Times"), ("b", "The Skarrow Times"), ("c", "WSJ"))
    )
    assert house(one) == house(again)
    assert house(one) != house(other)


def test_articles_of_unknown_publishers_are_of_no_house() -> None:
    assert house(witness("a", "Rain.").article) is None
