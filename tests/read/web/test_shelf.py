"""Bodies that came before their turn."""

from __future__ import annotations

from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.read.web import shelf as shelves
from newstemma.read.web.shelf import Shelf


@given(st.lists(st.binary(max_size=30), max_size=20), st.randoms())
def test_bodies_are_taken_in_any_order_as_they_were_put(bodies: list[bytes], order: object) -> None:
    with closing(Shelf()) as shelf:
        places = [shelf.put(body) for body in bodies]
        pairs = list(zip(places, bodies, strict=True))
        order.shuffle(pairs)  # type: ignore[attr-defined]
        assert all(shelf.take(place) == body for place, body in pairs)


def test_many_bodies_go_to_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "_MOST_IN_MEMORY", 10)
    with closing(Shelf()) as shelf:
        places = [shelf.put(body) for body in (b"12345678", b"abcdefgh")]
        assert [shelf.take(place) for place in places] == [b"12345678", b"abcdefgh"]
