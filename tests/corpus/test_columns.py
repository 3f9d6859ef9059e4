"""Fields of the input as typed columns."""

from __future__ import annotations

import pyarrow as pa

from newstemma.corpus.columns import kinds_of, merged, schema, typed_columns


def kinds(*rows: dict[str, object]) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows:
        for name, kind in kinds_of(row).items():
            found[name] = merged(found.get(name), kind)
    return found


def test_values_of_one_kind_keep_it() -> None:
    found = kinds({"n": 1, "x": 1.5, "ok": True, "who": "me"}, {"n": None})
    assert found == {"n": "int", "x": "float", "ok": "bool", "who": "text"}
    cells = typed_columns(['{"n":1,"x":1.5,"ok":true,"who":"me"}', "{}"], found)
    assert [column.to_pylist() for column in cells] == [
        [1, None],
        [True, None],
        ["me", None],
        [1.5, None],
    ]


def test_whole_numbers_and_others_are_numbers() -> None:
    found = kinds({"n": 1}, {"n": 2.5})
    assert typed_columns(['{"n":1}', '{"n":NaN}'], found)[0].type == pa.float64()


def test_values_of_several_kinds_are_json() -> None:
    found = kinds({"n": 1, "d": {"a": [1]}}, {"n": "one"}, {"big": 2**70})
    assert found == {"n": "json", "d": "json", "big": "json"}
    cells = typed_columns(['{"n":1,"d":{"a":[1]}}', f'{{"n":"one","big":{2**70}}}'], found)
    assert [column.to_pylist() for column in cells] == [
        [None, str(2**70)],
        ['{"a":[1]}', None],
        ["1", '"one"'],
    ]


def test_a_field_named_like_a_column_of_ours_is_renamed() -> None:
    named = [field.name for field in schema({"size": "int", "input_size": "int"}, ["size"])]
    assert named == ["input_size", "input_input_size"]
