"""The JSON keeps every promise, on what people bring and on what nobody should."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newstemma.pipeline import analyze
from newstemma.report.markdown import markdown
from newstemma.report.page import html
from newstemma.report.terminal import summary
from newstemma.settings import Settings
from newstemma.views import page
from tests.cli.test_report import CHILD, OTHER, PARENT
from tests.contract import broken_promises
from tests.data import REPOSITORY, needs, shared

_SLOW = 25  # seconds of work: what took minutes while its time grew with the square takes a few
_PARTS = st.sampled_from(
    [
        *PARENT.split("\n\n"),
        *CHILD.split("\n\n"),
        *OTHER.split("\n\n"),
        *PARENT.split(),
        *"\" “ ” ‘ ’ « » „ ' — ( ) . ! ? , : ; $ % 1 1,000 19.5 0 ½ ² ٣ ① İ ß ﬁ é".split(),
        *("\n", "\n\n", "\r\n", "\t", "\x00", "\u200b", "\u202e", "\u0301", "\u2028", "😀"),
        *("“He said ‘no’,” she said.", "Source: Ostrel Bell", "(OB) —", "By Marta Quill"),
        *("新聞は「怖い」と報じた。", "قال: «لن نقبل».", "ข่าววันนี้", "הנשיא אמר", "राष्ट्रपति ने कहा"),
        *("allegedly", "on Tuesday", "according to", "said", "U.S.", "million", "twenty-one"),
    ]
)
_TEXTS = st.lists(_PARTS, min_size=1, max_size=40).map(" ".join)


@pytest.mark.parametrize("example", ["harbour", "observatory"])
def test_the_examples_keep_every_promise(example: str) -> None:
    folder = REPOSITORY / "examples" / example
    table = folder / "metadata.csv"
    chosen = Settings(metadata=str(table) if table.exists() else None)
    assert broken_promises(analyze(folder / "articles", settings=chosen)) == []


@needs("seeds")
def test_the_seeds_keep_every_promise() -> None:
    assert broken_promises(analyze(shared() / "seeds")) == []


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(_TEXTS, min_size=1, max_size=4))
def test_no_text_breaks_a_promise_or_a_face(tmp_path: Path, texts: list[str]) -> None:
    for old in tmp_path.iterdir():
        old.unlink()
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_bytes(text.encode())
    analysis = analyze(tmp_path)
    assert broken_promises(analysis) == []
    shown = page(analysis)
    written = html(shown) + markdown(shown) + summary(shown, width=80, color=False)
    assert "\x00" not in written


@pytest.mark.parametrize(
    "texts",
    [
        ["The gauge failed twice at the northern pier.\n" * 5000],
        ["Rain fell on Ostrel again today.\n" * 5000, "Rain fell on Ostrel again today.\n" * 4000],
        ["Related Posts\n" * 30_000],
        ["Marta Quill spoke. " + '"We go," she said. ' * 12_000],
        ['"' * 100_000],
        ["“he said ‘" * 3000 + "x" + "’ ”" * 3000],
        [" ".join(str(number * 7919) for number in range(20_000))],
        ["wind" * 50_000],
        ["the wind at the pier " * 10_000],
    ],
    ids=[
        "one sentence over and over",
        "two of them",
        "nothing but furniture",
        "one saying over and over",
        "nothing but quotation marks",
        "quotations inside quotations",
        "nothing but numbers",
        "no space",
        "no full stop",
    ],
)
def test_a_long_and_odd_text_takes_seconds(tmp_path: Path, texts: list[str]) -> None:
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    began = time.process_time()
    analysis = analyze(tmp_path)
    assert html(page(analysis))
    assert time.process_time() - began < _SLOW
    assert broken_promises(analysis) == []
