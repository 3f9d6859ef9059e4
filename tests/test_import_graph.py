"""Data walks one way: a module imports only from rooms before its own."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "newstemma"
ROOMS = (
    "version",
    "errors",
    "records",
    "settings",
    "progress",
    "arborescence",
    "read",
    "text",
    "reuse",
    "corpus",
    "lineage",
    "spark",
    "collate",
    "corroborate",
    "store",
    "pipeline",
    "collection",
    "views",
    "report",
    "export",
    "cli",
    "__main__",
    "__init__",
)
MODULES = sorted(SOURCE.rglob("*.py"))


def _name(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(path: Path) -> set[str]:
    known = {_name(module) for module in MODULES}
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("newstemma"):
            assert node.level == 0
            named = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (named & known) or {str(node.module)}
    return found


def _room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_imports_only_from_its_own_room_and_those_before(path: Path) -> None:
    own = ROOMS.index(_room(_name(path)))
    assert {room for m in _imports(path) if ROOMS.index(room := _room(m)) > own} == set()


def test_no_module_imports_itself_in_a_circle() -> None:
    graph = {_name(path): _imports(path) - {_name(path)} for path in MODULES}
    assert list(TopologicalSorter(graph).static_order())


def test_no_module_outgrows_four_hundred_lines() -> None:
    assert [path.name for path in MODULES if len(_filled_lines(path)) > 400] == []


def _filled_lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
