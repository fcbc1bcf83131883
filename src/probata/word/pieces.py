"""What a paragraph of Word says: its characters, and one mark for each thing in it that is none.

Text may stand inside content controls, links, tracked changes and fields (ISO/IEC 29500-1, 17.3 and 17.5.2). All of it
is read here, in the order in which a reader meets it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Final, Literal

from probata.word.elements import R_ID, R_PROPERTIES, Element, w
from probata.word.gathered import Gathered
from probata.word.open_fields import placed
from probata.word.parted_marks import with_marks_parted
from probata.word.piece import Piece, joined
from probata.word.run_content import ALTERNATE, IN_RUN, OF_FIELDS, signs
from probata.word.run_look import look_of

NOTE_BOOKMARK: Final = "_Note_"
"""Begins the name of the bookmark that we put round the mark of a note."""

Reading = Literal["accepted", "rejected"]
"""How tracked changes are read: as if all of them were accepted, or rejected."""

_MATHS: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RUN: Final = w("r")
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


def pieces(
    paragraph: Element, reading: Reading = "accepted", *, exact: bool = False, raised: Collection[str] = ()
) -> list[Piece]:
    """Return what a paragraph says. Neighbours of one look are one piece; empty text is none.

    With `exact`, what differs in `marks` or `link` stays apart; without, such pieces are one, and have those of its
    first. `raised` are the styles that raise words as the marks of notes are: LibreOffice gives words beside a mark
    another style than the mark's.
    """
    gathered = Gathered(_LEFT_OUT[reading])
    _each(gathered, paragraph)
    gathered.end()
    found = joined(gathered.found, exact)
    return with_marks_parted(found, gathered.styles_of_marks.union(raised)) if gathered.has_notes else found


def _each(gathered: Gathered, element: Element) -> None:
    """Read the children of the paragraph, or of what stands in it; what has no reader says nothing."""
    for child in element:
        tag = child.tag
        if tag == _RUN:  # what most of a paragraph is
            _run(gathered, child)
        elif (read := _IN_PARAGRAPH.get(tag)) and tag not in gathered.passed_over:
            read(gathered, child)


def _run(gathered: Gathered, run: Element) -> None:
    """Read a run; its look stands before all else in it, and the first that is given counts.

    It is looked at where something is read that has one: a good part of all runs are turns of fields and instructions.
    """
    properties: Element | None = None
    look = gathered.plain
    for child in run:
        tag = child.tag
        if tag == R_PROPERTIES and look is gathered.plain:
            properties = child if properties is None else properties
        elif tag in OF_FIELDS:
            OF_FIELDS[tag](gathered, child)
        elif read := IN_RUN.get(tag):
            if properties is not None and look is gathered.plain:
                look = look_of(properties, gathered.plain.link)
            read(gathered, child, look)
        elif tag == _RUBY:
            _each(gathered, child)


def _first_form(gathered: Gathered, alternate: Element) -> None:
    for child in list(alternate)[:1]:
        _each(gathered, child)


def _bookmark(gathered: Gathered, bookmark: Element) -> None:
    """Remember the bookmark of a note's mark until a bookmark ends; others leave it as it is."""
    name = bookmark.get(_NAME, "")
    gathered.bookmark = name if name.startswith(NOTE_BOOKMARK) else gathered.bookmark if name else ""


def _simple_field(gathered: Gathered, element: Element) -> None:
    gathered.fields.begin(element.get(_INSTRUCTION, ""), shows=True)
    _each(gathered, element)
    gathered.close()


def _link(gathered: Gathered, link: Element) -> None:
    """Read words that lead to an address; those that lead to a place in the document alone are plain."""
    leads, place = link.get(R_ID, ""), link.get(_ANCHOR, "")
    outer = gathered.plain
    gathered.plain = Piece("", link=placed(leads, place)) if leads else outer
    _each(gathered, link)
    gathered.plain = outer


def _formula(gathered: Gathered, formula: Element) -> None:
    gathered.put(Piece(signs(formula, f"{_MATHS}t"), "formula"))


_IN_PARAGRAPH: Final[Mapping[str, Callable[[Gathered, Element], None]]] = {
    **{w(name): _each for name in _ENTERED},
    **dict.fromkeys((w("bookmarkStart"), w("bookmarkEnd")), _bookmark),
    **dict.fromkeys((f"{_MATHS}oMath", f"{_MATHS}oMathPara"), _formula),
    ALTERNATE: _first_form,
    w("fldSimple"): _simple_field,
    w("hyperlink"): _link,
}
"""How each element is read but a run."""
