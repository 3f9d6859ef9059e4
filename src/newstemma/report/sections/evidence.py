"""The evidence: why each article is held to be what the tree shows."""

from __future__ import annotations

from collections.abc import Iterator

from newstemma.report.anchors import why_id
from newstemma.report.markup import Element, Node, element
from newstemma.report.plain import one_line
from newstemma.report.sections.parts import fold, passage_link, prose
from newstemma.views.records import Citation, Proof, Signal
from newstemma.views.whole import Page
from newstemma.views.wording import count, signed

__all__ = ["evidence", "shown"]

_EXCERPT = 180
_MOST = 400  # ties; more would make the page too heavy to open


def evidence(page: Page) -> Element | None:
    """The section, or nothing where no two articles are tied."""
    if not page.proofs:
        return None
    return element(
        "section",
        element("h2", "Evidence", id="evidence-title"),
        element(
            "p",
            "Each signal speaks for (+) or against (−) the tie; weights are in log-odds and add "
            "up. A signal that is not listed was not seen, which is not the same as zero.",
            class_="summary",
        ),
        (_proof(one) for one in shown(page)),
        _left_out(len(page.proofs) - _MOST),
        id="evidence",
        aria_labelledby="evidence-title",
    )


def shown(page: Page) -> tuple[Proof, ...]:
    """The ties that the section has room for."""
    return page.proofs[:_MOST]


def _left_out(number: int) -> Element | None:
    if number <= 0:
        return None
    return element("p", f"{count(number, 'more tie')} in the JSON report.", class_="summary")


def _proof(one: Proof) -> Element:
    summary: list[Node] = [
        *prose(one.claim),
        element("span", one.probability, class_="probability"),
    ]
    inner = _signals(one) if one.signals else _nothing()
    return fold(summary, element("div", inner, id=why_id(one.left, one.right), class_="why"))


def _nothing() -> Element:
    return element("p", "No signal was recorded.", class_="nothing")


def _signals(one: Proof) -> Element:
    head = (
        element("th", label, scope="col") for label in ("Signal", "Score", "Weight", "Read from")
    )
    return element(
        "table",
        element("thead", element("tr", head)),
        element("tbody", (_signal(signal) for signal in one.signals)),
        class_="signals",
    )


def _signal(one: Signal) -> Element:
    return element(
        "tr",
        element("th", one.label, element("span", one.note, class_="note"), scope="row"),
        element("td", element("span", "score ", class_="unit"), one.score, class_="figure"),
        element(
            "td", element("span", "weight ", class_="unit"), signed(one.weight), class_="figure"
        ),
        element("td", _places(one), class_="places"),
    )


def _places(one: Signal) -> Iterator[Node]:
    for side in (one.child, one.parent):
        if side is not None:
            yield element("p", passage_link(side), " ", element("q", _excerpt(side), dir="auto"))


def _excerpt(side: Citation) -> str:
    line = one_line(side.text)
    return line if len(line) <= _EXCERPT else line[:_EXCERPT].rsplit(" ", 1)[0] + " …"
