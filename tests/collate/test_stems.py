from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.collate.stems import is_content, stem


@pytest.mark.parametrize(
    "forms",
    [
        ("lose", "loses", "losing", "lost"),
        ("designate", "designated", "designation", "designations"),
        ("vessel", "vessels"),
        ("letter", "letters"),
        ("answer", "answers", "answered"),
        ("party", "parties"),
        ("stop", "stopped", "stopping"),
        ("say", "says", "said", "saying"),
    ],
)
def test_inflected_forms_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


def test_different_words_keep_different_stems() -> None:
    assert stem("boats") != stem("books")


def test_grammar_is_no_content() -> None:
    assert not is_content("the")
    assert not is_content("s")
    assert is_content("harbour")
    assert is_content("7")
    assert is_content("港")


@given(st.text(min_size=1))
def test_any_key_has_a_stem(key: str) -> None:
    assert stem(key)
