"""Document properties: from the case, nothing from the machine or the letterhead's author."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from typing import Final

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.package import Package

from probata.document.tree import Meta
from probata.word.made_as import DIGITS
from probata.word.opc import OFFICE, keep_relationships
from probata.writers.docx.reference.parts import app_part, custom_part

_LONGEST: Final = 255
"""Characters that Word shows of a property."""


def write_properties(package: Package, meta: Meta) -> None:
    """Put title, author, subject, language and date in place of those of the reference file."""
    keep_relationships(package, ("officeDocument",))
    part = CorePropertiesPart(
        PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, CT_CoreProperties.new(), package
    )
    package.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    package.relate_to(app_part(package), RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    texts = {"title": meta.title, "subject": meta.subject, "author": meta.author, "language": meta.language}
    for name, text in texts.items():
        if text:
            setattr(part.core_properties, name, text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")
    if meta.created:
        part.core_properties.created = part.core_properties.modified = datetime.fromisoformat(meta.created)


def write_fingerprint(package: Package, mark: str) -> None:
    """Put in a property by which this very file is known again: a digest of all its parts and of the document's mark.

    Call it last. Nothing can be read from it; who made the file finds which one it was. With the mark it cannot be
    made from the file alone, to try what stood where somebody took out a word.
    """
    digest = sha256(f"{mark}\n".encode())
    for part in sorted(package.parts, key=lambda part: part.partname):
        digest.update(f"{part.partname}\n".encode())
        digest.update(part.blob)
    package.relate_to(custom_part(package, digest.hexdigest()[:DIGITS]), f"{OFFICE}custom-properties")
