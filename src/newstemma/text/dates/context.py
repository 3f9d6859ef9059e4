"""What the words round a time add to it: whether it lies ahead, bounds, approximators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newstemma.records import Bound, Modifier, Span, Word

__all__ = ["bound_before", "is_ahead", "modifier_before"]

_AHEAD = frozenset(
    "will shall wont would plan plans planned planning expect expects expected scheduled due set "
    "slated intend intends hopes deadline upcoming going ready begins starts opens ends arrives "
    "may might should must if".split()
)
_PAST = frozenset(
    "was were had has have did been ate beat became began bent bid bit blew bought bore broke "
    "brought built burst came caught chose clung cost crept cut dealt drank drew drove dug fed "
    "fell felt fled flew fought found forbade forgave forgot froze gave got grew ground heard held "
    "hid hit hung hurt kept knew laid lay led left lent lit lost made meant met paid put quit ran "
    "rang read rode rose said sang sank sat saw sent shook shone shot shut slept slid sold sought "
    "spent split spoke spread stole stood struck stuck swam swept swore swung taught thought threw "
    "told took tore understood upheld went withdrew woke won wore wound wrote".split()
)
_NO_LATER = frozenset({"until", "till", "by"})
_LASTED = frozenset("not waited lasted stayed remained continued ran was were".split())
_BEING = frozenset({"is", "are", "be"})
_REACH = 12  # words
_BOUNDS: Mapping[str, Bound] = {
    "since": Bound.SINCE, "until": Bound.UNTIL, "till": Bound.UNTIL,
    "by": Bound.UNTIL, "through": Bound.UNTIL, "before": Bound.BEFORE, "after": Bound.AFTER,
}  # fmt: skip
_MODIFIERS: Mapping[str, Modifier] = {
    "about": Modifier.APPROX, "around": Modifier.APPROX, "roughly": Modifier.APPROX,
    "approximately": Modifier.APPROX, "some": Modifier.APPROX, "nearly": Modifier.LESS_THAN,
    "almost": Modifier.LESS_THAN, "under": Modifier.LESS_THAN, "less than": Modifier.LESS_THAN,
    "fewer than": Modifier.LESS_THAN, "over": Modifier.MORE_THAN, "more than": Modifier.MORE_THAN,
    "at least": Modifier.AT_LEAST, "no less than": Modifier.AT_LEAST, "up to": Modifier.AT_MOST,
    "at most": Modifier.AT_MOST, "no more than": Modifier.AT_MOST,
}  # fmt: skip


def is_ahead(words: Sequence[Word], first: int, end: int) -> bool | None:
    """Whether the words `[first, end)` of a sentence's `words` tell of what is to come.

    The verb nearest before them decides, else the nearest after them; None where none stands
    near. What somebody does by, or not until, a day lies before it.
    """
    opened = _before_modifier(words, first)
    near = [word.key for word in words[max(opened - 2, 0) : opened]]
    if near in (["soon", "as"], ["early", "as"]):
        return True
    if near and near[-1] in _NO_LATER and len(near) == 2 and near[0] not in _LASTED:
        return True
    if near and near[-1] == "since":
        return False
    before = range(first - 1, max(first - _REACH, 0) - 1, -1)
    signs = (_sign(words, n) for n in (*before, *range(end, min(end + _REACH, len(words)))))
    return next((sign for sign in signs if sign is not None), None)


def _sign(words: Sequence[Word], position: int) -> bool | None:
    """What a word tells of the time of its clause; "is heard" and "to be heard" lie ahead."""
    key = words[position].key
    if key in _AHEAD or key.endswith("'ll"):
        return True
    if key in _PAST or (key.endswith("ed") and len(key) > 4):
        before = {word.key for word in words[max(position - 3, 0) : position]}
        return not before.isdisjoint(_BEING) and "could" not in before
    return None


def bound_before(words: Sequence[Word], first: int) -> tuple[Bound, Span] | None:
    """The interval that the word before a time opens or closes: "since September"."""
    opened = _before_modifier(words, first)
    before = words[max(opened - 2, 0) : opened]
    keys = [word.key for word in before]
    if keys[-1:] == ["the"]:
        before, keys = before[:-1], keys[:-1]
    bound = _BOUNDS.get(keys[-1]) if keys else None
    return (bound, before[-1].span) if bound else None


def modifier_before(words: Sequence[Word], first: int) -> Modifier | None:
    """What the words before a length make of it: "about two weeks"."""
    opened = _before_modifier(words, first)
    return _MODIFIERS.get(" ".join(word.key for word in words[opened:first]))


def _before_modifier(words: Sequence[Word], first: int) -> int:
    """Where the modifier before a time starts: "until at least Friday" is until Friday."""
    starts = range(max(first - 3, 0), first)
    phrases = ((n, " ".join(word.key for word in words[n:first])) for n in starts)
    return next((n for n, phrase in phrases if phrase in _MODIFIERS), first)
