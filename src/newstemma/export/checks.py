"""What articles have of the sentences of a text -> rows for programs."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from newstemma.export.claim_contract import OriginRow
from newstemma.export.row import Row
from newstemma.records import (
    Answer,
    CheckedSentence,
    CheckStatus,
    Difference,
    Grade,
    VariantKind,
    Witness,
)

__all__ = ["AnswerRow", "DifferenceRow", "SentenceRow", "sentence_row"]


class DifferenceRow(Row):
    """What a place of an article has otherwise than the text."""

    kind: VariantKind
    start: int = Field(description="in the text")
    end: int
    article_start: int | None = Field(description="null where the article has nothing for it")
    article_end: int | None
    note: str


class AnswerRow(Row):
    """What an article has of a sentence, at its best place."""

    article: str
    path: str
    start: int
    end: int
    words: str
    status: CheckStatus
    removes: int = Field(description="tellers between the origin and the article; 0 is first hand")
    origin: int | None = Field(description="its place in the sentence's origins")
    lineages: tuple[str, ...]
    differences: tuple[DifferenceRow, ...]


class SentenceRow(Row):
    """A sentence of the text."""

    start: int
    end: int
    words: str
    status: CheckStatus
    note: str
    grade: Grade | None
    lineages: tuple[str, ...] = Field(description="those that support it")
    origins: tuple[OriginRow, ...]
    answers: tuple[AnswerRow, ...]


def sentence_row(one: CheckedSentence, text: str, articles: Mapping[str, Witness]) -> SentenceRow:
    """A checked sentence of `text` as a row; `articles` are the witnesses by id."""
    return SentenceRow(
        start=one.span.start,
        end=one.span.end,
        words=one.span.of(text),
        status=one.status,
        note=one.note,
        grade=one.grade,
        lineages=one.lineages,
        origins=tuple(
            OriginRow(name=o.name, kind=o.kind, lineages=o.lineages, counts=o.counts)
            for o in one.origins
        ),
        answers=tuple(_answer_row(answer, articles[answer.article]) for answer in one.answers),
    )


def _answer_row(answer: Answer, article: Witness) -> AnswerRow:
    return AnswerRow(
        article=answer.article,
        path=article.article.path,
        start=answer.span.start,
        end=answer.span.end,
        words=answer.span.of(article.text),
        status=answer.status,
        removes=answer.removes,
        origin=answer.origin,
        lineages=answer.lineages,
        differences=tuple(map(_difference_row, answer.differences)),
    )


def _difference_row(one: Difference) -> DifferenceRow:
    there = one.article_span
    return DifferenceRow(
        kind=one.kind,
        start=one.span.start,
        end=one.span.end,
        article_start=there.start if there else None,
        article_end=there.end if there else None,
        note=one.note,
    )
