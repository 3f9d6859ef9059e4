"""What the tagger sees of a token: words, parse, marks, and what the rules say of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from bench.language.spans import Labelled, Ruler

from newstemma.records import Span
from newstemma.text.attributions.lexicon import ADJECTIVES, NOUNS, VERBS
from newstemma.text.parse import Parse
from newstemma.text.segment import word_key

__all__ = ["Views", "bio", "plain_features", "rich_features"]

_OUTSIDE = "<>"
_MOST_STEPS = 40  # heads above a token that are looked at
_MARKS = frozenset('"“”„«»')


class Views:
    """The tokens of a text, each with its form, its key, and its place in the parse."""

    def __init__(self, text: str, ruler: Ruler, parse: Parse, ruled: Sequence[str]) -> None:
        self.parse, self.ruled = parse, ruled
        self.forms = [span.of(text) for span in ruler.tokens]
        self.keys = [word_key(form) for form in self.forms]
        starts = [token.span.start for token in parse.tokens]
        self.places = [bisect_right(starts, span.start) - 1 for span in ruler.tokens]
        self.quoted = list(_quoted(text, ruler.tokens))


def _quoted(text: str, tokens: Sequence[Span]) -> list[bool]:
    """Whether each token stands between double marks, by counting them in its paragraph."""
    found, inside, end = [], False, 0
    for span in tokens:
        if "\n" in text[end : span.start]:
            inside = False
        if span.of(text) in _MARKS:
            inside = not inside
        found.append(inside)
        end = span.end
    return found


def plain_features(views: Views, tokens: range, at: int) -> list[str]:
    """Words alone: the token with two on each side, its ending and its shape."""
    key = views.keys[at]
    return [
        "bias",
        *(f"{d}:{_key(views, tokens, at + d)}" for d in (-2, -1, 0, 1, 2)),
        f"-1,0:{_key(views, tokens, at - 1)},{key}",
        f"0,1:{key},{_key(views, tokens, at + 1)}",
        f"end:{key[-3:]}",
        f"shape:{_shape(views.forms[at])}",
    ]


def rich_features(views: Views, tokens: range, at: int) -> list[str]:
    """Words, the parse around them, marks, and the rules' tags with their neighbours."""
    tree, place = views.parse.tokens, views.places[at]
    if not tree or place < 0:
        return plain_features(views, tokens, at)
    token, head = tree[place], tree[tree[place].head]
    ruled = [views.ruled[i] if i in tokens else _OUTSIDE for i in range(at - 2, at + 3)]
    above = _reporting_above(views, place)
    return [
        *plain_features(views, tokens, at),
        f"upos:{token.upos}",
        f"rel:{token.deprel}",
        f"head:{head.lemma}",
        f"rel,head:{token.deprel},{head.lemma}",
        f"upos-1:{tree[max(0, place - 1)].upos}",
        f"upos+1:{tree[min(len(tree) - 1, place + 1)].upos}",
        f"listed:{_listed(views.keys[at])}",
        f"above:{above}",
        f"quoted:{views.quoted[at]}",
        f"ruled:{ruled[2]}",
        f"ruled,above:{ruled[2]},{above}",
        f"ruled-1,0:{ruled[1]},{ruled[2]}",
        f"ruled0,1:{ruled[2]},{ruled[3]}",
        f"ruled-2..2:{','.join(ruled)}",
        f"ruled,word:{ruled[2]},{views.keys[at]}",
        f"ruled,quoted:{ruled[2]},{views.quoted[at]}",
    ]


def _key(views: Views, tokens: range, at: int) -> str:
    return views.keys[at] if at in tokens else _OUTSIDE


def _shape(form: str) -> str:
    if form[0].isdigit():
        return "0"
    if not form[0].isalpha():
        return form[0]
    return "XX" if form.isupper() and len(form) > 1 else "X" if form[0].isupper() else "x"


def _listed(key: str) -> str:
    if key in VERBS:
        return "verb"
    return "noun" if key in NOUNS else "adjective" if key in ADJECTIVES else "no"


def _reporting_above(views: Views, place: int) -> str:
    """The relation below the nearest listed verb above a token, and on which side of it."""
    tree, at = views.parse.tokens, place
    for _ in range(_MOST_STEPS):
        head = tree[at].head
        if head == at:
            return "none"
        if tree[head].lemma in VERBS and tree[head].upos == "VERB":
            return f"{tree[at].deprel},{place < head}"
        at = head
    return "none"


def bio(length: int, labels: Sequence[Labelled]) -> list[str]:
    """One tag a token: B-ROLE, I-ROLE, O; where labels overlap the later one stands."""
    tags = ["O"] * length
    for label in sorted(labels):
        tags[label.first : label.end] = [f"I-{label.role}"] * (label.end - label.first)
        tags[label.first] = f"B-{label.role}"
    return tags
