"""What a paragraph of Word says: its characters, and one mark for each thing in it that is none.

Text may stand inside content controls, links, tracked changes and fields (ISO/IEC 29500-1, 17.3 and 17.5.2). All of it
is read here, in the order in which a reader meets it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from probata.word.elements import R_ID, R_PROPERTIES, Element, w
from probata.word.gathered import Gathered
from probata.word.open_fields import placed
from probata.word.piece import Piece, joined
from probata.word.run_content import ALTERNATE, IN_RUN, signs
from probata.word.run_look import look_of

NOTE_BOOKMARK: Final = "_Note_"
"""Begins the name of the bookmark that we put round the mark of a note."""

Reading = Literal["accepted", "rejected"]
"""How tracked changes are read: as if all of them were accepted, or rejected."""

_MATHS: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RUBY: Final = w("ruby")
_NAME: Final = w("name")
_ANCHOR: Final = w("anchor")
_INSTRUCTION: Final = w("instr")
_LEFT_OUT: Final[Mapping[Reading, frozenset[str]]] = {
    "accepted": frozenset({w("del"), w("moveFrom")}), "rejected": frozenset({w("ins"), w("moveTo")})
}  # fmt: skip
_ENTERED: Final = (
    "ins", "del", "moveFrom", "moveTo", "smartTag", "customXml", "dir", "bdo", "ruby", "rubyBase", "sdt", "sdtContent",
)  # fmt: skip


def pieces(paragraph: Element, reading: Reading = "accepted", *, exact: bool = False) -> list[Piece]:
    """Return what a paragraph says. Neighbours of one look are one piece; empty text is none.

    With `exact`, what differs in `marks` or `link` stays apart; without, such pieces are one, and have those of its
    first.
    """
    gathered = Gathered()
    _Walk(_READERS[reading], gathered).each(paragraph)
    gathered.end()
    return joined(gathered.found, exact)


@dataclass(slots=True)
class _Walk:
    """Goes through a paragraph."""

    readers: Mapping[str, _Reader]
    gathered: Gathered

    def each(self, element: Element) -> None:
        """Read the children of the paragraph, or of what stands in it; what has no reader says nothing."""
        for child in element:
            if read := self.readers.get(child.tag):
                read(self, child)

    def run(self, run: Element) -> None:
        """Read a run, which is what most of a paragraph is; its look stands before all else in it."""
        gathered = self.gathered
        look = look_of(None, gathered.link)
        for child in run:
            tag = child.tag
            if tag == R_PROPERTIES:
                look = look_of(child, gathered.link)
            elif read := IN_RUN.get(tag):
                read(gathered, child, look)
            elif tag == _RUBY:
                self.each(child)

    def first_form(self, alternate: Element) -> None:
        """Read the first of several forms of one thing."""
        for child in list(alternate)[:1]:
            self.each(child)

    def bookmark(self, bookmark: Element) -> None:
        """Remember the bookmark of a note's mark until it ends; others leave it as it is."""
        name, known = bookmark.get(_NAME, ""), self.gathered.bookmark
        self.gathered.bookmark = name if name.startswith(NOTE_BOOKMARK) else known if name else ""

    def simple_field(self, element: Element) -> None:
        """Read a field that stands in one element."""
        self.gathered.fields.begin(element.get(_INSTRUCTION, ""), shows=True)
        self.each(element)
        self.gathered.close()

    def link(self, link: Element) -> None:
        """Read words that lead to an address, or to a place in the document."""
        leads, place = link.get(R_ID, ""), link.get(_ANCHOR, "")
        outer = self.gathered.link
        self.gathered.link = placed(leads, place) if leads else outer
        self.each(link)
        self.gathered.link = outer

    def formula(self, formula: Element) -> None:
        """Read the signs of a formula."""
        self.gathered.put(Piece(signs(formula, f"{_MATHS}t"), "formula"))


_Reader = Callable[[_Walk, Element], None]
_IN_PARAGRAPH: Final[Mapping[str, _Reader]] = {
    w("r"): _Walk.run,
    **{w(name): _Walk.each for name in _ENTERED},
    **dict.fromkeys((w("bookmarkStart"), w("bookmarkEnd")), _Walk.bookmark),
    **dict.fromkeys((f"{_MATHS}oMath", f"{_MATHS}oMathPara"), _Walk.formula),
    ALTERNATE: _Walk.first_form,
    w("fldSimple"): _Walk.simple_field,
    w("hyperlink"): _Walk.link,
}
_READERS: Final[Mapping[Reading, Mapping[str, _Reader]]] = {
    reading: {tag: read for tag, read in _IN_PARAGRAPH.items() if tag not in gone} for reading, gone in _LEFT_OUT.items()
}
"""How each element is read in each reading."""
