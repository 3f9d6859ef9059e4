"""Who publishes: outlets, the agencies whose copy they print, and who owns them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Outlet", "OutletKind"]


class OutletKind(StrEnum):
    """What an outlet is to the others."""

    WIRE = "wire"  # others print its reports and credit it
    OUTLET = "outlet"
    OWNER = "owner"  # owns outlets and publishes nothing itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """An outlet under its usual name, with its other names and the hosts of its pages."""

    name: str
    kind: OutletKind = OutletKind.OUTLET
    owner: str | None = None
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
