"""What a paragraph of Word says: its characters, and one mark for each thing in it that is none.

Text may stand inside content controls, links, tracked changes and fields (ISO/IEC 29500-1, 17.3 and 17.5.2). All of it
is read here, in the order in which a reader meets it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from probata.word.elements import W_NAMESPACE, Element, local_name
from probata.word.open_fields import OpenFields, placed
from probata.word.piece import MARK, STRUCK, Piece, joined, saying
from probata.word.run_look import look_of_run
from probata.word.symbols import UNKNOWN, sign_of

W: Final = f"{{{W_NAMESPACE}}}"
_ALTERNATE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_MATHS: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
NOTE_BOOKMARK: Final = "_Note_"
"""Begins the name of the bookmark that we put round the mark of a note."""

Reading = Literal["accepted", "rejected"]
"""How tracked changes are read: as if all of them were accepted, or rejected."""

_LINKED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CHARACTERS: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑", "softHyphen": ""}
_NOTES: Final = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_LEFT_OUT: Final = {"accepted": frozenset({"del", "moveFrom"}), "rejected": frozenset({"ins", "moveTo"})}
_ENTERED: Final = frozenset({
    "ins", "del", "moveFrom", "moveTo", "hyperlink", "smartTag", "customXml", "dir", "bdo", "r", "ruby", "rubyBase",
    "sdt", "sdtContent",
})  # fmt: skip


def pieces(paragraph: Element, reading: Reading = "accepted", *, exact: bool = False) -> list[Piece]:
    """Return what a paragraph says. Neighbours of one look are one piece; empty text is none.

    With `exact`, what differs in `marks` or `link` stays apart; without, such pieces are one, and have those of its
    first.
    """
    walk = _Walk(reading)
    for child in paragraph:
        walk.enter(child)
    walk.end()
    return joined(walk.found, exact)


@dataclass(slots=True)
class _Walk:
    """Goes through a paragraph; fields are kept open until they end, one inside the other."""

    reading: Reading
    found: list[Piece] = field(default_factory=list)
    fields: OpenFields = field(default_factory=OpenFields)
    bookmark: str = ""
    link: str = ""

    def enter(self, element: Element) -> None:
        """Read one child of the paragraph, or of what stands in it; what the reading leaves out is passed over."""
        name = local_name(element)
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
            outer, self.link = self.link, placed(leads, place) if leads else self.link
            self._each(element)
            self.link = outer
        elif name in _ENTERED:
            self._each(element)
        elif element.tag in (f"{_MATHS}oMath", f"{_MATHS}oMathPara"):
            self._put(Piece(_signs(element, f"{_MATHS}t"), "formula"))

    def end(self) -> None:
        """Close fields that run on into the next paragraph; what they show here is text."""
        while self.fields.open:
            self._close(as_text=True)

    def _each(self, element: Element) -> None:
        for child in element:
            self.enter(child)

    def _simple(self, element: Element) -> None:
        self.fields.begin(element.get(f"{W}instr", ""), shows=True)
        self._each(element)
        self._close()

    def _run(self, run: Element) -> None:
        look = look_of_run(run, self.link)
        for child in run:
            name = local_name(child)
            if name in ("t", "delText"):
                self._put(saying(look, (child.text or "").replace(MARK, "")))
            elif name in _CHARACTERS and child.get(f"{W}type", "textWrapping") == "textWrapping":
                # A break of the page is no character: LibreOffice writes one where a style has it.
                self._put(saying(look, _CHARACTERS[name]))
            elif name == "sym":
                self._put(saying(look, sign_of(child) or UNKNOWN))
            elif name in _NOTES:
                key = f"{_NOTES[name]} {child.get(f'{W}id', '')}"
                self._put(Piece("", "note", key, anchor=self._taken(), marks=look.marks & STRUCK))
            elif name in ("drawing", "pict", "object"):
                self._put(Piece(_signs(child, f"{W}t"), "picture", marks=look.marks & STRUCK))
            elif name == "fldChar":
                self._turn(child.get(f"{W}fldCharType", ""))
            elif name in ("instrText", "delInstrText"):
                self.fields.instruct(child.text or "")
            elif child.tag == _ALTERNATE:
                words = "".join(_signs(one, f"{W}t") for one in list(child)[:1])
                self._put(Piece(words, "picture", marks=look.marks & STRUCK))
            elif name == "ruby":
                self._each(child)

    def _turn(self, type_: str) -> None:
        if type_ == "begin":
            self.fields.begin()
        elif type_ == "separate":
            self.fields.separate()
        elif type_ == "end":
            self._close()

    def _put(self, piece: Piece) -> None:
        if not self.fields.take(piece):
            self.found.append(piece)

    def _close(self, *, as_text: bool = False) -> None:
        for piece in self.fields.close(as_text=as_text):
            self._put(piece)

    def _taken(self) -> str:
        name, self.bookmark = self.bookmark, ""
        return name


def _signs(element: Element, name: str) -> str:
    return "".join(one.text or "" for one in element.iter(name))
