"""The command line: data on standard output, progress and complaints on standard error."""

from newstemma.cli.main import main

__all__ = ["main"]
