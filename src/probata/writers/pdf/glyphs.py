"""Characters that no font of ours can print, found before the layout: a box is never filed."""

from __future__ import annotations

import unicodedata

from probata.diagnostics import Diagnostic, Severity
from probata.document.origin import Origin
from probata.document.tree import Document
from probata.fonts.files import FAMILIES
from probata.fonts.printable import substitute, unprintable
from probata.writers.pdf.texts import texts

AROUND = 25
"""Characters shown on either side in a message."""


def missing_glyphs(document: Document) -> tuple[Diagnostic, ...]:
    """Report each character without a glyph once a record, with the text it stands in.

    Titles and heads of pages are made of records and name none: they count where no record has the character.
    """
    found: dict[tuple[str, str], Diagnostic] = {}
    for text, origin in texts(document):
        for place, character in unprintable(text):
            record = origin.record if origin else ""
            found.setdefault((character, record), _diagnostic(character, _around(text, place), origin))
    placed = {character for character, record in found if "/" in record}
    return tuple(one for (character, record), one in found.items() if "/" in record or character not in placed)


def substitutes(document: Document) -> dict[int, str]:
    """Return what is printed instead, for `str.translate`: the code point in brackets."""
    characters = {character for text, _ in texts(document) for _, character in unprintable(text)}
    return {ord(character): substitute(character) for character in sorted(characters)}


def _around(text: str, place: int) -> str:
    return " ".join(text[max(0, place - AROUND) : place + AROUND + 1].split())


def _diagnostic(character: str, around: str, origin: Origin | None) -> Diagnostic:
    name = unicodedata.name(character, "without a name")
    where = (f"in the field `{origin.field}`",) if origin and origin.field else ()
    return Diagnostic(
        code="PDF101",
        name="character-without-glyph",
        severity=Severity.ERROR,
        message=f"`{character}` (U+{ord(character):04X}, {name}) in `{around}` is in none of the fonts of a PDF",
        help="write it in words or with another character",
        notes=(*where, f"looked for in {', '.join(FAMILIES)}"),
        record=origin.record if origin else "",
    )
