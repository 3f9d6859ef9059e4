"""Text reuse in a corpus: what is found, how much of it is right, how fast, in how much memory.

    python -m bench.reuse [--data DIR] [--json] [--sizes 1000,20000,...]

Everything goes through `newstemma reuse` on a planted corpus (see `bench.planted`), and figures
that begin with `candidates.` through its first half alone. The baseline is datasketch's MinHash
on the same articles; rensa and text-dedup run beside it. Every process is fresh, and its memory
is the most that it held. With `--sizes 1000` a run is short, and leaves out what is slow.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench import alignment
from bench.figures import options, show
from bench.planted.chance import chance
from bench.planted.corpus import Planted, planted
from bench.planted.truth import Truth
from bench.reuse_checks import families, first_runs, same_bytes
from bench.reuse_runs import clusters, command, is_there, join, write
from bench.reuse_speed import speeds

__all__ = ["measure"]

_SIZES = "1000,20000"
_COPIES = (500, 5_000)
_LARGE = 20_000  # articles: a run of fewer is meant to be short, and leaves the slow figures out


def main() -> None:
    """Print the figures."""
    parser = options(__doc__ or "")
    parser.add_argument("--json", action="store_true", help="one flat object of numbers")
    parser.add_argument("--sizes", default=_SIZES, help="articles (default: %(default)s)")
    parser.add_argument(
        "--text-dedup",
        type=Path,
        default=Path(".venv-peers/bin/python"),
        metavar="PYTHON",
        help="a Python that has text-dedup (default: %(default)s)",
    )
    chosen = parser.parse_args()
    sizes = sorted({int(size) for size in chosen.sizes.split(",")})
    show(measure(chosen.data, sizes, text_dedup=chosen.text_dedup), as_json=chosen.json)


def measure(data: Path, sizes: Sequence[int], *, text_dedup: Path) -> dict[str, float]:
    """All figures, each with its baseline."""
    corpus = planted(data)
    if not corpus.articles:
        return {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        most = max(sizes)
        return {
            **(first_runs(corpus, folder) if most >= _LARGE else {}),
            **_found(corpus, folder),
            **chance(corpus),
            **speeds(corpus, sizes, folder, text_dedup_python=text_dedup),
            **families(corpus, [count for count in _COPIES if count <= most], folder),
            **same_bytes(corpus, folder),
            **alignment.measure(),
        }


def _found(corpus: Planted, folder: Path) -> dict[str, float]:
    """What is found among the real texts and the copies planted in them."""
    truth = Truth(corpus, corpus.articles)
    ids = [one.id for one in corpus.articles]
    path = write(corpus.articles, folder / "planted.jsonl")
    figures = dict(truth.figures(command(path, folder / "planted").pairs))
    figures["families.purity"] = truth.purity(clusters(folder / "planted"))
    runs = {"candidates": "candidates.", "datasketch": "baseline."}
    for run, prefix in runs.items():
        if run == "candidates" or is_there(run):
            found = truth.figures(join(run, path, ids).pairs)
            figures |= {prefix + key: value for key, value in found.items()}
    return figures


if __name__ == "__main__":
    main()
