"""Building HTML as a tree, so that no text can ever become markup."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from probata.writers.format import WriteError

Element = etree._Element
Child = Element | str


def element(tag: str, children: Iterable[Child] = (), attributes: Mapping[str, str] | None = None) -> Element:
    """Make one element. Attributes with an empty value are left out.

    Raises `WriteError` for characters that no XML or HTML file can hold, such as NUL.
    """
    made = etree.Element(tag)
    for name, value in (attributes or {}).items():
        if value:
            made.set(name, _legal(value))
    extend(made, children)
    return made


def extend(parent: Element, children: Iterable[Child]) -> None:
    """Append texts and elements in order; a text goes where lxml keeps it, in `text` or a `tail`."""
    for child in children:
        if not isinstance(child, str):
            parent.append(child)
        elif len(parent):
            last = parent[-1]
            last.tail = (last.tail or "") + _legal(child)
        else:
            parent.text = (parent.text or "") + _legal(child)


def serialise(root: Element) -> str:
    """Write the whole page, with the doctype of HTML."""
    return etree.tostring(root, method="html", encoding="unicode", doctype="<!DOCTYPE html>") + "\n"


def _legal(text: str) -> str:
    try:
        etree.Element("p").text = text
    except ValueError as error:
        message = f"the text {text[:60]!r} holds a character that no document can hold"
        raise WriteError(message) from error
    return text
