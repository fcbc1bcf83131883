"""A Word file opened: its package, and the parsed roots of the parts that hold text and looks."""

from __future__ import annotations

from dataclasses import dataclass, field

from docx.opc.part import Part
from docx.package import Package
from lxml import etree

from probata.word.elements import Element, serialise, w
from probata.word.opc import pack, read_package, related, usual_names
from probata.word.opc_reading import SAVE_AGAIN, WordFileError


@dataclass(slots=True)
class WordFile:
    """Parts are found by relationships, never by their names, which Word and others choose as they like.

    A root is parsed once and may be changed; `to_bytes` writes back the roots that were asked for.
    """

    package: Package
    roots: dict[Part, Element] = field(default_factory=dict)

    @property
    def main(self) -> Part:
        """The part of the main document."""
        return related(self.package, "officeDocument")[0]

    @property
    def document(self) -> Element:
        """The root of the main document."""
        return self.root(self.main)

    @property
    def body(self) -> Element:
        """The `w:body`; `open_word` has seen that there is one."""
        return next(self.document.iterchildren(w("body")))

    def root(self, part: Part) -> Element:
        """Return the root of a part.

        Raises `WordFileError` for XML that cannot be read or that has a document type: it may hold entities.
        """
        if part not in self.roots:
            self.roots[part] = _parse(part)
        return self.roots[part]

    def part(self, kind: str) -> Part | None:
        """Return the part of the main document by the last word of its relationship's type, such as `footnotes`."""
        return next(iter(related(self.main, kind)), None)

    def root_of(self, kind: str) -> Element | None:
        """Return the root of such a part: `footnotes`, `endnotes`, `comments`, `styles`, `numbering`, `settings`."""
        part = self.part(kind)
        return None if part is None else self.root(part)

    def furniture(self) -> list[Part]:
        """Return the headers, then the footers, each sorted by name."""
        found = (set(related(self.main, kind)) for kind in ("header", "footer"))
        return [part for parts in found for part in sorted(parts, key=lambda part: part.partname)]

    def to_bytes(self) -> bytes:
        """Return the file, the same bytes for the same content; parts that no relationship leads to are left out."""
        for part, root in self.roots.items():
            part._blob = serialise(root)  # python-docx has no public name for it
        return pack(self.package)


def open_word(data: bytes) -> WordFile:
    """Open a Word file of a stranger: the main document is parsed, the other parts when they are asked for.

    One that is saved as `Strict Open XML` has the ordinary names in all parts from here on.

    Raises `WordFileError` for what is no Word file or must not be read; see `read_package`.
    """
    opened = WordFile(read_package(data))
    for part in opened.package.parts:
        if part.content_type.endswith("xml"):
            part._blob = usual_names(part.blob)
    if opened.document.tag != w("document") or opened.document.find(w("body")) is None:
        raise WordFileError(f"has no text that can be read: {SAVE_AGAIN}")
    return opened


def _parse(part: Part) -> Element:
    name = part.partname.membername
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(part.blob, parser)
    except etree.XMLSyntaxError as error:
        raise WordFileError(f"has a part that cannot be read (`{name}`): {SAVE_AGAIN}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise WordFileError(f"has a part with a document type (`{name}`): {SAVE_AGAIN}, which has none")
    if w("conformance") in root.attrib:
        del root.attrib[w("conformance")]
    return root
