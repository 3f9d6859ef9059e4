"""Tells quoted words that nobody is said to have uttered: nicknames, terms, titles, glosses."""

from __future__ import annotations

import re

from newstemma.text.frames import Token
from newstemma.text.name_words import NOT_NAMES
from newstemma.text.reporting import Reading

__all__ = ["is_unspoken"]

# After these, quoted words are mentioned and not used. The narrator's terms first, then works.
_TERM = frozenset(
    "so-called word words term terms phrase phrases expression nickname nicknamed alias aka named "
    "titled entitled labeled labelled marked reading known spelled pronounced means meaning "
    "hashtag slogan moniker name title codenamed code-named dubbed".split()
)
_WORK = frozenset(
    "film movie show series sitcom drama musical play opera book novel memoir album song single "
    "track poem painting documentary podcast episode magazine game videogame program programme "
    "anthem hit bestseller comedy thriller column exhibition essay article piece comic cartoon "
    "ballad sketch segment chapter on watching watched watch hosts hosted host on's".split()
)
_GLOSS_AFTER = frozenset("means meaning refers stands is-a".split())
_SMALL = 4  # a word of a title this short may go without a capital
_LONGEST_TITLE = 12
_LONGEST_TERM = 6
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def is_unspoken(text: str, reading: Reading, position: int, inner: str) -> bool:
    """Whether the quoted token at `position`, with the words `inner`, is a term or a title."""
    tokens = reading.tokens
    written = _WORD.findall(inner)
    if not written:
        return True
    before = tokens[position - 1] if position else None
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    if _is_nickname(text, before, after, written, inner):
        return True
    if len(written) <= _LONGEST_TERM and (_follows_term(tokens, position) or _is_glossed(after)):
        return True
    return _is_title(written, inner) and not _is_introduced(before)


def _is_nickname(
    text: str, before: Token | None, after: Token | None, written: list[str], inner: str
) -> bool:
    """'Maria "Rhonita" LeBaron': one or two words inside a name."""
    if before is None or after is None or len(written) > 2 or inner[-1] in ".,!?":
        return False
    return (
        before.word >= 0
        and after.word >= 0
        and text[before.start].isupper()
        and text[after.start].isupper()
        and before.key not in NOT_NAMES
        and after.key not in NOT_NAMES
        and written[0][0].isupper()
    )


def _follows_term(tokens: tuple[Token, ...], position: int) -> bool:
    for at in range(position - 1, max(-1, position - 3), -1):
        if tokens[at].key in _TERM:
            return True
        if tokens[at].key not in {"as", "a", "the", "called", "for"}:
            return tokens[at].key == "called" and False
    return False


def _is_glossed(after: Token | None) -> bool:
    return after is not None and after.key in _GLOSS_AFTER


def _is_title(written: list[str], inner: str) -> bool:
    """Whether every longer word has a capital: a book, a show."""
    if not 2 <= len(written) <= _LONGEST_TITLE:
        return False
    long = [word for word in written if len(word) >= _SMALL or word == written[0]]
    return len(long) > 1 and all(word[0].isupper() or word[0].isdigit() for word in long)


def _is_introduced(before: Token | None) -> bool:
    return before is not None and before.key in {":"}
