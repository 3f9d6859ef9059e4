"""Lines that present a video or other pictures: by a label, or by who says what in it."""

from __future__ import annotations

import re

from newstemma.text.cleaning.lines import Line

__all__ = ["is_labelled_teaser", "is_teaser"]

_MOST_WORDS = 30
_LABELLED = re.compile(
    r"\W{0,3}(?i:(?P<label>watch|video|listen|audio|podcast|photos|pictures|gallery|slideshow|"
    r"in (?:pictures|photos)|live)(?: (?:now|here|live|below|gallery|video))?)\s?"
    r"(?::|\||[–—>»])\s*(?=[^\W_]|[\"'#$£€])(?P<rest>.+)$"
)
_SENTENCE_ENDS = re.compile(r"[.!?][\"']? +[^\W\d_a-z]\w+ \w+ \w+")
# "Photos: Ada Quill for Harbour News" names who made them and has no other words than these.
_SMALL_WORD = re.compile(r"\b(?!(?:and|for|the|via|from|with)\b)[a-zß-öø-ÿ]{3,}")
_FEWEST_WORDS = 3
# What somebody does before a camera. A report's first sentence hardly ever has such a verb in
# the present tense, and hardly ever right after a full name.
_PRESENTS = re.compile(
    r"^(?:[^\W\d_]\S* ){2,9}?(?:addresses|discusses|explains|weighs in|breaks down|reacts to|"
    r"responds to|joins|speaks (?:to|with|on|about|out)|talks (?:to|with|about)|sits down with|"
    r"takes a (?:closer )?look|analy[sz]es|reports on|reports from|has the (?:latest|details|story)"
    r"|tells (?:us|viewers)|walks (?:us|viewers) through|appears on|opens up about)\b"
)


def is_teaser(line: Line) -> bool:
    """Whether `line` is one short sentence that presents what a video shows.

    >>> from newstemma.text.cleaning.lines import read_lines
    >>> is_teaser(read_lines("Mayor Ada Quill discusses whether the bridge will open again.")[0])
    True
    """
    one_sentence = line.ends_sentence and not _SENTENCE_ENDS.search(line.plain)
    return one_sentence and line.words <= _MOST_WORDS and bool(_PRESENTS.match(line.plain[:200]))


def is_labelled_teaser(line: Line) -> bool:
    """Whether `line` is a headline after a label that says what to do with it.

    >>> from newstemma.text.cleaning.lines import read_lines
    >>> is_labelled_teaser(read_lines("WATCH: Divers inspect the cracked pier")[0])
    True
    """
    match = _LABELLED.match(line.plain) if line.words <= _MOST_WORDS else None
    if not match or len(match["rest"].split()) < _FEWEST_WORDS:
        return False
    pictures = match["label"].casefold() in ("photos", "pictures")
    credit = pictures and not _SMALL_WORD.search(match["rest"])
    return not credit and not _SENTENCE_ENDS.search(line.plain)
