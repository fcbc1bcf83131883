"""Which of the files that we made a Word file was, before somebody wrote in it."""

from __future__ import annotations

from typing import Final

from probata.word.opc import related
from probata.word.package import WordFile

PROPERTY: Final = "Probata"
"""Name of the property that holds the digest; Word and LibreOffice keep it."""

DIGITS: Final = 32
CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"


def made_as(file: WordFile) -> str:
    """Return the digest of the file as it was made; empty where it is none of ours or the property was taken out."""
    for part in related(file.package, "custom-properties"):
        for one in file.root(part).iterchildren(f"{{{CUSTOM}}}property"):
            if one.get("name") == PROPERTY:
                return "".join(str(text) for text in one.itertext()).strip()[:DIGITS]
    return ""
