"""Fetching: order, politeness, limits; on a server of this machine's."""

from __future__ import annotations

import asyncio
import gzip
import socket
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from itertools import pairwise
from threading import Event, main_thread
from threading import enumerate as enumerate_threads
from typing import Any

import pytest

from newstemma.read.web.fetched import Fetched, Validators
from newstemma.read.web.fetching import fetch
from newstemma.read.web.policy import USER_AGENT, Policy
from newstemma.records import Failure
from tests.read.web.site import Answering, Site, page


def _one(site: Site, path: str = "/a", **changed: Any) -> Fetched | Failure:
    (result,) = fetch([site.url(path)], policy=site.policy(**changed))
    return result


def _reason(result: Fetched | Failure) -> str:
    assert isinstance(result, Failure)
    return result.reason


def _body(result: Fetched | Failure) -> bytes | None:
    assert isinstance(result, Fetched), result
    return result.body


def _redirect(to: str, status: int = 302) -> Answering:
    return page(status=status, headers={"Location": to})


def _dripping(site: Site, start: bytes, piece: bytes, pause: float) -> Answering:
    """Sends `start`, then `piece` for ever."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(start)
        while not site.ended.wait(pause):
            handler.wfile.write(piece)

    return answer


def _waiting(site: Site, seconds: float, then: Answering) -> Answering:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        site.ended.wait(seconds)
        then(handler)

    return answer


def _after(event: Event, then: Answering) -> Answering:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        event.wait(20)
        then(handler)

    return answer


def _setting(event: Event, then: Answering) -> Answering:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        event.set()
        then(handler)

    return answer


def _raw(data: bytes) -> Answering:
    return lambda handler: _ignore(handler.wfile.write(data))


def _ignore(_: object) -> None:
    pass


# What comes back


def test_a_page_comes_with_what_the_server_said_of_it(site: Site) -> None:
    headers = {
        "Content-Type": "Text/HTML; Charset=ISO-8859-2",
        "ETag": '"v1"',
        "Last-Modified": "Mon, 06 May 2024 08:00:00 GMT",
    }
    site.answers["/a"] = page(b"<html>", headers=headers)
    result = _one(site)
    assert isinstance(result, Fetched)
    assert (result.url, result.location) == (site.url("/a"), site.url("/a"))
    assert (result.body, result.media_type, result.charset) == (
        b"<html>",
        "text/html",
        "iso-8859-2",
    )
    assert result.validators == Validators(
        location=site.url("/a"), etag='"v1"', last_modified="Mon, 06 May 2024 08:00:00 GMT"
    )
    assert result.at.tzinfo is not None


@pytest.mark.parametrize("parameter", ["charset*=utf-8''x; charset*0=y", "a*" + "1" * 5000 + "=b"])
def test_a_malformed_media_type_does_not_end_the_run(site: Site, parameter: str) -> None:
    site.answers["/a"] = page(b"<html>", headers={"Content-Type": f"text/html; {parameter}"})
    result = _one(site)
    assert isinstance(result, Fetched)
    assert (result.body, result.media_type, result.charset) == (b"<html>", "text/html", None)


@pytest.mark.parametrize("length", [500, 9000])
def test_a_redirect_does_not_show_a_long_password(site: Site, length: int) -> None:
    secret = "pw-8f3k" * (length // 7)
    site.answers["/a"] = _redirect(f"https://ann:{secret}@third.test/")
    reason = _reason(_one(site))
    assert "redirects to" in reason
    assert "pw-8f3k" not in reason


def test_results_come_in_the_order_of_asking_however_they_finish(site: Site) -> None:
    through = Event()
    site.answers["slow.test/a"] = _after(through, page(b"slow"))
    site.answers["/b"] = _setting(through, page(b"fast"))
    urls = [site.url("/a", "slow.test"), site.url("/b"), site.url("/a#top", "slow.test")]
    results = list(fetch(urls, policy=site.policy()))
    assert [_body(result) for result in results] == [b"slow", b"fast"]


def test_one_slow_host_does_not_stall_the_others(site: Site) -> None:
    through = Event()
    site.answers["slow.test/a"] = _after(through, page(b"slow"))
    for n in range(3):
        site.answers[f"/{n}"] = page(b"fast")
    site.answers["/3"] = _setting(through, page(b"last"))
    urls = [site.url("/a", "slow.test"), *(site.url(f"/{n}") for n in range(4))]
    bodies = [_body(result) for result in fetch(urls, policy=site.policy())]
    assert bodies == [b"slow", b"fast", b"fast", b"fast", b"last"]


def test_many_slow_hosts_do_not_stall_another(site: Site) -> None:
    through = Event()
    slow = [f"slow{n}.test" for n in range(30)]
    for host in slow:
        site.answers[f"{host}/a"] = _after(through, page(b"slow"))
    site.answers["/b"] = _setting(through, page(b"fast"))
    names = tuple((host, "127.0.0.1") for host in [*slow, "paper.test"])
    urls = [*(site.url("/a", host) for host in slow), site.url("/b")]
    bodies = [_body(result) for result in fetch(urls, policy=site.policy(names=names))]
    assert bodies == [*([b"slow"] * 30), b"fast"]


def test_a_host_is_asked_one_at_a_time_with_a_pause_between(site: Site) -> None:
    urls = [site.url(f"/{n}") for n in range(3)]
    for n in range(3):
        site.answers[f"/{n}"] = page(b"text")
    assert len([_body(result) for result in fetch(urls, policy=site.policy(delay=0.15))]) == 3
    assert site.paths() == ["/0", "/1", "/2"]
    times = [asked.at for asked in site.asked if asked.path != "/robots.txt"]
    assert all(later - earlier >= 0.14 for earlier, later in pairwise(times))


def test_every_request_says_who_asks(site: Site) -> None:
    _one(site)
    assert [asked.path for asked in site.asked] == ["/robots.txt", "/a"]
    assert {asked.headers["user-agent"] for asked in site.asked} == {USER_AGENT}
    assert all("cookie" not in asked.headers for asked in site.asked)


def test_nothing_more_is_asked_once_the_iterator_is_closed(site: Site) -> None:
    urls = [site.url(f"/{n}") for n in range(50)]
    results = fetch(urls, policy=site.policy(delay=0.1))
    next(results)
    results.close()  # type: ignore[attr-defined]
    asked = len(site.asked)
    time.sleep(0.3)
    assert len(site.asked) == asked < 10


def test_it_works_where_an_event_loop_runs_already(site: Site) -> None:
    site.answers["/a"] = page(b"text")

    async def notebook() -> Fetched | Failure:
        return _one(site)

    assert _body(asyncio.run(notebook())) == b"text"


def test_progress_tells_how_many_are_done(site: Site) -> None:
    told: list[tuple[str, int, int]] = []
    list(fetch([site.url("/a")], policy=site.policy(), progress=lambda *now: told.append(now)))
    assert told[-1] == ("fetch", 1, 1)


# Conditional requests


def _versioned(handler: BaseHTTPRequestHandler) -> None:
    unchanged = handler.headers["If-None-Match"] == '"v1"'
    answer = page(status=304) if unchanged else page(b"text", headers={"ETag": '"v1"'})
    answer(handler)


def test_what_is_unchanged_is_not_sent_again(site: Site) -> None:
    site.answers["/a"] = _versioned
    (first,) = fetch([site.url("/a")], policy=site.policy())
    assert isinstance(first, Fetched)
    known = {first.url: first.validators}
    (again,) = fetch([site.url("/a")], policy=site.policy(), known=known)
    assert isinstance(again, Fetched)
    assert (again.body, again.validators) == (None, first.validators)


def test_validators_go_only_to_the_address_that_gave_them(site: Site) -> None:
    site.answers["/a"] = _redirect("/b")
    site.answers["/b"] = _versioned
    known = Validators(location=site.url("/b"), etag='"v1"')
    (result,) = fetch([site.url("/a")], policy=site.policy(), known={site.url("/a"): known})
    assert _body(result) is None
    sent = {asked.path: "if-none-match" in asked.headers for asked in site.asked}
    assert sent == {"/robots.txt": False, "/a": False, "/b": True}


@pytest.mark.parametrize("etag", ['"v\r\nX: 1"', "“v”", "x" * 2000])
def test_validators_that_no_header_can_carry_are_not_sent(site: Site, etag: str) -> None:
    site.answers["/a"] = _versioned
    known = {site.url("/a"): Validators(location=site.url("/a"), etag=etag)}
    (result,) = fetch([site.url("/a")], policy=site.policy(), known=known)
    assert _body(result) == b"text"


def test_unchanged_without_having_been_asked_is_a_failure(site: Site) -> None:
    site.answers["/a"] = page(status=304)
    assert "304" in _reason(_one(site))


# Bodies


def test_gzip_is_unpacked(site: Site) -> None:
    packed = gzip.compress(b"one ") + gzip.compress(b"two")
    site.answers["/a"] = page(packed, headers={"Content-Encoding": "gzip"})
    assert _body(_one(site)) == b"one two"


def test_a_bomb_is_not_unpacked(site: Site) -> None:
    packed = gzip.compress(bytes(50_000_000))
    site.answers["/a"] = page(packed, headers={"Content-Encoding": "gzip"})
    assert "larger than 1 MB" in _reason(_one(site, max_bytes=1_000_000))


@pytest.mark.parametrize(
    ("body", "encoding", "reason"),
    [
        (gzip.compress(b"text")[:-3], "gzip", "cut short"),
        (b"no gzip at all", "gzip", "damaged"),
        (b"text", "br", "packed it as 'br', which was not asked for"),
        (b"text", "gzip, gzip", "which was not asked for"),
    ],
)
def test_packed_bodies_that_cannot_be_read(
    site: Site, body: bytes, encoding: str, reason: str
) -> None:
    site.answers["/a"] = page(body, headers={"Content-Encoding": encoding})
    assert reason in _reason(_one(site))


def test_a_body_without_end_is_left(site: Site) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    site.answers["/a"] = _dripping(site, head, bytes(100_000), 0)
    assert "larger than 1 MB" in _reason(_one(site, max_bytes=1_000_000))


@pytest.mark.parametrize(
    "head", [b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"]
)
def test_what_drips_is_left_at_the_deadline(site: Site, head: bytes) -> None:
    site.answers["/a"] = _dripping(site, head, b"x", 0.02)
    started = time.monotonic()
    assert "after 0.4 seconds" in _reason(_one(site, deadline=0.4))
    assert time.monotonic() - started < 2


def test_who_falls_silent_is_left_before_the_deadline(site: Site) -> None:
    site.answers["/a"] = _waiting(site, 30, page(b"late"))
    assert "fell silent" in _reason(_one(site, idle=0.2))


def test_a_body_shorter_than_announced_is_no_page(site: Site) -> None:
    site.answers["/a"] = page(b"half", headers={"Content-Length": "8"})
    assert "no proper HTTP" in _reason(_one(site))


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 300_000 + b"\r\n\r\n", "headers are larger"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 50_000 + b"\r\n", "headers are larger"),
        (b"220 mail.test ESMTP ready\r\n", "no proper HTTP"),
        (b"", "no proper HTTP"),
    ],
)
def test_what_is_no_http_has_a_reason(site: Site, sent: bytes, reason: str) -> None:
    site.answers["/a"] = _raw(sent)
    assert reason in _reason(_one(site))


# Statuses


@pytest.mark.parametrize("status", [204, 401, 402, 403, 404, 410, 429, 451, 500, 503])
def test_a_status_without_a_page_is_named_with_what_to_do(site: Site, status: int) -> None:
    site.answers["/a"] = page(status=status)
    reason = _reason(_one(site))
    assert str(status) in reason
    assert "; " in reason


def test_a_host_that_asks_for_a_pause_gets_it(site: Site) -> None:
    site.answers["/a"] = page(status=503, headers={"Retry-After": "60"})
    site.answers["/b"] = page(b"text")
    urls = [site.url("/a"), site.url("/b")]
    list(fetch(urls, policy=site.policy(longest_delay=0.3)))
    times = [asked.at for asked in site.asked if asked.path != "/robots.txt"]
    assert 0.28 <= times[1] - times[0] < 30


def test_a_host_that_only_fails_is_asked_three_times(site: Site) -> None:
    urls = [site.url(f"/{n}") for n in range(6)]
    for n in range(6):
        site.answers[f"/{n}"] = _raw(b"")
    reasons = [_reason(result) for result in fetch(urls, policy=site.policy())]
    assert len(site.paths()) == 3
    assert all("came to nothing" in reason for reason in reasons[3:])


# Redirects


def test_a_redirect_is_followed_and_said(site: Site) -> None:
    site.answers["/a"] = _redirect(site.url("/b", "third.test"), 301)
    site.answers["third.test/b"] = _redirect("c?x=1#top", 308)
    site.answers["third.test/c?x=1"] = page(b"text")
    result = _one(site)
    assert isinstance(result, Fetched)
    assert (result.url, result.location) == (site.url("/a"), site.url("/c?x=1", "third.test"))


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        ("http://10.0.0.1:{port}/", "not on the public internet"),
        ("http://[::1]:{port}/", "not on the public internet"),
        ("http://[::ffff:127.0.0.1]:{port}/", "not on the public internet"),
        ("http://169.254.169.254:{port}/latest/meta-data/", "not on the public internet"),
        ("http://127.0.0.2:{port}/", "not on the public internet"),
        ("http://2130706434:{port}/", "not on the public internet"),
        ("http://127.0.0.1:22/", "port 22"),
        ("file:///etc/passwd", "only http: and https:"),
        ("gopher://paper.test/", "only http: and https:"),
        ("//ann:secret@paper.test/", "name or password"),
        ("http://[nothing/", "no valid URL"),
        ("/a", "in a circle"),
    ],
)
def test_a_redirect_is_checked_like_any_url(site: Site, to: str, reason: str) -> None:
    site.answers["/a"] = _redirect(to.format(port=site.port))
    said = _reason(_one(site))
    assert reason in said
    assert "redirects" in said
    assert "secret" not in said


def test_too_many_redirects_are_not_followed(site: Site) -> None:
    for n in range(9):
        site.answers[f"/{n}"] = _redirect(f"/{n + 1}")
    assert "more than 5 times" in _reason(_one(site, "/0"))
    assert len(site.paths()) == 6


def test_a_redirect_to_nowhere_is_a_failure(site: Site) -> None:
    site.answers["/a"] = page(status=302)
    assert "redirects to nowhere" in _reason(_one(site))


def test_each_hop_asks_the_robots_of_its_own_site(site: Site) -> None:
    site.answers["/a"] = _redirect(site.url("/b", "third.test"))
    site.answers["third.test/robots.txt"] = page(b"User-agent: *\nDisallow: /")
    site.answers["third.test/b"] = page(b"text")
    assert "robots.txt forbids" in _reason(_one(site))
    assert site.paths("third.test") == []


# robots.txt


def test_what_robots_forbid_is_not_asked_for(site: Site) -> None:
    site.answers["/robots.txt"] = page(b"User-agent: newstemma\nDisallow: /*/private$\n")
    site.answers["/a"] = page(b"text")
    urls = [site.url("/x/private"), site.url("/a"), site.url("/x/private/b")]
    first, second, _ = fetch(urls, policy=site.policy())
    assert "robots.txt forbids" in _reason(first)
    assert _body(second) == b"text"
    assert site.paths() == ["/a", "/x/private/b"]
    assert sum(asked.path == "/robots.txt" for asked in site.asked) == 1


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_site_without_robots_may_be_fetched(site: Site, status: int) -> None:
    site.answers["/robots.txt"] = page(status=status)
    site.answers["/a"] = page(b"text")
    assert _body(_one(site)) == b"text"


@pytest.mark.parametrize("status", [429, 500, 503])
def test_where_robots_fail_nothing_is_fetched(site: Site, status: int) -> None:
    site.answers["/robots.txt"] = page(status=status)
    said = [_reason(r) for r in fetch([site.url("/a"), site.url("/b")], policy=site.policy())]
    assert all(f"answers {status}" in reason and "robots.txt" in reason for reason in said)
    assert [asked.path for asked in site.asked] == ["/robots.txt"]


def test_robots_are_followed_where_they_moved(site: Site) -> None:
    site.answers["/robots.txt"] = _redirect(site.url("/rules", "third.test"))
    site.answers["third.test/rules"] = page(b"User-agent: *\nDisallow: /a")
    assert "robots.txt forbids" in _reason(_one(site))


def test_robots_that_moved_to_another_host_wait_for_its_turn(site: Site) -> None:
    site.answers["paper.test/robots.txt"] = _redirect(site.url("/rules", "third.test"))
    for place in ("third.test/rules", "third.test/a", "/b"):
        site.answers[place] = page(b"")
    urls = [site.url("/a", "third.test"), site.url("/b")]
    assert [_body(result) for result in fetch(urls, policy=site.policy(delay=0.3))] == [b"", b""]
    times = [asked.at for asked in site.asked if asked.path in ("/rules", "/a")]
    assert times[1] - times[0] >= 0.29


def test_two_hosts_whose_robots_moved_to_each_other_do_not_wait_for_ever(site: Site) -> None:
    other = {"paper.test": "third.test", "third.test": "paper.test"}
    for host, moved in other.items():
        site.answers[f"{host}/robots.txt"] = _waiting(
            site, 0.1, _redirect(site.url("/rules", moved))
        )
        site.answers[f"{host}/rules"] = site.answers[f"{host}/a"] = page(b"")
    results = list(fetch([site.url("/a", host) for host in other], policy=site.policy()))
    assert [_body(result) for result in results] == [b"", b""]


def test_what_robots_forbid_costs_no_turn(site: Site) -> None:
    site.answers["/robots.txt"] = page(b"User-agent: *\nDisallow: /x")
    started = time.monotonic()
    list(fetch([site.url(f"/x{n}") for n in range(20)], policy=site.policy(delay=1.0)))
    assert time.monotonic() - started < 5


def test_endless_robots_are_read_to_their_limit(site: Site) -> None:
    head = b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /private\n"
    site.answers["/robots.txt"] = _dripping(site, head, b"# and so on\n" * 10_000, 0)
    site.answers["/a"] = page(b"text")
    assert _body(_one(site)) == b"text"
    assert "forbids" in _reason(_one(site, "/private"))


def test_the_crawl_delay_is_kept(site: Site) -> None:
    site.answers["/robots.txt"] = page(b"User-agent: *\nCrawl-delay: 0.3\n")
    list(fetch([site.url("/a"), site.url("/b")], policy=site.policy()))
    times = [asked.at for asked in site.asked if asked.path != "/robots.txt"]
    assert times[1] - times[0] >= 0.29


def test_a_crawl_delay_beyond_patience_gives_the_first_page_alone(site: Site) -> None:
    site.answers["/robots.txt"] = page(b"User-agent: *\nCrawl-delay: 3600\n")
    site.answers["/a"] = page(b"text")
    first, second = fetch([site.url("/a"), site.url("/b")], policy=site.policy())
    assert _body(first) == b"text"
    assert "3600 seconds" in _reason(second)


# What is never asked


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://paper.test/a", "only http: and https:"),
        ("https://ann:secret@paper.test/", "name or password"),
        ("https://ann:sec/secret@paper.test/", "no valid URL"),
        ("https://", "no valid host"),
        ("https://paper.test:99999/", "no valid URL"),
        ("https://paper%2etest/", "no valid host"),
        ("https://paper.test/" + "a" * 9000, "longer than 8000"),
    ],
)
def test_a_url_that_cannot_be_meant_is_refused(url: str, reason: str) -> None:
    (result,) = fetch([url])
    assert reason in _reason(result)
    assert isinstance(result, Failure)
    assert "secret" not in result.path + result.reason


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0.0.0.0", "[::1]", "0x7f.1"])
def test_by_default_nothing_of_this_machine_is_fetched(site: Site, host: str) -> None:
    (result,) = fetch([site.url("/a", host)], policy=Policy(ports=(site.port,)))
    assert "not on the public internet" in _reason(result)
    assert site.asked == []


def test_a_name_is_looked_up_once_and_cannot_change_under_the_check(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up = 0
    known = socket.getaddrinfo

    def rebinding(host: Any, *rest: Any, **more: Any) -> Any:
        if host != "rebind.test":
            return known(host, *rest, **more)
        nonlocal looked_up
        looked_up += 1
        address = "127.0.0.1" if looked_up == 1 else "127.0.0.9"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, site.port))]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    site.answers["/robots.txt"] = page(status=404, headers={"Connection": "close"})
    site.answers["/a"] = page(b"text")
    (result,) = fetch([site.url("/a", "rebind.test")], policy=site.policy(names=()))
    assert "127.0.0.9, which is not on the public internet" in _reason(result)
    assert [asked.path for asked in site.asked] == ["/robots.txt"]
    assert looked_up == 2  # once for each connection, never between check and connection


def test_a_host_without_an_address_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    (result,) = fetch(["https://nobody.test/"])
    assert "no address was found for the host nobody.test" in _reason(result)


def test_look_ups_that_hang_stall_nobody_else(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    through = Event()
    known = socket.getaddrinfo

    def hanging(host: Any, *rest: Any, **more: Any) -> Any:
        if not str(host).startswith("dead"):
            return known(host, *rest, **more)
        through.wait(20)
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", hanging)
    site.answers["/a"] = _setting(through, page(b"text"))
    urls = [*(f"https://dead{n}.test/" for n in range(40)), site.url("/a", "127.0.0.1")]
    *dead, alive = fetch(urls, policy=site.policy(ports=(443, site.port)))
    assert all("no address was found" in _reason(result) for result in dead)
    assert _body(alive) == b"text"


@pytest.fixture
def endless_look_up(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Set once a look-up hangs."""
    hangs, ended = Event(), Event()

    def look_up(*_: object, **__: object) -> list[object]:
        hangs.set()
        ended.wait(20)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    yield hangs
    ended.set()


@pytest.mark.usefixtures("endless_look_up")
def test_a_look_up_without_end_is_left_at_the_deadline() -> None:
    (result,) = fetch(["https://dead.test/"], policy=Policy(deadline=0.2))
    assert "not there in whole after 0.2 seconds" in _reason(result)
    assert not [one for one in enumerate_threads() if not one.daemon and one is not main_thread()]


def test_an_interrupt_does_not_wait_for_a_look_up(endless_look_up: Event) -> None:
    def interrupted(*_: object) -> None:
        if endless_look_up.is_set():
            raise KeyboardInterrupt

    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        list(fetch(["https://dead.test/"], progress=interrupted))
    assert time.monotonic() - started < 5


def test_a_handshake_without_end_is_left_at_the_deadline() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        port = silent.getsockname()[1]
        policy = Policy(ports=(port,), networks=("127.0.0.1/32",), deadline=0.3)
        (result,) = fetch([f"https://127.0.0.1:{port}/"], policy=policy)
    assert "not there in whole after 0.3 seconds" in _reason(result)


def test_a_closed_port_is_a_failure() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        policy = Policy(ports=(port,), networks=("127.0.0.1/32",))
        (result,) = fetch([f"http://127.0.0.1:{port}/"], policy=policy)
    assert "did not take the connection" in _reason(result)


def test_plain_text_where_tls_is_expected_is_said(site: Site) -> None:
    (result,) = fetch([site.url("/a").replace("http:", "https:")], policy=site.policy())
    assert "no secure connection could be made" in _reason(result)
