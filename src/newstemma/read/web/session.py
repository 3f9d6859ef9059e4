"""A run of fetching: hops, turns and rules, and for each URL an answer or the reason for none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime

import anyio
import httpcore

from newstemma.errors import UnreadableArticle
from newstemma.read.reasons import too_large
from newstemma.read.web.body import unpacked
from newstemma.read.web.connecting import CheckedNetwork, trusted_certificates
from newstemma.read.web.content_type import charset_of, media_type_of
from newstemma.read.web.fetched import Fetched, Validators
from newstemma.read.web.hosts import Host
from newstemma.read.web.policy import Policy
from newstemma.read.web.requesting import Answer, request
from newstemma.read.web.robots import MOST_ROBOTS_BYTES, Robots, robots_of
from newstemma.read.web.statuses import BY_HAND, status_reason
from newstemma.read.web.urls import Url, displayed_url, join_url, parse_url
from newstemma.records import Failure, Stage

__all__ = ["Session", "session"]

_OK = 200
_UNCHANGED = 304
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_SLOW_DOWN = frozenset((429, 503))
_LONGEST = 8000  # characters of a redirect's target that are looked through
_KEPT_OPEN = 4.0  # seconds; many servers hang up after five
_SENDABLE = re.compile(r"[\x20-\x7e]{1,1000}")
_ACCEPTED = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, "
    "application/feed+json, application/pdf, application/xml;q=0.9, text/xml;q=0.9, "
    "text/plain;q=0.8, */*;q=0.1"
)


@asynccontextmanager
async def session(policy: Policy) -> AsyncIterator[Session]:
    """A run's connections, closed at its end."""
    async with httpcore.AsyncConnectionPool(
        ssl_context=trusted_certificates(),
        max_connections=None,  # each host has one: turns see to it
        max_keepalive_connections=policy.hosts_at_once,
        keepalive_expiry=_KEPT_OPEN,
        network_backend=CheckedNetwork(policy),
    ) as pool:
        yield Session(policy, pool)


class Session:
    """What is shared by all requests of a run: connections, turns, and each site's rules."""

    def __init__(self, policy: Policy, pool: httpcore.AsyncConnectionPool) -> None:
        self._policy = policy
        self._pool = pool
        together = anyio.CapacityLimiter(policy.hosts_at_once)
        self._hosts: defaultdict[str, Host] = defaultdict(lambda: Host(policy, together))
        self._robots: dict[str, Robots] = {}
        self._asking: defaultdict[str, anyio.Lock] = defaultdict(anyio.Lock)

    async def fetch(self, asked: str, known: Validators | None) -> Fetched | Failure:
        """What `asked` gives in the end, following redirects."""
        shown = displayed_url(asked)
        try:
            return await self._follow(parse_url(asked), shown, known)
        except UnreadableArticle as error:
            return Failure(path=shown, stage=Stage.READ, reason=str(error))

    async def _follow(self, url: Url, shown: str, known: Validators | None) -> Fetched:
        hops = [url]
        try:
            while True:
                answer = await self._visit(hops[-1], known)
                if answer.status not in _REDIRECTS:
                    return self._fetched(shown, hops[-1], answer, known)
                hops.append(self._next_hop(hops, answer))
        except UnreadableArticle as error:
            led = f"it redirects to {hops[-1]}, and there: " if len(hops) > 1 else ""
            raise UnreadableArticle(f"{led}{error}") from None

    async def _visit(self, url: Url, known: Validators | None) -> Answer:
        """One hop, when it is its turn and the site allows it."""
        host = self._hosts[url.host]
        robots = await self._robots_of(url)
        if refusal := robots.refusal(str(url)):
            raise UnreadableArticle(refusal)
        host.slow_down(robots.delay)
        async with host.turn():
            headers = {"Accept": _ACCEPTED, **_conditions(url, known)}
            try:
                answer = await self._request(url, headers, self._policy.max_bytes)
            except UnreadableArticle:
                host.failed()
                raise
            host.answered()
            wait = answer.headers.get("retry-after", "")
            if answer.status in _SLOW_DOWN and wait.isdecimal():
                host.pause(float(wait[:9]))
            return answer

    async def _robots_of(self, url: Url) -> Robots:
        """The rules of a URL's site, asked for once."""
        async with self._asking[url.origin]:
            if url.origin not in self._robots:
                self._robots[url.origin] = await self._read_robots(url)
            return self._robots[url.origin]

    async def _read_robots(self, url: Url) -> Robots:
        """Each hop takes its turn, and none while it has another: two hosts may ask each other."""
        hops = [replace(url, target="/robots.txt")]
        try:
            while True:
                host = self._hosts[hops[-1].host]
                async with host.turn_before() if hops[-1].host == url.host else host.turn():
                    answer = await self._request(hops[-1], {}, MOST_ROBOTS_BYTES)
                if answer.status not in _REDIRECTS:
                    return robots_of(answer.status, answer.body)
                hops.append(self._next_hop(hops, answer))
        except UnreadableArticle as error:
            return Robots(unreachable=str(error))

    async def _request(self, url: Url, headers: Mapping[str, str], max_bytes: int) -> Answer:
        return await request(self._pool, url, self._policy, headers=headers, max_bytes=max_bytes)

    def _next_hop(self, hops: Sequence[Url], answer: Answer) -> Url:
        """Where an answer redirects to, checked like a URL that was given."""
        location = answer.headers.get("location")
        if location is None:
            raise UnreadableArticle(f"status {answer.status} redirects to nowhere; check the URL")
        shown = _shown(location)
        if len(hops) > self._policy.max_redirects:
            most = self._policy.max_redirects
            raise UnreadableArticle(f"it redirects more than {most} times, at last to {shown}")
        try:
            hop = parse_url(join_url(hops[-1], location))
        except UnreadableArticle as error:
            raise UnreadableArticle(f"it redirects to {shown}, and {error}") from None
        if hop in hops:
            raise UnreadableArticle(
                f"it redirects in a circle, to {shown}: it may want cookies; {BY_HAND}"
            )
        if hops[-1].scheme == "https" and hop.scheme == "http":
            raise UnreadableArticle(f"it redirects from https: to http: ({shown}); {BY_HAND}")
        return hop

    def _fetched(self, asked: str, url: Url, answer: Answer, known: Validators | None) -> Fetched:
        unchanged = answer.status == _UNCHANGED and bool(_conditions(url, known))
        if answer.status != _OK and not unchanged:
            raise UnreadableArticle(status_reason(answer.status))
        if answer.cut:
            raise UnreadableArticle(too_large(self._policy.max_bytes))
        kind = answer.headers.get("content-type")
        return Fetched(
            url=asked,
            location=str(url),
            body=None if unchanged else unpacked(answer.body, self._policy.max_bytes),
            media_type=None if kind is None else media_type_of(kind),
            charset=None if kind is None else charset_of(kind),
            validators=_validators(url, answer, known if unchanged else None),
            at=datetime.now(UTC),
        )


def _shown(location: str) -> str:
    """A redirect's target for a message; masked before it is cut, or a cut could unmask it."""
    return displayed_url(location)[:200] if len(location) <= _LONGEST else "a very long URL"


def _conditions(url: Url, known: Validators | None) -> dict[str, str]:
    """The headers that ask for the body only if it has changed (RFC 9110, section 13.1)."""
    if known is None or known.location != str(url):
        return {}
    asked = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in asked.items() if value and _SENDABLE.fullmatch(value)}


def _validators(url: Url, answer: Answer, before: Validators | None) -> Validators:
    """What the server says of this version; an answer that it is unchanged may leave it out."""
    return Validators(
        location=str(url),
        etag=answer.headers.get("etag", before.etag if before else None),
        last_modified=answer.headers.get("last-modified", before.last_modified if before else None),
    )
