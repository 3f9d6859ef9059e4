"""Adding articles: at once, one by one, again, changed, cut short."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from itertools import permutations
from multiprocessing import get_context
from pathlib import Path

import pytest

from newstemma import collection
from newstemma.collection import How, adding, grafting
from newstemma.pipeline import Through, analysed, close_reading, witnesses
from newstemma.records import DerivationKind, RawArticle, TextSource
from newstemma.settings import Settings
from newstemma.store import Store
from tests.collection.made import BRIDGE, BRIEF, DIGEST, MUSEUM, REPRINT, add, written

TEXTS = {"a": BRIDGE, "b": REPRINT, "c": BRIEF, "d": MUSEUM}


def test_all_at_once_is_what_a_report_finds(store: Store, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", **TEXTS)
    add(store, folder)
    read, _ = witnesses(folder, settings=Settings())
    report = analysed(read, through=Through.LINEAGE)
    found = collection.analysis(store)
    assert found.stories == report.stories
    assert found.lineages == report.lineages
    assert found.derivations == report.derivations
    assert found.relations == report.relations


def test_claims_and_variants_are_those_of_a_report(store: Store, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", a=BRIDGE, c=BRIEF, d=MUSEUM)
    collection.add(folder, store)
    read, _ = witnesses(folder, settings=Settings())
    report = analysed(read)
    found = collection.analysis(store)
    assert report.variants
    assert found.witnesses == report.witnesses
    assert found.variants == report.variants
    assert found.actors == report.actors
    assert found.claims == report.claims
    assert found.profiles == report.profiles


@pytest.mark.parametrize("order", [*permutations("abcd")][::7])
def test_the_order_of_adding_does_not_matter(
    order: tuple[str, ...], store: Store, tmp_path: Path
) -> None:
    folder = written(tmp_path / "in", **TEXTS)
    for name in order:
        add(store, folder / f"{name}.txt")
    read, _ = witnesses(folder, settings=Settings())
    report = analysed(read, through=Through.LINEAGE)
    found = collection.analysis(store)
    assert found.lineages == report.lineages
    assert found.derivations == report.derivations


def test_what_nobody_tells_is_stored_without_comparing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = written(tmp_path / "in", a=BRIDGE, d=MUSEUM)
    read, _ = witnesses(folder, settings=Settings())
    report = analysed(read, through=Through.LINEAGE)
    monkeypatch.delattr("newstemma.lineage.family.kinship")
    add(store, folder)
    found = collection.analysis(store)
    assert (found.stories, found.lineages) == (report.stories, report.lineages)
    with pytest.raises(NameError):
        add(store, written(tmp_path / "more", b=REPRINT))


def test_what_is_there_already_is_left_alone(store: Store, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", **TEXTS)
    first = add(store, folder)
    before = list(_tables(store.path))
    again = add(store, folder)
    assert (first.new, again.new, again.unchanged) == (4, 0, 4)
    assert list(_tables(store.path)) == before


def test_a_changed_text_is_an_update_of_the_one_before(store: Store, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", a=BRIDGE)
    add(store, folder)
    written(folder, a=BRIDGE.replace("6.2 million", "8.4 million"))
    added = add(store, folder)
    found = collection.analysis(store)
    (edge,) = found.derivations
    assert (added.new, added.updated) == (1, 1)
    assert edge.kind is DerivationKind.UPDATE
    assert [one.signal for one in edge.evidence] == ["version"]
    texts = {one.id: one.text for one in found.witnesses}
    assert "8.4" in texts[edge.child]


def test_another_text_at_the_same_path_is_no_update(store: Store, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", a=BRIDGE)
    add(store, folder)
    written(folder, a=MUSEUM)
    add(store, folder)
    assert collection.analysis(store).derivations == ()
    assert len(collection.analysis(store).stories) == 2


def test_a_new_text_is_told_its_place(store: Store, tmp_path: Path) -> None:
    add(store, written(tmp_path / "in", a=BRIDGE, d=MUSEUM))
    (alone,) = add(store, written(tmp_path / "more", c=BRIEF)).placed
    assert not alone.independent
    assert alone.parents == (str(tmp_path / "in" / "a.txt"),)
    assert (alone.articles, alone.lineages) == (2, 1)


def test_a_digest_joins_what_stood_apart(store: Store, tmp_path: Path) -> None:
    add(store, written(tmp_path / "in", a=BRIDGE, d=MUSEUM))
    assert len(store.neighbourhoods([1, 2])) == 2
    add(store, written(tmp_path / "more", e=DIGEST))
    assert len(store.neighbourhoods([1, 2, 3])) == 1


def test_texts_that_were_only_kept_are_drawn_when_touched(store: Store, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", a=BRIDGE, d=MUSEUM)
    collection.add(folder, store, through=Through.READ)
    assert collection.analysis(store).stories == ()
    add(store, written(tmp_path / "more", c=BRIEF))
    (story,) = collection.analysis(store).stories
    assert len(story.articles) == 2


def test_texts_that_were_only_kept_are_drawn_when_added_again(store: Store, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", **TEXTS)
    collection.add(folder, store, through=Through.READ)
    again = add(store, folder)
    assert (again.new, again.unchanged, len(again.placed)) == (0, 4, 4)
    assert len(collection.analysis(store).stories) == 2
    assert add(store, folder).redrawn == 0


def test_a_fuller_adding_reads_what_it_touches_closely(store: Store, tmp_path: Path) -> None:
    add(store, written(tmp_path / "in", a=BRIDGE, d=MUSEUM))
    collection.add(written(tmp_path / "more", c=BRIEF), store)
    through = store.through([1, 2, 3])
    assert through == {1: "claims", 2: "read", 3: "claims"}
    assert collection.analysis(store).variants


def test_a_text_that_comes_back_is_known(store: Store, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", a=BRIDGE)
    add(store, folder)
    add(store, written(folder, a=BRIEF))
    assert add(store, written(folder, a=BRIDGE)).unchanged == 1


def test_it_is_kept_when_an_archive_took_its_copy(store: Store, tmp_path: Path) -> None:
    raw = RawArticle(path="a.warc", text=BRIDGE, text_source=TextSource.FILE, fetched="2026-05-02")
    with close_reading(Settings(), through=Through.LINEAGE) as read:
        collection.add_articles([raw], store, read=read, how=How(through=Through.LINEAGE))
    custody = store.custody(1)
    assert custody is not None
    assert (custody.read_from, custody.fetched) == ("a.warc", "2026-05-02")


def test_a_line_about_no_article_is_told_once_a_run(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "_BATCH", 2)
    table = tmp_path / "about.csv"
    table.write_text("path,title\nabsent.txt,Nothing\n", encoding="utf-8")
    told = Settings(metadata=str(table))
    folder = written(tmp_path / "in", **TEXTS)
    added = collection.add(folder, store, settings=told, through=Through.LINEAGE)
    assert [one.path.rpartition("/")[2] for one in added.failures] == ["about.csv#2"]


def test_equal_texts_at_two_paths_are_two_articles(store: Store, tmp_path: Path) -> None:
    added = add(store, written(tmp_path / "in", a=BRIDGE, b=BRIDGE))
    first, second = sorted(one.id for one in collection.analysis(store).witnesses)
    assert added.new == 2
    assert second == f"{first}-2"


def test_equal_texts_in_several_batches_are_numbered_in_order(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "_BATCH", 2)
    folder = written(tmp_path / "in", a=BRIDGE, b=MUSEUM, c=BRIDGE, d=BRIDGE)
    add(store, folder)
    found = collection.analysis(store).witnesses
    names = [one.id for one in found if one.text == BRIDGE]
    assert names == [names[0], f"{names[0]}-2", f"{names[0]}-3"]


def test_processes_side_by_side_make_the_same_collection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "_BATCH", 2)
    folder = written(tmp_path / "in", **TEXTS, e=DIGEST, f=BRIDGE)
    for jobs in (1, 2):
        with Store.open_to_write(tmp_path / f"{jobs}.newstemma") as made:
            settings = Settings(jobs=jobs)
            collection.add(folder, made, settings=settings, through=Through.LINEAGE)
    assert list(_tables(tmp_path / "1.newstemma")) == list(_tables(tmp_path / "2.newstemma"))


def test_what_stands_alone_is_read_no_further_than_a_lineage_needs(
    store: Store, tmp_path: Path
) -> None:
    add(store, written(tmp_path / "in", a=BRIDGE, c=BRIEF, d=MUSEUM))
    assert store.through([1, 2, 3]) == {1: "lineage", 2: "lineage", 3: "read"}
    assert store.drawn_through([1, 2, 3]) == dict.fromkeys([1, 2, 3], "lineage")


def test_long_articles_end_a_batch_sooner(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "_CHARACTERS", len(BRIDGE))
    told: list[int] = []
    rows = [
        RawArticle(path=name, text=text, text_source=TextSource.FILE)
        for name, text in TEXTS.items()
    ]
    with close_reading(Settings(), through=Through.LINEAGE) as read:
        how = How(through=Through.LINEAGE)
        collection.add_articles(
            rows, store, read=read, how=how, progress=lambda _, done, __: told.append(done)
        )
    assert told == [1, 2, 4, 4]


def test_what_cannot_be_read_is_written_down_once(store: Store, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", a=BRIDGE, empty="")
    assert len(add(store, folder).failures) == 1
    assert len(add(store, folder).failures) == 1
    assert len(store.failures()) == 1


def test_half_a_surrogate_pair_is_a_failure(store: Store, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"id": "x", "text": "A lone \\ud83d mark in a text of some words."}\n')
    added = add(store, rows)
    assert (added.new, len(added.failures)) == (0, 1)


def test_large_neighbourhoods_are_grafted_to_the_same_lineages(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = written(tmp_path / "in", **TEXTS)
    monkeypatch.setattr(grafting, "LIMIT", 2)
    monkeypatch.setattr(grafting, "_GROWTH", 10)
    for path in sorted(folder.iterdir()):
        add(store, path)
    read, _ = witnesses(folder, settings=Settings())
    report = analysed(read, through=Through.LINEAGE)
    found = collection.analysis(store)
    assert found.derivations == report.derivations
    assert {one.articles for one in found.lineages} == {one.articles for one in report.lineages}


def test_two_at_once_lose_nothing(tmp_path: Path) -> None:
    db = tmp_path / "made.newstemma"
    folders = written(tmp_path / "in", **TEXTS), written(tmp_path / "more", e=DIGEST, f=BRIEF)
    Store.create(db).close()
    context = get_context("fork")
    both = [context.Process(target=_add, args=(db, one)) for one in (*folders, folders[0])]
    for process in both:
        process.start()
    for process in both:
        process.join()
        assert process.exitcode == 0
    with Store.open_to_read(db) as store:
        found = collection.analysis(store)
    assert len(found.witnesses) == 6
    assert sorted(one for story in found.stories for one in story.articles) == sorted(
        one.id for one in found.witnesses
    )


def test_a_killed_adding_is_completed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "_BATCH", 2)
    folder = written(tmp_path / "in", **TEXTS, e=DIGEST, f=BRIEF.replace("shut", "closed"))
    whole = tmp_path / "whole.newstemma"
    _add(whole, folder)
    for number, wait in enumerate((0.02, 0.2, 0.4)):
        cut_short = tmp_path / f"{number}.newstemma"
        process = get_context("fork").Process(target=_add, args=(cut_short, folder))
        process.start()
        time.sleep(wait)
        process.kill()
        process.join()
        _add(cut_short, folder)
        assert list(_tables(cut_short)) == list(_tables(whole))


def _add(db: Path, folder: Path) -> None:
    with Store.open_to_write(db) as store:
        add(store, folder)


def _tables(path: Path) -> list[tuple[str, list[tuple[object, ...]]]]:
    """All rows but the clocks."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE temp.indexed USING fts5vocab (main, fingerprints, instance)"
        )
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%'"
            " AND name NOT LIKE 'fingerprints%' ORDER BY name"
        ).fetchall()
        found = []
        for name in ("indexed", *(name for (name,) in names)):
            columns = [row[1] for row in connection.execute(f"PRAGMA table_xinfo({name})")]
            kept = ", ".join(f'"{one}"' for one in columns if one not in ("read_at", name))
            found.append((name, connection.execute(f"SELECT {kept} FROM {name}").fetchall()))
    return found
