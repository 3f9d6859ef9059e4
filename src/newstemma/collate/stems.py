"""Brings inflected forms of a word together: a light stemmer for English, harmless elsewhere."""

from __future__ import annotations

from functools import lru_cache

__all__ = ["is_content", "stem"]

# Words that carry grammar rather than content.
_FUNCTION = frozenset(
    "a an the this that these those such same other another each every any some all both either "
    "neither no not nor only own and or but if then than because as until while although though "
    "since when where why how who whom whose which what there here of at by for with about "
    "against between into through during before after above below to from up down in out on off "
    "over under again further once amid among along across upon within without toward towards "
    "around per via despite i me my we us our ours you your yours he him his she her hers it its "
    "they them their theirs himself herself itself themselves myself ourselves am is are was were "
    "be been being have has had having do does did doing done will would shall should can could "
    "may might must ought s t ll re ve d m don't doesn't didn't isn't aren't wasn't weren't won't "
    "can't couldn't wouldn't shouldn't hasn't haven't hadn't so too very also just more most much "
    "many few several yet still even ever however therefore thus hence including include "
    "includes included like unlike well whether one's let order".split()
)
_IRREGULAR = {
    form: base
    for base, forms in {
        "say": "said", "tell": "told", "los": "lost", "win": "won", "hold": "held",
        "tak": "took taken", "giv": "gave given", "mak": "made", "leav": "left", "send": "sent",
        "begin": "began begun", "fall": "fell fallen", "ris": "rose risen", "man": "men",
        "woman": "women", "child": "children", "person": "people persons", "go": "went gone",
        "com": "came", "see": "saw seen", "find": "found", "think": "thought",
        "bring": "brought", "buy": "bought", "fight": "fought", "catch": "caught",
        "meet": "met", "lead": "led", "build": "built", "pay": "paid", "sell": "sold",
        "spend": "spent", "keep": "kept", "feel": "felt", "mean": "meant", "know": "knew known",
        "grow": "grew grown", "show": "shown", "speak": "spoke spoken", "break": "broke broken",
        "writ": "wrote written", "driv": "drove driven", "choos": "chose chosen",
        "becom": "became", "run": "ran", "get": "got gotten", "shoot": "shot", "die": "died dying",
        "strik": "struck stricken", "stand": "stood", "hear": "heard", "wear": "wore worn",
        "wif": "wives", "lif": "lives", "bad": "worse worst", "good": "better best",
        "draw": "drew drawn", "throw": "threw thrown", "fly": "flew flown", "eat": "ate eaten",
        "drink": "drank drunk", "sing": "sang sung", "swim": "swam swum", "tear": "tore torn",
        "freez": "froze frozen", "steal": "stole stolen", "shak": "shook shaken",
        "rid": "rode ridden", "hid": "hidden", "blow": "blew blown", "dig": "dug", "feed": "fed",
        "fle": "fled", "forget": "forgot forgotten", "forgiv": "forgave forgiven", "hang": "hung",
        "lend": "lent", "sink": "sank sunk", "seek": "sought", "shrink": "shrank shrunk",
        "sleep": "slept", "stick": "stuck", "swear": "swore sworn", "sweep": "swept",
        "teach": "taught", "understand": "understood", "withdraw": "withdrew withdrawn",
        "overcom": "overcame", "undergo": "underwent undergone",
        "undertak": "undertook undertaken", "overs": "oversaw overseen",
        "overthrow": "overthrew overthrown", "fores": "foresaw foreseen",
        "rebuild": "rebuilt", "foot": "feet", "knif": "knives", "thief": "thieves",
        "half": "halves", "wolf": "wolves", "plead": "pled", "beat": "beaten",
        "forbid": "forbade forbidden", "try": "tried tries", "crisis": "crises",
        "analysis": "analyses",
    }.items()
    for form in forms.split()
}  # fmt: skip
_SUFFIXES = tuple("ational ations ation ions ings edly ion ing ied ies est ed es ly s e".split())
_REPLACED = {"ies": "y", "ied": "y", "ational": "at", "ation": "at", "ations": "at"}
_SHORTEST = 3


def is_content(key: str) -> bool:
    """Whether a word's key carries content: not grammar, not a stray letter."""
    return key not in _FUNCTION and (len(key) > 1 or not key.isascii() or key.isdigit())


@lru_cache(maxsize=65536)
def stem(key: str) -> str:
    """What inflected forms of a word share.

    >>> {stem(form) for form in ("loses", "losing", "lost", "lose")}
    {'los'}
    """
    if key in _IRREGULAR:
        return _IRREGULAR[key]
    for suffix in _SUFFIXES:
        if key.endswith(suffix) and len(key) - len(suffix) >= _SHORTEST:
            if suffix == "s" and key[-2] in "sui":
                continue
            return _tidy(key[: -len(suffix)] + _REPLACED.get(suffix, ""))
    return key


def _tidy(base: str) -> str:
    """Undoes the doubled letter ("stopp") and the silent one ("designate")."""
    if base[-1] == base[-2] and base[-1] not in "lsz" and len(base) > _SHORTEST:
        return base[:-1]
    return base[:-1] if base[-1] == "e" and len(base) > _SHORTEST else base
