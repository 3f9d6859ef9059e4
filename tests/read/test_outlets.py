"""The table of outlets as a user writes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newstemma.errors import InputMissing, NewstemmaError
from newstemma.read.outlets import read_outlets
from newstemma.records import Outlet, OutletKind


def _read(folder: Path, text: str) -> tuple[Outlet, ...]:
    path = folder / "outlets.csv"
    path.write_text(text, encoding="utf-8")
    return read_outlets(str(path))


def test_a_table_gives_names_owners_and_domains(tmp_path: Path) -> None:
    wire, paper = _read(
        tmp_path,
        "name;kind;owner;domains;aliases\n"
        "Harbour Wire;wire;;hw.example|WIRE.example;HW | the HW\n"
        "Skarrow Times;;Skarrow Holding;;\n",
    )
    assert wire == Outlet(
        name="Harbour Wire",
        kind=OutletKind.WIRE,
        domains=("hw.example", "wire.example"),
        aliases=("HW", "the HW"),
    )
    assert paper == Outlet(name="Skarrow Times", owner="Skarrow Holding")


def test_columns_may_be_missing_and_cells_quoted(tmp_path: Path) -> None:
    (one,) = _read(tmp_path, 'owner,name\n"Holm, Reyl & Co.",Skarrow Times\n')
    assert one == Outlet(name="Skarrow Times", owner="Holm, Reyl & Co.")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "the table is empty"),
        ("kind,owner\nwire,x\n", 'there is no column "name"'),
        ("name,colour\nA,b\n", "unknown columns: colour"),
        ("name,owner\nA\n", "line 2 has 1 cells, the first line 2"),
        ("name,owner\n,B\n", "line 2 does not say which name"),
        ("name,kind\nA,paper\n", "line 2: the kind 'paper' is none of wire, outlet, owner"),
        ("name,aliases\nA,x\nB,X\n", "lines 2 and 3 both have x"),
        ("name,domains\nA,x.example\nB,x.example\n", "lines 2 and 3 both have x.example"),
    ],
)
def test_a_table_that_is_none_stops_the_run_and_says_where(
    tmp_path: Path, text: str, reason: str
) -> None:
    with pytest.raises(NewstemmaError, match=r"outlets\.csv") as caught:
        _read(tmp_path, text)
    assert reason in str(caught.value)


def test_a_table_that_is_not_there_is_a_slip_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(InputMissing, match="no such file"):
        read_outlets(str(tmp_path / "none.csv"))
    with pytest.raises(NewstemmaError, match="it is a folder"):
        read_outlets(str(tmp_path))
