"""The reference file made ready: our own or an office's, with every style, list and part of the contract."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, cast

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart
from docx.oxml.section import CT_SectPr
from docx.parts.document import DocumentPart
from docx.parts.story import StoryPart
from docx.section import Section
from docx.shared import Inches, Mm

from probata.document.look import Look
from probata.document.tree import Document
from probata.word.elements import Element, child, parse, w
from probata.word.opc import OFFICE, keep_relationships, parsed, read_package, refuse_what_is_fetched, related
from probata.word.refused import SAVE_AGAIN, WordFileError
from probata.writers.docx.languages import language_attributes
from probata.writers.docx.number_lists import lists_of
from probata.writers.docx.numbering import Numbering
from probata.writers.docx.reference.measures import Measures
from probata.writers.docx.reference.parts import default_part, own_document, styles_xml
from probata.writers.docx.sections import text_width
from probata.writers.docx.settings import clean_settings
from probata.writers.docx.style_sheet import StyleSheet
from probata.writers.format import WriteError

_KEPT: Final = ("styles", "numbering", "settings", "fontTable", "theme", "header", "footer")
_CHANGED: Final = _KEPT[:3]
_OURS: Final = ("footnotes", "endnotes")
"""Parts that hold text: always new, so that nothing of another document is left in a filing."""


@dataclass(slots=True)
class ReferenceFile:
    """What the writer needs of a reference file; whatever is changed here is in its package."""

    word: WordDocument
    section: Section
    styles: StyleSheet
    numbering: Numbering
    measures: Measures

    @property
    def settings(self) -> Element:
        """The root of the settings."""
        settings: Element = self.word.settings.element
        return settings

    def notes(self) -> StoryPart:
        """Return the part of footnotes."""
        return cast(StoryPart, self.word.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES))


def open_reference(data: bytes | None, document: Document) -> ReferenceFile:
    """Return the reference file, our own where `data` is `None`.

    Raises `WriteError` for a file that cannot or must not be used; see `read_package` and
    `refuse_what_is_fetched`.
    """
    look = document.meta.look
    word = own_document(look) if data is None else _read(data)
    section = _last_section(word)
    _keep_parts(word.part, look)
    styles, numbering = StyleSheet(word.styles.element), Numbering(word.part.numbering_part.element)
    measures = Measures(look, text_width(section)).with_text_of(styles.font_size())
    styles.complete(parse(styles_xml(measures).encode()))
    styles.set_language(language_attributes(document.meta.language))
    numbering.install(lists_of(document.blocks, measures), styles)
    clean_settings(word.settings.element)
    return ReferenceFile(word, section, styles, numbering, measures)


def _read(data: bytes) -> WordDocument:
    try:
        package = read_package(data, parsed)
        refuse_what_is_fetched(package)
    except WordFileError as error:
        raise WriteError(f"the reference file {error}") from error
    document: WordDocument = cast(DocumentPart, package.main_document_part).document
    return document


def _keep_parts(main: DocumentPart, look: Look) -> None:
    """Drop every arrow of the main part but those to looks, then add what lacks."""
    keep_relationships(main, _KEPT)
    for kind in (*_KEPT[:5], *_OURS):
        if not (found := related(main, kind)):
            main.relate_to(default_part(main.package, kind, look), OFFICE + kind)
        elif len(found) > 1 or (kind in _CHANGED and not _is_of(found[0], kind)):
            raise WriteError(f"the reference file has no single part for its {kind}: {SAVE_AGAIN}")


def _is_of(part: Part, kind: str) -> bool:
    return isinstance(part, XmlPart) and part.element.tag == w(kind)


def _last_section(word: WordDocument) -> Section:
    """Return the page setup at the end of the text; one without is Word's own, on paper of A4."""
    body = word.element.find(w("body"))
    if body is None:
        raise WriteError("the reference file is saved as `Strict Open XML`: save it as `Word Document (*.docx)`")
    has_page = body.find(w("sectPr")) is not None
    element = child(body, "sectPr")
    section = Section(cast(CT_SectPr, element), word.part)
    if not has_page:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin = section.right_margin = section.bottom_margin = section.left_margin = Inches(1)
        section.header_distance = section.footer_distance = Mm(12.5)
    for name in ("sectPrChange", "footnotePr", "endnotePr"):  # how notes count is the document's to say
        for found in element.findall(w(name)):
            element.remove(found)
    for attribute in [key for key in element.attrib if "rsid" in str(key)]:
        del element.attrib[attribute]
    return section
