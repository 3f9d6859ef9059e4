"""PDFs for tests, written by hand."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["nested_forms", "pdf"]

_CATALOG = "<</Type/Catalog/Pages 2 0 R>>"
_FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
_SIZE = "/MediaBox[0 0 595 842]"


def pdf(*pages: Sequence[tuple[str, int]], trailer: str = "") -> bytes:
    """A PDF whose pages hold lines of text, each with the size of its letters."""
    objects = [_CATALOG, _pages([4 + 2 * number for number in range(len(pages))]), _FONT]
    for number, lines in enumerate(pages):
        drawn = "".join(
            f"BT /F {size} Tf 50 {780 - 30 * at} Td ({text}) Tj ET\n"
            for at, (text, size) in enumerate(lines)
        )
        objects += [_page(5 + 2 * number, "/Font<</F 3 0 R>>"), _stream(drawn)]
    return _file(objects, trailer)


def nested_forms(depth: int, *, pages: int = 1) -> bytes:
    """A PDF with a word on each page, drawn ten to the power of `depth` times."""
    objects = [_CATALOG, _pages([4] * pages), _FONT, _page(5, "/XObject<</X 6 0 R>>")]
    objects += [_stream("/X Do\n")]
    form = "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<{}>>"
    for level in range(depth):
        inner = form.format(f"/XObject<</X {7 + level} 0 R>>")
        objects.append(_stream("/X Do\n" * 10, inner))
    word = "BT /F 12 Tf 50 700 Td (Ferry) Tj ET\n"
    return _file([*objects, _stream(word, form.format("/Font<</F 3 0 R>>"))])


def _pages(numbers: Sequence[int]) -> str:
    kids = " ".join(f"{number} 0 R" for number in numbers)
    return f"<</Type/Pages/Kids[{kids}]/Count {len(numbers)}>>"


def _page(contents: int, resources: str) -> str:
    return f"<</Type/Page/Parent 2 0 R{_SIZE}/Contents {contents} 0 R/Resources<<{resources}>>>>"


def _stream(drawn: str, about: str = "") -> str:
    return f"<</Length {len(drawn)}{about}>>stream\n{drawn}endstream"


def _file(objects: Sequence[str], trailer: str = "") -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, written in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{written}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{len(data)}\n%%EOF"
    )
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()
