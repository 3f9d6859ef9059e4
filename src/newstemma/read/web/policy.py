"""How the web is asked: what is allowed, how long it may take, how much it may send."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address, ip_network

from newstemma.errors import NewstemmaError
from newstemma.read.options import DEFAULT_MAX_ARTICLE_BYTES
from newstemma.version import __version__

__all__ = ["USER_AGENT", "Policy"]

USER_AGENT = f"Newstemma/{__version__}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What may be fetched, and how politely.

    All times are seconds. `deadline` bounds one request as a whole, from looking up the name to
    the last byte; `idle` bounds each wait for the next byte. `delay` is the pause between two
    pages of one host; a site that asks in its robots.txt for more gets it, up to
    `longest_delay`. `max_bytes` bounds a body after decompression, `max_listed` the pages that
    are fetched because one sitemap lists them.

    `networks` are networks whose addresses may be fetched though they are not public, such as
    `10.20.0.0/16` for an archive in one's own house. `names` are pairs of a host's name and the
    address to use for it in place of DNS; the address is checked like any other.

    Raises `NewstemmaError` where a network, an address or a limit makes no sense.
    """

    deadline: float = 60.0
    idle: float = 20.0
    delay: float = 1.0
    longest_delay: float = 30.0
    max_bytes: int = DEFAULT_MAX_ARTICLE_BYTES
    max_redirects: int = 5
    max_listed: int = 1000
    hosts_at_once: int = 64
    ports: tuple[int, ...] = (80, 443, 8080, 8443)
    networks: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        limits = (self.deadline, self.idle, self.max_bytes, self.max_listed, self.hosts_at_once)
        pauses = (self.delay, self.longest_delay, self.max_redirects)
        if not (all(limit > 0 for limit in limits) and all(pause >= 0 for pause in pauses)):
            raise NewstemmaError("the limits of fetching must be positive")
        counts = (self.max_bytes, self.max_redirects, self.max_listed, self.hosts_at_once)
        if not all(isinstance(count, int) for count in (*counts, *self.ports)):
            raise NewstemmaError("the counts and ports of fetching must be whole numbers")
        self._check_addresses()

    def _check_addresses(self) -> None:
        try:
            for network in self.networks:
                ip_network(network)
            for _, address in self.names:
                ip_address(address)
        except ValueError as error:
            raise NewstemmaError(f"no network or address: {error}") from None
