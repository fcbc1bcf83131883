"""The reference file made ready: our own or an office's, with every style, list and part of the contract."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml.etree import XMLSyntaxError

from probata.document.look import Look
from probata.document.tree import Document, Meta
from probata.word.elements import Element, add, make, parse, serialise, w
from probata.word.opc import OFFICE, Package, Part
from probata.word.opc_reading import read_package, refuse_what_is_fetched
from probata.word.refused import WordFileError
from probata.writers.docx.languages import language_attributes
from probata.writers.docx.number_lists import lists_of
from probata.writers.docx.numbering import Numbering
from probata.writers.docx.reference.measures import Measures
from probata.writers.docx.reference.parts import default_part, reference_package, styles_xml
from probata.writers.docx.sections import text_width
from probata.writers.docx.settings import clean_settings, has_even_pages
from probata.writers.docx.style_sheet import StyleSheet
from probata.writers.format import WriteError

_KEPT: Final = ("styles", "numbering", "settings", "fontTable", "theme", "header", "footer")
_OURS: Final = ("footnotes", "endnotes")
"""Parts that hold text: always new, so that nothing of another document is left in a filing."""


@dataclass(slots=True)
class ReferenceFile:
    """What the writer needs of a reference file; the roots are written back by `save`."""

    package: Package
    section: Element
    styles: StyleSheet
    numbering: Numbering
    settings: Element
    measures: Measures

    @property
    def even_pages(self) -> bool:
        """Tell whether even pages have a head and foot of their own."""
        return has_even_pages(self.settings)

    def part(self, kind: str) -> Part:
        """Return the part of the main document by the last word of its relationship's type."""
        return self.package.related(self.package.main(), kind)[0]

    def save(self) -> None:
        """Write the changed roots into their parts."""
        self.part("styles").data = serialise(self.styles.root)
        self.part("numbering").data = serialise(self.numbering.root)
        self.part("settings").data = serialise(self.settings)


def open_reference(data: bytes | None, document: Document) -> ReferenceFile:
    """Return the reference file, our own where `data` is `None`.

    Raises `WriteError` for a file that cannot or must not be used; see `read_package` and
    `refuse_what_is_fetched`.
    """
    package = reference_package(document.meta.look) if data is None else _read(data)
    main = package.main()
    try:
        section = _last_section(parse(main.data))
        _keep_parts(package, main, document)
        styles = StyleSheet(parse(package.related(main, "styles")[0].data))
        numbering = Numbering(parse(package.related(main, "numbering")[0].data))
        settings = parse(package.related(main, "settings")[0].data)
    except XMLSyntaxError as error:
        raise WriteError(f"a part of the reference file is not readable: {error}") from error
    measures = Measures(document.meta.look, text_width(section)).with_text_of(styles.font_size())
    styles.complete(parse(styles_xml(measures).encode()))
    styles.set_language(language_attributes(document.meta.language))
    numbering.install(lists_of(document.blocks, measures), styles)
    clean_settings(settings)
    return ReferenceFile(package, section, styles, numbering, settings, measures)


def reference_docx(look: Look) -> bytes:
    """Return our own reference file, for an office that wants to begin its letterhead from it."""
    reference = open_reference(None, Document(Meta("", look=look), ()))
    reference.save()
    return reference.package.to_bytes()


def _read(data: bytes) -> Package:
    try:
        package = read_package(data)
        refuse_what_is_fetched(package)
    except WordFileError as error:
        raise WriteError(f"the reference file {error}") from error
    return package


def _keep_parts(package: Package, main: Part, document: Document) -> None:
    """Drop every arrow of the main part but those to looks, then add what lacks."""
    main.relationships = [r for r in main.relationships if r.type.removeprefix(OFFICE) in _KEPT]
    for kind in (*_KEPT[:5], *_OURS):
        if not package.related(main, kind):
            package.add(default_part(kind, document.meta.look), main, OFFICE + kind)


def _last_section(root: Element) -> Element:
    """Return the page setup at the end of the text; one without is Word's own."""
    body = root.find(w("body"))
    if body is None:
        raise WriteError("the reference file is saved as `Strict Open XML`: save it as `Word Document (*.docx)`")
    section = body.find(w("sectPr"))
    if section is None:
        section = make("sectPr")
        add(section, "pgSz", w=11906, h=16838)
        sides = {"top": 1440, "right": 1440, "bottom": 1440, "left": 1440}
        add(section, "pgMar", **sides, header=709, footer=709, gutter=0)
    for name in ("sectPrChange", "footnotePr", "endnotePr"):  # how notes count is the document's to say
        for element in section.findall(w(name)):
            section.remove(element)
    for attribute in [key for key in section.attrib if "rsid" in str(key)]:
        del section.attrib[attribute]
    return section
