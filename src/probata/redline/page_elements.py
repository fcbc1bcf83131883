"""Elements of a page, and text that XML can hold."""

from __future__ import annotations

import re

from lxml import etree

from probata.word.elements import Element

_HELD_BY_NONE = re.compile("[\ud800-\udfff\ufffe\uffff]")


def add(parent: Element, tag: str, attributes: dict[str, str] | None = None, **named: str) -> Element:
    """Add an element of HTML; attributes that are no names of Python are given in a dictionary."""
    return etree.SubElement(parent, tag, {**(attributes or {}), **named})


def printable(text: str) -> str:
    """Leave out what XML cannot hold; a paragraph of a Word file holds none of it, the name of a file may."""
    return "".join(sign for sign in text if sign in "\t\n" or (sign >= " " and not _HELD_BY_NONE.match(sign)))
