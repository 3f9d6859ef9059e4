"""What the tests of formats share: a file's articles and failures, and a page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from newstemma.read import ReadOptions, read_articles
from newstemma.records import Failure, RawArticle

BODY = (
    "The ferry Marigold ran aground off Skell Point on Monday evening with forty people on board.",
    "“We heard a long scrape and then nothing at all,” said Ida Moor, who keeps the lighthouse.",
    "The coast guard took everybody ashore in two boats before the tide turned again at midnight.",
)
TEXT = "\n".join(BODY)
PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry aground</title></head>'
    f"<body><article>{''.join(f'<p>{line}</p>' for line in BODY)}</article></body></html>"
)


def read(
    path: Path, data: bytes | None = None, **options: object
) -> tuple[list[RawArticle], list[Failure]]:
    """The articles and the failures of a file, written first where `data` are given."""
    if data is not None:
        path.write_bytes(data)
    chosen = ReadOptions(**options)  # type: ignore[arg-type]
    items = list(read_articles([path], options=chosen))
    assert all(item.path.startswith(path.as_posix()) for item in items)
    articles = [item for item in items if isinstance(item, RawArticle)]
    return articles, [item for item in items if isinstance(item, Failure)]


def refusal(path: Path, data: bytes, **options: object) -> str:
    """Why a file is not read at all."""
    articles, (failure,) = read(path, data, **options)
    assert articles == []
    assert failure.path == path.as_posix()
    return failure.reason


def labels(items: Iterable[RawArticle | Failure]) -> list[str]:
    """The part of each path after the file."""
    return [item.path.partition("#")[2] for item in items]
