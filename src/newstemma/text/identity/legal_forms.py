"""Legal forms of companies, as word keys (`spelling.latin`), and which of them may be one.

Two forms of one class may name one company (a translation, a change of register); two of
different classes do not. A form of no class ("Corporation") goes with any.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from rapidfuzz.distance import OSA

__all__ = ["FormClass", "LegalForm", "legal_form_at"]


class FormClass(StrEnum):
    """What a legal form makes of its bearer."""

    ANY = "any"
    LIMITED = "limited"
    SHARES = "shares"
    PARTNERSHIP = "partnership"
    NON_PROFIT = "non-profit"
    STATE = "state"


LegalForm = tuple[str, FormClass]
"""The form's short name, and its class."""

_LONGEST = 6  # words of a form
_LONG_WORD = 9  # letters of a word in which one may be wrong


def _table(kind: FormClass, *lines: str) -> dict[tuple[str, ...], LegalForm]:
    """`short name: other form / other form`, one a line."""
    found: dict[tuple[str, ...], LegalForm] = {}
    for line in lines:
        short, _, others = line.partition(":")
        for form in [short, *filter(None, others.split("/"))]:
            found[tuple(form.split())] = (short.strip(), kind)
    return found


_FORMS = {
    **_table(
        FormClass.ANY,
        "co: company / compania / companhia / compagnie / cie / cia / kompaniya",
        "corp: corporation / corporacion / korporatsiya",
        "inc: incorporated",
        "corp ltd: corporation limited",
    ),
    **_table(
        FormClass.LIMITED,
        "ltd: limited / co ltd / company limited / company ltd / co limited / pty ltd / pte ltd"
        " / private limited / pvt ltd / proprietary limited / pty limited / pte limited",
        "llc: limited liability company / limited liability co / ooo / tov / too"
        " / obshchestvo s ogranichennoy otvetstvennostyu / l l c",
        "gmbh: gesellschaft mit beschrankter haftung / gesmbh / g m b h / ggmbh",
        "sarl: societe a responsabilite limitee / s a r l / eurl",
        "bv: besloten vennootschap / b v / bvba / besloten vennootschap met beperkte"
        " aansprakelijkheid",
        "srl: societa a responsabilita limitata / s r l / sociedad de responsabilidad limitada",
        "sl: sociedad limitada / slu",
        "ltda: limitada",
        "sp z o o: spolka z ograniczona odpowiedzialnoscia / spzoo / sp zoo / spolka z oo",
        "sro: s r o / spol s r o / spolecnost s rucenim omezenym",
        "doo: d o o / drustvo s ogranicenom odgovornoscu",
        "kft: korlatolt felelossegu tarsasag",
        "oy: osakeyhtio",
        "aps: anpartsselskab",
        "ood: eood",
        "uab: uzdaroji akcine bendrove",
        "sia: sabiedriba ar ierobezotu atbildibu",
        "sdn bhd: sendirian berhad",
    ),
    **_table(
        FormClass.SHARES,
        "jsc: joint stock company / joint stock co / ao / aktsionernoe obshchestvo / at / aksts",
        "ojsc: open joint stock company / oao / otkrytoe aktsionernoe obshchestvo",
        "pjsc: public joint stock company / pao / publichnoe aktsionernoe obshchestvo / pat",
        "cjsc: closed joint stock company / zao / zakrytoe aktsionernoe obshchestvo",
        "ag: aktiengesellschaft / a g",
        "sa: s a / societe anonyme / sociedad anonima / sociedade anonima / sa de cv / sab de cv"
        " / s a de c v / sau",
        "sas: s a s / societe par actions simplifiee",
        "plc: public limited company / p l c",
        "nv: naamloze vennootschap / n v",
        "spa: societa per azioni / s p a",
        "ab: aktiebolag / publ ab / ab publ",
        "asa: allmennaksjeselskap",
        "a s: as / aktieselskab / aksjeselskap / anonim sirketi / akciova spolecnost",
        "oyj: julkinen osakeyhtio",
        "se: societas europaea",
        "kk: kabushiki kaisha / kabushiki gaisha / k k",
        "bhd: berhad",
        "tbk: pt tbk",
        "pt: perseroan terbatas",
        "ad: aktsionerno druzhestvo",
        "na: national association / n a",
    ),
    **_table(
        FormClass.PARTNERSHIP,
        "lp: limited partnership / l p",
        "llp: limited liability partnership / l l p",
        "kg: kommanditgesellschaft / gmbh und co kg / gmbh co kg",
        "ohg: offene handelsgesellschaft",
        "cv: commanditaire vennootschap",
    ),
    **_table(
        FormClass.NON_PROFIT,
        "ano: autonomous non profit organization / avtonomnaya nekommercheskaya organizatsiya",
        "ev: eingetragener verein / e v",
        "cic: community interest company",
    ),
    **_table(
        FormClass.STATE,
        "fgup: federal state unitary enterprise / federalnoe gosudarstvennoe unitarnoe"
        " predpriyatie",
        "gup: state unitary enterprise / gosudarstvennoe unitarnoe predpriyatie",
    ),
}
_FIRST = {form[0] for form in _FORMS}


def legal_form_at(keys: Sequence[str], start: int) -> tuple[LegalForm, int] | None:
    """The longest legal form that starts at a word, and where it ends; None where none does.

    >>> legal_form_at(["gazprom", "joint", "stock", "company"], 1)[1]
    4
    """
    for end in range(min(len(keys), start + _LONGEST), start, -1):
        if found := _FORMS.get(tuple(keys[start:end])):
            return found, end
    return _misspelt(keys[start], start)


def _misspelt(key: str, start: int) -> tuple[LegalForm, int] | None:
    if len(key) < _LONG_WORD or key in _FIRST:
        return None
    for form, found in _FORMS.items():
        if len(form) == 1 and len(form[0]) >= _LONG_WORD and OSA.distance(key, form[0]) == 1:
            return found, start + 1
    return None
