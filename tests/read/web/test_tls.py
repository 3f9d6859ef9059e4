"""Secure connections: which are made, and what is said of the others."""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from newstemma.read.web.connecting import trusted_certificates
from newstemma.read.web.fetched import Fetched
from newstemma.read.web.fetching import fetch
from newstemma.records import Failure
from tests.read.web.site import Site, page, serve

pytestmark = pytest.mark.skipif(
    shutil.which("openssl") is None, reason="no openssl to make a certificate with"
)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for paper.test that nobody has signed, with its key."""
    made = tmp_path_factory.mktemp("tls") / "both.pem"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=paper.test -addext"
    names = "subjectAltName=DNS:paper.test"
    key = made.with_name("key.pem")
    subprocess.run(
        [*command.split(), names, "-keyout", str(key), "-out", str(made)],
        check=True,
        capture_output=True,
    )
    made.write_bytes(made.read_bytes() + key.read_bytes())
    return made


@pytest.fixture
def secure(certificate: Path) -> Iterator[Site]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with serve(context) as site:
        yield site


@pytest.fixture
def trusting(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The system trusts the certificate."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    trusted_certificates.cache_clear()
    yield
    trusted_certificates.cache_clear()


def _fetched(site: Site, path: str = "/a", host: str = "paper.test") -> Fetched | Failure:
    url = site.url(path, host).replace("http:", "https:")
    (result,) = fetch([url], policy=site.policy())
    return result


@pytest.mark.usefixtures("trusting")
def test_a_certificate_is_checked_for_the_name_not_for_the_address(secure: Site) -> None:
    secure.answers["/a"] = page(b"text")
    result = _fetched(secure)
    assert isinstance(result, Fetched)
    assert result.body == b"text"


@pytest.mark.usefixtures("trusting")
def test_a_certificate_of_another_host_is_not_trusted(secure: Site) -> None:
    result = _fetched(secure, host="third.test")
    assert isinstance(result, Failure)
    assert "not to be trusted" in result.reason
    assert "third.test" in result.reason


def test_a_certificate_that_nobody_signed_is_not_trusted(secure: Site) -> None:
    result = _fetched(secure)
    assert isinstance(result, Failure)
    assert "not to be trusted (self" in result.reason
    assert secure.asked == []


@pytest.mark.usefixtures("trusting")
def test_a_secure_page_does_not_lead_to_an_open_one(secure: Site) -> None:
    secure.answers["/a"] = page(status=301, headers={"Location": secure.url("/b")})
    result = _fetched(secure)
    assert isinstance(result, Failure)
    assert "from https: to http:" in result.reason
    assert secure.paths() == ["/a"]


def _breaking_off(handler: BaseHTTPRequestHandler) -> None:
    """Begins a page, and goes on with what is no TLS."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<html>")
    with socket.socket(fileno=os.dup(handler.connection.fileno())) as beneath:
        beneath.sendall(b"no TLS at all " * 10)


@pytest.mark.usefixtures("trusting")
def test_a_secure_connection_that_breaks_amid_a_page_is_a_failure(secure: Site) -> None:
    secure.answers["/a"] = _breaking_off
    result = _fetched(secure)
    assert isinstance(result, Failure)
    assert "the secure connection broke" in result.reason
