"""Which IP addresses may be connected to."""

from __future__ import annotations

import pytest

from newstemma.read.web.addresses import is_allowed


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "8.8.8.8", "172.32.0.1", "2606:2800:21f:cb07::1", "2a00:1450::1"]
)
def test_public_addresses_may_be(address: str) -> None:
    assert is_allowed(address)


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8",
        "64:ff9b::7f00:1",
        "64:ff9b::808:808",
        "2606:2800::5efe:7f00:1",
        "2606:2800::200:5efe:808:808",
        "3fff::1",
        "3fff:fff:ffff::1",
        "100::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:db8::1",
        "2002:7f00:1::",
        "fc00::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
    ],
)
def test_addresses_of_this_machine_its_network_and_nobody_may_not(address: str) -> None:
    assert not is_allowed(address)


def test_a_network_may_be_let_in_and_nothing_beside_it() -> None:
    assert is_allowed("10.20.1.1", ("10.20.0.0/16",))
    assert not is_allowed("10.21.1.1", ("10.20.0.0/16",))
    assert not is_allowed("::ffff:10.20.1.1", ("10.20.0.0/16",))
