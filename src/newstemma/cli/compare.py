"""`newstemma compare`: what one text changed in another."""

from __future__ import annotations

import argparse
import json
import shutil
import sys

from newstemma.cli.inputs import add_pair_options, chosen_pair
from newstemma.cli.output import show
from newstemma.collate.doubts import doubts
from newstemma.collate.faithfulness import Faithfulness, assess
from newstemma.collate.variants import variants
from newstemma.records import Severity, Variant, VariantKind
from newstemma.report.terminal import comparison, faithfulness
from newstemma.views.changes import Wanted

__all__ = ["register"]

_KINDS = tuple(sorted(VariantKind))
_SEVERITIES = tuple(Severity)


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    command = commands.add_parser(
        "compare",
        help="what a retelling kept, dropped, bent and added",
        description="Collates a retelling with its source, whether or not it was made from it, "
        "and names every change with the words on both sides.",
    )
    add_pair_options(command, "source", "retelling")
    _add_filters(command)
    command.set_defaults(run=_run)


def _add_filters(command: argparse.ArgumentParser) -> None:
    group = command.add_argument_group("filters")
    for name, choices, what in (
        ("kind", _KINDS, "changes of this kind"),
        ("severity", _SEVERITIES, "changes that reach so far"),
    ):
        group.add_argument(
            f"--{name}",
            metavar=name.upper(),
            action="append",
            default=[],
            choices=choices,
            help=f"only {what}; may be given more than once ({', '.join(choices)})",
        )


def _run(chosen: argparse.Namespace) -> int:
    source, retelling = chosen_pair(chosen)
    changes = variants(retelling, (source,))
    faith = assess(retelling, (source,), changes)
    wanted = Wanted(
        kinds=frozenset(map(VariantKind, chosen.kind)),
        severities=frozenset(map(Severity, chosen.severity)),
    )
    doubted = tuple(filter(wanted.has, doubts(retelling, (source,), faith.deductions)))
    if chosen.format == "json":
        show(_json(tuple(filter(wanted.has, changes)), faith, doubted))
        return 0
    width, color = shutil.get_terminal_size().columns, sys.stdout.isatty()
    below = faithfulness(retelling, faith.score, doubted, width=width, color=color)
    above = comparison(retelling, source, changes, width=width, color=color, wanted=wanted)
    show(f"{above}\n\n{below}")
    return 0


def _json(changes: tuple[Variant, ...], faith: Faithfulness, doubted: tuple[Variant, ...]) -> str:
    from newstemma.export.json import variant_row  # pydantic only where JSON leaves

    rows, unsure = (
        [variant_row(one).model_dump(mode="json") for one in each] for each in (changes, doubted)
    )
    told = {"faithfulness": round(faith.score, 4), "changed": round(faith.changed, 4)}
    return json.dumps({**told, "variants": rows, "doubts": unsure}, indent=2, ensure_ascii=False)
