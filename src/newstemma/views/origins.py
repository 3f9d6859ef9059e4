"""Who stands behind what is claimed, in words, and whose words are shown first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from newstemma.records import Analysis, Origin, SourceKind
from newstemma.views.rows import Texts
from newstemma.views.wording import count, listed

__all__ = ["NOT_NAMED", "Provenance", "counted", "provenance", "support"]

NOT_NAMED = {
    SourceKind.NONE: "nobody who is named",
    SourceKind.UNKNOWN: "somebody who cannot be told",
}
"""What a source without a name is called; of any other kind it is somebody unnamed."""


class _InArticle(Protocol):
    @property
    def article(self) -> str: ...


_Said = TypeVar("_Said", bound=_InArticle)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """The articles, which of them were made from others, and what each lineage is called by."""

    texts: Texts
    derived: Collection[str]
    roots: Mapping[str, str]

    def claimed_by(self, origins: Sequence[Origin]) -> str:
        """The origins as a sentence lists them; an outlet without a name by its article."""
        return listed(tuple(self._origin(one) for one in origins))

    def one_each(self, said: Iterable[_Said]) -> list[_Said]:
        """The first of each article, those of articles that were made from none first."""
        first: dict[str, _Said] = {}
        for one in said:
            first.setdefault(one.article, one)
        return sorted(first.values(), key=lambda one: (one.article in self.derived, one.article))

    def _origin(self, one: Origin) -> str:
        if one.kind is None:
            return f"{one.name or self.roots[one.lineages[0]]} in its own voice"
        name = one.name or NOT_NAMED.get(one.kind, "somebody unnamed")
        return name if one.counts else f"{name} (not counted apart)"


def provenance(analysis: Analysis, texts: Texts) -> Provenance:
    """What is known of where the articles come from."""
    return Provenance(
        texts=texts,
        derived={edge.child for edge in analysis.derivations},
        roots={line.id: texts.names[line.root].siglum for line in analysis.lineages},
    )


def counted(origins: Sequence[Origin]) -> int:
    """How many of the origins can be told apart: one at least."""
    return max(sum(one.counts for one in origins), 1)


def support(origins: Sequence[Origin], lineages: int, articles: int) -> str:
    """How many origins, independent reports and articles stand behind it."""
    reports = f", {count(lineages, 'independent report')}" if articles > 1 else ""
    return f"{count(counted(origins), 'origin')}{reports}, {count(articles, 'article')}"
