"""Which articles a judgement means, and which judgements contradict each other."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.read.judged import meant
from newstemma.read.judgements import Judgement, JudgementKind
from newstemma.records import Article, Judgements, TextSource

_DERIVED, _NOT_DERIVED = JudgementKind.DERIVED, JudgementKind.NOT_DERIVED
_SAME, _DIFFERENT = JudgementKind.SAME_STORY, JudgementKind.DIFFERENT_STORY


def _article(name: str, path: str = "", url: str | None = None) -> Article:
    return Article(
        id=name,
        path=path or f"pile/{name}.txt",
        sha256="0" * 64,
        text="Rain.",
        text_source=TextSource.FILE,
        url=url,
    )


_PILE = [_article(name) for name in "abcdef"]


def _read(
    *rows: tuple[JudgementKind, str, str], pile: Sequence[Article] = _PILE
) -> tuple[Judgements, dict[int, str]]:
    found = [
        Judgement(kind=kind, left=left, right=right, line=line)
        for line, (kind, left, right) in enumerate(rows, start=1)
    ]
    judged, failures = meant(found, pile, path="judged.jsonl")
    lines = {int(one.path.removeprefix("judged.jsonl#")): one.reason for one in failures}
    assert all(reason.startswith(f"line {line}: ") for line, reason in lines.items())
    return judged, lines


# --- names of articles -------------------------------------------------------------------------


def test_an_article_is_meant_by_its_id_its_path_the_end_of_it_or_its_address() -> None:
    pile = [_article("id-1", "news/may/a.txt", "https://example.org/a"), _article("id-2", "b.txt")]
    for name in ("id-1", "news/may/a.txt", "./may/a.txt", "a.txt", "https://example.org/a"):
        judged, failures = _read((_DERIVED, "b.txt", name), pile=pile)
        assert (set(judged.derived), failures) == ({("id-2", "id-1")}, {})


def test_an_article_of_several_in_a_file_is_meant_by_what_its_path_ends_in() -> None:
    pile = [_article("x", "in/wire.jsonl#17"), _article("y", "in/wire.jsonl#18")]
    for name in ("in/wire.jsonl#17", "wire.jsonl#17", "17"):
        assert _read((_DERIVED, "y", name), pile=pile)[0].derived == {("y", "x")}


def test_the_whole_path_goes_before_the_end_of_another() -> None:
    pile = [_article("x", "a.txt"), _article("y", "old/a.txt"), _article("z", "b.txt")]
    assert _read((_DERIVED, "b.txt", "a.txt"), pile=pile)[0].derived == {("z", "x")}


def test_a_line_about_no_article_says_so() -> None:
    judged, failures = _read((_DERIVED, "a.txt", "missing.txt"))
    assert not judged
    assert "no article here is 'missing.txt'" in failures[1]


def test_a_line_that_may_mean_several_articles_names_them() -> None:
    pile = [_article("x", "may/a.txt"), _article("y", "june/a.txt"), _article("z", "b.txt")]
    judged, failures = _read((_DERIVED, "b.txt", "a.txt"), pile=pile)
    assert not judged
    assert "'a.txt' may be any of 2 articles (may/a.txt, june/a.txt)" in failures[1]


def test_an_article_is_not_judged_against_itself() -> None:
    judged, failures = _read((_DERIVED, "a.txt", "pile/a.txt"))
    assert not judged
    assert "both are pile/a.txt" in failures[1]


def test_judgements_of_names_are_no_business_of_articles() -> None:
    assert _read((JudgementKind.SAME_PERSON, "Ilse Brandt", "I. Brandt")) == (Judgements(), {})


# --- what goes together -------------------------------------------------------------------------


def test_the_later_of_two_opposite_lines_holds() -> None:
    judged, failures = _read((_DERIVED, "b", "a"), (_NOT_DERIVED, "b.txt", "a.txt"))
    assert judged == Judgements(not_derived=frozenset({("b", "a")}))
    assert failures == {1: "line 1: line 2 says the opposite and holds; remove one of them"}


def test_not_derived_one_way_goes_with_derived_the_other_way() -> None:
    judged, failures = _read((_DERIVED, "b", "a"), (_NOT_DERIVED, "a", "b"))
    assert (len(judged.derived), len(judged.not_derived), failures) == (1, 1, {})


def test_two_that_are_derived_from_each_other_are_both_refused() -> None:
    judged, failures = _read((_DERIVED, "b", "a"), (_DERIVED, "a", "b"), (_DERIVED, "d", "c"))
    assert judged.derived == {("d", "c")}
    assert "it contradicts line 2; none of them is used" in failures[1]
    assert "it contradicts line 1; none of them is used" in failures[2]


def test_a_circle_of_derivations_is_refused_and_names_its_lines() -> None:
    circle = [(_DERIVED, "b", "a"), (_DERIVED, "c", "b"), (_DERIVED, "a", "c")]
    judged, failures = _read((_DERIVED, "d", "a"), *circle)
    assert judged.derived == {("d", "a")}
    assert sorted(failures) == [2, 3, 4]
    assert "it contradicts lines 3 and 4 together" in failures[2]


def test_stories_that_are_one_by_others_and_two_by_name_are_refused() -> None:
    judged, failures = _read(
        (_SAME, "a", "b"), (_SAME, "c", "b"), (_DIFFERENT, "c", "a"), (_SAME, "d", "e")
    )
    assert judged == Judgements(same_story=frozenset({("d", "e")}))
    assert sorted(failures) == [1, 2, 3]
    assert "it contradicts lines 1 and 2 together" in failures[3]


def test_lines_that_say_the_same_twice_are_refused_together() -> None:
    judged, failures = _read(
        (_SAME, "a", "b"), (_SAME, "b.txt", "a"), (_SAME, "b", "c"), (_DIFFERENT, "a", "c")
    )
    assert (not judged, sorted(failures)) == (True, [1, 2, 3, 4])


def test_a_child_is_in_the_story_of_its_only_parent() -> None:
    judged, failures = _read((_DERIVED, "b", "a"), (_DIFFERENT, "a", "b"))
    assert (not judged, sorted(failures)) == (True, [1, 2])


def test_a_digest_may_have_parents_in_two_stories() -> None:
    rows = [(_DERIVED, "c", "a"), (_DERIVED, "c", "b"), (_DIFFERENT, "a", "b")]
    judged, failures = _read(*rows)
    assert (len(judged.derived), len(judged.different_story), failures) == (2, 1, {})


def test_a_long_circle_is_told_in_few_words() -> None:
    pile = [_article(f"n{i}") for i in range(2000)]
    rows = [(_DERIVED, f"n{i}", f"n{(i + 1) % 2000}") for i in range(2000)]
    judged, failures = _read(*rows, pile=pile)
    assert (not judged, len(failures)) == (True, 2000)
    assert max(map(len, failures.values())) < 200
    assert "and 1991 more together" in failures[1]


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([_DERIVED, _NOT_DERIVED, _SAME, _DIFFERENT]),
            st.sampled_from("abcd"),
            st.sampled_from("abcd"),
        ),
        max_size=10,
    )
)
def test_what_is_left_goes_together_and_no_line_is_lost(
    rows: list[tuple[JudgementKind, str, str]],
) -> None:
    judged, failures = _read(*rows)
    assert nx.is_directed_acyclic_graph(nx.DiGraph(judged.derived))
    assert not judged.derived & judged.not_derived
    joined = nx.Graph(judged.together())
    joined.add_nodes_from("abcd")
    assert not any(nx.has_path(joined, *pair) for pair in judged.different_story)
    used = {
        (
            kind,
            (left, right)
            if kind in (_DERIVED, _NOT_DERIVED)
            else (min(left, right), max(left, right)),
        )
        for line, (kind, left, right) in enumerate(rows, start=1)
        if line not in failures
    }
    kept = (
        {(_DERIVED, pair) for pair in judged.derived}
        | {(_NOT_DERIVED, pair) for pair in judged.not_derived}
        | {(_SAME, pair) for pair in judged.same_story}
        | {(_DIFFERENT, pair) for pair in judged.different_story}
    )
    assert used == kept
