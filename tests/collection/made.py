"""Invented articles of two stories, and collections made of them."""

from __future__ import annotations

from pathlib import Path

from newstemma import collection
from newstemma.collection import Added
from newstemma.pipeline import Through, analysed
from newstemma.records import Analysis, RawArticle, TextSource, Witness
from newstemma.store import Store
from newstemma.text.cleaning import clean
from newstemma.text.witness import witness

__all__ = ["BRIDGE", "BRIEF", "DIGEST", "MUSEUM", "REPRINT", "add", "drawn", "read", "written"]

BRIDGE = (
    "Engineers closed the Vellmar Bridge over the Ostrin on Tuesday after divers found cracks in "
    "two of its eleven piers. The crossing carries 34,000 vehicles a day between Vellmar and "
    "Kestrow. "
    '"We could not keep it open for another hour," said Ilse Varga, chief engineer of the Ostrin '
    "Roads Office. The divers had been sent down after a barge struck the third pier in March. "
    "Traffic is led over the ferry landing at Dornau, where lorries waited for three hours. "
    "Repairs will cost 6.2 million crowns and last until November, the office said."
)
REPRINT = BRIDGE.replace("Tuesday", "Tuesday, officials said,") + " The mayor declined to comment."
BRIEF = (
    "The Vellmar Bridge is shut: divers found cracks in two of its eleven piers. The chief "
    "engineer of the Ostrin Roads Office, Ilse Varga, said it could not be kept open for another "
    "hour. A "
    "barge had struck the third pier in March. Repairs will take 6.2 million crowns."
)
MUSEUM = (
    "A clock that had been thought lost since 1891 has turned up in the cellar of the Halvorsen "
    "Museum in Brynda. Curator Tomas Renk found it behind a stack of herring barrels. The clock, "
    "made by Agathe Molnar for the harbour tower, strikes thirteen at noon. The museum will show "
    "it from the second of May, and has asked clockmakers in four countries to repair its bells."
)
DIGEST = f"{BRIDGE}\n\n{MUSEUM}"


def read(name: str, text: str, *, published: str | None = None) -> Witness:
    """The text as it is read without a parser."""
    raw = RawArticle(path=name, text=text, text_source=TextSource.FILE, published=published)
    return witness(clean(raw, id=name))


def drawn(**texts: str) -> Analysis:
    """What is found in some texts, by their ids."""
    return analysed([read(name, text) for name, text in texts.items()], through=Through.LINEAGE)


def written(folder: Path, **texts: str) -> Path:
    """A folder with the texts."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def add(store: Store, *paths: Path) -> Added:
    """Adds to a collection, through the family tree."""
    return collection.add(paths, store, through=Through.LINEAGE)
