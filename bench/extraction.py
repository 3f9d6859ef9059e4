"""How much of an article's body is found on a page, and how much that is not the body.

Shingles of four words of the body by hand against those of the text that was read; precision,
recall and F1 averaged over pages, as the Zyte article extraction benchmark does. The baseline is
trafilatura as it comes, without comments.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from statistics import fmean

from trafilatura import extract

from bench.figures import arguments, missing, show
from newstemma.read import read_articles
from newstemma.records import RawArticle

__all__ = ["main", "measure"]

_WORD = re.compile(r"\w+")
_SHINGLE = 4


def main() -> int:
    """Print the figures."""
    chosen = arguments(__doc__ or "")
    folder = chosen.data / "article_extraction"
    if not folder.is_dir():
        missing(folder)
        return 0
    show(measure(folder), as_json=chosen.json)
    return 0


def measure(folder: Path) -> dict[str, float]:
    """The figures over the pages and the truth in a folder, each with its baseline."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    bodies = {key: page["articleBody"] for key, page in truth.items()}
    plain = _figures(bodies, _plain(folder / "html"))
    baseline = {f"baseline.{name}": value for name, value in plain.items()}
    return _figures(bodies, _ours(folder / "html")) | baseline


def _ours(pages: Path) -> dict[str, str]:
    found = read_articles([pages])
    return {_name(Path(a.path)): a.text for a in found if isinstance(a, RawArticle)}


def _plain(pages: Path) -> dict[str, str]:
    packed = ((page, page.read_bytes()) for page in sorted(pages.glob("*.html.gz")))
    return {
        _name(page): extract(gzip.decompress(data), include_comments=False) or ""
        for page, data in packed
    }


def _name(page: Path) -> str:
    return page.name.partition(".")[0]


def _figures(bodies: Mapping[str, str], read: Mapping[str, str]) -> dict[str, float]:
    precision: list[float] = []
    recall: list[float] = []
    for key, body in bodies.items():
        true, found = _shingles(body), _shingles(read.get(key, ""))
        both = (true & found).total()
        precision += [both / found.total()] if found else []
        recall += [both / true.total()] if true else []
    p, r = fmean(precision), fmean(recall)
    return {"body.f1": 2 * p * r / (p + r), "body.precision": p, "body.recall": r}


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    if not words:
        return Counter()
    last = max(1, len(words) - _SHINGLE + 1)
    return Counter(tuple(words[i : i + _SHINGLE]) for i in range(last))


if __name__ == "__main__":
    sys.exit(main())
