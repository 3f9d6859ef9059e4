"""Lines that present a video: a sentence in the present tense about who says what in it."""

from __future__ import annotations

import re

from newstemma.text.lines import Line

__all__ = ["is_teaser"]

_MOST_WORDS = 30
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

    >>> from newstemma.text.lines import read_lines
    >>> is_teaser(read_lines("Mayor Ada Quill discusses whether the bridge will open again.")[0])
    True
    """
    one_sentence = line.ends_sentence and not re.search(r"[.!?] +[A-Z]\w+ \w+ \w+", line.plain)
    return one_sentence and line.words <= _MOST_WORDS and bool(_PRESENTS.match(line.plain[:200]))
