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

    @property
    def of_one(self) -> Through:
        """How far an article has to be read that is drawn alone: a lineage of one is told by its
        words.

        >>> Through.LINEAGE.of_one, Through.COLLATE.of_one
        (<Through.READ: 'read'>, <Through.COLLATE: 'collate'>)
        """
        return self if self.reaches(Through.COLLATE) else Through.READ

    def reaches(self, stage: Through) -> bool:
        """Whether `stage` is gone through.

        >>> Through.COLLATE.reaches(Through.LINEAGE), Through.READ.reaches(Through.LINEAGE)
        (True, False)
        """
        order = list(Through)
        return order.index(self) >= order.index(stage)
