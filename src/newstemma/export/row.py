"""What every row of the contract is: a frozen record without fields that nobody documented."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

__all__ = ["Row"]


class Row(BaseModel):
    """A row of the contract."""

    model_config = ConfigDict(frozen=True, extra="forbid")
