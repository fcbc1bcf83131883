"""Runs of text: the look that nested inlines give to one, and its language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from probata.word.elements import XML_SPACE, Element, add, w
from probata.writers.docx.languages import east_asian_font, is_right_to_left, language_attributes


@dataclass(frozen=True, slots=True)
class Face:
    """What a run looks like. Character styles serve where one thing is marked, properties where several are."""

    bold: bool = False
    italic: bool = False
    small_caps: bool = False
    underline: bool = False
    position: str = ""
    """`superscript`, `subscript` or nothing."""

    language: str = ""
    """Empty: that of the document."""

    style: str = ""
    """Id of a character style, such as that of links."""


PLAIN: Final = Face()


def add_run(parent: Element, face: Face = PLAIN) -> Element:
    """Add an empty run."""
    run = add(parent, "r")
    if face is not PLAIN and face != PLAIN:
        _add_properties(run, face)
    return run


def add_text(parent: Element, text: str, face: Face = PLAIN) -> None:
    """Add a run with literal text; every space in it stays."""
    element = add(add_run(parent, face), "t")
    element.set(XML_SPACE, "preserve")
    element.text = text


def _add_properties(run: Element, face: Face) -> None:
    """Add `w:rPr` with its children in the order of the schema."""
    properties = add(run, "rPr")
    if face.style:
        add(properties, "rStyle", val=face.style)
    font = east_asian_font(face.language)
    if font:
        add(properties, "rFonts", hint="eastAsia", eastAsia=font)
    for wanted, names in ((face.bold, ("b", "bCs")), (face.italic, ("i", "iCs")), (face.small_caps, ("smallCaps",))):
        for name in names if wanted else ():
            add(properties, name)
    if face.underline:
        add(properties, "u", val="single")
    if face.position:
        add(properties, "vertAlign", val=face.position)
    if face.language:
        _add_language(properties, face.language)


def _add_language(properties: Element, tag: str) -> None:
    if is_right_to_left(tag):
        add(properties, "rtl")
    language = add(properties, "lang")
    for key, value in language_attributes(tag).items():
        language.set(w(key), value)
