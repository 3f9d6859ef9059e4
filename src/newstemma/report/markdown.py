"""The report as a Markdown memo, for pasting into a note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newstemma.records import Grade
from newstemma.report.plain import one_line
from newstemma.views.claim_records import Claims, ClaimShown
from newstemma.views.followed_records import Chronicle, Network, Numbers, NumberShown, ValueShown
from newstemma.views.records import (
    Change,
    Comparison,
    Name,
    Node,
    NodeRole,
    Passage,
    Prose,
    Speaker,
    StoryPage,
    Version,
)
from newstemma.views.whole import Page
from newstemma.views.wording import count

__all__ = ["escaped", "markdown"]

_QUESTIONS = 20
_EXCERPT = 300
_CLAIMS = 20  # of a grade, and conflicts
_FOLLOWED = 20  # relations, events and numbers of a story
_SUPPORTED = frozenset({Grade.CORROBORATED, Grade.ECHOED})
# What CommonMark and GitHub's dialect give a meaning: anywhere, before an address, an emoji's
# name or an entity, and where a line or a list item begins.
_MARKUP = re.compile(
    r"[\\`*_\[\]<|~$@#]|:(?=//|[\w+-]+:)|&(?=#?\w+;)|(?<=\bwww)\.|^[-+=>]|(?<=^\d)[.)]"
    r"|(?<=^\d\d)[.)]|(?<=^\d\d\d)[.)]|(?<=^\d{4})[.)]|(?<=^\d{5})[.)]|(?<=^\d{6})[.)]"
    r"|(?<=^\d{7})[.)]|(?<=^\d{8})[.)]|(?<=^\d{9})[.)]",
    re.IGNORECASE,
)


def escaped(text: str) -> str:
    r"""Article text as Markdown that shows it as it is, on one line.

    >>> escaped("<b>1. *not* [a](link)</b>"), escaped("1. no list: 07:30")
    ('\\<b>1. \\*not\\* \\[a\\](link)\\</b>', '1\\. no list: 07:30')
    """
    return _MARKUP.sub(r"\\\g<0>", one_line(text))


def markdown(page: Page) -> str:
    """The memo: answer, trees, questions, quotations, articles. Citations give characters."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: Page) -> Iterator[str]:
    yield f"# {', '.join(page.answer.counts)}"
    yield ""
    yield " ".join((page.answer.advice, *page.answer.doubts))
    for story in page.stories:
        yield from _story(story)
    yield from _questions(page.questions)
    yield from _claims(page.claims)
    yield from _conflicts(page.claims)
    yield from _networks(page.followed.networks)
    yield from _chronicles(page.followed.chronicles)
    yield from _numbers(page.followed.numbers)
    yield from _speakers(page.speakers)
    yield from _articles(page)
    yield from _end(page)


def _cite(passage: Passage) -> str:
    """A place in an article: `[file, characters a-b]`."""
    place = f"{passage.span.start}-{passage.span.end}"
    return f"\\[{escaped(passage.article.file)}, characters {place}\\]"


# --- the trees ----------------------------------------------------------------------------


def _story(story: StoryPage) -> Iterator[str]:
    yield ""
    yield f"## {escaped(story.title)}"
    yield ""
    yield f"{story.summary}."
    yield ""
    for node in story.tree.nodes:
        yield f"{'  ' * node.depth}- {_node(node)}"
    if story.ties:
        yield ""
    for tie in story.ties:
        yield f"- {_prose(tie)}"


def _node(node: Node) -> str:
    if node.role is NodeRole.FOLDED:
        return f"{node.heading}: {', '.join(node.details)}"
    sign = f"**{node.article.siglum}**" if node.article else "*lost*"
    told = [escaped(part) for part in (node.how, *node.details) if part]
    return (
        f"{sign} {escaped(node.heading)} — {'; '.join(told)}"
        if told
        else f"{sign} {escaped(node.heading)}"
    )


def _prose(prose: Prose) -> str:
    return "".join(
        f"**{one.siglum}**" if isinstance(one, Name) else _escaped_within(one) for one in prose
    )


def _escaped_within(text: str) -> str:
    """As `escaped`, keeping the spaces at both ends."""
    lead, end = text[:1].isspace(), text[-1:].isspace()
    return " " * lead + escaped(text) + " " * (end and bool(text.strip()))


# --- what changed and who said what -------------------------------------------------------


def _questions(asked: Sequence[tuple[Comparison, Change]]) -> Iterator[str]:
    if not asked:
        return
    yield ""
    yield "## Ask first about"
    yield ""
    for number, (comparison, change) in enumerate(asked[:_QUESTIONS], start=1):
        where = f"**{change.label}** in **{comparison.child.siglum}**"
        yield f"{number}. {where}. {escaped(change.note)}"
        for label, side in (("Was", change.parent), ("Became", change.child)):
            if side is not None:
                yield f"   - {label}: “{_in_context(side)}” {_cite(side)}"
    if len(asked) > _QUESTIONS:
        yield ""
        yield f"And {count(len(asked) - _QUESTIONS, 'more change')} of meaning."


def _in_context(passage: Passage) -> str:
    """The words in question in bold, with some around them."""
    around = _escaped_within(passage.before), _escaped_within(passage.after)
    point = _excerpt(passage)
    return f"{around[0]}**{point}**{around[1]}" if any(around) and point else point


def _excerpt(passage: Passage) -> str:
    text = one_line(passage.text)
    return escaped(text if len(text) <= _EXCERPT else text[:_EXCERPT].rsplit(" ", 1)[0] + " …")


def _speakers(speakers: Sequence[Speaker]) -> Iterator[str]:
    if not speakers:
        return
    yield ""
    yield "## Who said what"
    for speaker in speakers:
        yield ""
        yield f"### {escaped(speaker.name) if speaker.name else 'Speaker not named'}"
        yield ""
        for saying in speaker.sayings:
            for number, version in enumerate(saying.versions):
                yield f"{'  ' * bool(number)}- {_version(version, speaker)}"


def _version(version: Version, speaker: Speaker) -> str:
    said = " … ".join(f"“{_excerpt(part)}”" for part in version.parts)
    told = [version.kind, f"cue “{escaped(version.cue)}”" if version.cue else "no reporting word"]
    if version.speaker != speaker.name:
        told.append(f"given to {escaped(version.speaker or 'nobody by name')}")
    places = " ".join(_cite(part) for part in version.parts)
    return f"{said} ({', '.join(told)}) {places}"


# --- claims -------------------------------------------------------------------------------


def _claims(told: Claims) -> Iterator[str]:
    if not told.summary:
        return
    yield ""
    yield "## Claims by support"
    yield ""
    yield told.summary
    for grade in told.grades:
        shown = grade.claims[: _CLAIMS if grade.grade in _SUPPORTED else 0]
        if shown:
            yield ""
            yield f"### {grade.label.capitalize()}"
            yield ""
            yield grade.explained
            yield ""
        for one in shown:
            yield from _claim(one)
        if shown and (left := len(grade.claims) - len(shown) + grade.more):
            yield ""
            yield f"And {left} more."


def _claim(one: ClaimShown) -> Iterator[str]:
    first = one.first.passage
    yield f"- “{_excerpt(first)}” {_cite(first)} — from {escaped(one.origins)}: {one.support}"
    for said in one.others:
        yield f"  - also “{_excerpt(said.passage)}” {_cite(said.passage)}"
    for other in one.distorted:
        yield (
            f"  - **{other.label}**: “{_in_context(other.here)}” {_cite(other.here)}, "
            f"where {_cite(other.other)} has “{_in_context(other.other)}”"
        )


def _conflicts(told: Claims) -> Iterator[str]:
    if not told.conflicts:
        return
    yield ""
    yield "## Conflicts"
    yield ""
    for one in told.conflicts[:_CLAIMS]:
        note = " (it grows over time)" if one.development else ""
        yield f"- **{one.label}**{note}"
        for side in one.sides:
            places = " ".join(_cite(passage) for passage in side.said)
            yield f"  - “{_in_context(side.said[0])}” {places}"


# --- actors, dates and numbers ------------------------------------------------------------


def _networks(networks: Sequence[Network]) -> Iterator[str]:
    yield from _headed("Actors", networks)
    for one in networks:
        yield from _titled(one.title)
        for row in one.relations[:_FOLLOWED]:
            told = escaped(f"{row.source} {row.label} {row.target}")
            places = " ".join(map(_cite, row.places))
            yield f"- **{told}** ({row.force}) — {escaped(row.claimed_by)}: {row.support} {places}"
        yield from _unshown(len(one.relations) - _FOLLOWED, one.more)


def _chronicles(chronicles: Sequence[Chronicle]) -> Iterator[str]:
    yield from _headed("Timeline", chronicles)
    for one in chronicles:
        yield from _titled(one.title)
        events = [(day.date, event) for day in one.dates for event in day.events]
        for date, event in events[:_FOLLOWED]:
            cited = f"“{_excerpt(event.passage)}” {_cite(event.passage)}"
            told = f"{escaped(event.claimed_by)}: {event.support}"
            yield f"- **{escaped(date)}** {cited} — {told}"
            for other in event.others:
                yield f"  - also “{_excerpt(other)}” {_cite(other)}"
        yield from _unshown(len(events) - _FOLLOWED, one.more)


def _numbers(stories: Sequence[Numbers]) -> Iterator[str]:
    yield from _headed("Numbers that move", stories)
    for one in stories:
        yield from _titled(one.title)
        for number in one.numbers[:_FOLLOWED]:
            yield from _number(number)
        yield from _unshown(len(one.numbers) - _FOLLOWED, one.more)


def _number(one: NumberShown) -> Iterator[str]:
    beside = f" (told with “{escaped(one.beside)}”)" if one.beside else ""
    yield f"- **{escaped(one.thing)}**{beside}: {one.course}"
    for value in one.values:
        yield f"  - {_value(value)}"


def _value(one: ValueShown) -> str:
    by = f", as said by {escaped(one.by)}" if one.by else ""
    places = " ".join(map(_cite, one.places))
    return f"{escaped(one.words)}: “{_in_context(one.places[0])}”, {escaped(one.when)}{by} {places}"


def _headed(title: str, stories: Sequence[Network | Chronicle | Numbers]) -> Iterator[str]:
    if stories:
        yield from ("", f"## {title}")


def _titled(title: str) -> Iterator[str]:
    yield from ("", f"### {escaped(title)}", "")


def _unshown(further: int, more: int) -> Iterator[str]:
    if (left := max(further, 0) + more) > 0:
        yield from ("", f"And {left} more.")


# --- the articles and the end -------------------------------------------------------------


def _articles(page: Page) -> Iterator[str]:
    yield ""
    yield "## Articles"
    yield ""
    for one in page.articles:
        name = one.name
        details = [name.publisher, name.published, name.file]
        told = ", ".join(escaped(part) for part in details if part)
        yield f"- **{name.siglum}** {escaped(name.title)} — {told}"


def _end(page: Page) -> Iterator[str]:
    if page.failures:
        yield ""
        yield "## Not read, or only in part"
        yield ""
        for failure in page.failures:
            yield f"- {escaped(failure.path)}: {escaped(failure.reason)}"
    yield ""
    yield "Derived is not plagiarised, and corroborated is not true. Not judged:"
    yield ""
    for line in page.not_judged:
        yield f"- {escaped(line)}"
    yield ""
    options = ", ".join(f"{escaped(key)} = {escaped(value)}" for key, value in page.run.options)
    yield f"Newstemma {page.run.version}" + (f"; options: {options}." if options else ".")
