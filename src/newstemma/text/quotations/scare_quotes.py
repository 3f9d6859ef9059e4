"""Tells quoted words that nobody is said to have uttered: nicknames, terms, titles, glosses."""

from __future__ import annotations

import re

from newstemma.text.names.lexicon import NOT_NAMES
from newstemma.text.quotations.cues import Reach
from newstemma.text.quotations.frames import Token
from newstemma.text.quotations.reporting import Reading

__all__ = ["is_unspoken"]

# After these, quoted words are mentioned and not used. The narrator's terms first, then works.
_TERM = frozenset(
    "word term terms phrase phrases expression nickname nicknamed alias aka named titled entitled "
    "marked known spelled pronounced means meaning hashtag moniker name title codenamed".split()
)
_WORK = frozenset(
    "film movie show series sitcom drama musical play opera book novel memoir album song single "
    "track poem painting documentary podcast episode magazine game videogame program programme "
    "anthem hit bestseller comedy thriller column exhibition essay article piece comic cartoon "
    "ballad sketch segment chapter on watching watched watch hosts hosted host".split()
)
_KNOWN_AS = frozenset("known nicknamed dubbed remembered famous".split())
_KNOWN = 8  # tokens between "known" and "as"
_NAMING = frozenset({"dubbed", "called", "nicknamed"})
_LONGEST_NICKNAME = 3
_GLOSSES = frozenset("means meaning refers stands".split())
_SMALL = frozenset("a an the and or but of in on at to for with by from as de la le el".split())
_ADDRESSING = frozenset("told tells tell telling asked asks".split())
_CALLING = 5  # tokens between "called" and the name that was given
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
    mentioned = (
        _follows_term(tokens, position)
        or _is_known_as(tokens, position)
        or _is_apposed_name(tokens, position, written)
    )
    if len(written) <= _LONGEST_TERM and (mentioned or _is_glossed(after)):
        return True
    if inner[0] + inner[-1] in {"()", "[]"}:  # "(Applause)"
        return True
    if inner.startswith(("http", "www.")) or text[max(0, tokens[position].start - 1)] == "=":
        return True
    if before is not None and before.key in _WORK and written[0][0].isupper():
        return len(written) <= _LONGEST_TITLE
    if _is_spoken(reading, position):
        return False
    owned = before is not None and text[before.start : before.end].endswith(("'s", "’s"))
    return _is_title(written) or (owned and len(written) == 1 and written[0][0].isupper())


def _is_nickname(
    text: str, before: Token | None, after: Token | None, written: list[str], inner: str
) -> bool:
    """'Ann "Nell" Lee': one or two words inside a name."""
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


def _is_known_as(tokens: tuple[Token, ...], position: int) -> bool:
    """As in: known on the pier as "Captain"."""
    if position == 0 or tokens[position - 1].key != "as":
        return False
    for at in range(position - 2, max(-1, position - 2 - _KNOWN), -1):
        if tokens[at].key in _KNOWN_AS:
            return True
        if tokens[at].word < 0:
            return False
    return False


def _is_apposed_name(tokens: tuple[Token, ...], position: int, written: list[str]) -> bool:
    """As in: Ann Lee, dubbed "Captain" by her crew, ..."""
    apposed = [token.key for token in tokens[max(0, position - 2) : position]]
    named = written[0][0].isupper() and len(written) <= _LONGEST_NICKNAME
    return named and apposed[:1] == [","] and apposed[-1] in _NAMING


def _follows_term(tokens: tuple[Token, ...], position: int) -> bool:
    for at in range(position - 1, max(-1, position - 3), -1):
        if tokens[at].key in _TERM:
            return True
        if tokens[at].key == "called" and at and tokens[at - 1].key == "so":
            return True
        if tokens[at].key not in {"as", "a", "the", "called", "for"}:
            return False
    return False


def _is_glossed(after: Token | None) -> bool:
    return after is not None and after.key in _GLOSSES


def _is_title(written: list[str]) -> bool:
    """Whether every word that can has a capital: a book, a show."""
    if not 2 <= len(written) <= _LONGEST_TITLE:
        return False
    long = [word for word in written if word.casefold() not in _SMALL]
    return len(long) > 1 and all(word[0].isupper() or word[0].isdigit() for word in long)


def _is_spoken(reading: Reading, position: int) -> bool:
    """Whether a word of calling or speaking stands at hand: 'chanted "Go Home Now"'."""
    if position and reading.tokens[position - 1].key == ":":
        return True
    for report in reading.reports:
        distance = position - report.at
        if report.cue.reach is Reach.NEAR and 0 < distance <= _CALLING:
            return True
        if distance == 1 and reading.tokens[report.at].key not in _ADDRESSING:
            return report.cue.reach is not Reach.TOUCHING
    return False
