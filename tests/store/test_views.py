"""What a person sees in the tables: the very words that findings rest on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from newstemma.records import Span
from newstemma.store import Store
from tests.store.samples import FROM_DISK, filled, harbour, read_closely


@cache
def _texts() -> Mapping[str, str]:
    return {one.id: one.text for one in harbour().witnesses}


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with _opened(filled(tmp_path_factory.mktemp("views") / "harbour.newstemma")) as tables:
        yield tables


def _words(article: str, span: Span | None) -> str | None:
    return span.of(_texts()[article]) if span else None


def test_quotations_are_shown_in_their_words(tables: sqlite3.Connection) -> None:
    shown = tables.execute("SELECT article, speaker, words, start, end FROM quotations").fetchall()
    assert sorted(shown, key=str) == sorted(
        (
            (q.article, q.speaker, _words(q.article, q.span), q.span.start, q.span.end)
            for q in harbour().quotations
        ),
        key=str,
    )


def test_attributions_are_shown_with_their_cue_and_content(tables: sqlite3.Connection) -> None:
    shown = tables.execute("SELECT article, source, cue, content, inside FROM attributions")
    assert sorted(shown, key=str) == sorted(
        (
            (
                a.article,
                a.source,
                _words(a.article, a.cue_span),
                " … ".join(span.of(one.text) for span in a.content_spans) or None,
                a.parent,
            )
            for one in harbour().witnesses
            for a in one.attributions
        ),
        key=str,
    )


@pytest.mark.parametrize(
    ("view", "field"),
    [("mentions", "mentions"), ("times", "times"), ("quantities", "quantities")],
)
def test_what_was_read_is_shown_in_its_words(
    tables: sqlite3.Connection, view: str, field: str
) -> None:
    shown = tables.execute(f"SELECT article, words, start, end FROM {view}")
    assert sorted(shown) == sorted(
        (one.id, found.span.of(one.text), found.span.start, found.span.end)
        for one in harbour().witnesses
        for found in getattr(one, field)
    )


def test_names_are_shown_with_their_kind(tables: sqlite3.Connection) -> None:
    shown = tables.execute("SELECT article, name, kind FROM names")
    assert sorted(shown) == sorted(
        (one.id, found.span.of(one.text), found.kind)
        for one in harbour().witnesses
        for found in one.entities
    )


def test_changes_are_shown_in_the_words_of_both(tables: sqlite3.Connection) -> None:
    shown = tables.execute("SELECT kind, severity, note, parent_words, child_words FROM changes")
    assert sorted(shown, key=str) == sorted(
        (
            (
                v.kind,
                v.severity,
                v.note,
                _words(v.parent, v.parent_span),
                _words(v.child, v.child_span),
            )
            for v in harbour().variants
        ),
        key=str,
    )


def test_evidence_is_shown_with_the_words_it_was_read_from(tables: sqlite3.Connection) -> None:
    shown = tables.execute("SELECT child, parent, signal, child_words, parent_words FROM evidence")
    assert sorted(shown, key=str) == sorted(
        (
            (
                d.child,
                d.parent,
                e.signal,
                _words(d.child, e.child_span),
                _words(d.parent, e.parent_span),
            )
            for d in harbour().derivations
            for e in d.evidence
        ),
        key=str,
    )


def test_statements_of_claims_are_shown_with_their_origin(tables: sqlite3.Connection) -> None:
    shown = tables.execute("SELECT claim, grade, article, words, origin FROM claim_statements")
    assert sorted(shown, key=str) == sorted(
        (
            (c.id, c.grade, s.article, _words(s.article, s.span), c.origins[s.origin].name)
            for c in harbour().claims
            for s in c.statements
        ),
        key=str,
    )


def test_sides_of_a_conflict_are_shown_in_their_words(tables: sqlite3.Connection) -> None:
    shown = tables.execute("SELECT conflict, side, article, words, claim FROM conflict_sides")
    assert sorted(shown) == sorted(
        (c.id, side.key, f.article, f.span.of(_texts()[f.article]), f.claim)
        for c in harbour().conflicts
        for side in c.sides
        for f in side.fillings
    )


def test_actors_are_shown_as_they_are_named(tables: sqlite3.Connection) -> None:
    shown = tables.execute("SELECT actor, article, words FROM actor_mentions")
    assert sorted(shown) == sorted(
        (actor.name, at.article, at.span.of(_texts()[at.article]))
        for actor in harbour().actors
        for at in actor.mentions
    )


def test_the_timeline_is_shown_by_date_in_the_words_of_who_dates_it(
    tables: sqlite3.Connection,
) -> None:
    shown = tables.execute("SELECT date, claim, words FROM timeline").fetchall()
    claims = {claim.id: claim for claim in harbour().claims}
    stated = [(e, claims[e.claim].statements[e.dated[0].statement]) for e in harbour().events]
    assert sorted(shown) == sorted((e.date, e.claim, _words(s.article, s.span)) for e, s in stated)
    assert [date for date, _, _ in shown] == sorted(date for date, _, _ in shown)


def test_numbers_are_shown_point_by_point(tables: sqlite3.Connection) -> None:
    shown = tables.execute("SELECT thing, article, words, low FROM number_points")
    assert sorted(shown, key=str) == sorted(
        (
            (t.thing, p.article, _words(p.article, p.span), None if p.low is None else str(p.low))
            for t in harbour().tracked_numbers
            for p in t.points
        ),
        key=str,
    )


def test_derivations_are_shown_with_who_published_both(tables: sqlite3.Connection) -> None:
    shown = tables.execute("SELECT child, parent, kind, child_outlet, child_title FROM made_from")
    known = {one.id: one.article for one in harbour().witnesses}
    assert sorted(shown) == sorted(
        (
            d.child,
            d.parent,
            d.kind,
            known[d.child].outlet or known[d.child].path,
            found.value if (found := known[d.child].title) else None,
        )
        for d in harbour().derivations
    )


def test_each_article_is_shown_in_its_story_and_lineage(tables: sqlite3.Connection) -> None:
    shown = tables.execute("SELECT story, lineage, article, is_root FROM story_articles")
    assert sorted(shown) == sorted(
        (lineage.story, lineage.id, one, int(one == lineage.root))
        for lineage in harbour().lineages
        for one in lineage.articles
    )


def test_only_the_newest_version_of_an_article_is_current(tmp_path: Path) -> None:
    with Store.create(tmp_path / "a") as store, store.writing():
        for name in ("old", "new"):
            store.add_version("key", read_closely(name).article, custody=FROM_DISK)
    with _opened(tmp_path / "a") as tables:
        shown = tables.execute("SELECT article, version, read_at FROM current_articles").fetchall()
    assert shown == [("new", 2, FROM_DISK.read_at)]


def test_characters_beyond_the_first_plane_shift_nothing(tmp_path: Path) -> None:
    text = 'The 🚢🚢 sailed. "Ça suffit, 👩‍👩‍👧 go home," Ada Lund said. 𝔘nd 12 boats sank.'
    known = read_closely("a", text)
    assert known.quotations
    with Store.create(tmp_path / "a") as store, store.writing():
        number = store.add_version("a", known.article, custody=FROM_DISK)
        store.keep_reading(number, known, through="claims")
    with _opened(tmp_path / "a") as tables:
        words = tables.execute("SELECT words FROM quotations ORDER BY start").fetchall()
        figures = tables.execute("SELECT words FROM quantities ORDER BY start").fetchall()
    assert words == [(one.span.of(text),) for one in known.quotations]
    assert figures == [(one.span.of(text),) for one in known.quantities]


def test_every_view_can_be_looked_at_before_anything_is_in_it(tmp_path: Path) -> None:
    Store.create(tmp_path / "a").close()
    with _opened(tmp_path / "a") as tables:
        views = tables.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()
        shown = [tables.execute(f"SELECT * FROM {name}").fetchall() for (name,) in views]
    assert shown == [[] for _ in views]
    assert len(views) > 10


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The tables as another program opens them."""
    tables = sqlite3.connect(path)
    try:
        yield tables
    finally:
        tables.close()


def test_datasette_takes_the_search_for_that_of_the_texts(tables: sqlite3.Connection) -> None:
    query = (  # datasette.utils.detect_fts_sql
        "SELECT name FROM sqlite_master WHERE rootpage = 0"
        " AND sql LIKE '%VIRTUAL TABLE%USING FTS%content=\"versions\"%'"
    )
    assert tables.execute(query).fetchall() == [("articles_fts",)]


def test_no_finding_is_lost_on_the_way_to_its_table(tables: sqlite3.Connection) -> None:
    counted = {
        name: tables.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
        for name in ("claims", "derivations", "variants", "actors", "profiles")
    }
    assert counted == {name: len(getattr(harbour(), name)) for name in counted}
