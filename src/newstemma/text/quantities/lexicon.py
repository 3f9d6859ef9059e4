"""The words of quantities: numerals, scales, signs, bounds."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

__all__ = [
    "BOUNDS",
    "CURRENCIES",
    "FRACTIONS",
    "GLUED",
    "LATER_BOUNDS",
    "ORDINALS",
    "ORDINAL_ENDINGS",
    "PLURALS",
    "SCALES",
    "SCALES_OF_FIGURES",
    "SIGNS",
    "SMALL",
    "VULGAR",
]

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL: Mapping[str, int] = {word: n for n, word in enumerate(_ONES)} | {
    word: 10 * n for n, word in enumerate(_TENS, start=2)
}
SCALES: Mapping[str, int] = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
    "trillion": 10**12, "lakh": 10**5, "crore": 10**7, "k": 1000, "m": 10**6, "mn": 10**6,
    "bn": 10**9, "tn": 10**12,
}  # fmt: skip
GLUED = frozenset({"k", "m", "mn", "bn", "tn"})
"""Scales only where they touch their figure."""

_ABROAD = {
    "mil": 1000, "mille": 1000, "tausend": 1000, "tysiac": 1000, "bin": 1000, "ribu": 1000,
    "тыс": 1000, "тысяч": 1000, "тысячи": 1000, "الف": 1000, "ألف": 1000, "千": 1000,
    "millionen": 10**6, "millions": 10**6, "millones": 10**6, "milhoes": 10**6, "milioni": 10**6,
    "miljoen": 10**6, "miljoner": 10**6, "millioner": 10**6, "milion": 10**6, "milionow": 10**6,
    "milyon": 10**6, "juta": 10**6, "mio": 10**6, "млн": 10**6, "миллионов": 10**6,
    "миллиона": 10**6, "мільйонів": 10**6, "مليون": 10**6, "milliard": 10**9, "milliards": 10**9,
    "milliarde": 10**9, "milliarden": 10**9, "miliardi": 10**9, "miljard": 10**9,
    "miljarder": 10**9, "milliarder": 10**9, "miliardow": 10**9, "milyar": 10**9, "miliar": 10**9,
    "mrd": 10**9, "млрд": 10**9, "миллиардов": 10**9, "مليار": 10**9, "万": 10**4, "萬": 10**4,
    "億": 10**8, "亿": 10**8,
}  # fmt: skip
SCALES_OF_FIGURES: Mapping[str, int] = {**SCALES, **_ABROAD}
"""Scales that may follow figures: English ones, and those of other languages."""

PLURALS: Mapping[str, int] = {
    f"{word}s": size for word, size in SCALES.items() if len(word) > 3
} | {"tens": 10, "scores": 20}
"""Sizes, not counts: "hundreds"."""

FRACTIONS: Mapping[str, Fraction] = {
    "half": Fraction(1, 2), "third": Fraction(1, 3), "quarter": Fraction(1, 4),
    "fifth": Fraction(1, 5), "sixth": Fraction(1, 6), "eighth": Fraction(1, 8),
    "tenth": Fraction(1, 10),
}  # fmt: skip
VULGAR: Mapping[str, Fraction] = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4),
    "¾": Fraction(3, 4), "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5),
    "⅘": Fraction(4, 5), "⅙": Fraction(1, 6), "⅚": Fraction(5, 6), "⅛": Fraction(1, 8),
    "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8), "⅐": Fraction(1, 7),
    "⅑": Fraction(1, 9), "⅒": Fraction(1, 10),
}  # fmt: skip
ORDINALS: Mapping[str, int] = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(), start=1
    )
}
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})

SIGNS = "$€£¥₹₽₩₺₴₪₦₫฿"
CURRENCIES: Mapping[str, str] = {
    "dollar": "$", "dollars": "$", "bucks": "$", "usd": "$", "euro": "€", "euros": "€",
    "eur": "€", "pounds": "£", "gbp": "£", "yen": "¥", "jpy": "¥", "yuan": "CNY", "renminbi": "CNY",
    "rmb": "CNY", "cny": "CNY", "rupees": "₹", "inr": "₹", "rubles": "₽", "roubles": "₽",
    "rub": "₽", "krw": "₩", "lira": "₺", "hryvnia": "₴", "hryvnias": "₴", "shekels": "₪",
    "naira": "₦", "baht": "฿", "chf": "CHF", "zloty": "PLN", "zlotys": "PLN", "dirhams": "dirham",
    "riyals": "riyal", "rials": "rial", "francs": "franc", "pesos": "peso",
}  # fmt: skip
"""Names and codes of currencies: by sign, by ISO 4217 code, or as they are where several
countries have one."""

BOUNDS: Mapping[str, str] = {
    "at least": ">=", "no fewer than": ">=", "not less than": ">=", "no less than": ">=",
    "a minimum of": ">=", "more than": ">", "greater than": ">", "over": ">", "upwards of": ">",
    "upward of": ">", "in excess of": ">", "well over": ">", "well above": ">", "at most": "<=",
    "up to": "<=", "as many as": "<=", "as much as": "<=", "no more than": "<=",
    "not more than": "<=", "a maximum of": "<=", "less than": "<", "fewer than": "<", "under": "<",
    "well under": "<", "below": "<", "above": ">", "exceeding": ">", "beyond": ">",
    "nearly": "~", "almost": "~", "about": "~", "around": "~", "roughly": "~", "some": "~",
    "approximately": "~", "close to": "~", "an estimated": "~", "estimated": "~", "just over": ">",
    "just under": "<", "circa": "~", "virtually": "~",
}  # fmt: skip
LATER_BOUNDS: Mapping[str, str] = {
    "or more": ">=", "or so": "~", "or fewer": "<=", "or less": "<=", "or higher": ">=",
    "or lower": "<=", "or above": ">=", "or below": "<=",
}  # fmt: skip
