"""The rows of a story's tree."""

from __future__ import annotations

from dataclasses import replace

from newstemma.lineage.judged import JUDGED
from newstemma.records import DerivationKind, Found
from newstemma.views import page
from newstemma.views.records import Branch, LinkKind, Node, NodeRole
from tests.report import builder
from tests.report.forests import Told, analysed, chain, tree_of


def _rows(nodes: tuple[Node, ...]) -> list[str]:
    return [node.article.siglum if node.article else node.heading for node in nodes]


def test_a_child_stands_below_its_parent_and_the_earliest_child_first() -> None:
    tree = page(builder.ferry()).stories[0].tree
    assert _rows(tree.nodes) == ["Nordfjord Wire", "G", "D", "F", "B", "A", "E"]
    assert [node.parent for node in tree.nodes] == [None, 0, 1, 1, 1, 1, None]


def test_every_independent_report_has_its_number_once() -> None:
    stories = page(builder.ferry()).stories
    numbers = [node.report for story in stories for node in story.tree.nodes if node.report]
    assert numbers == [1, 2, 3]


def test_a_digest_hangs_on_its_likeliest_parent_and_is_linked_to_the_other() -> None:
    tree = page(builder.ferry()).stories[0].tree
    rows = _rows(tree.nodes)
    second = [link for link in tree.links if link.kind is LinkKind.SECOND_PARENT]
    assert [(rows[link.left], rows[link.right]) for link in second] == [("E", "A")]
    assert tree.nodes[rows.index("A")].how == "digest of G and E, likely (81%)"


def test_a_derivation_that_somebody_judged_says_so() -> None:
    ferry = builder.ferry()
    edge = replace(ferry.derivations[0], evidence=(JUDGED,))
    tree = page(replace(ferry, derivations=(edge, *ferry.derivations[1:]))).stories[0].tree
    assert any("as judged by a person" in node.how for node in tree.nodes)


def test_there_is_a_time_axis_where_one_article_of_many_has_no_date() -> None:
    ferry = builder.ferry()
    first = ferry.witnesses[0]
    undated = replace(first, article=replace(first.article, published=None))
    tree = page(replace(ferry, witnesses=(undated, *ferry.witnesses[1:]))).stories[0].tree
    row = next(node for node in tree.nodes if node.article and node.article.siglum == "A")
    assert tree.axis
    assert row.place is None
    assert "no date" in row.details


def test_a_date_that_is_none_is_shown_as_it_is_and_places_nothing() -> None:
    ferry = builder.ferry()
    first = ferry.witnesses[0]
    article = replace(first.article, published=Found(value="last Tuesday"))
    odd = replace(ferry, witnesses=(replace(first, article=article), *ferry.witnesses[1:]))
    tree = page(odd).stories[0].tree
    row = next(node for node in tree.nodes if "last Tuesday" in node.details)
    assert row.place is None


def test_dates_with_and_without_a_zone_can_be_compared() -> None:
    ferry = builder.ferry()
    dates = ["2025-03-05T06:00+02:00", "2025-03-04", "2025-03"]
    changed = tuple(
        replace(one, article=replace(one.article, published=Found(value=date)))
        for one, date in zip(ferry.witnesses, dates, strict=False)
    )
    tree = page(replace(ferry, witnesses=(*changed, *ferry.witnesses[3:]))).stories[0].tree
    places = [node.place for node in tree.nodes if node.place is not None]
    assert min(places) == 0
    assert max(places) == 1


def test_leaves_of_one_parent_are_folded_only_when_they_are_many() -> None:
    few = page(builder.copies(9)).stories[0].tree
    many = page(builder.copies(10)).stories[0].tree
    assert NodeRole.FOLDED not in {node.role for node in few.nodes}
    assert [node.heading for node in many.nodes][-1] == "and 4 more reprints"


def test_derivations_in_a_circle_still_give_every_article_one_row() -> None:
    ferry = builder.ferry()
    turned = replace(ferry.derivations[2], child="wire", parent="clickpress")
    tree = page(replace(ferry, derivations=(*ferry.derivations, turned))).stories[0].tree
    assert sorted(_rows(tree.nodes)) == ["A", "B", "D", "E", "F", "G", "Nordfjord Wire"]


def test_an_article_whose_parent_cannot_be_told_stands_with_its_lineage() -> None:
    ferry = builder.ferry()
    undecided = tuple(edge for edge in ferry.derivations if edge.child != "vardal")
    story = page(replace(ferry, derivations=undecided)).stories[0]
    row = next(node for node in story.tree.nodes if node.article and node.article.siglum == "F")
    assert (row.role, row.how, row.parent) == (NodeRole.COUNTED, "counted with report 1", None)
    assert _rows(story.tree.nodes)[-2:] == ["F", "E"]


def test_a_digest_stands_below_its_parent_even_in_another_lineage() -> None:
    ferry = builder.ferry()
    likelier = replace(ferry.derivations[1], probability=0.95)
    others = (ferry.derivations[0], *ferry.derivations[2:])
    tree = page(replace(ferry, derivations=(likelier, *others))).stories[0].tree
    assert _rows(tree.nodes)[-2:] == ["E", "A"]
    assert tree.nodes[-1].parent == len(tree.nodes) - 2


def test_articles_of_unknown_order_stand_beside_each_other_in_one_report() -> None:
    told = [Told(), Told(is_beside=True), Told((1,), kind=DerivationKind.EDIT)]
    tree = tree_of(analysed(told))
    assert [node.branch for node in tree.nodes] == [None, Branch.UNKNOWN, Branch.EDIT]
    assert tree.nodes[1].role is NodeRole.COUNTED
    assert tree.nodes[1].how == "before or after A: cannot tell"
    assert tree.links == ()


def test_each_report_is_a_band_of_its_own_with_what_its_lost_witness_left() -> None:
    told = [Told(), Told((0,)), Told(), Told((2,), kind=DerivationKind.REWRITE), Told()]
    tree = tree_of(analysed(told, lost=True))
    assert [(band.first, band.end) for band in tree.bands] == [(0, 3), (3, 5), (5, 6)]
    assert tree.nodes[0].role is NodeRole.LOST
    assert [node.branch for node in tree.nodes[:3]] == [None, Branch.LOST, Branch.REPRINT]


def test_the_share_is_what_runs_on_as_in_the_parent() -> None:
    shares = {
        node.article.siglum: node.share
        for node in page(builder.ferry()).stories[0].tree.nodes
        if node.article and node.share is not None
    }
    assert shares["D"] > 0.85 > shares["F"] > 0.5 > shares["B"]


def test_a_digest_of_very_many_names_a_few_of_its_parents() -> None:
    told = [*(Told() for _ in range(9)), Told(tuple(range(9)), kind=DerivationKind.DIGEST)]
    row = next(node for node in tree_of(analysed(told)).nodes if node.branch is Branch.DIGEST)
    assert row.how.startswith("digest of A, B, C, D and 5 more, ")


def test_what_is_folded_of_several_kinds_is_told_as_articles() -> None:
    fold = next(node for node in tree_of(chain(40)).nodes if node.folded)
    assert fold.heading == f"and {len(fold.folded)} more articles"
    assert [node.parent for node in fold.folded] == [None, *range(len(fold.folded) - 1)]


def test_reports_that_stand_alone_are_folded_when_they_are_many() -> None:
    tree = tree_of(analysed([Told() for _ in range(60)]))
    assert len(tree.nodes) == 6
    assert tree.nodes[-1].heading == "and 55 more independent reports"
