"""What a collection knows of texts beside what was drawn: which version of its article each is, and
what ties their stories to others that are not shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newstemma.records import Derivation, Story
from newstemma.views.records import Name, Prose
from newstemma.views.wording import a_kind

if TYPE_CHECKING:
    from newstemma.collection.records import Tie
    from newstemma.store import TextRow

__all__ = ["Beyond"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beyond:
    """`texts` are those that are one version of several, by their ids; `ties` lead to stories that
    are not shown. Without a collection there are none.
    """

    texts: Mapping[str, TextRow] = field(default_factory=dict)
    ties: Sequence[Tie] = ()

    def articles(self, ids: Iterable[str]) -> int:
        """How many articles some texts are: the versions of one count once."""
        return len({self.texts[one].key if one in self.texts else one for one in ids})

    def is_update(self, edge: Derivation) -> bool:
        """Whether both are versions of one article."""
        known = [self.texts[one].key for one in (edge.child, edge.parent) if one in self.texts]
        return len(known) == 2 and known[0] == known[1]

    def mark(self, name: str) -> str:
        """What tells a text from the other versions of its article: " (v2)", mostly nothing."""
        return f" (v{self.texts[name].version})" if name in self.texts else ""

    def standing(self, name: str) -> str | None:
        """Which version a text is, in words."""
        one = self.texts.get(name)
        if one is None:
            return None
        current = ", the current one" if one.is_current else ""
        return f"{one.version} of {one.versions}{current}"

    def told(self, story: Story, called: Mapping[str, Name]) -> Iterator[Prose]:
        """The ties of a story to others, a sentence each."""
        members = set(story.articles)
        for tie in self.ties:
            if tie.article in members:
                there = f" in another story, “{tie.story.title}” ({tie.story.id})."
                yield (*_claim(tie, called[tie.article]), there)


def _claim(tie: Tie, name: Name) -> Prose:
    path = tie.other.path
    if not isinstance(tie.by, Derivation):
        return (name, f" overlaps with {path}, it cannot be told which came first,")
    kind = a_kind(tie.by.kind)
    if tie.by.child == tie.article:
        return (name, f" is also {kind} of {path}")
    return (f"{path} is also {kind} of ", name, ",")
