"""The summary of a report: the counts, the trees, what is claimed, what to ask about first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstemma.records import Grade
from newstemma.report.columns import cut
from newstemma.report.plain import one_line
from newstemma.report.terminal.followed import followed
from newstemma.report.terminal.paint import Ink, Paint, indented
from newstemma.report.terminal.questions import questions
from newstemma.report.terminal.tree import tree_lines
from newstemma.views.claim_records import ClaimShown
from newstemma.views.records import Prose, StoryPage
from newstemma.views.whole import Page
from newstemma.views.wording import count

__all__ = ["summary"]

_TIES = 4
_ALONE = 12
_BEST, _ECHOED = 3, 5
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
    yield from _claims(page, width, paint)
    yield from followed(page.followed, width, paint)
    yield from questions(page.questions, width, paint)
    yield from _said(page, width)


def _story(story: StoryPage, width: int, paint: Paint) -> Iterator[str]:
    yield paint(cut(one_line(story.title), width), Ink.BOLD)
    yield paint(story.summary, Ink.FAINT)
    yield from tree_lines(story.tree, width, paint)
    for tie in story.ties[:_TIES]:
        yield from indented(_told(tie), width, "  ", first="· ")
    if len(story.ties) > _TIES:
        yield f"· {count(len(story.ties) - _TIES, 'more tie')} in the report"


def _told(prose: Prose) -> str:
    return "".join(part if isinstance(part, str) else part.siglum for part in prose)


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


def _claims(page: Page, width: int, paint: Paint) -> Iterator[str]:
    """The best supported claims, and those that only look so: many articles, one origin."""
    if not page.claims.summary:
        return
    yield ""
    yield paint("Claims", Ink.BOLD)
    yield from indented(page.claims.summary, width)
    graded = {one.grade: one.claims for one in page.claims.grades}
    yield from _supported(graded.get(Grade.CORROBORATED, ())[:_BEST], "+", width, paint)
    echoed = graded.get(Grade.ECHOED, ())
    yield from _supported(echoed[:_ECHOED], "=", width, paint)
    if len(echoed) > _ECHOED:
        yield f"… and {count(len(echoed) - _ECHOED, 'more claim')} with one origin"


def _supported(claims: Sequence[ClaimShown], sign: str, width: int, paint: Paint) -> Iterator[str]:
    for one in claims:
        words = one_line(one.first.passage.text)
        yield f"{sign} " + cut(f"{one.first.passage.article.siglum}: {words}", width - 2)
        told = f"{one.grade.replace('-', ' ')}: {one.origins} ({one.support})"
        for line in indented(one_line(told), width, "  ", first="  "):
            yield paint(line, Ink.FAINT)


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
