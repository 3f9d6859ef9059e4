"""Reads the source of a tag beside quoted words off the words themselves.

'"...," said Ann Lee, a baker in Ostport.' Treebanks hold few such sentences, so parsers take the
parenthesis for a clause of its own.
"""

from __future__ import annotations

from newstemma.text.parse.tree import Range, Tree

__all__ = ["tag_source"]

_CLOSING = frozenset({'"', "”", "''", "’", "'", "»"})
_OPENS_PHRASE = frozenset({"PROPN", "NOUN", "DET", "ADJ", "NUM"})
_IN_PHRASE = _OPENS_PHRASE | {"PART", "SYM", "X", "CCONJ"}
_PRONOUNS = frozenset("he she they it we i".split())
_RELATIVE = frozenset({"who", "which", "whose", "whom", "that"})
_NO_SOURCE = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today later last this "
    "january february march april may june july august september october november "
    "december".split()
)
_LONGEST = 60  # tokens of a source


def tag_source(tree: Tree, first: int, end: int) -> Range | None:
    """The source of a cue, the tokens `[first, end)`, right after quoted words; None for others."""
    start, stop = tree.sentence(first)
    if first > start and _closes_quotation(tree, first - 1) and end < stop:
        return _inverted(tree, end, stop)
    return None


def _closes_quotation(tree: Tree, place: int) -> bool:
    if tree.keys[place] == "," and place:
        place -= 1
    return tree.keys[place] in _CLOSING


def _inverted(tree: Tree, first: int, stop: int) -> Range | None:
    if tree.keys[first] in _PRONOUNS:
        return first, first + 1
    if tree.upos(first) not in _OPENS_PHRASE or tree.keys[first] in _NO_SOURCE:
        return None
    at = _phrase_end(tree, first, stop)
    while at + 1 < stop and tree.keys[at] == "," and _is_apposed(tree, at + 1):
        closing = _apposition_end(tree, at + 1, stop)
        if closing - first > _LONGEST:
            break
        at = closing
    return first, at


def _phrase_end(tree: Tree, at: int, stop: int) -> int:
    """Where a run of nouns and what joins them ends."""
    while at < stop and (
        tree.upos(at) in _IN_PHRASE
        or tree.keys[at] in {"(", ")", "-", "’s", "'s", "."}
        or (tree.keys[at] == "of" or _joins_names(tree, at, stop))
    ):
        if tree.keys[at] in _NO_SOURCE or (tree.keys[at] == "." and at + 1 == stop):
            break
        at += 1
    return at


def _joins_names(tree: Tree, at: int, stop: int) -> bool:
    """As in: spokesman for the ministry; not: said Lee in a statement."""
    joins = tree.keys[at] in {"of", "for", "at", "from", "with"}
    return joins and at + 1 < stop and tree.rel(at) == "case" and tree.upos(at - 1) == "NOUN"


def _is_apposed(tree: Tree, at: int) -> bool:
    """Whether a parenthesis about the person before opens: ", a baker", ", who ..."."""
    if tree.keys[at] in _NO_SOURCE:
        return False
    return tree.keys[at] in _RELATIVE or tree.upos(at) in _OPENS_PHRASE


def _apposition_end(tree: Tree, at: int, stop: int) -> int:
    """The comma that closes the parenthesis, or the end of the sentence."""
    for place in range(at, stop):
        if tree.keys[place] in {".", "!", "?", ";", ":", "--", "—"} and (
            place + 1 == stop or tree.keys[place] != "."
        ):
            return place
        if tree.keys[place] == "," and place + 1 < stop and not _goes_on(tree, place + 1):
            return place
    return stop


def _goes_on(tree: Tree, at: int) -> bool:
    """Whether what follows a comma still tells of the same person."""
    key = tree.keys[at]
    if key in _NO_SOURCE or tree.is_participle(at):
        return False
    return key in _RELATIVE or tree.upos(at) in _OPENS_PHRASE
