"""The summary of a report: the counts, the trees, what to ask about first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from newstemma.report.columns import cut, width_of
from newstemma.report.plain import one_line
from newstemma.report.terminal.paint import Ink, Paint, indented
from newstemma.views.records import Change, Comparison, Node, NodeRole, Page, Prose, StoryPage
from newstemma.views.wording import count

__all__ = ["summary"]

_TIES = 4
_ALONE = 12
_QUESTIONS = 5
_NARROWEST = 40


def summary(page: Page, *, width: int, color: bool) -> str:
    """The report in one screen or little more, no line wider than `width` (at least 40)."""
    room = max(width, _NARROWEST)
    return "\n".join(_lines(page, room, Paint(color)))


def _lines(page: Page, width: int, paint: Paint) -> Iterator[str]:
    for line in indented(", ".join(page.answer.counts), width):
        yield paint(line, Ink.BOLD)
    for line in (page.answer.advice, *page.answer.doubts):
        yield from indented(line, width)
    for story in page.stories:
        if len(story.articles) > 1:
            yield ""
            yield from _story(story, width, paint)
    yield from _alone([one for one in page.stories if len(one.articles) == 1], width, paint)
    yield from _questions(page.questions, width, paint)
    yield from _said(page, width)


def _story(story: StoryPage, width: int, paint: Paint) -> Iterator[str]:
    yield paint(cut(one_line(story.title), width), Ink.BOLD)
    yield paint(story.summary, Ink.FAINT)
    prefixes = _prefixes(story.tree.nodes)
    for node, (branch, below) in zip(story.tree.nodes, prefixes, strict=True):
        yield from _node(node, branch, below, width, paint)
    for tie in story.ties[:_TIES]:
        yield from indented(_told(tie), width, "  ", first="· ")
    if len(story.ties) > _TIES:
        yield f"· {len(story.ties) - _TIES} more ties in the report"


def _told(prose: Prose) -> str:
    return "".join(part if isinstance(part, str) else part.siglum for part in prose)


def _prefixes(nodes: Sequence[Node]) -> list[tuple[str, str]]:
    """For each row of the tree, what stands before it and before what is below it."""
    children: dict[int, list[int]] = defaultdict(list)
    for row, node in enumerate(nodes):
        if node.parent is not None:
            children[node.parent].append(row)
    found: list[tuple[str, str]] = []
    for row, node in enumerate(nodes):
        if node.parent is None:
            found.append(("", ""))
            continue
        above = found[node.parent][1]
        is_last = children[node.parent][-1] == row
        found.append((above + ("└─ " if is_last else "├─ "), above + ("   " if is_last else "│  ")))
    return found


def _node(node: Node, branch: str, below: str, width: int, paint: Paint) -> Iterator[str]:
    sign = node.article.siglum if node.article else "…" if node.role is NodeRole.FOLDED else "?"
    lost = "lost: " if node.role is NodeRole.LOST else ""
    room = width - width_of(branch) - len(sign) - 1
    title = cut(one_line(lost + node.heading), max(room, 8))
    yield branch + paint(sign, Ink.ACCENT) + " " + title
    told = " · ".join(one_line(part) for part in _details(node) if part)
    stem = below + " " * (len(sign) + 1)
    if told:
        yield stem + paint(cut(told, max(width - width_of(stem), 8)), Ink.FAINT)


def _details(node: Node) -> tuple[str | None, ...]:
    """The file comes first: on a terminal it is what a reader goes on with."""
    if node.article is None:
        return node.details
    name = node.article
    return (node.how, name.file, name.publisher, name.published)


def _alone(told: Sequence[StoryPage], width: int, paint: Paint) -> Iterator[str]:
    if not told:
        return
    yield ""
    yield paint("Told by one article alone", Ink.BOLD)
    for story in told[:_ALONE]:
        name = story.articles[0]
        yield (
            paint(name.siglum, Ink.ACCENT)
            + " "
            + cut(one_line(f"{name.title} ({name.file})"), width - len(name.siglum) - 1)
        )
    if len(told) > _ALONE:
        yield f"… and {len(told) - _ALONE} more"


def _questions(
    asked: Sequence[tuple[Comparison, Change]], width: int, paint: Paint
) -> Iterator[str]:
    if not asked:
        return
    yield ""
    yield paint("Ask first about", Ink.BOLD)
    for number, (comparison, change) in enumerate(asked[:_QUESTIONS], start=1):
        head = f"{number}. {change.label} in {comparison.child.siglum}."
        yield from indented(f"{head} {change.note}", width, "   ", first="")
        for label, side in (("was", change.parent), ("now", change.child)):
            if side is not None:
                words = one_line(side.before + side.text + side.after)
                yield paint(cut(f"   {label} {side.article.siglum}: {words}", width), Ink.FAINT)
    if len(asked) > _QUESTIONS:
        yield f"… and {count(len(asked) - _QUESTIONS, 'more change')} of meaning"


def _said(page: Page, width: int) -> Iterator[str]:
    if not page.speakers:
        return
    named = sum(one.name is not None for one in page.speakers)
    sayings = [saying for one in page.speakers for saying in one.sayings]
    differing = sum(any(not v.same for v in saying.versions) for saying in sayings)
    told = f"{count(named, 'person', 'people')} quoted, {count(len(sayings), 'statement')}"
    yield ""
    differently = f", {differing} of them in differing versions" if differing else ""
    yield from indented(f"{told}{differently}.", width)
