"""robots.txt, as RFC 9309 has it."""

from __future__ import annotations

from time import process_time

import pytest

from newstemma.read.web.robots import robots_of


def _allows(rules: str, path: str) -> bool:
    return robots_of(200, rules.encode()).refusal(f"https://paper.test{path}") is None


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /\nAllow: /news/", "/news/a", True),
        ("User-agent: *\nAllow: /\nDisallow: /news/", "/news/a", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Newstemma\nDisallow: /x", "/a", True),
        ("User-agent: NEWSTEMMA\nDisallow: /", "/a", False),
        ("User-agent: other\nUser-agent: newstemma\nDisallow: /", "/a", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: *\nDisallow: /ä", "/%C3%A4", False),
        ("\ufeffUser-agent: *\nDisallow: /a", "/a", False),
        ("<html>not found</html>", "/a", True),
    ],
)
def test_the_most_specific_rule_counts(rules: str, path: str, allowed: bool) -> None:
    assert _allows(rules, path) is allowed


@pytest.mark.parametrize("stated", ["x", "-5", "nan", "1e400", ""])
def test_a_crawl_delay_that_is_no_number_of_seconds_is_none(stated: str) -> None:
    delay = robots_of(200, f"User-agent: *\nCrawl-delay: {stated}".encode()).delay
    assert delay == 0 or delay > 1e9


def test_stars_do_not_make_it_slow() -> None:
    rules = "User-agent: *\n" + f"Disallow: /{'*a' * 60}b\n" * 200
    started = process_time()
    assert _allows(rules, "/" + "a" * 2000)
    assert process_time() - started < 2


def test_a_file_of_any_bytes_is_read() -> None:
    assert robots_of(200, bytes(range(256)) * 10).refusal("https://paper.test/") is None
