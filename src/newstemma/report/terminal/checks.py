"""What articles have of each sentence of a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newstemma.records import Answer, CheckedSentence, CheckStatus, Origin, Witness
from newstemma.report.plain import one_line
from newstemma.report.terminal.paint import Ink, Paint, indented
from newstemma.views.names import names
from newstemma.views.records import Name
from newstemma.views.wording import count

__all__ = ["checks"]

_STATUS = {
    CheckStatus.SUPPORTED: ("supported", Ink.ACCENT),
    CheckStatus.CONTRADICTED: ("contradicted", Ink.MEANING),
    CheckStatus.DISTORTED: ("distorted", Ink.MEANING),
    CheckStatus.NOT_FOUND: ("not found", Ink.DETAIL),
}
_MOST = 5  # articles that are shown for a sentence


def checks(
    found: Sequence[CheckedSentence],
    text: Witness,
    articles: Sequence[Witness],
    *,
    width: int,
    color: bool,
) -> str:
    """Each sentence with its status, its origins, and the words of the articles."""
    called = names([one.article for one in articles])
    texts = {one.id: one.text for one in articles}
    paint = Paint(color)
    lines: list[str] = []
    for one in found:
        lines += indented(one.span.of(text.text), width)
        lines.append("  " + paint(_summary(one), _STATUS[one.status][1]))
        worth = _worth(one)
        for answer in worth[:_MOST]:
            lines += _answer(answer, called, texts, width, paint)
        if len(worth) > _MOST:
            more = f"    and {count(len(worth) - _MOST, 'more article')}"
            lines.append(paint(more, Ink.FAINT))
        lines.append("")
    return "\n".join(lines) if lines else "There is no sentence in the text."


def _worth(one: CheckedSentence) -> Sequence[Answer]:
    """The answers to show: beside those that support a sentence, what is only like it says
    nothing.
    """
    if one.status is not CheckStatus.SUPPORTED:
        return one.answers
    return [answer for answer in one.answers if answer.status is not CheckStatus.DISTORTED]


def _summary(one: CheckedSentence) -> str:
    label = _STATUS[one.status][0]
    if one.status is not CheckStatus.SUPPORTED:
        return f"{label}: {one.note}" if one.note else label
    counting = [origin for origin in one.origins if origin.counts] or list(one.origins)
    whom = ", ".join(map(_who, counting))
    many = f"{count(len(counting), 'origin')} in {count(len(one.lineages), 'lineage')}"
    return f"{label}: {many} ({whom})"


def _who(origin: Origin) -> str:
    if origin.kind is None:
        return f"{one_line(origin.name or 'the article')} itself"
    return one_line(origin.name or "nobody named")


def _answer(
    answer: Answer, called: Mapping[str, Name], texts: Mapping[str, str], width: int, paint: Paint
) -> Iterator[str]:
    far = "first hand" if answer.removes == 0 else f"at {count(answer.removes, 'remove')}"
    told = far if answer.status is CheckStatus.SUPPORTED else _STATUS[answer.status][0]
    name = called[answer.article]
    where = f"{answer.span.start}–{answer.span.end}"
    for line in indented(f"{name.siglum}  {name.file}, {told}, {where}", width, "    "):
        yield paint(line, Ink.FAINT)
    yield from indented(f"“{answer.span.of(texts[answer.article])}”", width, "    ")
    for one in answer.differences:
        yield from indented(f"- {one.kind}: {one.note}", width, "      ")
