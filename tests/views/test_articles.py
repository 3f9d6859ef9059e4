"""The articles in full."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from newstemma.records import Found, FurnitureKind
from newstemma.text.outlets import attributed, known_outlets
from newstemma.views.articles import article_page, met_owners
from newstemma.views.names import names
from tests.report import builder


@given(st.text(max_size=80), st.lists(st.integers(0, 90), max_size=8))
def test_every_anchor_stands_once_and_no_text_but_line_breaks_is_lost(
    text: str, anchors: list[int]
) -> None:
    article = builder.plain("w", text, title="T").article
    shown = article_page(article, names([article])["w"], anchors)
    blocks = [block for paragraph in shown.paragraphs for block in paragraph]
    assert [anchor for block in blocks for anchor in block.anchors] == sorted(set(anchors))
    assert "".join("".join(block.text for block in blocks).split()) == "".join(text.split())


def test_furniture_is_set_apart_with_its_label() -> None:
    witness = builder.plain(
        "w", builder.WIRE, furniture=[("By Ingrid Vesterlund", FurnitureKind.BYLINE)]
    )
    shown = article_page(witness.article, names([witness.article])["w"], [])
    labelled = [(b.text, b.label) for p in shown.paragraphs for b in p if b.furniture]
    assert labelled == [("By Ingrid Vesterlund", "byline")]


def test_an_anchor_inside_a_sentence_cuts_the_paragraph_there() -> None:
    witness = builder.plain("w", "One two three.", title="T")
    (paragraph,) = article_page(witness.article, names([witness.article])["w"], [4]).paragraphs
    assert [(block.text, block.anchors) for block in paragraph] == [
        ("One ", ()),
        ("two three.", (4,)),
    ]


def test_an_owner_is_told_where_two_outlets_of_it_meet() -> None:
    published = [("a", "WSJ"), ("b", "New York Post"), ("c", "Fox News"), ("d", "New York Post")]
    articles = []
    for name, publisher in published:
        bare = builder.plain(name, "Rain.", title="T").article
        stated = replace(bare, publisher=Found(value=publisher))
        articles.append(attributed(stated, known_outlets()))
    met = met_owners(articles)
    assert met == {"News Corp"}
    called = names(articles)
    facts = [dict(article_page(one, called[one.id], [], met=met).facts) for one in articles]
    assert [one.get("Owner") for one in facts] == ["News Corp", "News Corp", None, "News Corp"]
    assert met_owners([articles[1], articles[3]]) == frozenset()
