"""Taking articles away, and judging."""

from __future__ import annotations

from pathlib import Path

import pytest

from newstemma import collection
from newstemma.errors import NewstemmaError
from newstemma.read.judgements import Judgement, JudgementKind
from newstemma.store import Store
from tests.collection.made import BRIDGE, BRIEF, MUSEUM, REPRINT, add, written


def test_what_is_taken_away_leaves_no_trace_in_the_tree(store: Store, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", a=BRIDGE, b=REPRINT, d=MUSEUM)
    add(store, folder)
    assert collection.remove([str(folder / "a.txt")], store) == 1
    found = collection.analysis(store)
    assert found.derivations == ()
    assert len(found.witnesses) == len(found.stories) == 2


def test_what_was_taken_away_can_be_added_again(store: Store, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", a=BRIDGE, b=REPRINT)
    add(store, folder)
    before = collection.analysis(store)
    collection.remove([str(folder / "b.txt")], store)
    assert add(store, folder).new == 1
    assert collection.analysis(store) == before


def test_the_last_of_a_neighbourhood_takes_it_along(store: Store, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", d=MUSEUM)
    add(store, folder)
    collection.remove([str(folder / "d.txt")], store)
    assert collection.analysis(store).stories == ()


def test_other_neighbourhoods_are_not_touched(store: Store, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", a=BRIDGE, b=REPRINT, d=MUSEUM)
    add(store, folder)
    (before,) = store.neighbourhoods([3])
    collection.remove([str(folder / "a.txt")], store)
    assert store.neighbourhoods([3]) == (before,)


def test_a_name_of_nothing_takes_nothing_away(store: Store, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", a=BRIDGE)
    add(store, folder)
    with pytest.raises(NewstemmaError, match=r"b\.txt: no such article"):
        collection.remove([str(folder / "a.txt"), "b.txt"], store)
    assert len(collection.analysis(store).witnesses) == 1


def test_a_name_of_several_articles_takes_nothing_away(store: Store, tmp_path: Path) -> None:
    add(store, written(tmp_path / "in", a=BRIDGE), written(tmp_path / "more", a=MUSEUM))
    with pytest.raises(NewstemmaError, match=r"a\.txt: 2 articles are called so"):
        collection.remove(["a.txt"], store)


def _judged(kind: JudgementKind, left: Path, right: Path) -> Judgement:
    return Judgement(kind=kind, left=str(left), right=str(right), line=1)


def test_a_judgement_is_kept_through_later_drawings(store: Store, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", a=BRIDGE, c=BRIEF)
    add(store, folder)
    assert collection.analysis(store).derivations
    one = _judged(JudgementKind.NOT_DERIVED, folder / "c.txt", folder / "a.txt")
    assert collection.judge([one], store).drawn == 1
    assert collection.analysis(store).derivations == ()
    add(store, written(tmp_path / "more", b=REPRINT))
    ids = {one.article.path[-5]: one.id for one in collection.analysis(store).witnesses}
    edges = {(edge.child, edge.parent) for edge in collection.analysis(store).derivations}
    assert (ids["c"], ids["a"]) not in edges
    assert edges


def test_a_judgement_joins_two_stories(store: Store, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", a=BRIDGE, d=MUSEUM)
    add(store, folder)
    collection.judge([_judged(JudgementKind.SAME_STORY, *sorted(folder.iterdir()))], store)
    (story,) = collection.analysis(store).stories
    assert len(story.articles) == 2


def test_a_judgement_of_one_article_is_refused(store: Store, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", a=BRIDGE)
    add(store, folder)
    same = _judged(JudgementKind.SAME_STORY, folder / "a.txt", folder / "a.txt")
    with pytest.raises(NewstemmaError, match="name two"):
        collection.judge([same], store)
    assert store.judgements() == ()


def test_a_judgement_by_path_holds_for_every_text_of_the_article(
    store: Store, tmp_path: Path
) -> None:
    first = written(tmp_path / "in", a=BRIDGE, c=BRIEF)
    add(store, first)
    collection.judge([_judged(JudgementKind.NOT_DERIVED, first / "c.txt", first / "a.txt")], store)
    add(store, written(tmp_path / "in", c=f"{BRIEF} Divers go down again on Monday."))
    path = {one.id: one.article.path[-5:] for one in collection.analysis(store).witnesses}
    assert sorted(path.values()) == ["a.txt", "c.txt", "c.txt"]
    edges = collection.analysis(store).derivations
    assert {(path[edge.child], path[edge.parent]) for edge in edges} == {("c.txt", "c.txt")}


def test_a_judgement_by_id_is_of_that_text_alone(store: Store, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", a=BRIDGE, c=BRIEF)
    add(store, folder)
    ids = {one.article.path[-5]: one.id for one in collection.analysis(store).witnesses}
    one = Judgement(kind=JudgementKind.NOT_DERIVED, left=ids["c"], right=ids["a"], line=1)
    collection.judge([one], store)
    (said,) = store.judgements()
    assert (said.left, said.right) == (ids["c"], ids["a"])
    assert collection.analysis(store).derivations == ()


def test_a_judgement_outlives_its_article(store: Store, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", a=BRIDGE, c=BRIEF)
    add(store, folder)
    one = _judged(JudgementKind.NOT_DERIVED, folder / "c.txt", folder / "a.txt")
    collection.judge([one], store)
    collection.remove([str(folder / "c.txt")], store)
    add(store, folder)
    found = collection.analysis(store)
    assert len(found.witnesses) == 2
    assert found.derivations == ()


def test_the_opposite_of_a_judgement_undoes_it(store: Store, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", a=BRIDGE, c=BRIEF)
    add(store, folder)
    for kind in (JudgementKind.NOT_DERIVED, JudgementKind.DERIVED):
        collection.judge([_judged(kind, folder / "c.txt", folder / "a.txt")], store)
    assert len(collection.analysis(store).derivations) == 1


def test_names_are_judged_wherever_both_stand(store: Store, tmp_path: Path) -> None:
    add(store, written(tmp_path / "in", a=BRIDGE, d=MUSEUM))
    kind = JudgementKind.SAME_PERSON
    both = Judgement(kind=kind, left="Ilse Varga", right="Varga", line=1)
    assert collection.judge([both], store).drawn == 1
    apart = Judgement(kind=kind, left="Ilse Varga", right="Tomas Renk", line=1)
    assert collection.judge([apart], store).drawn == 0
