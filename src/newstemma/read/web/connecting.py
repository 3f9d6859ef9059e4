"""Connections to addresses that were checked.

The name is looked up here, once, and the connection goes to the very address that was checked:
nobody can answer a second look-up otherwise ("DNS rebinding"). Every hop passes through here.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterable
from functools import cache, partial
from typing import Any

import anyio
import certifi
import httpcore
from anyio import to_thread

from newstemma.errors import UnreadableArticle
from newstemma.read.web.addresses import is_allowed
from newstemma.read.web.policy import Policy

__all__ = ["CheckedNetwork", "trusted_certificates"]


class CheckedNetwork(httpcore.AsyncNetworkBackend):
    """Where connections are made. Raises `UnreadableArticle` before one that is not allowed."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._network = httpcore.AnyIOBackend()
        # Look-ups have threads of their own: the usual ones are few, and a dead server holds one.
        self._lookups = anyio.CapacityLimiter(policy.hosts_at_once)

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A stream to the first of the host's addresses that takes the connection."""
        if port not in self._policy.ports:
            raise UnreadableArticle(f"port {port} is none of the web's; it is not asked")
        refusal: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for address in await self._allowed(host, port):
            try:
                return _Stream(await self._network.connect_tcp(address, port, timeout))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                refusal = refusal or error
        assert refusal is not None
        raise refusal

    async def sleep(self, seconds: float) -> None:
        """Waits, as the interface asks for."""
        await anyio.sleep(seconds)

    async def _allowed(self, host: str, port: int) -> list[str]:
        found = await self._addresses(host, port)
        allowed = [ip for ip in found if is_allowed(ip, self._policy.networks)]
        if not allowed:
            raise UnreadableArticle(
                f"{host} is at {', '.join(found[:3])}, which is not on the public internet; "
                "if you may read it, save the page in your browser and give the file"
            )
        return allowed

    async def _addresses(self, host: str, port: int) -> list[str]:
        fixed = [address for name, address in self._policy.names if name == host]
        if fixed:
            return fixed
        try:
            found = await to_thread.run_sync(
                partial(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM),
                abandon_on_cancel=True,
                limiter=self._lookups,
            )
        except (OSError, UnicodeError):
            raise UnreadableArticle(
                f"no address was found for the host {host}; check its name and your connection"
            ) from None
        return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class _Stream(httpcore.AsyncNetworkStream):
    """A stream that is closed, too, where time runs out amid a handshake; the library leaves it."""

    def __init__(self, stream: httpcore.AsyncNetworkStream) -> None:
        self._stream = stream

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return await self._stream.read(max_bytes, timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._stream.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.AsyncNetworkStream:
        try:
            return await self._stream.start_tls(ssl_context, server_hostname, timeout)
        except BaseException:
            with anyio.CancelScope(shield=True):
                await self._stream.aclose()
            raise

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


@cache  # reading them costs as much as fetching a page
def trusted_certificates() -> ssl.SSLContext:
    """TLS that trusts what the system trusts, and Mozilla's list: some systems have none."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
