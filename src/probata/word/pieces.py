"""What a paragraph of Word says: its characters, and one mark for each thing in it that is none.

Text may stand inside content controls, links, tracked changes and fields (ISO/IEC 29500-1, 17.3 and 17.5.2). All of it
is read here, in the order in which a reader meets it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final, Literal

from lxml import etree

from probata.word.symbols import UNKNOWN, sign_of

Element = etree._Element
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALTERNATE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_MATHS: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MARK: Final = "￼"
"""Stands in plain text for what is no text: the mark of a note, a field, a picture, a formula."""

NOTE_BOOKMARK: Final = "_Note_"
"""Begins the name of the bookmark that we put round the mark of a note."""

Kind = Literal["text", "note", "field", "picture", "formula"]
Reading = Literal["accepted", "rejected"]
"""How tracked changes are read: as if all of them were accepted, or rejected."""

_PROPERTIES: Final = f"{W}rPr"
_VAL: Final = f"{W}val"
_LINKED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ADDRESS: Final = re.compile(r'\s*HYPERLINK\s+"([^"]+)"(?:\s+\\l\s+"([^"]+)")?', re.IGNORECASE)
_MARKS: Final = ("u", "strike", "dstrike", "vanish", "caps", "smallCaps", "highlight")
STRUCK: Final = frozenset({"strike", "dstrike"})
"""The marks of words that are struck through; things bear these alone."""
_SHOWN: Final = frozenset({"b", "i", *_MARKS})
_CHARACTERS: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑", "softHyphen": ""}
_NOTES: Final = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_TEXT_FIELDS: Final = frozenset({"HYPERLINK", "TOC", "TOA"})
"""Fields whose result is text that somebody wrote: an address behind words, contents, a table."""
_HIDDEN_FIELDS: Final = frozenset({"TA", "XE", "TC"})
"""Fields that show nothing where they stand."""
_LEFT_OUT: Final = {
    "accepted": frozenset({"del", "moveFrom"}),
    "rejected": frozenset({"ins", "moveTo"}),
}
_ENTERED: Final = frozenset({
    "ins", "del", "moveFrom", "moveTo", "hyperlink", "smartTag", "customXml", "dir", "bdo", "r", "ruby", "rubyBase",
    "sdt", "sdtContent",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of characters of one look, or a thing that stands in the line."""

    text: str
    """Characters; of a field what it shows; of a picture the words of a text box; of a formula its signs in a row; of a
    note nothing."""

    kind: Kind = "text"
    key: str = ""
    """Of a note `footnote` or `endnote` and its `w:id`, as in `footnote 12`; of a field its instruction."""

    bold: bool = False
    italic: bool = False
    style: str = ""
    """Id of the character style, or empty."""

    anchor: str = ""
    """Of the mark of a note, the name of our bookmark round it; empty where it has none."""

    marks: frozenset[str] = frozenset()
    """What else the run shows beside bold and italics, by the names of its properties, such as `u` or `superscript`."""

    link: str = ""
    """Where its words lead: an address, or the id of the relationship that has one, with a `#` before the place in what
    is there; empty for most. `address_of` reads it."""


_PLAIN: Final = Piece("")


def pieces(paragraph: Element, reading: Reading = "accepted", *, exact: bool = False) -> list[Piece]:
    """Return what a paragraph says. Neighbours of one look are one piece; empty text is none.

    With `exact`, what differs in `marks` or `link` stays apart; without, such pieces are one, and have those of its
    first.
    """
    walk = _Walk(reading)
    for child in paragraph:
        walk.enter(child)
    walk.end()
    return _joined(walk.found, exact)


def plain(found: list[Piece]) -> str:
    """Return the characters of pieces, with one `MARK` for each thing that is no text."""
    return "".join(piece.text if piece.kind == "text" else MARK for piece in found)


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    shows: bool = False
    """Whether its result has begun."""
    result: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class _Walk:
    """Goes through a paragraph; fields are kept open until they end, one inside the other."""

    reading: Reading
    found: list[Piece] = field(default_factory=list)
    open: list[_Field] = field(default_factory=list)
    bookmark: str = ""
    link: str = ""

    def enter(self, element: Element) -> None:
        """Read one child of the paragraph, or of what stands in it; what the reading leaves out is passed over."""
        name = _name(element)
        if name == "r":  # what most of a paragraph is
            self._run(element)
        elif name in _LEFT_OUT[self.reading]:
            return
        elif name in ("bookmarkStart", "bookmarkEnd"):
            started = element.get(f"{W}name", "")
            self.bookmark = started if started.startswith(NOTE_BOOKMARK) else self.bookmark if started else ""
        elif element.tag == _ALTERNATE:
            for child in list(element)[:1]:
                self._each(child)
        elif name == "fldSimple":
            self._simple(element)
        elif name == "hyperlink":
            leads, place = element.get(_LINKED, ""), element.get(f"{W}anchor", "")
            outer, self.link = self.link, _placed(leads, place) if leads else self.link
            self._each(element)
            self.link = outer
        elif name in _ENTERED:
            self._each(element)
        elif element.tag in (f"{_MATHS}oMath", f"{_MATHS}oMathPara"):
            self._put(Piece(_signs(element, f"{_MATHS}t"), "formula"))

    def end(self) -> None:
        """Close fields that run on into the next paragraph; what they show here is text."""
        while self.open:
            self._close(as_text=True)

    def _each(self, element: Element) -> None:
        for child in element:
            self.enter(child)

    def _simple(self, element: Element) -> None:
        self.open.append(_Field(element.get(f"{W}instr", ""), True))
        self._each(element)
        self._close()

    def _run(self, run: Element) -> None:
        look = _look(run, self.link)
        for child in run:
            name = _name(child)
            if name in ("t", "delText"):
                self._put(_saying(look, (child.text or "").replace(MARK, "")))
            elif name in _CHARACTERS and child.get(f"{W}type", "textWrapping") == "textWrapping":
                # A break of the page is no character: LibreOffice writes one where a style has it.
                self._put(_saying(look, _CHARACTERS[name]))
            elif name == "sym":
                self._put(_saying(look, sign_of(child) or UNKNOWN))
            elif name in _NOTES:
                key = f"{_NOTES[name]} {child.get(f'{W}id', '')}"
                self._put(Piece("", "note", key, anchor=self._taken(), marks=look.marks & STRUCK))
            elif name in ("drawing", "pict", "object"):
                self._put(Piece(_signs(child, f"{W}t"), "picture", marks=look.marks & STRUCK))
            elif name == "fldChar":
                self._turn(child.get(f"{W}fldCharType", ""))
            elif name in ("instrText", "delInstrText") and self.open:
                self.open[-1].instruction += child.text or ""
            elif child.tag == _ALTERNATE:
                words = "".join(_signs(one, f"{W}t") for one in list(child)[:1])
                self._put(Piece(words, "picture", marks=look.marks & STRUCK))
            elif name == "ruby":
                self._each(child)

    def _turn(self, type_: str) -> None:
        if type_ == "begin":
            self.open.append(_Field())
        elif type_ == "separate" and self.open:
            self.open[-1].shows = True
        elif type_ == "end" and self.open:
            self._close()

    def _close(self, as_text: bool = False) -> None:
        closed = self.open.pop()
        code = closed.instruction.split()[0].upper() if closed.instruction.split() else ""
        if code in _HIDDEN_FIELDS:
            return
        if as_text or code in _TEXT_FIELDS or not code:
            address = _ADDRESS.match(closed.instruction)
            for piece in closed.result:
                self._put(replace(piece, link=_placed(address[1], address[2])) if address else piece)
            return
        text = plain([piece for piece in closed.result if piece.kind in ("text", "field")])
        marks = frozenset.intersection(STRUCK, *(piece.marks for piece in closed.result))
        self._put(
            Piece(text, "field", " ".join(closed.instruction.split()), marks=marks if closed.result else frozenset())
        )

    def _put(self, piece: Piece) -> None:
        if self.open:
            if self.open[-1].shows:
                self.open[-1].result.append(piece)
            return
        self.found.append(piece)

    def _taken(self) -> str:
        name, self.bookmark = self.bookmark, ""
        return name


def _name(element: Element) -> str:
    return _local(element.tag)


@cache
def _local(tag: object) -> str:
    return tag[len(W) :] if isinstance(tag, str) and tag.startswith(W) else ""


def _placed(address: str, place: str | None) -> str:
    return f"{address}#{place}" if place else address


def _signs(element: Element, name: str) -> str:
    return "".join(one.text or "" for one in element.iter(name))


def _look(run: Element, link: str) -> Piece:
    """Return an empty piece with the look of a run: bold, italics, character style and its other marks."""
    properties = run.find(_PROPERTIES)
    if properties is None:
        return Piece("", link=link) if link else _PLAIN
    on: set[str] = set()
    style = ""
    for one in properties:
        name, said = _name(one), one.get(_VAL, "true")
        if name == "rStyle":
            style = said
        elif name == "vertAlign" and said not in ("baseline", "true"):
            on.add(said)
        elif name in _SHOWN and said not in ("0", "false", "off", "none"):
            on.add(name)
    bold, italic = "b" in on, "i" in on
    return Piece("", bold=bold, italic=italic, style=style, marks=frozenset(on - {"b", "i"}), link=link)


def _saying(look: Piece, text: str) -> Piece:
    """Return a stretch of text of a look; `replace` would take half of the time of all reading."""
    return Piece(text, "text", "", look.bold, look.italic, look.style, "", look.marks, look.link)


def _joined(found: list[Piece], exact: bool) -> list[Piece]:
    joined: list[Piece] = []
    for piece in found:
        last = joined[-1] if joined else None
        if piece.kind == "text" and not piece.text:
            continue
        if last and last.kind == piece.kind == "text" and _same_look(last, piece, exact):
            joined[-1] = _saying(last, last.text + piece.text)
        else:
            joined.append(piece)
    return joined


def _same_look(one: Piece, other: Piece, exact: bool) -> bool:
    if exact and (one.marks, one.link) != (other.marks, other.link):
        return False
    return (one.bold, one.italic, one.style) == (other.bold, other.italic, other.style)
