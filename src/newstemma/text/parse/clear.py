"""Turns ClearNLP's dependencies, which most English spaCy pipelines give, into Universal ones.

Prepositions and copulas hang on what they introduce, as Universal Dependencies have it (de
Marneffe et al. 2021); the other relations only change their names. What attributions rest on is
turned over faithfully; rarer constructions are not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from newstemma.text.parse.records import Token

__all__ = ["is_clear", "universal"]

_NAMES = {
    "acomp": "xcomp", "attr": "xcomp", "auxpass": "aux:pass", "csubjpass": "csubj:pass",
    "dative": "iobj", "dobj": "obj", "intj": "discourse", "meta": "dep", "neg": "advmod",
    "npadvmod": "obl:unmarked", "nsubjpass": "nsubj:pass", "oprd": "xcomp", "pcomp": "advcl",
    "pobj": "obl", "poss": "nmod:poss", "preconj": "cc:preconj", "predet": "det:predet",
    "prep": "advmod", "prt": "compound:prt", "quantmod": "advmod", "relcl": "acl:relcl",
}  # fmt: skip
_NOMINAL = frozenset({"NOUN", "PRON", "PROPN", "NUM"})
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})


def is_clear(labels: Iterable[str]) -> bool:
    """Whether a parser's labels are ClearNLP's."""
    return "dobj" in set(labels)


def universal(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of a sentence, its relations made universal; `first` is the place of the first."""
    tree = _Tree(tokens, first)
    for place in reversed(range(len(tokens))):
        if tree.relations[place] in _PREPOSITIONS and tokens[place].upos in {"ADP", "SCONJ"}:
            tree.turn_preposition(place)
    for place in range(len(tokens)):
        if tokens[place].lemma == "be":
            tree.turn_copula(place)
    return [
        replace(token, head=first + head, deprel=_NAMES.get(relation, relation))
        for token, head, relation in zip(tokens, tree.heads, tree.relations, strict=True)
    ]


class _Tree:
    """A sentence's heads and relations while they are turned over; places count from 0."""

    def __init__(self, tokens: Sequence[Token], first: int) -> None:
        self._tokens = tokens
        self.heads = [token.head - first for token in tokens]
        self.relations = [token.deprel for token in tokens]

    def turn_preposition(self, place: int) -> None:
        """The object takes the preposition's head; the preposition hangs on it."""
        found = self._child(place, {"pobj", "obl", "nmod", "obl:agent"})
        if found is not None:
            on_noun = self._tokens[self.heads[place]].upos in _NOMINAL
            kinds = {"agent": "obl:agent", "dative": "obl"}
            relation = kinds.get(self.relations[place], "nmod" if on_noun else "obl")
            self._swap(place, found, relation, "case")
        elif (found := self._child(place, {"pcomp"})) is not None:
            self._swap(place, found, "advcl", "mark")

    def turn_copula(self, place: int) -> None:
        """What is said of the subject takes the place of "is", which hangs on it."""
        found = self._child(place, {"attr", "acomp"})
        if found is not None and self._child(place, {"expl"}) is None:
            self._swap(place, found, self.relations[place], "cop")

    def _child(self, place: int, relations: set[str]) -> int | None:
        children = (i for i, head in enumerate(self.heads) if head == place != i)
        return next((i for i in children if self.relations[i] in relations), None)

    def _swap(self, above: int, below: int, relation: str, function: str) -> None:
        """`below` takes the place of `above` as `relation` and all that hangs on it."""
        is_root = self.heads[above] == above
        self.heads = [below if head == above else head for head in self.heads]
        self.heads[below] = below if is_root else self.heads[above]
        self.heads[above] = below
        self.relations[below], self.relations[above] = relation, function
