"""Finds the cues of force: hedges, words that leave open, denials, negations that negate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newstemma.records import Force, Word
from newstemma.text.hedges import is_no_modal

__all__ = ["Cue", "cues"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The words `[first, end)` that lend a force; a denial lends `DENIED`.

    `plain` where it is a negating word, which bears on the rest of its clause; `CERTAIN` then
    where that is an aside ("without a word").
    """

    first: int
    end: int
    force: Force
    plain: bool = False


_PHRASES: Mapping[Force, tuple[str, ...]] = {
    Force.UNKNOWN: (
        "allegedly", "alleged", "alleges", "reportedly", "purportedly", "purported", "supposedly",
        "rumored", "rumoured", "rumors", "rumours", "unconfirmed", "unverified", "unproven",
        "said to be", "said to have", "is said to", "are said to", "was said to", "were said to",
        "reported to be", "reported to have", "accused of", "suspected of", "suspicion of",
        "whether", "unclear", "unknown", "uncertain", "no evidence", "no proof", "no indication",
        "no sign", "not clear", "not known", "not sure", "not certain", "not confirmed",
        "not immediately clear", "remains to be seen", "if", "unless", "in doubt", "question of",
    ),
    Force.POSSIBLE: (
        "may", "might", "could", "possibly", "perhaps", "maybe", "potentially", "conceivably",
        "possible", "potential", "a chance", "not necessarily", "cannot be ruled out",
        "can not be ruled out", "not ruled out", "not rule out", "possibility",
    ),
    Force.LIKELY: (
        "likely", "probably", "probable", "presumably", "apparently", "seemingly", "evidently",
        "expected to", "believed to", "thought to", "understood to", "appears to", "appear to",
        "appeared to", "seems to", "seem to", "seemed to", "appears that", "seems that",
        "suggests", "suggest", "suggested", "tends to", "tend to", "almost certainly", "presumed",
    ),
    Force.CERTAIN: ("no doubt", "without doubt", "without a doubt", "not only", "not just",
        "not merely", "not until", "no question", "no fewer than", "no less than", "no more than",
        "not to mention", "nothing but", "no matter"),
}  # fmt: skip
_FORCES = {
    tuple(phrase.split()): force for force, phrases in _PHRASES.items() for phrase in phrases
}
_LONGEST = max(map(len, _FORCES))
_FIRST = frozenset(phrase[0] for phrase in _FORCES)
_UNLIKELY = frozenset({"unlikely", "improbable", "doubtful"})

# Who denies, and what: the verb alone may be about something else ("rejected the ball").
_DENIES = frozenset("deny denies denied denying denial refute refutes refuted refuting".split())
_REJECTS = frozenset(
    "reject rejects rejected rejecting dismiss dismisses dismissed dismissing dispute disputes "
    "disputed disputing rebuff rebuffs rebuffed contradict contradicts contradicted".split()
)
_CLAIMED = frozenset(
    "claim claims claimed allegation allegations accusation accusations report reports reporting "
    "suggestion suggestions notion idea assertion assertions charge charges rumor rumors rumour "
    "rumours story stories statement statements finding findings account accounts that".split()
)
_REACH = 5  # words after it
_NEGATIONS = frozenset(
    "not never cannot neither nobody nothing nowhere none isnt arent wasnt werent dont doesnt "
    "didnt hasnt havent hadnt couldnt wouldnt shouldnt wont cant hardly scarcely".split()
)
# Not to do these leaves what is said open.
_OPENED = frozenset(
    "confirm confirmed say said know known specify specified comment commented elaborate "
    "elaborated disclose disclosed identify identified clear verify verified".split()
)


def cues(text: str, words: Sequence[Word]) -> tuple[Cue, ...]:
    """The cues among the words of one sentence or clause, in order, none inside another."""
    return tuple(_cues(text, words))


def _cues(text: str, words: Sequence[Word]) -> Iterator[Cue]:
    index = 0
    while index < len(words):
        cue = _phrase(text, words, index) or _denial(words, index) or _negation(words, index)
        if cue:
            yield cue
        index = cue.end if cue else index + 1


def _phrase(text: str, words: Sequence[Word], index: int) -> Cue | None:
    word = words[index]
    if word.key in _UNLIKELY:
        return Cue(first=index, end=index + 1, force=Force.LIKELY, plain=True)
    if word.key not in _FIRST or is_no_modal(text, words, index):
        return None
    keys = tuple(w.key for w in words[index : index + _LONGEST])
    length = next((n for n in range(len(keys), 0, -1) if keys[:n] in _FORCES), 0)
    if not length:
        return None
    return Cue(first=index, end=index + length, force=_FORCES[keys[:length]])


def _denial(words: Sequence[Word], index: int) -> Cue | None:
    """A denial in words: "denied", "rejected claims"; "did not deny" leaves it open."""
    key = words[index].key
    after = (word.key for word in words[index + 1 : index + 1 + _REACH])
    if key not in _DENIES and not (key in _REJECTS and any(w in _CLAIMED for w in after)):
        return None
    near = [word.key for word in words[max(index - 3, 0) : index]]
    negated = any(_is_negation(one) or one in {"neither", "nor"} for one in near)
    return Cue(first=index, end=index + 1, force=Force.UNKNOWN if negated else Force.DENIED)


def _is_negation(key: str) -> bool:
    return key in _NEGATIONS or key.endswith("n't")


def _negation(words: Sequence[Word], index: int) -> Cue | None:
    key = words[index].key
    after = [word.key for word in words[index + 1 : index + 3]]
    if key in {"fail", "fails", "failed"} and after[:1] == ["to"]:
        return Cue(first=index, end=index + 2, force=Force.DENIED, plain=True)
    if not _is_negation(key) and key not in {"no", "without"}:
        return None
    if key == "without" or (key == "no" and index and words[index - 1].key == "with"):
        return Cue(first=index, end=index + 1, force=Force.CERTAIN, plain=True)
    if any(one in _OPENED or one in _DENIES for one in after):
        return Cue(first=index, end=index + 1, force=Force.UNKNOWN)
    return Cue(first=index, end=index + 1, force=Force.DENIED, plain=True)
