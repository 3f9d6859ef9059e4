"""Judges charged words: a word that takes sides for one that does not, or the other way."""

from __future__ import annotations

from collections.abc import Iterator

from newstemma.collate.evidence import Case, finding, shown
from newstemma.collate.lines import Line
from newstemma.collate.slots import free_positions, slot
from newstemma.collate.stems import stem
from newstemma.records import Severity, Variant, VariantKind

__all__ = ["CHARGED", "judge_charge"]

# (words that take sides, words for the same thing that do not). Not one political direction:
# a pair is here because style guides of news agencies warn of its left side.
CHARGED = tuple(
    (frozenset(map(stem, loaded.split())), frozenset(map(stem, plain.split())))
    for loaded, plain in (
        ("dictator strongman tyrant despot autocrat", "president leader ruler premier chancellor"),
        ("regime dictatorship junta", "government administration authorities state leadership"),
        ("terrorist terrorists jihadist jihadists thug thugs",
         "militant militants fighter fighters rebel rebels insurgent gunman gunmen group"),
        ("slaughter massacre butchery carnage", "killing killings attack attacks deaths strike"),
        ("murder murdered slaughtered butchered executed massacred", "killed shot died"),
        ("invasion incursion aggression", "operation intervention offensive"),
        ("illegals aliens", "immigrants migrants people workers refugees"),
        ("mob horde thugs rioters", "crowd protesters demonstrators group people"),
        ("riot riots rioting", "protest protests demonstration demonstrations unrest rally"),
        ("slammed blasted lambasted ripped torched savaged", "criticized criticised questioned"),
        ("crony cronies henchman henchmen", "ally allies aide aides associate associates"),
        ("propaganda", "message messages statement information campaign"),
        ("scheme plot", "plan proposal program programme"),
        ("crackdown", "measures enforcement operation"),
        ("extremist extremists radical radicals", "activist activists conservative liberal"),
        ("lied lies lie", "said misstated claimed"),
        ("confessed admitted", "said stated acknowledged"),
        ("boasted bragged", "said stated noted"),
        ("refused", "declined"),
        ("seized grabbed", "took acquired obtained"),
        ("scandal", "affair controversy matter case"),
        ("fled", "left departed"),
        ("hoax sham", "investigation inquiry process claim"),
        ("freak crippled", "disabled"),
        ("catastrophe disaster chaos", "problem problems difficulties situation"),
    )
)  # fmt: skip


# Adjectives that judge whom they stand before, without a plain word to be compared with.
_JUDGING = frozenset(
    "greedy corrupt crooked evil shameful shameless disgraceful disgraced despicable vile cowardly "
    "ruthless heartless callous cruel hypocritical incompetent reckless sinister infamous "
    "deranged radical heroic brave beloved cynical arrogant lying thuggish".split()
)


# Further words by which a parent may judge what the child judges by one of those.
_JUDGES = frozenset().union(
    map(stem, _JUDGING),
    *(loaded for loaded, _ in CHARGED),
    map(
        stem,
        "adored amazing awful bad beautiful best bold brutal cherished courageous crime criminal "
        "dangerous demented destroyed destructive devastating dirty disastrous dishonest "
        "disturbing fake false favorite favourite fearless foolish fraud fraudulent great hateful "
        "hero heroes horrible horrific horrifying hysterical icon iconic idiot idiotic illegal "
        "insane insult irresponsible legend legendary liar lie loved ludicrous mad monster nasty "
        "notorious outrageous pathetic plague poison popular proud racist ridiculous rotten ruined "
        "scandalous senseless sick stupid suicidal terrible toxic traitor treason ugly unfair "
        "vicious violent weak wicked wonderful worst wretched wrong".split(),
    ),
)
_THING = 3  # words after an adjective that tell what it judges
_LIKE = 4  # first letters that two words of one family share


def judge_charge(case: Case) -> Iterator[Variant]:
    """`wording-charged`: the two sides of a pair in the same slot, or a judging word put in."""
    yield from _paired(case)
    yield from _put_in(case)


def _put_in(case: Case) -> Iterator[Variant]:
    """A judging adjective that no article of the story has, in the child's own voice."""
    line = case.child
    for position, word in enumerate(line.words[:-1]):
        new = word.key in _JUDGING and line.stems[position] not in case.known.stems
        if not new or not line.weights[position + 1] or _is_somebodys(case, position):
            continue
        if _judges_alone(case, position):
            note = f"{shown(line.text_of(word.span))} passes judgement; the parent does not."
            place, kind = (line, word.span), VariantKind.WORDING_CHARGED
            yield finding(kind, Severity.WORDING, note, child=place, parent=case.parent)


def _is_somebodys(case: Case, position: int) -> bool:
    """Whether a word stands in a quotation, or in what somebody is said to have said."""
    line, word = case.child, case.child.words[position].span
    told = any(position in voice.scope for voice in case.own)
    given = any(content.covers(word) for content in line.attributed)
    return told or given or line.quotation_at(position) is not None


def _judges_alone(case: Case, position: int) -> bool:
    """Whether parents tell of what a word judges, and none judges it near by, in any words."""
    ground, line = case.ground, case.child
    thing = range(position + 1, line.clause_end(position, position + 1 + _THING))
    there = {
        number
        for n in thing
        if line.weights[n]
        for number in ground.postings.get(line.stems[n], ())
    }
    near = {n for number in there for n in (number - 1, number, number + 1)}
    held = (ground.stems[n] for n in sorted(near) if 0 <= n < len(ground.stems))
    return bool(there) and all(_JUDGES.isdisjoint(stems) for stems in held)


def _paired(case: Case) -> Iterator[Variant]:
    for position, key in enumerate(case.child.stems):
        if case.passage.partners[position] or case.child.quotation_at(position):
            continue
        for loaded, plain in CHARGED:
            if key in loaded and (other := _in_slot(case, position, plain)):
                yield _changed(case, position, *other, "a more charged word than")
            elif key in plain and (other := _in_slot(case, position, loaded)):
                yield _changed(case, position, *other, "a milder word than")


def _in_slot(case: Case, position: int, stems: frozenset[str]) -> tuple[Line, int] | None:
    found = slot(case, range(position, position + 1))
    if not found:
        return None
    line, positions = found
    free = free_positions(case, line, positions)
    found_there = [n for n in free if line.stems[n] in stems]
    if not found_there or _has_like(case, line.stems[found_there[0]]):
        return None
    return line, found_there[0]


def _has_like(case: Case, key: str) -> bool:
    """Whether the child has a word of one family with the parent's near by: "an admission"."""
    lines = (one for one in (case.before, case.child, case.after) if one)
    return any(other[:_LIKE] == key[:_LIKE] for line in lines for other in line.stems)


def _changed(case: Case, position: int, line: Line, there: int, how: str) -> Variant:
    word, other = case.child.words[position].span, line.words[there].span
    note = f"{shown(case.child.text_of(word))} is {how} the parent's {shown(line.text_of(other))}."
    return finding(
        VariantKind.WORDING_CHARGED,
        Severity.WORDING,
        note,
        child=(case.child, word),
        parent=(line, other),
    )
