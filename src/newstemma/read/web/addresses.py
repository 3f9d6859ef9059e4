"""Which IP addresses may be connected to: those of the public internet, and no others.

The tables are IANA's registries of special-purpose addresses (RFC 6890), as the standard
library has them. For IPv6 the rule is the other way round: of all there is, only 2000::/3 has
been given out to be reached by everybody (RFC 4291, section 2.4), and of that, the ranges that
carry an IPv4 address inside are left out: they lead wherever that one leads.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

__all__ = ["is_allowed"]

_GIVEN_OUT = IPv6Network("2000::/3")
_RELAYS = IPv4Network("192.88.99.0/24")  # to 6to4 (RFC 7526); some tables have it as public
_LEFT_OUT = (
    IPv6Network("2001::/32"),  # Teredo
    IPv6Network("2002::/16"),  # 6to4
    IPv6Network("3fff::/20"),  # documentation (RFC 9637)
)
_ISATAP = frozenset((0x00005EFE, 0x02005EFE))  # before the IPv4 address (RFC 5214, section 6.1)


def is_allowed(address: str, networks: tuple[str, ...] = ()) -> bool:
    """Whether an address is public, or in one of `networks`.

    >>> is_allowed("93.184.215.14"), is_allowed("10.0.0.1"), is_allowed("10.0.0.1", ("10.0.0.0/8",))
    (True, False, True)
    """
    ip = ip_address(address.partition("%")[0])
    if any(ip in ip_network(network) for network in networks):
        return True
    return _is_public(ip)


def _is_public(ip: IPv4Address | IPv6Address) -> bool:
    if not ip.is_global or ip.is_multicast or ip.is_reserved or ip.is_unspecified:
        return False
    if isinstance(ip, IPv4Address):
        return ip not in _RELAYS
    isatap = int(ip) >> 32 & 0xFFFFFFFF in _ISATAP
    return ip in _GIVEN_OUT and not isatap and not any(ip in network for network in _LEFT_OUT)
