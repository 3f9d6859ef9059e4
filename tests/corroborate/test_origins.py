"""Outlets that are cited are followed, and a circle is found."""

from __future__ import annotations

from newstemma.corroborate.origins import Source, traced
from newstemma.records import SourceKind

MAYOR = Source(key="Ada Brand", name="Ada Brand", kind=SourceKind.PERSON)
VOICES = {"a": "house:ostrelbell", "b": "house:quaynews", "c": "house:hillpost"}


def _cites(article: str) -> Source:
    return Source(key=VOICES[article], name=article, kind=SourceKind.OUTLET)


def _speaks(article: str) -> Source:
    return Source(key=VOICES[article], name=article, kind=None)


def test_an_outlet_is_followed_to_whom_it_has_it_from() -> None:
    assert traced([("a", _cites("b")), ("b", MAYOR)], VOICES) == (MAYOR, MAYOR)


def test_an_outlet_that_says_it_itself_is_the_end() -> None:
    found = traced([("a", _cites("b")), ("b", _speaks("b"))], VOICES)
    assert [one.key for one in found] == [VOICES["b"]] * 2


def test_an_outlet_without_an_article_is_the_end() -> None:
    assert traced([("a", _cites("c"))], VOICES) == (_cites("c"),)


def test_outlets_that_cite_each_other_are_a_circle() -> None:
    found = traced([("a", _cites("b")), ("b", _cites("a"))], VOICES)
    assert all(one.circular for one in found)


def test_a_longer_circle_ends_too() -> None:
    found = traced([("a", _cites("b")), ("b", _cites("c")), ("c", _cites("b"))], VOICES)
    assert [one.circular for one in found[1:]] == [True, True]
    assert len(found) == 3


def test_an_outlet_that_cites_itself_is_a_circle() -> None:
    (found,) = traced([("a", _cites("a"))], VOICES)
    assert found.circular
    assert found.key == VOICES["a"]
