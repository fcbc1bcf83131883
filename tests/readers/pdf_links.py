"""Links inside a PDF, page by page."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from tests.readers.read_once import read_once

SEEN = 3.0
"""Points; a link that is lower than this cannot be clicked."""


@read_once
def internal_links(data: bytes) -> list[list[str]]:
    """Return for each page the names of the places to which its links lead, those of no height left out."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [_of_page(page) for page in pdf.pages]


def _of_page(page: pikepdf.Page) -> list[str]:
    found: list[str] = []
    for annotation in page.obj.get("/Annots", pikepdf.Array()).as_list():
        _, bottom, _, top = (float(side) for side in annotation.Rect.as_list())
        if "/Dest" in annotation and abs(top - bottom) > SEEN:
            found.append(str(annotation.Dest))
    return found
