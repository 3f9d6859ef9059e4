"""Words that are written alike look alike to the encoder."""

from __future__ import annotations

import pytest

from newstemma.text.parse.features import FEATURES, features

_PLACES = {name: place for place, name in enumerate(FEATURES)}


@pytest.mark.parametrize(("one", "other"), [("’s", "'s"), ("“", '"'), ("–", "-"), ("ﬁsh", "fish")])
def test_signs_of_one_meaning_are_one(one: str, other: str) -> None:
    assert features(one) == features(other)


def test_case_shows_in_the_shape_alone() -> None:
    differing = [n for n, p in _PLACES.items() if features("Ferry")[p] != features("ferry")[p]]
    assert differing == ["shape"]


def test_numbers_of_one_length_differ_in_nothing() -> None:
    assert features("1,250") == features("9,876")


@pytest.mark.parametrize("form", ["", "\u0301", "\ufdfa" * 90, "x" * 10_000, "🚢"])
def test_any_form_has_all_features(form: str) -> None:
    assert len(features(form)) == len(FEATURES)
