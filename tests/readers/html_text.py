"""An independent reader of our HTML files: what a person sees, as a list of (kind, number, text).

It does not import the project. Kinds, numbers and texts are those that `docx_text` describes. The title of the
document is an `h1` and counts as a paragraph, as it does in the tree; headings are `h2` to `h4`.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import html
from lxml.etree import _Element
from tests.readers.item import Item

HEADINGS = {"h2", "h3", "h4"}
LEFT_OUT = {"nav", "hr"}
HOLDERS = {"main", "section", "div"}


def read_html(data: bytes) -> list[Item]:
    """Return what the file shows, the body first and then its notes."""
    body = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8")).find("body")
    assert body is not None
    shown = [item for main in body.iter("main") for item in _blocks(main, "paragraph")]
    notes = [note for note in body.iter("li") if note.get("role") == "doc-endnote"]
    return [*shown, *(_note(note) for note in notes)]


def _blocks(parent: _Element, kind: str) -> Iterator[Item]:
    for child in parent:
        if child.tag in LEFT_OUT or child.get("role") == "doc-endnotes":
            continue
        yield from _block(child, kind)


def _block(element: _Element, kind: str) -> Iterator[Item]:
    if element.tag in HOLDERS:
        yield from _blocks(element, kind)
    elif element.tag == "blockquote":
        yield from _blocks(element, "quote")
    elif element.tag in ("ul", "ol"):
        yield from _list(element)
    elif element.tag == "table":
        yield from _table(element)
    elif element.tag in ("p", "h1"):
        yield Item(kind, *_numbered(element))
    elif element.tag == "figure":
        yield from _figure(element)
    elif element.tag in HEADINGS:
        yield Item("heading", *_numbered(element))
    else:
        raise ValueError(f"unexpected <{element.tag}>")


def _list(element: _Element) -> Iterator[Item]:
    for place, item in enumerate(element.findall("li"), 1):
        for index, found in enumerate(_blocks(item, "list")):
            yield found._replace(number=str(place)) if element.tag == "ol" and index == 0 else found


def _table(table: _Element) -> Iterator[Item]:
    for caption in table.findall("caption"):
        yield _caption(caption)
    for cell in table.iter("th", "td"):
        paragraphs = [_shown(paragraph) for paragraph in cell.iter("p")]
        yield Item("cell", "", " ".join(" ".join(paragraphs).split()))


def _caption(caption: _Element) -> Item:
    label = _shown(caption.find("span[@class='label']"))
    return Item("caption", label.removesuffix(":").rstrip(), _shown(caption).removeprefix(label).strip())


def _figure(figure: _Element) -> Iterator[Item]:
    for svg in figure.iter("svg"):
        assert svg.get("role") == "img"
        yield Item("picture", "", _shown(svg.find("title")))
    for caption in figure.findall("figcaption"):
        yield _caption(caption)


def _note(note: _Element) -> Item:
    paragraphs = " ".join(_shown(paragraph) for paragraph in note.iter("p"))
    return Item("note", _shown(note.find("a[@role='doc-backlink']")), paragraphs)


def _numbered(element: _Element) -> tuple[str, str]:
    number = _shown(element.find("span[@class='number']"))
    return number.removesuffix("."), _shown(element).removeprefix(number).strip()


def _shown(element: _Element | None) -> str:
    """Return the visible text with single spaces, without the marks of notes and the commas that part two of them."""
    return "" if element is None else " ".join("".join(_pieces(element)).split())


def _pieces(element: _Element) -> Iterator[str]:
    if element.tag == "br":
        yield " "
    is_mark_again = element.tag == "sup" and [child.get("class") for child in element] == ["note-reference"]
    if element.get("role") != "doc-noteref" and element.get("class") != "between-marks" and not is_mark_again:
        yield element.text or ""
        for child in element:
            yield from _pieces(child)
            yield child.tail or ""
