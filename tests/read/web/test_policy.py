"""Which policies make sense."""

from __future__ import annotations

from math import nan
from typing import Any

import pytest

from newstemma.errors import NewstemmaError
from newstemma.read.web.policy import Policy


@pytest.mark.parametrize(
    "changed",
    [
        {"names": (("paper.test", "none"),)},
        {"names": (("paper.test", "third.test"),)},
        {"networks": ("10.0.0.1/8",)},
        {"deadline": nan},
        {"idle": 0},
        {"delay": nan},
        {"longest_delay": -1.0},
        {"max_bytes": 1.5},
        {"max_redirects": 0.5},
        {"max_listed": nan},
        {"hosts_at_once": 2.0},
        {"ports": (80.0,)},
    ],
)
def test_what_makes_no_sense_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(NewstemmaError):
        Policy(**changed)


def test_a_name_may_have_an_address_of_either_kind() -> None:
    names = (("paper.test", "127.0.0.1"), ("third.test", "::1"))
    assert Policy(names=names).names == names
