"""One request, one answer: bounded in time and size, and every way to fail put into words."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import anyio
import httpcore

from newstemma.errors import UnreadableArticle
from newstemma.read.web.body import ACCEPTED_ENCODING, Body
from newstemma.read.web.policy import USER_AGENT, Policy

if TYPE_CHECKING:
    from newstemma.read.web.urls import Url

__all__ = ["Answer", "request"]

_OK = 200
_LATER = "try again later"
# What httpcore calls things, and what they mean for the person who gave the URL.
_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (httpcore.ConnectTimeout, f"the server did not take the connection in time; {_LATER}"),
    (httpcore.ReadTimeout, f"the server fell silent; {_LATER}"),
    (httpcore.ConnectError, f"the server did not take the connection; {_LATER}"),
    (httpcore.RemoteProtocolError, "what the server sent is no proper HTTP; check the URL"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered; the body is there for status 200, else it is empty.

    The names of `headers` are in lower case; of a header that came twice the first counts.
    `cut` says that there was more of the body than was allowed.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes = b""
    cut: bool = False


async def request(
    pool: httpcore.AsyncConnectionPool,
    url: Url,
    policy: Policy,
    *,
    headers: Mapping[str, str],
    max_bytes: int,
) -> Answer:
    """Asks for `url`, following nothing; a body is read up to `max_bytes`.

    Raises `UnreadableArticle` where there is no answer.
    """
    try:
        with anyio.fail_after(policy.deadline):
            return await _exchange(pool, _request(url, policy, headers), max_bytes)
    except TimeoutError:
        raise UnreadableArticle(
            f"it was not there in whole after {policy.deadline:g} seconds; {_LATER}"
        ) from None
    except ssl.SSLError:  # amid a body the library leaves it as it is
        raise UnreadableArticle(f"the secure connection broke; {_LATER}") from None
    except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError) as error:
        raise UnreadableArticle(_reason(error)) from None


def _request(url: Url, policy: Policy, headers: Mapping[str, str]) -> httpcore.Request:
    sent = {
        "Host": url.authority,
        "User-Agent": USER_AGENT,
        "Accept-Encoding": ACCEPTED_ENCODING,
        **headers,
    }
    address = httpcore.URL(
        scheme=url.scheme.encode(),
        host=url.host.encode(),
        port=url.port,
        target=url.target.encode(),
    )
    waits = dict.fromkeys(("connect", "read", "write", "pool"), policy.idle)
    return httpcore.Request(
        "GET", address, headers=list(sent.items()), extensions={"timeout": waits}
    )


async def _exchange(
    pool: httpcore.AsyncConnectionPool, sent: httpcore.Request, max_bytes: int
) -> Answer:
    response = await pool.handle_async_request(sent)
    try:
        headers = _headers(response)
        if response.status != _OK:
            return Answer(status=response.status, headers=headers)
        body = Body(headers.get("content-encoding", ""), max_bytes)
        await _fill(body, response)
        return Answer(status=response.status, headers=headers, body=body.held(), cut=body.overflows)
    finally:
        await response.aclose()


async def _fill(body: Body, response: httpcore.Response) -> None:
    async for piece in response.aiter_stream():
        body.feed(piece)
        if body.overflows:
            return


def _headers(response: httpcore.Response) -> dict[str, str]:
    """Header fields as text: UTF-8, or Latin-1 where that is what was sent."""
    found: dict[str, str] = {}
    for name, value in response.headers:
        found.setdefault(name.decode("latin-1").lower(), _text(value))
    return found


def _text(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _reason(error: Exception) -> str:
    tls = _tls_error(error)
    if tls is not None:
        return _tls_reason(tls)
    if "Receive buffer too long" in str(error):
        return "the server's headers are larger than any page needs; check the URL"
    fitting = (reason for kind, reason in _REASONS if isinstance(error, kind))
    return next(fitting, f"the connection broke; {_LATER}")


def _tls_error(error: BaseException | None) -> ssl.SSLError | None:
    """The TLS error that another error stands for."""
    while error is not None and not isinstance(error, ssl.SSLError):
        error = error.__cause__ or error.__context__
    return error


def _tls_reason(error: ssl.SSLError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return (
            f"the server's certificate is not to be trusted ({error.verify_message}); "
            "if you trust it, save the page in your browser and give the file"
        )
    return "no secure connection could be made; check whether the URL should begin with http:"
