"""XML and HTML as their readers see them: texts across elements, and what stands in attributes and comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree, html

from probata.protection.passages import Reading, Sort


def _each(names: str) -> frozenset[str]:
    return frozenset(names.split())


_BLOCKS = _each(
    "p tr tc br cr tab si c row sdtContent body footnote endnote comment div li ul ol td th table h1 h2 h3 h4 h5 h6 "
    "section article aside header footer nav figure figcaption blockquote pre dl dt dd title caption option desc "
    "hr text script style head meta link"
)
"""Elements that stand apart from what is beside them, in Word, in workbooks, in pages and in drawings."""
_JOINED = ("wordprocessingml", "drawingml", "spreadsheetml", "/2000/svg", "/1999/xhtml", "officeDocument/2006/math")
"""Of what languages other elements stand within a word."""
_SAID = _each(
    "descr title alt author initials content placeholder label aria-label value summary instr tooltip text "
    "userId displayName lastEdited caption"
)
"""Attributes that say something to a reader."""
_ADDRESSES = _each("href src id name target action cite data file path ref anchor bookmark")
_OF_FORM = _each(
    "rfonts font fonts latentstyles lsdexception style latin ea cs sym clrscheme fontscheme fmtscheme theme override "
    "default relationships latin rpr color"
)
"""Elements that name looks, faces and kinds, whose words the format knows."""


def read_xml(found: Reading, part: str, data: bytes) -> bool:
    """Add what a part of XML holds; false where it is none."""
    root = _root(data)
    if root is None:
        return False
    kept = root.getroottree().docinfo.internalDTD
    entities = kept.iterentities() if kept is not None else ()  # type: ignore[attr-defined]  # its stubs lack it
    found.text(part, "\n".join(str(one.content) for one in entities))
    outside = [*root.itersiblings(preceding=True), *root.itersiblings()]
    found.text(part, "\n".join(_text(one) for one in outside))
    _read_tree(found, part, root)
    return True


def read_html(found: Reading, part: str, text: str) -> None:
    """Add what a page holds, its comments, scripts and addresses too."""
    try:
        root = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        found.text(part, text)
        return
    _read_tree(found, part, root)


def _read_tree(found: Reading, part: str, root: etree._Element) -> None:
    joined = "".join(_flow(root, apart=False))
    found.text(part, joined)
    for changed in ("ins", "del"):  # as it is where changes are taken, and where they are refused
        if next(root.iter(f"{{*}}{changed}"), None) is not None:
            found.text(part, "".join(_flow(root, apart=False, without=changed)))
    tag = root.tag if isinstance(root.tag, str) else ""
    if not any(one in tag for one in _JOINED) or "svg" in tag:
        apart = [text for text in _flow(root, apart=True) if text.strip()]
        found.text(part, "\n".join(apart))
        found.text(part, "".join(apart) if "svg" in tag else "")  # letters that are set one by one
    said: dict[Sort, list[str]] = {"text": [], "address": [], "form": []}
    for element in root.iter():
        if not isinstance(element.tag, str):
            said["text"].append(_text(element))
            continue
        name = etree.QName(element).localname.lower()
        if name in ("style", "script") and element.text:
            said["form" if name == "style" else "text"].append(element.text)
        for key, value in element.attrib.items():
            local = str(key).rpartition("}")[2].rpartition(":")[2].lower()
            said[_sort(name, local, str(value))].append(str(value))
    for sort, values in said.items():
        for value in dict.fromkeys(values) if sort == "address" else ("\n".join(dict.fromkeys(values)),):
            found.text(part, value, sort)


def _sort(element: str, attribute: str, value: str) -> Sort:
    if element in _OF_FORM or len(value) < 2:
        return "form"
    if attribute in _SAID:
        return "text"
    if attribute in _ADDRESSES or (attribute == "val" and element in ("tag", "alias", "docvar")):
        return "text" if " " in value else "address"
    return "form"


def _text(node: etree._Element) -> str:
    return str(node.text or "")


def _flow(root: etree._Element, *, apart: bool, without: str = "") -> Iterator[str]:
    """Give the texts of a tree in order, with the ends of lines round blocks; those within some elements left out."""
    stack: list[tuple[etree._Element | None, str]] = [(root, "")]
    while stack:
        node, text = stack.pop()
        if node is None:
            yield text
            continue
        tail = str(node.tail or "") if node is not root else ""
        if not isinstance(node.tag, str):
            yield tail
            continue
        name = etree.QName(node).localname
        if name == without:
            yield tail
            continue
        if name == "noBreakHyphen":
            yield "\u2011"
        edge = "\n" if apart or name in _BLOCKS else ""
        yield edge
        if name.lower() not in ("script", "style"):
            yield str(node.text or "")
        stack.append((None, edge + tail))
        stack.extend((child, "") for child in reversed(node))


def shared_texts(data: bytes) -> list[str]:
    """Return the texts that the cells of a workbook name by number; none where they cannot be read."""
    root = _root(data)
    return [] if root is None else ["".join(map(_text, one.iter("{*}t"))) for one in root.iter("{*}si")]


def rows_of_cells(data: bytes, shared: Sequence[str]) -> Iterator[str]:
    """Give each row of a sheet as one text."""
    root = _root(data)
    for row in root.iter("{*}row") if root is not None else ():
        told = [_text(one) for one in row.iter("{*}v")]
        yield "\n".join(shared[int(one)] if one.isdecimal() and int(one) < len(shared) else one for one in told)


def _root(data: bytes) -> etree._Element | None:
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except (etree.XMLSyntaxError, ValueError):
        return None
