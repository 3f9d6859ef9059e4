"""`newstemma reuse`: which articles of a corpus share text, as tables."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from newstemma.cli.bar import Bar
from newstemma.cli.inputs import add_row_options, add_text_format, complaint, positive
from newstemma.cli.output import show
from newstemma.errors import NewstemmaError
from newstemma.report.plain import one_line
from newstemma.views.wording import count

if TYPE_CHECKING:
    from newstemma.corpus import ReuseSummary
    from newstemma.corpus.summary import StageRun

__all__ = ["register"]

_EXTRA = frozenset(("numba", "pyarrow"))
_UNITS = {"aligning": "pairs"}

_EPILOG = """\
IN is JSON Lines or Parquet (.gz, folders, globs, - for standard input), one article a row:
  {"id": "w1", "series": "Coast Wire", "text": "The ferry Halcyon ...", "date": "2024-05-06"}
passim's {id, series, text} works as it is; other fields come out again in clusters.parquet.

OUT is a folder. What comes out:
  pairs.parquet     two articles that share text: how much of each, and why they were compared
  passages.parquet  where: code-point offsets into both texts
  clusters.parquet  every article with its family and the family's most complete member
  failures.parquet  what could not be read, and why

example:
  newstemma reuse news-2024/*.jsonl.gz reuse-2024 --jobs 2
  duckdb -c "SELECT kind, count(*) FROM 'reuse-2024/pairs.parquet' GROUP BY kind"

A run that was cut short goes on where it was when the same command is given again.
"""


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    command = commands.add_parser(
        "reuse",
        help="which articles of a corpus share text: pairs, passages, families as Parquet",
        description="Finds every pair of articles in a corpus of any size that share text: copies, "
        "\nshared passages, and rewrites. Needs the extra: pip install 'newstemma[corpus]'",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument(
        "paths", nargs="+", metavar="IN", help="files, folders, globs, or - for standard input"
    )
    command.add_argument("out", metavar="OUT", help="the folder that is written to")
    add_text_format(command, "the figures, for other programs")
    group = command.add_argument_group("reading")
    add_row_options(group)
    group.add_argument(
        "--jobs",
        metavar="N",
        type=positive,
        default=1,
        help="threads; the output is the same (default: %(default)s)",
    )
    command.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    try:
        from newstemma.corpus import ReuseOptions, reuse  # brings what only this command needs
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        raise NewstemmaError(
            f"this command needs {error.name}: pip install 'newstemma[corpus]'"
        ) from None
    options = ReuseOptions(
        fields=tuple(chosen.fields), max_article_bytes=chosen.max_article_bytes, jobs=chosen.jobs
    )
    found = reuse(chosen.paths, chosen.out, options=options, progress=Bar(_UNITS))
    show(json.dumps(_row(found), indent=2) if chosen.format == "json" else _text(found))
    for failure in found.first_failures:
        complaint(f"{failure.place}: {failure.reason}")
    if more := found.failures - len(found.first_failures):
        complaint(f"and {more:,} more in {found.out / 'failures.parquet'}")
    return 1 if found.failures else 0


def _row(found: ReuseSummary) -> dict[str, object]:
    return {
        "out": str(found.out),
        "articles": found.articles,
        "failures": found.failures,
        "candidates": found.candidates,
        "pairs": found.pairs,
        "kinds": dict(found.kinds),
        "passages": found.passages,
        "families": found.families,
        "in_families": found.in_families,
        "biggest": [
            {"cluster": one.cluster, "representative": one.representative, "size": one.size}
            for one in found.biggest
        ],
        "seconds": {stage.name: stage.seconds for stage in found.stages},
        "peak_mb": found.peak_mb,
    }


def _text(found: ReuseSummary) -> str:
    kinds = ", ".join(f"{number:,} {kind}" for kind, number in found.kinds.items())
    left_out = f", {count(found.failures, 'failure')}" if found.failures else ""
    lines = [
        count(found.articles, "article") + left_out,
        count(found.pairs, "pair") + f" with shared text{': ' * bool(kinds)}{kinds}",
        count(found.passages, "passage"),
        f"{count(found.families, 'family', 'families')} of {count(found.in_families, 'article')}",
    ]
    if found.biggest:
        lines += ["", "The largest, by their most complete member:"]
        lines += [f"{one.size:>8,}  {one_line(one.representative)}" for one in found.biggest]
    lines += ["", *(_stage(stage, found) for stage in found.stages)]
    if found.peak_mb is not None:
        lines.append(f"peak memory {found.peak_mb:,.0f} MB")
    return "\n".join([*lines, "", f"Tables: {found.out}"])


def _stage(stage: StageRun, found: ReuseSummary) -> str:
    if stage.seconds is None:
        return f"{stage.name:<12} done before"
    items, unit = (
        (found.candidates, "pairs") if stage.name == "align" else (found.articles, "articles")
    )
    rate = items / max(stage.seconds, 1e-3)
    return f"{stage.name:<12}{stage.seconds:>8,.1f} s {rate:>12,.0f} {unit}/s"
