"""Which treebank documents train the pipeline and which score it.

Of GUM only the genres whose texts are CC BY or CC BY-SA are used; its official test documents
are never read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from training.conllu import Document, documents

__all__ = ["GENRES", "ewt", "gum"]

GENRES = ("academic", "bio", "court", "interview", "news", "voyage")


def ewt(data: Path, part: str) -> tuple[Document, ...]:
    """The documents of English EWT; `part` is `train` or `dev`."""
    found = sorted((data / "ud_ewt").glob(f"en_ewt-ud-{part}*.conllu"))
    return tuple(document for path in found for document in documents(path))


def gum(data: Path, part: str) -> tuple[Document, ...]:
    """The documents of GUM in the openly licensed genres; `part` is `train` or `dev`."""
    return tuple(
        document
        for name in sorted(_split(data / "gum" / "splits.md", part))
        if name.split("_")[1] in GENRES
        for document in documents(data / "gum" / "conllu" / f"{name}.conllu")
    )


def _split(path: Path, part: str) -> Iterator[str]:
    """The names listed under the heading `part` of GUM's list of splits."""
    heading = ""
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        if line.startswith("## "):
            heading = line[3:].strip()
        elif heading == part and (item := re.match(r"\s*\*\s*(\w+)", line)):
            yield item[1]
