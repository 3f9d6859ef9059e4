"""The page in a real browser: no sideways scrolling, no complaints."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newstemma.report.page import html
from newstemma.views import page
from tests.report import builder

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
    target.write_text(html(page(builder.ferry())), encoding="utf-8")
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
