"""Records to put into collections: invented ones, the harbour example, and any at all."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from newstemma import analyze
from newstemma.records import Analysis, Article, Run, Span, Story, TextSource, Witness
from newstemma.store import Custody, Store
from newstemma.store.findings import FINDINGS
from newstemma.text.witness import witness
from tests.data import REPOSITORY

__all__ = [
    "FROM_DISK",
    "any_analysis",
    "any_record",
    "article",
    "drawn",
    "filled",
    "harbour",
    "keep",
    "read_closely",
]

FROM_DISK = Custody(read_from="disk", read_at="2026-01-02T03:04:05Z")


def article(name: str, text: str = "A boat came in.", **fields: Any) -> Article:
    """An article without furniture."""
    known = {"path": f"{name}.txt", "sha256": name.ljust(64, "0"), "language": "en", **fields}
    return Article(id=name, text=text, text_source=TextSource.FILE, **known)


def read_closely(name: str, text: str = "A boat came in.", **fields: Any) -> Witness:
    """An article read by rules alone."""
    return witness(article(name, text, **fields))


def drawn(*witnesses: Witness, story: str = "story") -> Analysis:
    """An analysis that found one story, of all the articles."""
    names = tuple(one.id for one in witnesses)
    bare: dict[str, Any] = {field.name: () for field in fields(Analysis)}
    told = (Story(id=story, title=story.title(), articles=names),)
    return Analysis(**{**bare, "witnesses": witnesses, "stories": told, "run": Run(version="1")})


@cache
def harbour() -> Analysis:
    """The analysis of the harbour example."""
    folder = REPOSITORY / "examples" / "harbour"
    return analyze(folder / "articles")


def keep(store: Store, analysis: Analysis) -> tuple[int, ...]:
    """Puts an analysis and all its articles into a collection; gives its neighbourhood."""
    with store.writing():
        for one in analysis.witnesses:
            number = store.add_version(one.article.path, one.article, custody=FROM_DISK)
            store.keep_reading(number, one, through="claims")
        for failure in analysis.failures:
            store.fail(failure)
        return store.replace((), [analysis], through="claims")


def filled(path: Path) -> Path:
    """A collection of the harbour example."""
    with Store.create(path) as store:
        keep(store, harbour())
    return path


_PLAIN: dict[object, st.SearchStrategy[Any]] = {
    str: st.text(max_size=5),
    int: st.integers(),
    bool: st.booleans(),
    float: st.floats(allow_nan=False),  # what is no number equals nothing, itself neither
    Fraction: st.fractions(),
    Span: st.tuples(st.integers(0, 999), st.integers(0, 999)).map(lambda ends: Span(*sorted(ends))),
    NoneType: st.none(),
}


def any_record(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type, with short lists: those that records are made of are known."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(list(kind))
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        return st.builds(kind, **{one.name: any_record(hints[one.name]) for one in fields(kind)})
    parts = get_args(kind)
    if get_origin(kind) is not tuple:
        return st.one_of([any_record(part) for part in parts])
    if parts[-1] is Ellipsis:
        return st.lists(any_record(parts[0]), max_size=2).map(tuple)
    return st.tuples(*(any_record(part) for part in parts))


@st.composite
def any_analysis(draw: st.DrawFn) -> Analysis:
    """Any findings in any articles; these differ by id, and nothing else makes sense."""
    read = draw(
        st.lists(any_record(Witness), max_size=2, unique_by=lambda one: str(one.id)).map(tuple)
    )
    found = {name: tuple(draw(st.lists(any_record(kind), max_size=1))) for name, kind in FINDINGS}
    return Analysis(witnesses=read, failures=(), run=draw(any_record(Run)), **found)
