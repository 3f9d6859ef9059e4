"""What stands in the XML of a feed, item by item, as it goes by."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from newstemma.read.formats.xml_stream import local_name

__all__ = ["FeedXml", "Item"]

_ITEMS = frozenset(("entry", "item"))
# Whose words are a feed's; those of others (pictures, podcasts) mean something else.
_SPACES = frozenset(
    (
        "",
        "http://backend.userland.com/rss2",
        "http://my.netscape.com/rdf/simple/0.9/",
        "http://purl.org/atom/ns#",
        "http://purl.org/dc/elements/1.1/",
        "http://purl.org/rss/1.0/",
        "http://purl.org/rss/1.0/modules/content/",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "http://www.w3.org/2005/Atom",
    )
)
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_TITLES = frozenset(("/RDF/channel/title", "/feed/title", "/rss/channel/title"))
_LANGUAGES = frozenset(("/RDF/channel/language", "/rss/channel/language"))
_LONGEST = 2000  # characters of the feed's title
_ELEMENT = 64  # what a value costs beside its characters, in bytes
_NESTED = frozenset(("author", "source"))  # tags of an item with tags inside


class Item:
    """One item: the values at each place, such as `title`, `author/name` or `link@href`."""

    def __init__(self, limit: int) -> None:
        self._found: dict[str, list[list[str]]] = {}
        self._room = limit
        self.is_cut = False

    def values(self, place: str) -> list[str]:
        """All values at a place, in order."""
        return ["".join(parts) for parts in self._found.get(place, ())]

    def value(self, place: str) -> str:
        """The first value at a place that is not blank; an empty string where there is none."""
        if place not in self._found:  # as most are, in each of a million items
            return ""
        return next((value for value in self.values(place) if value.strip()), "")

    def begin(self, place: str) -> None:
        """A new value at a place, if there is room."""
        if self._takes(_ELEMENT):
            self._found.setdefault(place, []).append([])

    def add(self, place: str, text: str) -> None:
        """More of the last value at a place, as far as there is room."""
        if self.is_cut:
            return
        self._found[place][-1].append(text[: self._room])
        self._takes(len(text))

    def _takes(self, size: int) -> bool:
        self.is_cut = self.is_cut or size > self._room
        self._room = max(0, self._room - size)
        return not self.is_cut


class FeedXml:
    """Collects the items of a feed, and what it says of itself."""

    def __init__(self, limit: int) -> None:
        self.root: str | None = None
        self.title = self.language = ""
        self._limit = limit
        self._done: list[Item] = []
        self._item: Item | None = None
        # For each open tag its place: below the root (`/rss/channel`), or in its item (`title`);
        # None for what nobody asks about.
        self._open: list[str | None] = []
        self._markup_from = 0  # how many tags are open where markup began, if it did

    def taken(self) -> list[Item]:
        """The items that ended since the last call."""
        taken, self._done = self._done, []
        return taken

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A tag begins."""
        name = local_name(tag)
        if self.root is None:
            self.root, self.language = name, attributes.get(_LANGUAGE, "")
        parent = self._open[-1] if self._open else ""
        if self._markup_from:
            self._open.append(parent)
            self._add(f"<{name}>")
            return
        known = tag.rpartition("}")[0].lstrip("{") in _SPACES
        self._open.append(self._place(parent, name, attributes) if known else None)

    def data(self, text: str) -> None:
        """Text inside the tag that was opened last."""
        self._add(escape(text, quote=False) if self._markup_from else text)

    def end(self, tag: str) -> None:
        """A tag ends, and with it perhaps an item."""
        place = self._open.pop()
        if len(self._open) < self._markup_from:
            self._markup_from = 0
        if self._markup_from:
            self._open.append(place)
            self._add(f"</{local_name(tag)}>")
            self._open.pop()
        elif self._item and place == "":
            self._done.append(self._item)
            self._item = None

    def _place(self, parent: str | None, name: str, attributes: Mapping[str, str]) -> str | None:
        if self._item is None:
            if name in _ITEMS:
                self._item = Item(self._limit)
                self._begin("@lang", attributes.get(_LANGUAGE, ""))
                return ""
            return f"{parent}/{name}" if parent is not None and len(self._open) < 3 else None
        if parent != "" and parent not in _NESTED:
            return None
        place = f"{parent}/{name}" if parent else name
        self._begin_value(place, attributes)
        return place

    def _begin_value(self, place: str, attributes: Mapping[str, str]) -> None:
        assert self._item
        self._item.begin(place)
        kind = attributes.get("type", "")
        self._begin(f"{place}@type", kind)
        if place == "link" and attributes.get("rel", "alternate") == "alternate":
            self._begin("link@href", attributes.get("href", ""))
        if kind in ("xhtml", "application/xhtml+xml"):
            self._markup_from = len(self._open) + 1

    def _begin(self, place: str, value: str) -> None:
        assert self._item
        self._item.begin(place)
        self._item.add(place, value)

    def _add(self, text: str) -> None:
        place = self._open[-1] if self._open else None
        if self._item and place:
            self._item.add(place, text)
        elif place in _TITLES and len(self.title) < _LONGEST:
            self.title += text
        elif place in _LANGUAGES and len(self.language) < _LONGEST:
            self.language += text
