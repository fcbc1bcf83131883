"""Sections: page, margins, and notes that begin again."""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from docx.section import Section
from docx.shared import Emu, Inches

from probata.word.elements import Element, P, add, child, make, place, w
from probata.word.schema_order import SECTION
from probata.writers.docx.paragraphs import separate, set_property
from probata.writers.docx.state import State

_OF_THE_FIRST_ALONE: Final = ("titlePg", "pgNumType")


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
    for notes in copy.findall(w("footnotePr")):
        copy.remove(notes)
    set_property(body[-1], copy)


def section_copy(section: Element, *, is_first: bool) -> Element:
    """Return the properties of one section; a later one goes on upon the same page."""
    copy = deepcopy(section)
    if not is_first:
        for name in _OF_THE_FIRST_ALONE:
            for element in copy.findall(w(name)):
                copy.remove(element)
        place(copy, make("type", val="continuous"), SECTION)
    return copy
