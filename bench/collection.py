"""Collections, ways in and Spark, in one table.

    python -m bench.collection [--data DIR] [--json] [--sizes 1000,10000,...] [--kills 200]

The parts are benchmarks of their own and say how each figure is measured:
`bench.collection_growth` what adding costs while a collection grows, `bench.collection_checks` a
check beside a full-text query, `bench.collection_kills` whether a collection survives `kill -9`,
`bench.ways_in` reading archives and pages, `bench.spark_rows` the same rows on Spark.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench import collection_growth, collection_kills, spark_rows, ways_in
from bench.figures import options, show

__all__ = ["measure"]

_SIZES = "1000,10000"


def main() -> None:
    """Prints the figures of all parts."""
    parser = options(__doc__ or "")
    parser.add_argument("--json", action="store_true", help="one flat object of numbers")
    parser.add_argument("--sizes", default=_SIZES, help="articles (default: %(default)s)")
    parser.add_argument("--kills", type=int, default=200, help="(default: %(default)s)")
    parser.add_argument(
        "--spark", type=int, default=100_000, help="articles on Spark (default: %(default)s)"
    )
    chosen = parser.parse_args()
    sizes = sorted({int(size) for size in chosen.sizes.split(",")})
    figures = measure(chosen.data, sizes, kills=chosen.kills, on_spark=chosen.spark)
    show(figures, as_json=chosen.json)


def measure(data: Path, sizes: Sequence[int], *, kills: int, on_spark: int) -> dict[str, float]:
    """The figures of all parts, each with its baseline."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return {
            **ways_in.measure(data),
            **collection_kills.measure(data, folder, tries=kills),
            **collection_growth.measure(data, sizes, folder),
            **spark_rows.spark_rows(data, [on_spark]),
        }


if __name__ == "__main__":
    main()
