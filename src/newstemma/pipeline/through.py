"""How far the stages are gone through."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Through"]


class Through(StrEnum):
    """The last stage that is gone through, each after the one before."""

    READ = "read"
    LINEAGE = "lineage"
    COLLATE = "collate"
    CLAIMS = "claims"

    def reaches(self, stage: Through) -> bool:
        """Whether `stage` is gone through.

        >>> Through.COLLATE.reaches(Through.LINEAGE), Through.READ.reaches(Through.LINEAGE)
        (True, False)
        """
        order = list(Through)
        return order.index(self) >= order.index(stage)
