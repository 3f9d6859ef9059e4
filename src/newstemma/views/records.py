"""What a page shows, ready in words and order; the faces only lay it out.

Strings that come from articles are here as they stand in the article: each face makes them safe
for its own medium.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newstemma.records import FurnitureKind, Severity, Span, VariantKind

__all__ = [
    "Answer",
    "ArticlePage",
    "Axis",
    "Band",
    "Block",
    "Branch",
    "Change",
    "Citation",
    "Comparison",
    "Link",
    "LinkKind",
    "Mark",
    "Name",
    "Node",
    "NodeRole",
    "Passage",
    "Piece",
    "Proof",
    "Prose",
    "Row",
    "RowKind",
    "Saying",
    "Signal",
    "Speaker",
    "StoryPage",
    "Tick",
    "Tree",
    "Unread",
    "Version",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """How one article is called on the page: by its siglum, as editions call their witnesses."""

    id: str
    siglum: str
    title: str
    file: str
    publisher: str | None = None
    published: str | None = None


Prose = tuple[str | Name, ...]
"""A sentence of ours, with the articles it speaks of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Words of an article with the place where they stand."""

    article: Name
    span: Span
    text: str


# --- the answer and the trees -----------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the page says first; `counts` in order: articles, stories, independent reports."""

    counts: tuple[str, str, str]
    advice: str
    doubts: tuple[str, ...] = ()


class NodeRole(StrEnum):
    """What a row of the tree stands for."""

    ROOT = "root"
    DERIVED = "derived"
    COUNTED = "counted"  # of a lineage, though which article it came from cannot be told
    LOST = "lost"
    FOLDED = "folded"  # several articles in one row


class Branch(StrEnum):
    """What the line is by which a row hangs on its parent: a derivation, or less than that."""

    REPRINT = "reprint"
    EDIT = "edit"
    REWRITE = "rewrite"
    DIGEST = "digest"
    UPDATE = "update"
    LOST = "lost"  # from a parent that is not kept
    UNKNOWN = "unknown"  # the two overlap; which came first cannot be told


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One row of a tree. `parent` is the row it hangs on, `place` its time from 0 to 1.

    `report` numbers the independent reports; `how` says in words how it was made, `share` how
    much of its wording runs on as in its parent. `folded` are the rows that share this one,
    their `parent` counted among themselves; they have no `share`.
    """

    role: NodeRole
    heading: str
    details: tuple[str, ...] = ()
    how: str = ""
    parent: int | None = None
    depth: int = 0
    place: float | None = None
    article: Name | None = None
    branch: Branch | None = None
    probability: float | None = None
    share: float | None = None
    report: int | None = None
    folded: tuple[Node, ...] = ()


class LinkKind(StrEnum):
    """A line of the tree that is no branch."""

    SECOND_PARENT = "second-parent"
    SHARED_SOURCE = "shared-source"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A line between two rows; only a second parent has a direction, left to right."""

    left: int
    right: int
    kind: LinkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The rows of one independent report, from `first` up to `end`; every row is in one band."""

    heading: str
    first: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A mark on the axis of time; places run from 0 to 1."""

    place: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Time, left to right. At `broken` a stretch in which nothing was published is shortened."""

    ticks: tuple[Tick, ...]
    broken: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """Rows in the order in which they are drawn, a child below its parent.

    Without an `axis` too few dates are known, and left to right are generations.
    """

    nodes: tuple[Node, ...]
    links: tuple[Link, ...] = ()
    bands: tuple[Band, ...] = ()
    axis: Axis | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """One event: its tree and, in words, its lineages and what ties them without a derivation."""

    number: int
    title: str
    summary: str
    articles: tuple[Name, ...]
    tree: Tree
    lineages: tuple[Prose, ...] = ()
    ties: tuple[Prose, ...] = ()


# --- what changed -----------------------------------------------------------------------


class Mark(StrEnum):
    """Words that only one of the two texts has."""

    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a passage; `changes` run through it, `ends` are those that end with it."""

    text: str
    mark: Mark | None = None
    changes: tuple[int, ...] = ()
    severity: Severity | None = None
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of an article, cut where a mark begins or ends.

    `before` and `after` are the words around it, where they help to understand it.
    """

    article: Name
    span: Span
    pieces: tuple[Piece, ...]
    before: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        """The words of the stretch itself."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A variant that is not merely kept, numbered within its comparison."""

    number: int
    kind: VariantKind
    severity: Severity
    label: str
    note: str
    child: Passage | None
    parent: Passage | None


class RowKind(StrEnum):
    """What became of the row's sentence."""

    KEPT = "kept"  # every word of it stands in the parent, in order
    CHANGED = "changed"
    ADDED = "added"
    OMITTED = "omitted"
    UNNAMED = "unnamed"  # other words; no difference could be named


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A sentence of the child beside what it was made from; one side is empty where it has none."""

    kind: RowKind
    child: Passage | None
    parents: tuple[Passage, ...]
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A derived article beside its parents, in the child's order, then what was left out."""

    number: int
    child: Name
    parents: tuple[Name, ...]
    how: str
    summary: str
    rows: tuple[Row, ...]
    omitted: tuple[Row, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every change, in the order of the rows."""
        return tuple(change for row in (*self.rows, *self.omitted) for change in row.changes)


# --- who said what ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One article's version of a saying: the parts of one utterance, with how it is given.

    `speaker` is the fullest form of the name in all articles.
    `length` compares it with the fullest version, in words.
    """

    article: Name
    speaker: str | None
    cue: str | None
    kind: str
    parts: tuple[Passage, ...]
    same: bool
    length: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What somebody said, in every article's version; the fullest comes first."""

    story: int
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody who is quoted, with everything they are quoted as saying."""

    name: str | None
    summary: str
    sayings: tuple[Saying, ...]


# --- the evidence and the articles ------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One piece of evidence, in words and as numbers."""

    label: str
    score: str
    weight: float
    note: str
    child: Citation | None
    parent: Citation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Why two articles are held to be what the page says they are."""

    left: Name
    right: Name
    claim: Prose
    probability: str
    signals: tuple[Signal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of an article as it stands: of the report, or furniture of one kind.

    `anchors` are the offsets that the page links to and that stand where the block begins.
    """

    text: str
    anchors: tuple[int, ...] = ()
    furniture: FurnitureKind | None = None
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """An article in full, as paragraphs of blocks."""

    name: Name
    url: str | None
    facts: tuple[tuple[str, str], ...]
    paragraphs: tuple[tuple[Block, ...], ...]
    marked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """What could not be read, or only in part."""

    path: str
    reason: str
