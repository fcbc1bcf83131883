"""WordprocessingML elements: names, making and placing them."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Final

from lxml import etree

Element = etree._Element
W_NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NAMESPACE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES: Final = {"w": W_NAMESPACE, "r": R_NAMESPACE}
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
R_ID: Final = f"{{{R_NAMESPACE}}}id"


@cache
def w(name: str) -> str:
    """Return the qualified name of a WordprocessingML element or attribute."""
    return f"{{{W_NAMESPACE}}}{name}"


P: Final = w("p")
P_PROPERTIES: Final = w("pPr")
R_PROPERTIES: Final = w("rPr")
TABLE: Final = w("tbl")
VAL: Final = w("val")


def make(name: str, /, **attributes: str | int) -> Element:
    """Make an element; attributes are in the same namespace, numbers in their decimal form."""
    return etree.Element(w(name), {w(key): str(value) for key, value in attributes.items()}, NAMESPACES)


def add(parent: Element, name: str, /, **attributes: str | int) -> Element:
    """Make an element at the end of `parent`; see `make`."""
    new = etree.SubElement(parent, w(name))
    for key, value in attributes.items():  # a dictionary for each element would cost a quarter of the time spent here
        new.set(w(key), str(value))
    return new


def first(parent: Element, name: str) -> Element | None:
    """Return the first child of a qualified name; half the time of `find`, for what is asked of every paragraph."""
    return next(parent.iterchildren(name), None)


def child(parent: Element, name: str) -> Element:
    """Return the first child of that name, made at the end where there is none."""
    found = parent.find(w(name))
    return add(parent, name) if found is None else found


def last_child(parent: Element) -> Element | None:
    """Return the last child. Counting the children would go through all of them each time."""
    return next(parent.iterchildren(reversed=True), None)


def value(parent: Element, path: str) -> str:
    """Return `w:val` of the element at a path such as `w:pPr/w:numPr/w:numId`, or nothing."""
    found = parent.find(path, NAMESPACES)
    return "" if found is None else found.get(VAL, "")


def switch(parent: Element, path: str) -> bool | None:
    """Return whether the element at a path switches something on; `None` where there is none."""
    found = parent.find(path, NAMESPACES)
    return None if found is None else found.get(VAL, "true") not in ("0", "false", "off")


def place(parent: Element, new: Element, order: tuple[str, ...]) -> None:
    """Put `new` into `parent` where the schema's order wants it, in place of one of the same name."""
    for old in parent.findall(str(new.tag)):
        parent.remove(old)
    later = {w(name) for name in order[order.index(str(new.tag).rpartition("}")[2]) + 1 :]}
    index = next((i for i, sibling in enumerate(parent) if sibling.tag in later), len(parent))
    parent.insert(index, new)


def drop(parent: Element, *names: str) -> None:
    """Take the children of these names out."""
    for name in names:
        for old in parent.findall(w(name)):
            parent.remove(old)


def remove(element: Element) -> None:
    """Take an element out of what it stands in."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def copied(element: Element) -> Element:
    """Return a copy of an element, without the text behind it."""
    copy = deepcopy(element)
    copy.tail = None
    return copy


def paragraph_properties(paragraph: Element) -> Element:
    """Return the `w:pPr` of a paragraph, made as its first child where there is none."""
    found = paragraph.find(w("pPr"))
    if found is None:
        found = make("pPr")
        paragraph.insert(0, found)
    return found


def paragraphs(element: Element) -> Iterator[Element]:
    """Give the paragraphs at or inside an element."""
    return element.iter(P)


def parse(data: bytes) -> Element:
    """Parse a part; entities are not resolved and nothing outside the bytes is read."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def serialise(root: Element) -> bytes:
    """Return the bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


# Orders in which ECMA-376 (part 1, wml.xsd) wants the children of elements that we add to.


def _order(names: str) -> tuple[str, ...]:
    return tuple(names.split())


PARAGRAPH: Final = _order(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
RUN: Final = _order(
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath"
)
STYLE: Final = _order(
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal "
    "personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
)
SECTION: Final = _order(
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols "
    "formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
)
LEVEL: Final = _order("start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr")
SETTINGS_AFTER_NOTES: Final = _order(
    "compat docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats "
    "doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary shapeDefaults "
    "doNotEmbedSmartTags decimalSymbol listSeparator"
)


# Numbers in attributes of strangers' files.

_LONGEST: Final = 10
"""Digits of the largest number that an attribute of Word may hold; Python refuses thousands of them."""


def decimal(written: str | None) -> int | None:
    """Return a whole number of 0 or more; `None` for anything else."""
    return int(written) if written and written.isdecimal() and len(written) <= _LONGEST else None


def highest(written: list[str]) -> int:
    """Return the highest number of those that are one, 0 where none is."""
    return max((number for one in written if (number := decimal(one)) is not None), default=0)
