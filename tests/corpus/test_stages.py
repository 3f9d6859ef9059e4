"""Stages that are whole or not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from newstemma.corpus.job import Job
from newstemma.corpus.options import ReuseOptions
from newstemma.corpus.stages import Stage, chained, do, is_done
from newstemma.progress import quiet


@pytest.fixture
def job(tmp_path: Path) -> Job:
    return Job(files=(), lines=0, work=tmp_path, options=ReuseOptions(), progress=quiet)


def writing(text: str) -> Stage:
    def run(job: Job, folder: Path) -> None:
        (folder / "file").write_text(text, encoding="utf-8")

    return Stage(name="s", version=1, run=run)


def test_a_stage_is_done_for_its_key_only(job: Job) -> None:
    do(writing("x"), job, "key")
    assert is_done(job.work / "s", "key")
    assert not is_done(job.work / "s", "other")


def test_a_stage_with_a_file_missing_or_cut_is_not_done(job: Job) -> None:
    do(writing("x"), job, "key")
    (job.work / "s" / "file").write_text("", encoding="utf-8")
    assert not is_done(job.work / "s", "key")
    (job.work / "s" / "file").unlink()
    assert not is_done(job.work / "s", "key")


@pytest.mark.parametrize("manifest", [b"", b"[]", b"{}", b'{"key": "key", "files": [1]}', b"\xff"])
def test_a_damaged_manifest_is_none(job: Job, manifest: bytes) -> None:
    do(writing("x"), job, "key")
    (job.work / "s" / "manifest.json").write_bytes(manifest)
    assert not is_done(job.work / "s", "key")


def test_what_fails_leaves_the_earlier_folder(job: Job) -> None:
    def fail(job: Job, folder: Path) -> None:
        (folder / "file").write_text("half", encoding="utf-8")
        raise OSError(28, "No space left on device")

    do(writing("whole"), job, "key")
    with pytest.raises(OSError, match="No space"):
        do(Stage(name="s", version=1, run=fail), job, "key2")
    assert is_done(job.work / "s", "key")
    assert (job.work / "s" / "file").read_text(encoding="utf-8") == "whole"


def test_files_of_an_attempt_with_another_key_are_not_used(job: Job) -> None:
    partial = job.work / "s.partial"
    partial.mkdir()
    (partial / "key").write_bytes(b"old")
    (partial / "stale").write_bytes(b"x")
    do(writing("x"), job, "new")
    assert sorted(path.name for path in (job.work / "s").iterdir()) == [
        "file",
        "key",
        "manifest.json",
    ]


def test_keys_tell_all_that_they_are_made_with_apart() -> None:
    keys = [chained("a", "b"), chained("a", "b", 1), chained("a", "b", "1"), chained("ab")]
    assert len({*keys}) == len(keys)
