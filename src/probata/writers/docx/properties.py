"""Document properties: from the case, nothing from the machine or the letterhead's author."""

from __future__ import annotations

from hashlib import sha256

from probata.document.tree import Meta
from probata.word.made_as import DIGITS
from probata.word.opc import CORE_PROPERTIES, OFFICE, Package
from probata.word.xml_text import escape
from probata.writers.docx.reference.parts import app_part, core_part, custom_part


def write_properties(package: Package, meta: Meta) -> None:
    """Put title, author, subject, language and date in place of those of the reference file."""
    root = package.root
    root.relationships = [r for r in root.relationships if r.type == f"{OFFICE}officeDocument"]
    package.add(core_part(_core(meta)), root, CORE_PROPERTIES)
    package.add(app_part(), root, f"{OFFICE}extended-properties")


def write_fingerprint(package: Package, mark: str) -> None:
    """Put in a property by which this very file is known again: a digest of all its parts and of the document's mark.

    Call it last. Nothing can be read from it; who made the file finds which one it was. With the mark it cannot be
    made from the file alone, to try what stood where somebody took out a word.
    """
    digest = sha256(f"{mark}\n".encode())
    for part in package.reachable():
        digest.update(f"{part.name}\n".encode())
        digest.update(part.data)
    package.add(custom_part(digest.hexdigest()[:DIGITS]), package.root, f"{OFFICE}custom-properties")


def _core(meta: Meta) -> str:
    texts = (
        ("dc:title", meta.title),
        ("dc:subject", meta.subject),
        ("dc:creator", meta.author),
        ("dc:language", meta.language),
    )
    lines = [f"<{name}>{escape(text)}</{name}>" for name, text in texts if text]
    lines += [_date(name, meta.created) for name in ("created", "modified") if meta.created]
    return "".join(lines)


def _date(name: str, iso_date: str) -> str:
    moment = f"{iso_date}T00:00:00Z" if len(iso_date) == len("2026-03-01") else iso_date
    return f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{escape(moment)}</dcterms:{name}>'
