"""`newstemma`: the commands and their options; each command's work is in its own module."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from newstemma.cli import (
    add,
    check,
    compare,
    explain,
    judge,
    quotes,
    remove,
    report,
    reuse,
    show,
    stories,
)
from newstemma.cli.inputs import complaint
from newstemma.errors import NewstemmaError
from newstemma.version import __version__

__all__ = ["main", "parser"]

_COMMANDS = (
    report,
    compare,
    explain,
    quotes,
    check,
    add,
    stories,
    show,
    judge,
    remove,
    reuse,
)

_EPILOG = """\
examples:
  newstemma report articles/                     a page: newstemma-report.html
  newstemma report *.html --format json > x.json everything, for other programs
  newstemma compare original.txt rewrite.txt     what the rewrite changed
  newstemma explain original.txt rewrite.txt     why one is held to come from the other
  newstemma quotes articles/ --format json       who said what
  newstemma check "Ten ships sank." articles/    which origins support it, or what they have
  newstemma add articles/ --db desk.newstemma    keep them; add tomorrow's to the same file
  newstemma show ferry.txt --db desk.newstemma    the story that an article belongs to
  newstemma reuse corpus.jsonl.gz out/           who shares text with whom, in a whole corpus

exit codes:
  0    every article was analysed
  1    some could not be read, or only in part; the others were analysed
  2    nothing could be analysed or written, or the command was wrong
  130  interrupted; no half-written file is left
"""


def parser() -> argparse.ArgumentParser:
    """The whole command line; the docs are tested against it."""
    top = argparse.ArgumentParser(
        prog="newstemma",
        description="Draws the family tree of a news story: which reports stand on their own,\n"
        "who was made from whom, what each retelling changed, and who said what.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"newstemma {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in _COMMANDS:
        command.register(commands)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code (0 all analysed, 1 some failed, 2 nothing could be).

    Errors that a user can mend are one line on standard error; a bug raises.
    """
    if sys.stderr is None:  # closed by the caller; print would turn to standard output
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    chosen = parser().parse_args(arguments)
    try:
        code: int = chosen.run(chosen)
    except NewstemmaError as error:
        complaint(str(error))
        code = 2
    except BrokenPipeError:  # the reader of a pipe, such as `head`, has had enough
        code = 0
    except KeyboardInterrupt:
        if sys.stderr.isatty():  # leaves the line that progress rewrites
            print(file=sys.stderr)
        complaint("interrupted")
        code = 130
    _let_go_of_output()
    return code


def _let_go_of_output() -> None:
    """Drops what standard output refused, which Python would try again, and fail, at its end."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
