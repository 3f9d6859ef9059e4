"""Cuts text into paragraphs, sentences and words. Rules only, so any script works."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from newstemma.records import Sentence, Span, Word

__all__ = [
    "DIGIT",
    "LETTER",
    "MARK",
    "UNSPACED",
    "paragraphs",
    "paragraphs_of",
    "sentences",
    "trimmed",
    "word_key",
    "words",
]

# Scripts written without spaces, as ranges of a character class: every character is a word.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_UNSPACED = re.compile(f"[{UNSPACED}]")
# What writers may leave out inside a word: soft hyphens and the two joiners without width.
_JOINERS = "\u00ad\u200c\u200d"


def _marks(start: int, end: int) -> str:
    marks = (c for c in map(chr, range(start, end)) if unicodedata.category(c)[0] == "M")
    return "".join(c for c in marks if not _UNSPACED.match(c))


# The marks beyond U+FFFF stand apart, as one class of all takes four times as long to match.
MARK = (
    rf"(?:[{_JOINERS}{_marks(0x300, 0x10000)}]"
    rf"|(?=[\U00010000-\U0001efff])[{_marks(0x10000, 0x1F000)}])"
)
LETTER = rf"[^\W\d_{UNSPACED}]"
DIGIT = rf"(?![{UNSPACED}])\d"
_WORD = re.compile(
    rf"[{UNSPACED}][\u3099\u309a]?"
    rf"|(?:{DIGIT})+(?:[.,:](?:{DIGIT})+)*"
    rf"|(?:{LETTER}\.){{2,}}"  # U.S., e.g.
    rf"|{LETTER}+(?:(?:['’](?={LETTER})|{MARK}){LETTER}*)*"
)
# Combining classes of marks that a word is the same word without: accents, and the points and
# vowel marks of Hebrew, Arabic and Syriac. Others make another letter.
_LEFT_OUT = frozenset({*range(10, 37), *range(200, 256)})
_POSSESSIVE = re.compile(r"'s?$")

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")
_BREAK = re.compile(r"[\r\n\u2028\u2029\x0b\x0c]+")
_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)|[\u2028\u2029\x0c]")
_WRAPPED_WIDTHS = range(50, 100)

_OPENING = "\"'“‘«„‹([{¿¡—–-"
_CLOSING = "\"'”’»‹›)]}"
_ENDING = re.compile(
    # “ closes in German, but opens where a word follows at once; French sets a space before »
    rf"(?P<mark>[.!?…]+)(?P<close>(?:[{re.escape(_CLOSING)}]|“(?!\w)|[ \u00a0\u202f]»(?!\w))*)"
    r"(?P<gap>\s+|$|(?=[A-Z“][^\W\d_]))"
    r"|(?P<full>[。！？｡]+[」』”’）]*)"
)
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)*[^\W_]+$")
# Titles and measures that a name or a number follows: their stop never ends a sentence.
_BEFORE_NAME = frozenset(
    "mr mrs ms dr prof gen col lt sgt capt cmdr adm maj rep sen gov pres sec st rev hon fr "
    "messrs amb atty supt insp det vs no nos fig art vol ch pp ca approx ft mt jan feb mar apr "
    "jun jul aug sept sep oct nov dec al dept univ e.g i.e cf".split()
)
# Those whose stop may end a sentence too; a word that often opens one decides.
_EITHER = frozenset("inc ltd corp co bros u.s u.k u.n e.u d.c a.m p.m jr sr etc ph.d no".split())
_OPENERS = frozenset(
    "the a an he she it they we i you in on at but and this that these those there his her its "
    "their our as if when while after before since for from however meanwhile asked according "
    "what who why how where one some many most no not".split()
)


def word_key(word: str) -> str:
    """What equal words share: compatibility form, no case, no accents, no possessive.

    >>> word_key("Nicolás’s"), word_key("が")
    ('nicolas', 'が')
    """
    plain = word.casefold() if word.isascii() else _without_accents(word.replace("’", "'"))
    return _POSSESSIVE.sub("", plain).rstrip(".").replace(".", "") or plain


def _without_accents(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word).casefold()
    kept = (c for c in folded if unicodedata.combining(c) not in _LEFT_OUT and c not in _JOINERS)
    return unicodedata.normalize("NFC", "".join(kept))


def words(text: str, within: Span | None = None) -> tuple[Word, ...]:
    """The words of `text`, digits included, in order; only those inside `within` if given."""
    span = within or Span(0, len(text))
    found = _WORD.finditer(text, span.start, span.end)
    return tuple(Word(m.start(), m.end(), word_key(m.group())) for m in found)


def paragraphs(text: str) -> tuple[Span, ...]:
    """The non-empty paragraphs of `text`, trimmed of outer white space.

    A line is a paragraph, unless the lines look wrapped at a fixed width; then blank lines
    part paragraphs.
    """
    breaks = _BLANK_LINE if _is_wrapped(text) else _BREAK
    edges = [0, *(edge for m in breaks.finditer(text) for edge in m.span()), len(text)]
    pieces = zip(edges[::2], edges[1::2], strict=True)
    spans = (trimmed(text, start, end) for start, end in pieces)
    return tuple(span for span in spans if span)


def _is_wrapped(text: str) -> bool:
    """Most lines of some length are of the same width and break inside a sentence."""
    lines = [m.group().rstrip() for m in _LINE.finditer(text)]
    inner = [line for line in lines if line and line[-1] not in '.!?"”’:']
    if len(inner) < 4:
        return False
    wrapped = sum(len(line) in _WRAPPED_WIDTHS for line in inner)
    return wrapped > 0.7 * len(lines) and max(map(len, lines)) < _WRAPPED_WIDTHS.stop


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The characters `[start, end)` without outer white space; None where nothing else is there.

    >>> trimmed(" a b ", 0, 5)
    Span(start=1, end=4)
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def paragraphs_of(sentences: Iterable[Sentence]) -> tuple[Span, ...]:
    """The paragraphs that the sentences make up, each from its first sentence to its last."""
    grouped = groupby(sentences, key=attrgetter("paragraph"))
    members = (tuple(group) for _, group in grouped)
    return tuple(Span(group[0].span.start, group[-1].span.end) for group in members)


def sentences(
    text: str, tokens: Sequence[Word], within: Sequence[Span] | None = None
) -> tuple[Sentence, ...]:
    """The sentences of `text` that hold at least one word, in order.

    `tokens` are the words of `text` in order; `within` are the stretches to cut, by default
    its paragraphs. A sentence never crosses the end of a stretch.
    """
    starts = [token.start for token in tokens]
    found = []
    for number, stretch in enumerate(paragraphs(text) if within is None else within):
        for span in _cut(text, stretch):
            first = bisect_left(starts, span.start)
            end = bisect_left(starts, span.end)
            if first < end:
                sentence = Sentence(span=span, first_word=first, end_word=end, paragraph=number)
                found.append(sentence)
    return tuple(found)


def _cut(text: str, stretch: Span) -> Iterator[Span]:
    start = stretch.start
    for match in _ENDING.finditer(text, stretch.start, stretch.end):
        if match.start() >= start and _ends_sentence(text, match, stretch.end):
            end = match.end("full") if match["full"] else match.end("close")
            if span := trimmed(text, start, end):
                yield span
            start = end
    if span := trimmed(text, start, stretch.end):
        yield span


def _ends_sentence(text: str, match: re.Match[str], limit: int) -> bool:
    if match["full"] is not None or match.end() >= limit:
        return True
    after = text[match.end() : min(match.end() + 24, limit)].lstrip(_OPENING + " \u00a0\u202f")
    before = _LAST_WORD.search(text, max(match.start() - 24, 0), match.start())
    last = before.group().casefold() if before else ""
    if not match["gap"]:  # "platform.He promised": a lost space, not "U.S.A" or "Node.Js"
        return len(last) > 1 and last.isalpha() and text[match.start() - 1].islower()
    if not after or after[0].islower():
        return False
    if match["mark"] != ".":
        return True
    return bool(match["close"]) or _stop_ends(last, after)


def _stop_ends(last: str, after: str) -> bool:
    """Whether a single stop after `last` ends a sentence, given what follows."""
    if last in _EITHER or ("." in last and len(last) < 6):
        opener = re.match(r"[^\W\d_]+", after)
        return opener is not None and opener.group().casefold() in _OPENERS
    if last in _BEFORE_NAME:
        return False
    return not (len(last) == 1 and last.isalpha())
