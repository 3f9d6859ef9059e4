"""What a person judged, as JSON Lines: each row checked, none lost for another's sake."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.errors import InputMissing, NewstemmaError
from newstemma.read.judgements import Judgement, JudgementKind, read_judgements
from newstemma.records import Failure

_SAME = {"judgement": "same-person", "left": "Ilse Brandt", "right": "I. Brandt"}


def _read(folder: Path, *rows: object) -> tuple[tuple[Judgement, ...], tuple[Failure, ...]]:
    path = folder / "judged.jsonl"
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_judgements(str(path))


def test_judgements_of_names_and_of_articles_are_read_in_their_order(tmp_path: Path) -> None:
    derived = {"judgement": "not-derived", "child": "b.txt", "parent": "a.txt", "note": "asked"}
    found, failures = _read(tmp_path, _SAME, "", derived)
    assert not failures
    assert [(one.kind, one.left, one.right, one.line) for one in found] == [
        (JudgementKind.SAME_PERSON, "Ilse Brandt", "I. Brandt", 1),
        (JudgementKind.NOT_DERIVED, "b.txt", "a.txt", 3),
    ]
    assert found[1].note == "asked"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("nonsense", "line 2: it is not valid JSON"),
        ([1], '"judgement" must be one of: same-person,'),
        ({**_SAME, "judgement": "maybe"}, '"judgement" must be one of'),
        ({**_SAME, "left": " "}, 'its "left" is empty'),
        ({**_SAME, "left": 7}, 'its "left" is not text'),
        ({"judgement": "same-person", "left": "Ilse Brandt"}, 'it has no "right"'),
        ({**_SAME, "who": "me"}, '"who" is no field of it'),
        ({"judgement": "derived", "child": "a.txt"}, 'it has no "parent"'),
    ],
)
def test_a_bad_row_is_a_failure_that_names_its_line(
    tmp_path: Path, row: object, reason: str
) -> None:
    found, (failure,) = _read(tmp_path, _SAME, row)
    assert len(found) == 1
    assert failure.path.endswith("judged.jsonl#2")
    assert failure.reason.startswith("line 2: ")
    assert reason in failure.reason


def test_the_later_of_two_opposite_judgements_holds_and_says_so(tmp_path: Path) -> None:
    opposite = {"judgement": "different-person", "left": "i. brandt", "right": "Ilse Brandt"}
    (one,), (failure,) = _read(tmp_path, _SAME, opposite)
    assert one.kind is JudgementKind.DIFFERENT_PERSON
    assert failure.reason == "line 1: line 2 says the opposite and holds; remove one of them"


def test_a_path_is_told_from_one_in_capitals(tmp_path: Path) -> None:
    rows = [{"judgement": "derived", "child": name, "parent": "c.txt"} for name in ("a", "A")]
    found, failures = _read(tmp_path, *rows)
    assert ([one.left for one in found], failures) == (["a", "A"], ())


def test_a_derivation_has_a_child_and_a_parent_and_a_story_two_sides(tmp_path: Path) -> None:
    one = {"judgement": "same-story", "left": "a.txt", "right": "b.txt"}
    found, (failure,) = _read(tmp_path, one, {**one, "judgement": "derived"})
    assert [one.kind for one in found] == [JudgementKind.SAME_STORY]
    assert 'it has no "child"; it has no "parent"' in failure.reason


def test_the_file_may_be_packed_and_marked_as_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "judged.jsonl.gz"
    path.write_bytes(gzip.compress(b"\xef\xbb\xbf" + json.dumps(_SAME).encode()))
    found, failures = read_judgements(str(path))
    assert (len(found), failures) == (1, ())


def test_a_file_that_is_not_there_is_a_slip_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(InputMissing, match="no such file"):
        read_judgements(str(tmp_path / "none.jsonl"))
    with pytest.raises(NewstemmaError):
        read_judgements(str(tmp_path))


@settings(max_examples=60)
@given(
    st.lists(
        st.text(max_size=30)
        | st.dictionaries(
            st.sampled_from(["judgement", "left", "right", "child", "parent", "note"]),
            st.text(max_size=8) | st.sampled_from(JudgementKind) | st.none() | st.integers(),
        ).map(json.dumps),
        max_size=6,
    )
)
def test_no_row_stops_the_run(tmp_path_factory: pytest.TempPathFactory, rows: list[str]) -> None:
    found, failures = _read(tmp_path_factory.mktemp("rows"), *rows)
    assert all(isinstance(one, Judgement) for one in found)
    assert all(failure.reason.startswith("line ") for failure in failures)
