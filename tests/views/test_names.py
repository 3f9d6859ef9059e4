"""What articles are called."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstemma.views.names import names, siglum
from tests.report import builder


@given(st.lists(st.integers(0, 20_000), unique=True, max_size=50))
def test_no_two_articles_share_a_siglum(indexes: list[int]) -> None:
    assert len({siglum(index) for index in indexes}) == len(indexes)


def test_files_of_the_same_name_are_told_apart_by_their_folder() -> None:
    paths = ["desk/a/story.txt", "desk/b/story.txt", "desk/b/other.txt"]
    witnesses = [builder.plain(f"w{n}", builder.WIRE, path=p) for n, p in enumerate(paths)]
    called = names([one.article for one in witnesses])
    assert [one.file for one in called.values()] == ["a/story.txt", "b/story.txt", "other.txt"]


def test_an_article_without_a_title_is_called_by_its_file() -> None:
    witness = builder.plain("w", "Nothing here has a title.", title=" ", path="in/x.txt")
    assert names([witness.article])["w"].title == "x.txt"
