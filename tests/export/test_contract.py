"""The JSON contract and its schema in the docs say the same."""

from __future__ import annotations

import json
import re

from newstemma.export.contract import Report
from tests.data import REPOSITORY


def test_the_schema_in_the_docs_is_that_of_the_contract() -> None:
    written = (REPOSITORY / "docs" / "report.schema.json").read_text(encoding="utf-8")
    assert json.loads(written) == Report.model_json_schema()


def test_every_field_of_the_contract_is_in_the_docs() -> None:
    page = (REPOSITORY / "docs" / "json.md").read_text(encoding="utf-8")
    fields = {name for model in _models(Report) for name in model["properties"]}
    assert {name for name in fields if not re.search(rf"\b{name}\b", page)} == set()


def _models(model: type[Report]) -> list[dict[str, dict[str, object]]]:
    schema = model.model_json_schema()
    rows = [schema, *schema["$defs"].values()]
    return [row for row in rows if "properties" in row]
