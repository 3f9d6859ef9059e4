"""`newstemma reuse`: which articles of a corpus share text, as tables."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from newstemma.cli.bar import Bar
from newstemma.cli.inputs import add_row_options, add_text_format, complaint, positive
from newstemma.cli.output import show
from newstemma.errors import NewstemmaError
from newstemma.report.plain import one_line
from newstemma.views.wording import count

if TYPE_CHECKING:
    from newstemma.corpus import ReuseOptions, ReuseSummary
    from newstemma.corpus.summary import StageRun
    from newstemma.spark import SparkSummary

__all__ = ["register"]

_EXTRA = frozenset(("numba", "pyarrow"))
_SPARK_EXTRA = frozenset(("pandas", "py4j", "pyspark"))
_UNITS = {"aligning": "pair"}

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
    _add_engine(command.add_argument_group("past one machine"))
    command.set_defaults(run=_run)


def _add_engine(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--engine",
        choices=("local", "spark"),
        default="local",
        help="what runs it: this process, or Spark, which needs pip install 'newstemma[spark]' "
        "and Java 17; the rows are the same (default: %(default)s)",
    )
    group.add_argument(
        "--master",
        metavar="URL",
        default="local[*]",
        help="where Spark is; IN and OUT are on file systems that it reads (default: %(default)s)",
    )
    group.add_argument(
        "--trees",
        action="store_true",
        help="on Spark: then draw the family tree of each family, as more tables",
    )


def _run(chosen: argparse.Namespace) -> int:
    try:
        from newstemma.corpus import ReuseOptions  # brings what only this command needs

        options = ReuseOptions(
            fields=tuple(chosen.fields),
            max_article_bytes=chosen.max_article_bytes,
            jobs=chosen.jobs,
        )
        if chosen.engine == "spark":
            return _run_on_spark(chosen, options)
        if chosen.trees:
            raise NewstemmaError("--trees needs --engine spark; on one machine use `report`")
        return _run_here(chosen, options)
    except ModuleNotFoundError as error:
        needed = (error.name or "").partition(".")[0]
        if needed not in _EXTRA | _SPARK_EXTRA:
            raise
        extra = "spark" if needed in _SPARK_EXTRA else "corpus"
        raise NewstemmaError(
            f"this command needs {error.name}: pip install 'newstemma[{extra}]'"
        ) from None


def _run_on_spark(chosen: argparse.Namespace, options: ReuseOptions) -> int:
    from newstemma.spark import SparkOptions, draw_families, reuse_on_spark

    spark = SparkOptions(master=chosen.master)
    found = reuse_on_spark(
        chosen.paths, chosen.out, options=options, spark=spark, progress=Bar(_UNITS)
    )
    undrawn = draw_families(chosen.out, spark=spark) if chosen.trees else 0
    show(json.dumps(asdict(found), indent=2) if chosen.format == "json" else _spark_text(found))
    if undrawn:
        complaint(f"{count(undrawn, 'family', 'families')} too large: {found.out}/undrawn.parquet")
    if found.failures:
        complaint(f"{count(found.failures, 'failure')}: {found.out}/failures.parquet")
    return 1 if found.failures else 0


def _spark_text(found: SparkSummary) -> str:
    lines = [
        count(found.articles, "article"),
        count(found.pairs, "pair") + " with shared text",
        count(found.passages, "passage"),
        count(found.families, "family", "families"),
        "",
        *(f"{name:<12}{seconds:>8,.1f} s" for name, seconds in found.seconds.items()),
        "",
        f"Tables: {found.out}",
    ]
    return "\n".join(lines)


def _run_here(chosen: argparse.Namespace, options: ReuseOptions) -> int:
    from newstemma.corpus import reuse

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
