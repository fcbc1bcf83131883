"""The reference file made ready: our own or an office's, with every style, list and part of the contract."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import Final, cast

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart
from docx.oxml.section import CT_SectPr
from docx.parts.document import DocumentPart
from docx.parts.story import StoryPart
from docx.section import Section
from docx.shared import Emu, Inches, Mm

from probata.document.look import Look
from probata.document.tree import Document
from probata.word.elements import SECTION, SETTINGS_AFTER_NOTES, Element, P, add, child, drop, make, parse, place, w
from probata.word.opc import OFFICE, keep_relationships, parsed, read_package, refuse_what_is_fetched, related
from probata.word.opc_reading import SAVE_AGAIN, WordFileError
from probata.writers.docx.numbering import Numbering, lists_of
from probata.writers.docx.paragraphs import separate, set_property
from probata.writers.docx.reference.measures import Measures
from probata.writers.docx.reference.parts import default_part, own_document, styles_xml
from probata.writers.docx.runs import language_attributes
from probata.writers.docx.state import State
from probata.writers.docx.style_sheet import StyleSheet
from probata.writers.format import WriteError

# The settings part: what a letterhead brings and a filing must not carry taken out, notes declared.

_TAKEN_OUT: Final = (
    *("attachedTemplate", "docVars", "documentProtection", "forceUpgrade", "linkStyles", "mailMerge", "revisionView"),
    *("removePersonalInformation", "rsids", "trackRevisions", "updateFields", "writeProtection"),
)
"""Identities of editing sessions, data of other programs, locks, and what asks the reader a question."""


def clean_settings(settings: Element) -> None:
    """Take out what a filing must not carry and declare the separators of notes as our parts have them."""
    drop(settings, *_TAKEN_OUT, "footnotePr", "endnotePr")
    later = {w(name) for name in SETTINGS_AFTER_NOTES}
    index = next(
        (i for i, e in enumerate(settings) if e.tag in later or not str(e.tag).startswith(w(""))), len(settings)
    )
    for kind in ("endnote", "footnote"):
        separators = make(f"{kind}Pr")
        for id_ in (-1, 0):
            add(separators, kind, id=id_)
        settings.insert(index, separators)


def text_width(section: Section) -> int:
    """Return the width between the margins in twips; Letter and Word's margins where the section is silent."""
    width = Inches(8.5) if section.page_width is None else section.page_width
    sides = [Inches(1) if side is None else side for side in (section.left_margin, section.right_margin)]
    return int(Emu(width - sum(sides)).twips)


def restart_notes(section: Element, settings: Element) -> None:
    """Let the notes of every section begin again at 1.

    The settings say so for all sections that say nothing (ECMA-376, 17.11.11), the last section for itself:
    LibreOffice prints 0 for each note where an earlier section says it, and counts on where the last does not.
    """
    notes = make("footnotePr")
    add(notes, "numRestart", val="eachSect")
    place(section, notes, SECTION)
    child(settings, "footnotePr").insert(0, make("numRestart", val="eachSect"))


def end_section(body: Element, section: Element, *, is_first: bool, state: State) -> None:
    """End a section after the last block of the body, in whose paragraph Word keeps its properties."""
    if body[-1].tag != P:
        separate(body, state)
    copy = section_copy(section, is_first=is_first)
    drop(copy, "footnotePr")
    set_property(body[-1], copy)


def section_copy(section: Element, *, is_first: bool) -> Element:
    """Return the properties of one section; a later one goes on upon the same page."""
    copy = deepcopy(section)
    if not is_first:
        drop(copy, "titlePg", "pgNumType")
        place(copy, make("type", val="continuous"), SECTION)
    return copy


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
    try:
        width = text_width(section)
    except ValueError as error:  # a length that is no number
        raise WriteError(f"the reference file has no size of the page that can be read: {SAVE_AGAIN}") from error
    measures = Measures(look, width).with_text_of(styles.font_size())
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
    drop(element, "sectPrChange", "footnotePr", "endnotePr")  # how notes count is the document's to say
    for attribute in [key for key in element.attrib if "rsid" in str(key)]:
        del element.attrib[attribute]
    return section
