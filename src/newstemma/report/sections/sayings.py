"""Who said what: each speaker's sayings, with every article's version together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from newstemma.report.markup import Element, Node, element
from newstemma.report.sections.parts import fold, marked, passage_link
from newstemma.views.records import Saying, Speaker, Version
from newstemma.views.whole import Page
from newstemma.views.wording import count

__all__ = ["sayings"]

_OPEN = 8


def sayings(page: Page) -> Element | None:
    """The section, or nothing where nobody is quoted."""
    if not page.speakers:
        return None
    shown, more = page.speakers[:_OPEN], page.speakers[_OPEN:]
    return element(
        "section",
        element("h2", "Who said what", id="sayings-title"),
        (_speaker(one) for one in shown),
        fold(count(len(more), "more speaker"), *(_speaker(one) for one in more)) if more else None,
        id="sayings",
        aria_labelledby="sayings-title",
    )


def _speaker(one: Speaker) -> Element:
    return element(
        "article",
        element("h3", element("bdi", one.name or "Speaker not named")),
        element("p", one.summary, class_="facts"),
        (_saying(saying, one) for saying in one.sayings),
        class_="speaker",
    )


def _saying(saying: Saying, speaker: Speaker) -> Element:
    """The fullest version, then how the others have it."""
    first, *others = saying.versions
    same = [one for one in others if _repeats(one, first)]
    different = _alike(one for one in others if not _repeats(one, first))
    return element(
        "div",
        element("blockquote", _text(first), dir="auto"),
        element("p", _given(first, speaker), _also(same), class_="facts"),
        element("ul", (_other(alike, speaker) for alike in different), class_="versions")
        if different
        else None,
        class_="saying",
    )


def _repeats(version: Version, first: Version) -> bool:
    return version.same and version.speaker == first.speaker


def _alike(versions: Iterable[Version]) -> list[list[Version]]:
    """The versions, those of the same words and speaker together."""
    groups: defaultdict[tuple[str | None, str], list[Version]] = defaultdict(list)
    for one in versions:
        said = " ".join(word for part in one.parts for word in part.text.split())
        groups[one.speaker, said].append(one)
    return list(groups.values())


def _text(version: Version) -> Iterator[Node]:
    for number, part in enumerate(version.parts):
        if number:
            yield element("span", " … ", class_="gap", title="the sentence is interrupted here")
        yield from ("“", *marked(part), "”")


def _also(same: Sequence[Version]) -> list[Node]:
    links = [part for one in same for part in (" ", passage_link(one.parts[0]))]
    return ["; same words in", *links] if same else []


def _other(alike: Sequence[Version], speaker: Speaker) -> Element:
    first, *same = alike
    return element(
        "li",
        element("p", _text(first), class_="text", dir="auto"),
        element("p", _given(first, speaker), _also(same), class_="facts"),
    )


def _given(version: Version, speaker: Speaker) -> Iterator[Node]:
    """Where the version stands and how it is given."""
    yield passage_link(version.parts[0])
    cue = f"“{version.cue}”" if version.cue else "no reporting word"
    yield f" {version.kind}, {cue}"
    if version.length:
        yield f", {version.length}"
    if version.speaker != speaker.name:
        yield element("bdi", f", given to {version.speaker or 'nobody by name'}")
