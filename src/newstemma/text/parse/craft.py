"""Finds vessels and aircraft by the words that tell of them, beside a name or inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newstemma.records import NameKind
from newstemma.text.identity.lexicon import VESSEL_PREFIXES
from newstemma.text.names.lexicon import GIVEN_FEMALE, GIVEN_MALE
from newstemma.text.parse.records import Token

__all__ = ["Found", "crafts", "without_prefix"]

Found = tuple[int, int, NameKind]
"""The half-open range of a name's tokens, and what it is the name of."""

_VESSELS = frozenset(
    "barge battleship boat bulker carrier catamaran coaster corvette cruiser cutter destroyer"
    " dredger ferry freighter frigate icebreaker lifeboat minesweeper ship schooner steamer"
    " steamship submarine tanker trawler tugboat vessel warship yacht flagship flotel lugger"
    " containership supertanker gunboat motorboat sailboat speedboat houseboat".split()
)
_NO_SHIP_ALONE = frozenset({"carrier", "coaster", "cutter"})  # a company, a mat, a tool
_CARRIERS = frozenset("aircraft bulk car gas lng livestock ore coal coastguard revenue".split())
_AIRCRAFT = frozenset(
    "aeroplane aircraft airliner airplane airship biplane bomber drone glider helicopter jet"
    " jetliner plane seaplane turboprop".split()
)
_MAKERS = frozenset(
    "airbus antonov beechcraft bell boeing bombardier cessna dassault dornier douglas embraer"
    " fokker gulfstream ilyushin learjet lockheed piper saab sikorsky sukhoi tupolev yakovlev"
    " mcdonnell".split()
)
_TYPE = re.compile(r"(?:F|MQ|RQ|AH|CH|UH|KC|Il|Ka|Mi|MiG|Su|Tu|Yak)-\d{1,3}[A-Z]?s?|B-52s?|C-130s?")
_PREFIXES = VESSEL_PREFIXES - {"my", "tug"}  # which in capitals are words as well
_OPEN = frozenset("\"“‘«'„``")
_CLOSE = frozenset("\"”’»'“''")
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june"
    " july august september october november december".split()
)
_CALLED = frozenset("called named christened dubbed".split())
_OTHER_RIDES = frozenset("bus coach express shuttle station train tram".split())
_BETWEEN = frozenset("of the de la del du and".split())
_MODIFIES = frozenset("ADJ ADV NOUN NUM PROPN PUNCT VERB".split())
_NAMING = frozenset("ADJ NOUN PROPN".split())  # a capital makes the difference
_AFTER_NAME = frozenset(", . ; : )".split())
_GIVEN = GIVEN_FEMALE | GIVEN_MALE
_LONGEST = 6  # tokens of a name, and words between it and what tells of it


def crafts(forms: Sequence[str], tokens: Sequence[Token]) -> tuple[Found, ...]:
    """The vessels and aircraft that are told to be such, in the order of their names.

    `forms` are the tokens as written. Of two that overlap the first is kept.
    """
    reader = _Reader(forms, tokens)
    kept: list[Found] = []
    for found in sorted(one for place in range(len(forms)) for one in reader.at(place)):
        if not kept or kept[-1][1] <= found[0]:
            kept.append(found)
    return tuple(kept)


def without_prefix(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a vessel's name without "MV" and its like, unless nothing is left.

    >>> without_prefix(("mv", "grey", "heron"))
    ('grey', 'heron')
    """
    bare = keys[2:] if keys[:2] in {("m", "v"), ("m", "t"), ("f", "v"), ("s", "s")} else keys
    return (bare[1:] if bare[:1] and bare[0] in VESSEL_PREFIXES else bare) or keys


class _Reader:
    """A text's tokens, and what they tell of the names next to them."""

    def __init__(self, forms: Sequence[str], tokens: Sequence[Token]) -> None:
        self._forms = forms
        self._keys = [form.lower() for form in forms]
        self._tokens = tokens

    def at(self, place: int) -> Iterator[Found]:
        """The names that the word at `place` tells of."""
        if end := self._prefix_end(place):
            yield from self._named(place, end, NameKind.VESSEL)
        if kind := self._noun(place):
            yield from self._called(place, kind)
            yield from self._apposed(place, kind)
        yield from self._aboard(place)
        yield from self._designated(place)

    def _key(self, place: int) -> str:
        return self._keys[place] if 0 <= place < len(self._keys) else ""

    def _prefix_end(self, place: int) -> int | None:
        """Where "MV" ends, or "M/V", which may be three tokens; None where there is none."""
        for end in (place + 1, place + 3):
            form = "".join(self._forms[place:end])
            plain = form.replace("/", "").replace(".", "")
            if form.isupper() and len(plain) > 1 and plain.lower() in _PREFIXES:
                return min(end, len(self._forms))
        return None

    def _noun(self, place: int) -> NameKind | None:
        """What a common noun tells of; "ferry" does in "the ferry", not in "ferry operator"."""
        key = self._key(place)
        if key in _AIRCRAFT and self._tokens[place].upos != "ADJ":
            return NameKind.AIRCRAFT
        if key in _NO_SHIP_ALONE and self._key(place - 1) not in _CARRIERS:
            return None
        return NameKind.VESSEL if key in _VESSELS else None

    def _end(self, first: int) -> int:
        """The end of the run of a name's words from `first` on."""
        end = first
        for place in range(first, min(first + _LONGEST, len(self._forms))):
            if place > first and self._starts_paragraph(place):
                break
            if self._is_name(place) or (place > first and self._forms[place].isdigit()):
                end = place + 1
            elif place == first or self._key(place) not in _BETWEEN:
                break
        return end

    def _starts_paragraph(self, place: int) -> bool:
        """Whether more than a space or a line's end stands before a token."""
        return self._tokens[place].span.start - self._tokens[place - 1].span.end > 1

    def _is_name(self, place: int) -> bool:
        capital = self._forms[place][:1].isupper() and self._key(place) not in _CALENDAR
        return capital and self._tokens[place].upos in _NAMING

    def _named(self, first: int, start: int, kind: NameKind) -> Iterator[Found]:
        """The name whose words start at `start`; what stands before them belongs to it."""
        end = self._end(start)
        if end > start:
            yield first, end, kind

    def _called(self, place: int, kind: NameKind) -> Iterator[Found]:
        """As in "the trawler Grey Heron", "a trawler, the Grey Heron,", "a ship named Heron"."""
        start = place + 1
        comma = self._key(start) == ","
        start += comma or self._key(start) in _CALLED
        article = self._key(start) == "the"
        start += article
        quoted = self._key(start) in _OPEN
        start += quoted
        end = self._end(start) if start < len(self._forms) else start
        after = self._key(end)
        closed = after in _CLOSE
        apposed = not comma or (article and after in _AFTER_NAME)
        if end > start and (closed if quoted else apposed and not self._is_doer(start, end, kind)):
            yield start, end, kind

    def _is_doer(self, start: int, end: int, kind: NameKind) -> bool:
        """Whether "the tanker Iran seized" tells whose deed it was, not what it is called."""
        if self._key(start) in _GIVEN and (
            kind is NameKind.AIRCRAFT or (end < len(self._tokens) and self._is_verb(end))
        ):
            return True
        return any(
            self._tokens[place].deprel.startswith("nsubj")
            and self._tokens[self._tokens[place].head].deprel.startswith("acl")
            for place in range(start, end)
        )

    def _is_verb(self, place: int) -> bool:
        return self._tokens[place].upos in {"AUX", "VERB"}

    def _apposed(self, place: int, kind: NameKind) -> Iterator[Found]:
        """As in "the Grey Heron, a 30-year-old trawler", "the Grey Heron is a trawler"."""
        if self._key(place + 1) == "-" or self._follows_noun(place + 1):
            return
        for start in range(place - 1, max(1, place - _LONGEST) - 1, -1):
            if self._key(start) in {"a", "an"}:
                yield from self._before(start, kind)
                return
            if self._tokens[start].upos not in _MODIFIES or self._key(start) in {",", "."}:
                return

    def _follows_noun(self, place: int) -> bool:
        return place < len(self._tokens) and self._tokens[place].upos in {"NOUN", "PROPN"}

    def _before(self, article: int, kind: NameKind) -> Iterator[Found]:
        """The name before ", a" or "is a"."""
        if self._key(article - 1) not in {",", "is", "was"}:
            return
        end = article - 1
        end -= self._key(end - 1) in _CLOSE
        start = end
        while start > max(0, end - _LONGEST) and self._is_name(start - 1):
            start -= 1
        if start < end and self._key(start - 1) in _OPEN | {"the"}:
            yield start, end, kind

    def _aboard(self, place: int) -> Iterator[Found]:
        """As in "aboard the Grey Heron", "on board the Grey Heron"."""
        board = self._key(place) == "board" and self._key(place - 1) == "on"
        if not (board or self._key(place) == "aboard") or self._key(place + 1) != "the":
            return
        start = place + 2
        start += self._key(start) in _OPEN
        for first, end, kind in self._named(start, start, NameKind.VESSEL):
            told = {self._key(at) for at in range(first, end)} | {self._key(end)}
            if told.isdisjoint(_OTHER_RIDES | _AIRCRAFT | _MAKERS | {"flight", "’s", "'s"}):
                yield first, end, kind

    def _designated(self, place: int) -> Iterator[Found]:
        """As in "Boeing 737", "an Airbus A320", "Flight 370", "an F-16"."""
        named = self._key(place) in _MAKERS
        flight = self._forms[place] == "Flight"
        following = self._forms[place + 1] if place + 1 < len(self._forms) else ""
        if (named or flight) and _is_designation(following):
            first = place
            while flight and first > max(0, place - _LONGEST) and self._is_name(first - 1):
                first -= 1
            yield first, place + 2, NameKind.AIRCRAFT
        for end in (place + 1, place + 3):
            if _TYPE.fullmatch("".join(self._forms[place:end])):
                yield place, min(end, len(self._forms)), NameKind.AIRCRAFT


def _is_designation(form: str) -> bool:
    """Whether it is like "737", "A320neo", "MH370" or "747-400", and not like "1,200"."""
    digits = sum(character.isdigit() for character in form)
    short = form[:1].isupper() or (form[:1].isdigit() and "," not in form and "." not in form)
    return short and 0 < digits < 7 and len(form) < 10 and form.replace("-", "").isalnum()
