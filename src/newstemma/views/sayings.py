"""Who said what, with every article's version of the same saying together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from networkx.utils import UnionFind
from rapidfuzz.distance import LCSseq

from newstemma.records import Actor, Quotation, Span, Story, Witness
from newstemma.text.segment import words
from newstemma.views.marks import differences, passage
from newstemma.views.records import Mark, Name, Saying, Speaker, Version
from newstemma.views.wording import QUOTATIONS, count

__all__ = ["speakers"]

_SAME = 0.6  # of the shorter version's words, in order
_GRAM = 3  # words that two versions share in a row before they are compared
_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Utterance:
    """The parts of one utterance in one article."""

    witness: Witness
    parts: tuple[Quotation, ...]
    keys: _Key

    @property
    def spans(self) -> list[Span]:
        return [part.span for part in self.parts]

    @property
    def speaker(self) -> str | None:
        return next((part.speaker for part in self.parts if part.speaker), None)


def speakers(
    witnesses: Sequence[Witness],
    stories: Sequence[Story],
    names: dict[str, Name],
    derived: Collection[str],
    actors: Sequence[Actor],
) -> tuple[Speaker, ...]:
    """Everybody who is quoted, the most widely quoted first, the unnamed last.

    The fullest version is one in the language of the earliest, that of an article not in
    `derived` before others; a translation is never it.
    """
    by_id = {one.id: one for one in witnesses}
    found: dict[str | None, list[Saying]] = defaultdict(list)
    for number, story in enumerate(stories, start=1):
        inside = [by_id[article] for article in story.articles]
        roots_first = sorted(inside, key=lambda one: (one.id in derived, *_when(one)))
        people = _people(story, actors)
        told = [u for one in roots_first for u in _utterances(one)]
        for versions in _same_sayings(told):
            speaker = next((one.speaker for one in versions if one.speaker), None)
            person = people.get(speaker, speaker) if speaker else None
            found[person].append(_saying(number, versions, names, people))
    return tuple(sorted((_speaker(who, said) for who, said in found.items()), key=_rank))


def _when(witness: Witness) -> tuple[bool, str]:
    """For sorting by the time of publication, what has none last."""
    published = witness.article.published
    return published is None, published.value if published else ""


def _people(story: Story, actors: Sequence[Actor]) -> dict[str, str]:
    """Each form of a name that one actor of the story alone bears, with that actor's name."""
    inside = [actor for actor in actors if actor.mentions[0].article in story.articles]
    forms = Counter(form for actor in inside for form in actor.forms)
    return {form: actor.name for actor in inside for form in actor.forms if forms[form] == 1}


def _utterances(witness: Witness) -> Iterator[_Utterance]:
    groups: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in witness.quotations:
        groups[quotation.group].append(quotation)
    for parts in groups.values():
        keys = tuple(w.key for part in parts for w in words(witness.text, part.span))
        yield _Utterance(witness=witness, parts=tuple(parts), keys=keys)


# --- one saying, several versions ---------------------------------------------------------


def _same_sayings(told: Sequence[_Utterance]) -> list[list[_Utterance]]:
    """The utterances in groups of the same saying, each group's fullest version first.

    `told` begins with what was told first.
    """
    joined: UnionFind = UnionFind(range(len(told)))
    for left, right in _candidates(told):
        if joined[left] != joined[right] and _is_same(told[left].keys, told[right].keys):
            joined.union(left, right)
    groups: dict[int, list[_Utterance]] = defaultdict(list)
    for index, utterance in enumerate(told):
        groups[joined[index]].append(utterance)
    return [_fullest_first(group) for group in groups.values()]


def _fullest_first(versions: Sequence[_Utterance]) -> list[_Utterance]:
    """The longest first, those in another language than the earliest, as translations, last."""
    first = versions[0].witness.article.language
    return sorted(versions, key=lambda o: (o.witness.article.language != first, -len(o.keys)))


def _candidates(told: Sequence[_Utterance]) -> Iterator[tuple[int, int]]:
    """Pairs that share a run of words; each new utterance meets the first of every run."""
    seen: dict[_Key, int] = {}
    for index, utterance in enumerate(told):
        keys = utterance.keys
        runs = {keys[at : at + _GRAM] for at in range(max(len(keys) - _GRAM + 1, 1))}
        yield from sorted({(seen[run], index) for run in runs if run in seen})
        for run in runs:
            seen.setdefault(run, index)


def _is_same(left: _Key, right: _Key) -> bool:
    shorter = min(len(left), len(right))
    if shorter < _GRAM:
        return left == right
    return LCSseq.similarity(left, right) >= _SAME * shorter


def _saying(
    story: int, versions: Sequence[_Utterance], names: dict[str, Name], people: dict[str, str]
) -> Saying:
    fullest = versions[0]
    return Saying(
        story=story, versions=tuple(_version(one, fullest, names, people) for one in versions)
    )


def _version(
    one: _Utterance, fullest: _Utterance, names: dict[str, Name], people: dict[str, str]
) -> Version:
    text = one.witness.text
    compared = differences(text, one.spans, fullest.witness.text, fullest.spans)
    new = compared[0] if compared else []
    name = names[one.witness.id]
    return Version(
        article=name,
        speaker=people.get(one.speaker, one.speaker) if one.speaker else None,
        cue=next((part.cue for part in one.parts if part.cue), None),
        kind=QUOTATIONS[one.parts[0].kind][0],
        parts=tuple(
            passage(name, text, part.span, marked=new, mark=Mark.NEW) for part in one.parts
        ),
        same=one.keys == fullest.keys,
        length=""
        if len(one.keys) >= len(fullest.keys)
        else f"{len(one.keys):,} of {len(fullest.keys):,} words",
    )


def _speaker(who: str | None, said: Sequence[Saying]) -> Speaker:
    summary = f"{count(len(said), 'statement')} in {count(_spread(said), 'article')}"
    widest = sorted(said, key=lambda one: -_spread([one]))
    return Speaker(name=who, summary=summary, sayings=tuple(widest))


def _rank(one: Speaker) -> tuple[bool, int, int, str]:
    return (one.name is None, -_spread(one.sayings), -len(one.sayings), one.name or "")


def _spread(said: Sequence[Saying]) -> int:
    """How many articles have any of it."""
    return len({version.article.id for saying in said for version in saying.versions})
