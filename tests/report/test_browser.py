"""The page in a real browser: no sideways scrolling, no complaints."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newstemma.records import Analysis
from newstemma.report.page import html
from newstemma.views import page
from tests.report import builder
from tests.report.forests import Told, analysed, chain, star
from tests.report.traced import many, traced

_FAMILIES: dict[str, Callable[[], Analysis]] = {
    "ferry": builder.ferry,
    "chain": lambda: chain(40),
    "capitals": lambda: analysed(
        [Told((n - 1,) if n else (), hours=n, title="WARM WORDS MAKE WAVES " * 9) for n in range(5)]
    ),
    "traced": traced,
    "many": lambda: many(30),
    "singles": lambda: analysed([Told(hours=n * n, is_beside=n % 3 == 1) for n in range(40)]),
}
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not chromium:
        pytest.skip("no chromium on this machine")
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=chromium, args=_FLAGS)
        yield started
        started.close()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_the_page_never_scrolls_sideways_and_the_browser_has_no_complaint(
    browser: Any, tmp_path: Path, width: int
) -> None:
    target = tmp_path / "report.html"
    target.write_text(html(page(traced())), encoding="utf-8")
    complaints: list[str] = []
    tab = browser.new_page(viewport={"width": width, "height": 800}, java_script_enabled=True)
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("requestfailed", lambda request: complaints.append(request.url))
    tab.goto(target.as_uri())
    tab.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert tab.evaluate("getComputedStyle(document.body).maxWidth") != "none"  # the style holds
    assert complaints == []
    tab.close()


_CROWDED = """() => {
  const found = [];
  for (const drawing of document.querySelectorAll("svg.stemma")) {
    if (!drawing.getBoundingClientRect().width) continue;
    const boxes = [...drawing.querySelectorAll("text")].map(one => one.getBBox());
    const right = drawing.viewBox.baseVal.width;
    boxes.forEach((a, number) => {
      if (a.x < -1 || a.x + a.width > right + 1) found.push("outside");
      for (const b of boxes.slice(number + 1)) {
        const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
        const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
        if (across > 1 && down > 4) found.push("over each other");
      }
    });
  }
  return found;
}"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", sorted(_FAMILIES))
def test_no_two_texts_of_a_drawing_lie_over_each_other(
    browser: Any, tmp_path: Path, name: str, width: int
) -> None:
    target = tmp_path / "report.html"
    target.write_text(html(page(_FAMILIES[name]())), encoding="utf-8")
    tab = browser.new_page(viewport={"width": width, "height": 800})
    tab.goto(target.as_uri())
    assert tab.evaluate(_CROWDED) == []
    tab.close()


def test_the_link_of_a_fold_opens_its_list(browser: Any, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_text(html(page(star(60))), encoding="utf-8")
    tab = browser.new_page(viewport={"width": 1280, "height": 800})
    tab.goto(target.as_uri() + "#tree-1-fold-6")
    assert tab.evaluate("document.getElementById('tree-1-fold-6').closest('details').open")
    tab.close()
