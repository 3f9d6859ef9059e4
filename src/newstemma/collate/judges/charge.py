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


def judge_charge(case: Case) -> Iterator[Variant]:
    """`wording-charged`: the two sides of a pair in the same slot, or a judging word put in."""
    yield from _paired(case)
    yield from _put_in(case)


def _put_in(case: Case) -> Iterator[Variant]:
    """A judging adjective that no article of the story has, in the child's own voice."""
    line = case.child
    for position, word in enumerate(line.words[:-1]):
        new = word.key in _JUDGING and line.stems[position] not in case.known.stems
        if new and line.weights[position + 1] and not line.quotation_at(position):
            note = f"{shown(line.text_of(word.span))} passes judgement; the parent does not."
            place, kind = (line, word.span), VariantKind.WORDING_CHARGED
            yield finding(kind, Severity.WORDING, note, child=place, parent=case.parent)


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
    return next(((line, n) for n in free if line.stems[n] in stems), None)


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
