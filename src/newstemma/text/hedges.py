"""Finds hedges, the words by which a text stands back from what it says, and negations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from newstemma.records import Mention, MentionKind, Span, Word

__all__ = ["hedge_mentions", "is_no_modal", "negations"]

# Grouped by how the writer stands back; a group's name is the key of its mentions.
_HEDGES = {
    "alleged": (
        "allegedly", "alleged", "is alleged to", "are alleged to", "was alleged to",
        "were alleged to", "purportedly", "purported", "supposedly", "supposed", "so called",
    ),
    "reported": (
        "reportedly", "is said to", "are said to", "was said to", "were said to",
        "is reported to", "are reported to", "was reported to", "were reported to",
    ),
    "believed": (
        "is believed to", "are believed to", "was believed to", "were believed to", "believed to",
        "is thought to", "are thought to", "was thought to", "were thought to", "thought to",
        "is understood to", "are understood to",
    ),
    "suspected": (
        "suspected of", "suspected", "accused of", "is accused of", "are accused of",
        "was accused of", "were accused of", "suspicion of",
    ),
    "possible": (
        "may", "might", "could", "possibly", "perhaps", "maybe", "potentially",
         "can potentially", "conceivably",
    ),
    "likely": ("likely", "probably", "probable", "presumably", "is expected to",
               "are expected to", "was expected to", "were expected to", "expected to"),
    "apparent": (
        "apparently", "apparent", "seemingly", "appears to", "appear to", "appeared to",
        "seems to", "seem to", "seemed to", "tends to", "tend to", "suggests that",
    ),
    "described": (
        "officials describe as", "officials call", "what officials describe as",
        "what officials call", "described as", "what it calls", "what they call",
        "what he called", "what she called", "what it called", "what they called",
    ),
}  # fmt: skip
_KEYS = {tuple(phrase.split()): key for key, phrases in _HEDGES.items() for phrase in phrases}
_LENGTHS = sorted({len(phrase) for phrase in _KEYS}, reverse=True)
_FIRST = frozenset(phrase[0] for phrase in _KEYS)
# Words after which "might" is power.
_BEFORE_NOUN = frozenset("the of with their its his her full sheer military economic all".split())
_NEGATIONS = frozenset(
    "not no never without nor neither none nobody nothing nowhere cannot hardly scarcely "
    "isnt arent wasnt werent dont doesnt didnt hasnt havent couldnt wouldnt shouldnt".split()
)
_NEGATIVE_PHRASES = frozenset(
    tuple(phrase.split())
    for phrase in (
        "far from", "rather than", "instead of", "fail to", "fails to", "failed to",
        "refuse to", "refuses to", "refused to", "decline to", "declines to", "declined to",
    )
)  # fmt: skip


def hedge_mentions(text: str, words: Sequence[Word]) -> tuple[Mention, ...]:
    """The hedges of `text`, in order, at its `words`; equal keys stand back in the same way.

    >>> from newstemma.text.segment import words
    >>> text = "The boats allegedly sank; two men may be alive."
    >>> [(m.span.of(text), m.key) for m in hedge_mentions(text, words(text))]
    [('allegedly', 'alleged'), ('may', 'possible')]
    """
    return tuple(_hedges(text, words))


def _hedges(text: str, words: Sequence[Word]) -> Iterator[Mention]:
    index = 0
    while index < len(words):
        length = _hedge_length(text, words, index)
        if length:
            phrase = tuple(word.key for word in words[index : index + length])
            span = Span(words[index].start, words[index + length - 1].end)
            yield Mention(span=span, kind=MentionKind.HEDGE, key=_KEYS[phrase])
        index += length or 1


def _hedge_length(text: str, words: Sequence[Word], index: int) -> int:
    """How many words the hedge at `index` has, 0 where there is none."""
    if words[index].key not in _FIRST or is_no_modal(text, words, index):
        return 0
    keys = tuple(w.key for w in words[index : index + _LENGTHS[0]])
    return next((n for n in _LENGTHS if keys[:n] in _KEYS and len(keys) >= n), 0)


def is_no_modal(text: str, words: Sequence[Word], index: int) -> bool:
    """Whether a word that looks like a modal verb is none: "May" the month, "the might of"."""
    word, before = words[index], words[index - 1].key if index else ""
    if word.key == "may":
        return text[word.start] == "M" and text[word.start : word.end] != "MAY"
    return word.key == "might" and before in _BEFORE_NOUN


def negations(words: Sequence[Word]) -> tuple[Span, ...]:
    """The places in `words` where something is denied: "not", "n't", "never", "far from".

    >>> from newstemma.text.segment import words
    >>> len(negations(words("They don't know; it is far from over.")))
    2
    """
    found = []
    for word, after in zip_longest(words, words[1:]):
        if word.key in _NEGATIONS or word.key.endswith("n't"):
            found.append(word.span)
        elif after and (word.key, after.key) in _NEGATIVE_PHRASES:
            found.append(Span(word.start, after.end))
    return tuple(found)
