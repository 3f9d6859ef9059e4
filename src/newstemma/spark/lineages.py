"""The second job: of each family of a finished search, who was made from whom.

A family is small where the corpus is large, so one worker draws its tree with the very functions
of `report`. A family over the limit is named in a table of its own, not left out in silence.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812, as everybody calls it
from pyspark.sql.pandas.types import from_arrow_schema

from newstemma.errors import NewstemmaError
from newstemma.lineage.family import Family, family
from newstemma.read import ReadOptions
from newstemma.read.row import row_article
from newstemma.records import Witness
from newstemma.spark.failing import explained
from newstemma.spark.frames import Steps, exists
from newstemma.spark.run import SparkOptions, refuse_existing
from newstemma.spark.session import session
from newstemma.text.cleaning import clean
from newstemma.text.parse import load
from newstemma.text.witness import witness

__all__ = ["MOST", "draw_families", "tree", "witness_of"]

MOST = 500  # articles of a family that is drawn

_PARSED = "en"
_IDS = pa.list_(pa.string())
_ROWS: Mapping[str, list[tuple[str, pa.DataType]]] = {
    "derivations": [
        ("child", pa.string()),
        ("parent", pa.string()),
        ("kind", pa.string()),
        ("probability", pa.float64()),
    ],
    "lineages": [
        ("id", pa.string()),
        ("story", pa.string()),
        ("root", pa.string()),
        ("lost_witness", pa.string()),
        ("articles", _IDS),
    ],
    "stories": [("id", pa.string()), ("title", pa.string()), ("articles", _IDS)],
    "lost_witnesses": [
        ("id", pa.string()),
        ("name", pa.string()),
        ("why", pa.string()),
        ("stands_for_it", pa.string()),
        ("children", _IDS),
    ],
}
_DRAWN = pa.schema(
    [
        ("family", pa.string()),
        *((name, pa.list_(pa.struct(columns))) for name, columns in _ROWS.items()),
    ]
)


def draw_families(out: str, *, most: int = MOST, spark: SparkOptions | None = None) -> int:
    """Draws the families of two to `most` articles that `reuse_on_spark` left in `out`.

    Writes the tables `derivations`, `lineages`, `stories` and `lost_witnesses`, each row with its
    `family`, beside those of the search, and `undrawn`, the families that are larger. Returns how
    many of these there are.

    Raises:
        NewstemmaError: there is no Spark, or no finished search, or the trees are there already;
            or Spark gave up.
    """
    chosen = spark or SparkOptions()
    with session(chosen.master, chosen.settings) as there:
        refuse_existing(there, f"{out}/stories.parquet")
        steps = Steps(there, f"{out}/work")
        if not exists(there, f"{out}/clusters.parquet/_SUCCESS"):
            raise NewstemmaError(f"{out} holds no finished search on Spark; run that first")
        clusters = there.read.parquet(f"{out}/clusters.parquet")
        sizes = clusters.where("size > 1").selectExpr("id", "cluster as family", "size")
        larger = sizes.where(F.col("size") > most).select("family", "size").distinct()
        with explained(f"{out}/work/trees and the tables of the trees"):
            drawn = _drawn(steps, sizes.where(F.col("size") <= most))
            for name in _ROWS:
                _table(drawn, name).write.parquet(f"{out}/{name}.parquet")
            larger.orderBy("family").write.parquet(f"{out}/undrawn.parquet")
            return there.read.parquet(f"{out}/undrawn.parquet").count()


def _drawn(steps: Steps, sizes: DataFrame) -> DataFrame:
    texts = steps.spark.read.parquet(f"{steps.folder}/articles")
    members = texts.select("id", "series", "text", "fields").join(sizes.drop("size"), "id")
    grouped = members.groupBy("family").applyInArrow(_tree_of, from_arrow_schema(_DRAWN))
    return steps.kept("trees", grouped)


def _table(drawn: DataFrame, name: str) -> DataFrame:
    rows = drawn.select("family", F.explode(name).alias("row"))
    columns = [column for column, _ in _ROWS[name]]
    order = columns[:2] if name == "derivations" else columns[:1]
    return rows.select("family", "row.*").orderBy("family", *order)


def _tree_of(table: pa.Table) -> pa.Table:
    read = [witness_of(row) for row in table.to_pylist()]
    return pa.Table.from_pylist([{"family": table["family"][0], **tree(read)}], _DRAWN)


def witness_of(row: Mapping[str, str | None]) -> Witness:
    """The article of a row (`id`, `series`, `text`, `fields` in JSON), read closely."""
    declared = json.loads(row["fields"] or "{}")
    value = {**declared, "text": row["text"], "publisher": row["series"]}
    article = clean(
        row_article(str(row["id"]), None, value, ReadOptions(), set()), id=str(row["id"])
    )
    return witness(article, load() if article.language == _PARSED else None)


def tree(read: list[Witness]) -> dict[str, list[dict[str, object]]]:
    """The rows that a family's articles make in each table."""
    found: Family = family(read)
    return {
        name: [
            {column: getattr(one, column) for column, _ in columns} for one in getattr(found, name)
        ]
        for name, columns in _ROWS.items()
    }
