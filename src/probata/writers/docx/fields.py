"""Fields: an instruction for Word and the result that it had when the file was written."""

from __future__ import annotations

from probata.word.elements import XML_SPACE, Element, add
from probata.writers.docx.faces import PLAIN, Face, add_run, add_text


def open_field(parent: Element, instruction: str, face: Face = PLAIN) -> None:
    """Begin a field; what is added next is its result, until `close_field`, also in a later paragraph."""
    add(add_run(parent, face), "fldChar", fldCharType="begin")
    code = add(add_run(parent, face), "instrText")
    code.set(XML_SPACE, "preserve")
    code.text = f" {instruction} "
    add(add_run(parent, face), "fldChar", fldCharType="separate")


def close_field(parent: Element, face: Face = PLAIN) -> None:
    """End the field."""
    add(add_run(parent, face), "fldChar", fldCharType="end")


def add_field(parent: Element, instruction: str, result: str, face: Face = PLAIN) -> None:
    """Add a whole field with its result."""
    open_field(parent, instruction, face)
    add_text(parent, result, face)
    close_field(parent, face)
