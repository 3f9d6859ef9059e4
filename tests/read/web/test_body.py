"""Bodies of bounded size."""

from __future__ import annotations

import gzip
import random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.errors import UnreadableArticle
from newstemma.read.web.body import Body, unpacked


@given(st.lists(st.binary(max_size=200), max_size=4), st.integers(1, 50), st.integers(1, 400))
def test_a_body_is_what_was_packed_however_it_is_cut(
    members: list[bytes], step: int, limit: int
) -> None:
    packed = b"".join(gzip.compress(member) for member in members)
    plain = b"".join(members)
    body = Body("gzip", limit)
    for start in range(0, len(packed), step):
        body.feed(packed[start : start + step])
        if body.overflows:
            break
    assert body.held() == plain[:limit] or len(packed) > limit
    assert body.overflows == (max(len(plain), len(packed)) > limit)


def test_a_bomb_holds_no_more_than_the_limit_and_takes_no_time() -> None:
    packed = gzip.compress(bytes(200_000_000), compresslevel=1)
    body = Body("x-gzip", 1_000_000)
    started = process_time()
    body.feed(packed)
    assert process_time() - started < 0.5
    assert body.overflows
    assert len(body.held()) == 1_000_000


@pytest.mark.parametrize("part", [b"", b"x"])
def test_very_many_parts_of_gzip_are_no_page_and_take_no_time(part: bytes) -> None:
    packed = gzip.compress(part) * 100_000
    body = Body("gzip", 20_000_000)
    started = process_time()
    with pytest.raises(UnreadableArticle, match="damaged"):
        body.feed(packed)
    assert process_time() - started < 0.5


def test_a_thousand_parts_of_gzip_are_read() -> None:
    assert unpacked(gzip.compress(b"x") * 1000, 20_000_000) == b"x" * 1000


def test_what_is_fed_beyond_the_limit_is_not_unpacked() -> None:
    packed = gzip.compress(bytes(1_000_000))
    body = Body("gzip", 100)
    body.feed(packed[:500])
    body.feed(packed[500:])
    assert body.overflows
    assert len(body.held()) == 100


def test_a_gzipped_file_is_unpacked_and_any_other_left() -> None:
    noise = random.Random(8).randbytes(500)
    assert unpacked(gzip.compress(noise), 1000) == noise
    assert unpacked(b"text", 1) == b"text"
    with pytest.raises(UnreadableArticle, match="larger than"):
        unpacked(gzip.compress(bytes(5000)), 1000)
