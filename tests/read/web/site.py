"""A web server on this machine, and the policy that lets it be fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext
from threading import Event, Thread
from time import monotonic
from typing import Any

from newstemma.read.web.policy import Policy

__all__ = ["Answering", "Asked", "Site", "page", "serve"]

Answering = Callable[["BaseHTTPRequestHandler"], None]


class Asked:
    """One request that came in."""

    def __init__(self, handler: BaseHTTPRequestHandler) -> None:
        self.host = str(handler.headers["Host"]).partition(":")[0]
        self.path = handler.path
        self.headers = {name.lower(): value for name, value in handler.headers.items()}
        self.at = monotonic()


class Site:
    """What is served: answers by `host/path`, else by `/path`; all requests are kept."""

    def __init__(self, port: int, ended: Event) -> None:
        self.port = port
        self.ended = ended
        self.answers: dict[str, Answering] = {}
        self.asked: list[Asked] = []

    def url(self, path: str, host: str = "paper.test") -> str:
        return f"http://{host}:{self.port}{path}"

    def policy(self, **changed: Any) -> Policy:
        hosts = ("paper.test", "slow.test", "third.test")
        settings: dict[str, Any] = {
            "delay": 0.0,
            "deadline": 5.0,
            "idle": 5.0,
            "ports": (self.port,),
            "networks": ("127.0.0.1/32",),
            "names": tuple((host, "127.0.0.1") for host in hosts),
        }
        return Policy(**settings | changed)

    def paths(self, host: str = "paper.test") -> list[str]:
        """The paths that were asked for at a host, robots.txt left out."""
        return [a.path for a in self.asked if a.host == host and a.path != "/robots.txt"]


def page(
    body: bytes = b"", status: int = 200, headers: Mapping[str, str] | None = None
) -> Answering:
    """An answer that is there at once."""
    sent = {"Content-Type": "text/html", "Content-Length": str(len(body)), **(headers or {})}

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in sent.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing is said where a client hangs up."""


@contextmanager
def serve(secure: SSLContext | None = None) -> Iterator[Site]:
    """A site on the loopback interface; what it has no answer for is 404."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = Asked(self)
            site.asked.append(asked)
            answer = site.answers.get(asked.host + self.path) or site.answers.get(self.path)
            with suppress(ConnectionError):
                (answer or page(status=404))(self)

        def log_message(self, *args: object) -> None:
            pass

    server = _Server(("127.0.0.1", 0), Handler)
    if secure:
        server.socket = secure.wrap_socket(server.socket, server_side=True)
    site = Site(server.server_address[1], Event())
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        site.ended.set()
        server.shutdown()
        thread.join()
        server.server_close()
