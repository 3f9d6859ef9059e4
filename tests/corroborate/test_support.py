"""Origins and lineages are counted, never articles, and in doubt fewer."""

from __future__ import annotations

from newstemma.corroborate.origins import Source
from newstemma.corroborate.support import Stated, Support, support
from newstemma.records import Grade, SourceKind

MAYOR = Source(key="Ada Brand", name="Ada Brand", kind=SourceKind.PERSON)
CHIEF = Source(key="Jon Hale", name="Jon Hale", kind=SourceKind.PERSON)
OFFICIALS = Source(key=SourceKind.COLLECTIVE, name="officials", kind=SourceKind.COLLECTIVE)
INSIDER = Source(key=SourceKind.ANONYMOUS, name="an insider", kind=SourceKind.ANONYMOUS)
NOBODY = Source(key=SourceKind.NONE, name=None, kind=SourceKind.NONE)
WORDS = "the dam at the old mill broke on monday".split()


def _voice(key: str) -> Source:
    return Source(key=key, name=None, kind=None)


def _stated(article: str, source: Source, line: str, steps: int = 0, words: str = "") -> Stated:
    return Stated(
        place=article, source=source, lineages=(line,), steps=steps, words=tuple(words.split())
    )


def _counted(found: Support) -> list[str | None]:
    return [origin.name for origin in found.origins if origin.counts]


def test_copies_of_one_report_are_an_echo() -> None:
    found = support([_stated(name, _voice("line"), "line") for name in "abcd"])
    assert found.grade is Grade.ECHOED
    assert len(found.origins) == 1


def test_two_people_in_two_lineages_corroborate() -> None:
    found = support([_stated("a", MAYOR, "one"), _stated("b", CHIEF, "two")])
    assert found.grade is Grade.CORROBORATED


def test_two_people_in_one_lineage_do_not() -> None:
    found = support([_stated("a", MAYOR, "one"), _stated("b", CHIEF, "one")])
    assert found.grade is Grade.ECHOED


def test_one_person_in_two_lineages_is_one_origin() -> None:
    found = support([_stated("a", MAYOR, "one"), _stated("b", MAYOR, "two")])
    assert found.grade is Grade.ECHOED
    assert found.origins[0].lineages == ("one", "two")


def test_two_lineages_in_their_own_voices_corroborate() -> None:
    found = support([_stated("a", _voice("one"), "one"), _stated("b", _voice("two"), "two")])
    assert found.grade is Grade.CORROBORATED


def test_two_outlets_of_one_house_are_one_origin() -> None:
    found = support([_stated("a", _voice("house"), "one"), _stated("b", _voice("house"), "two")])
    assert found.grade is Grade.ECHOED


def test_the_unnamed_cannot_be_told_from_each_other() -> None:
    found = support([_stated("a", OFFICIALS, "one"), _stated("b", INSIDER, "two")])
    assert found.grade is Grade.ECHOED
    assert len(_counted(found)) == 1


def test_the_unnamed_cannot_be_told_from_who_is_named() -> None:
    found = support([_stated("a", OFFICIALS, "one"), _stated("b", MAYOR, "two")])
    assert found.grade is Grade.ECHOED
    assert _counted(found) == ["Ada Brand"]


def test_who_drops_the_source_has_it_from_there() -> None:
    found = support([_stated("a", MAYOR, "one"), _stated("b", _voice("one"), "one", steps=1)])
    assert [origin.name for origin in found.origins] == ["Ada Brand"]
    assert found.origin_of == (0, 0)


def test_who_changes_the_source_adds_no_origin() -> None:
    found = support([_stated("a", MAYOR, "one"), _stated("b", CHIEF, "one", steps=1)])
    assert _counted(found) == ["Ada Brand"]


def test_eight_words_in_a_row_are_nobodys_own() -> None:
    words = " ".join(WORDS)
    told = [
        _stated("a", _voice("one"), "one", words=words),
        _stated("b", _voice("two"), "two", words=words),
    ]
    assert support(told).grade is Grade.ECHOED


def test_seven_words_in_a_row_may_be() -> None:
    told = [
        _stated("a", _voice("one"), "one", words=" ".join(WORDS[:7])),
        _stated("b", _voice("two"), "two", words=" ".join(WORDS[:7])),
    ]
    assert support(told).grade is Grade.CORROBORATED


def test_what_is_repeated_forty_times_in_one_article_counts_once() -> None:
    found = support([_stated("a", _voice("one"), "one")] * 40)
    assert found.grade is Grade.UNSOURCED
    assert len(found.origins) == 1


def test_one_article_with_a_source_has_a_single_origin() -> None:
    assert support([_stated("a", MAYOR, "one")]).grade is Grade.SINGLE_ORIGIN


def test_nobody_is_no_origin_that_counts() -> None:
    found = support([_stated("a", NOBODY, "one"), _stated("b", MAYOR, "two")])
    assert found.grade is Grade.ECHOED
    assert _counted(found) == ["Ada Brand"]


def test_a_digest_is_counted_with_the_parent_that_says_so() -> None:
    digest = Stated(place="c", source=_voice("two"), lineages=("one", "two"), steps=1)
    found = support([_stated("a", MAYOR, "one"), digest])
    assert found.lineages == ("one",)
    assert found.grade is Grade.ECHOED


def test_an_origin_is_called_as_nearest_to_the_root() -> None:
    spelt = Source(key="Ada Brand", name="Ada Brandt", kind=SourceKind.PERSON)
    later = [_stated(name, spelt, "one", steps=1) for name in "bcd"]
    found = support([*later, _stated("e", MAYOR, "one")])
    assert [origin.name for origin in found.origins] == ["Ada Brand"]
