"""Where results go, and what is never overwritten."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from newstemma.cli import main, report
from tests.cli.test_report import CHILD, PARENT

NOT_ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
POSIX = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files on this system")


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, text in (("a.txt", PARENT), ("b.txt", CHILD)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def never(*_: object, **__: object) -> None:
    raise AssertionError("the work began")


def newstemma(*arguments: str, **streams: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "newstemma", *arguments]
    return subprocess.run(command, check=False, **streams)  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize("target", ["pile", "nowhere/page.html"])
def test_what_cannot_be_written_is_said_before_the_work(
    pile: Path, target: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(report, "analyze", never)
    assert main(["report", str(pile), "-o", str(pile.parent / target)]) == 2
    assert "cannot write" in capfd.readouterr().err


@NOT_ROOT
def test_a_read_only_file_stays_as_it_is(pile: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("old")
    page.chmod(0o444)
    assert main(["report", str(pile), "-o", str(page)]) == 2
    assert page.read_text() == "old"


@pytest.mark.parametrize("target", ["a.txt", "other/../a.txt"])
def test_an_article_is_never_overwritten(
    pile: Path, target: str, capfd: pytest.CaptureFixture[str]
) -> None:
    (pile / "other").mkdir()
    assert main(["report", str(pile), "-o", str(pile / target)]) == 2
    assert "one of the articles" in capfd.readouterr().err
    assert (pile / "a.txt").read_text(encoding="utf-8") == PARENT


def test_the_metadata_table_is_never_overwritten(pile: Path, tmp_path: Path) -> None:
    table = tmp_path / "about.csv"
    table.write_text("path,publisher\na.txt,The Ostrel Bell\n")
    assert main(["report", str(pile), "--metadata", str(table), "-o", str(table)]) == 2
    assert "Ostrel Bell" in table.read_text()


def test_the_last_report_is_replaced_and_is_no_article_of_the_next(
    pile: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    page = pile / "newstemma-report.html"
    assert main(["report", str(pile), "-o", str(page)]) == 0
    first = page.read_bytes()
    capfd.readouterr()
    assert main(["report", str(pile), "-o", str(page)]) == 0
    assert "3 articles" not in capfd.readouterr().out
    assert page.read_bytes() == first


def test_a_report_that_is_named_as_an_article_is_refused(
    pile: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    assert main(["report", str(pile), "-o", str(page)]) == 0
    assert main(["quotes", str(page)]) == 2
    assert "a report that Newstemma wrote" in capfd.readouterr().err


@POSIX
def test_a_pipe_is_written_into_and_not_replaced(pile: Path, tmp_path: Path) -> None:
    pipe, received = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: received.append(pipe.read_bytes()), daemon=True)
    reader.start()
    assert main(["report", str(pile), "-o", str(pipe)]) == 0
    reader.join(timeout=30)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert received[0].startswith(b"<!doctype html>")


@POSIX
def test_a_link_is_followed(pile: Path, tmp_path: Path) -> None:
    link, page = tmp_path / "link.html", tmp_path / "page.html"
    link.symlink_to(page)
    assert main(["report", str(pile), "-o", str(link)]) == 0
    assert link.is_symlink()
    assert page.read_bytes().startswith(b"<!doctype html>")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("command", [("report", "--format", "json"), ("quotes",)])
def test_a_full_output_is_one_line_and_exit_2(pile: Path, command: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = newstemma(*command, str(pile), stdout=full, stderr=subprocess.PIPE)
    assert ended.returncode == 2
    assert b"cannot write to standard output" in ended.stderr
    assert b"Traceback" not in ended.stderr
    assert b"Exception" not in ended.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_progress_that_nobody_can_take_stops_nothing(pile: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = newstemma(
            "report", str(pile), "--format", "json", stdout=subprocess.PIPE, stderr=full
        )
    assert ended.returncode == 0
    assert ended.stdout.rstrip().endswith(b"}")


@POSIX
def test_closed_streams_are_no_bug(pile: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    call = f'exec "{sys.executable}" -m newstemma report "{pile}"'
    quiet = subprocess.run(["sh", "-c", f'{call} -o "{page}" >&- 2>&-'], check=False)
    assert quiet.returncode == 0
    assert page.exists()
    mute = subprocess.run(
        ["sh", "-c", f"{call} --format json >&-"], check=False, stderr=subprocess.PIPE
    )
    assert mute.returncode == 2
    assert b"no standard output" in mute.stderr


def test_an_interruption_is_one_line_and_leaves_no_file(
    pile: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    def interrupted(self: Path, target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    assert main(["report", str(pile), "-o", str(tmp_path / "page.html")]) == 130
    assert capfd.readouterr().err.endswith("newstemma: interrupted\n")
    assert [path.name for path in tmp_path.iterdir()] == ["pile"]


def test_a_file_name_cannot_steer_the_terminal(
    pile: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (pile / "x\x1b[31m.txt").write_bytes(b"")
    assert main(["report", str(pile), "--format", "md"]) == 1
    shown = capfd.readouterr()
    assert "\x1b" not in shown.out + shown.err


@pytest.mark.parametrize("jobs", ["0", "-3", "two", "²"])
def test_a_number_of_jobs_is_a_number_from_one_up(
    jobs: str, pile: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["report", str(pile), f"--jobs={jobs}"])
    assert ended.value.code == 2
    assert "not a number from 1 up" in capfd.readouterr().err
