"""What a newsroom or a machine does to a text it copies. Every function takes its own dice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

__all__ = ["block", "inserted", "near", "quoted", "rewritten", "sentences"]

_TOKEN = re.compile(r"\S+\s*")
_BETWEEN_SENTENCES = re.compile(
    r"""\s*\n\s*|(?:(?<=[.!?])|(?<=[.!?]["'”’)]))\s+(?=["'“‘(]*[A-Z0-9])"""
)
_CLAUSE = re.compile(r"(?<=[,;:]) ")
_WORD = re.compile(r"\w+")
_SWAPPED = 0.3  # of neighbouring sentences


def near(text: str, dice: Random, *, rate: float, vocabulary: Sequence[str]) -> str:
    """The text with `rate` of its words replaced, dropped or preceded by another one."""
    edited = []
    for token in _TOKEN.findall(text):
        if dice.random() >= rate:
            edited.append(token)
            continue
        change = dice.randrange(3)
        if change == 0:
            edited.append(_replaced(token, dice.choice(vocabulary)))
        elif change == 1:
            edited += [dice.choice(vocabulary) + " ", token]
    return "".join(edited)


def rewritten(text: str, dice: Random, *, rate: float, vocabulary: Sequence[str]) -> str:
    """Clauses turned round, neighbouring sentences swapped, `rate` of the words replaced.

    Names and numbers stay, as in a rewrite they do: only words in lower case are replaced.
    """
    told = [_turned(sentence, dice) for sentence in _sentences(text)]
    for i in range(0, len(told) - 1, 2):
        if dice.random() < _SWAPPED:
            told[i], told[i + 1] = told[i + 1], told[i]
    tokens = _TOKEN.findall(" ".join(told))
    common = [i for i, token in enumerate(tokens) if token[0].islower()]
    wanted = min(int(rate * len(tokens)), len(common))
    for i in dice.sample(common, wanted):
        tokens[i] = _replaced(tokens[i], dice.choice(vocabulary))
    return "".join(tokens)


def block(text: str, dice: Random, *, size: int) -> str:
    """As many words in a row; empty where the text has fewer."""
    tokens = _TOKEN.findall(text)
    if len(tokens) < size:
        return ""
    at = dice.randrange(len(tokens) - size + 1)
    return "".join(tokens[at : at + size]).strip()


def quoted(text: str, dice: Random, *, size: int) -> str:
    """As many words in a row, put between quotation marks; empty where the text has fewer."""
    said = block(text, dice, size=size).replace("“", "'").replace("”", "'").replace('"', "'")
    return f"“{said},” a person who was in the room said." if said else ""


def sentences(text: str, dice: Random, *, least: int) -> str:
    """A sentence or two in a row with at least so many words; empty where there is none."""
    told = _sentences(text)
    starts = list(range(len(told)))
    dice.shuffle(starts)
    for at in starts:
        for end in (at + 1, at + 2):
            passage = " ".join(told[at:end])
            if least <= len(_WORD.findall(passage)) <= 3 * least:
                return passage
    return ""


def inserted(host: str, passage: str, dice: Random) -> str:
    """The host with the passage between two of its sentences."""
    told = _sentences(host)
    at = dice.randint(min(1, len(told)), len(told))
    return " ".join([*told[:at], passage, *told[at:]])


def _sentences(text: str) -> list[str]:
    return [found for found in _BETWEEN_SENTENCES.split(text.strip()) if _WORD.search(found)]


def _turned(sentence: str, dice: Random) -> str:
    clauses = _CLAUSE.split(sentence)
    at = dice.randrange(len(clauses))
    return " ".join(clauses[at:] + clauses[:at])


def _replaced(token: str, word: str) -> str:
    """The token with its letters exchanged for another word; marks and space stay."""
    return _WORD.sub(lambda _: word, token, count=1)
