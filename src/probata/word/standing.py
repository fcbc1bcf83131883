"""The paragraphs of a story in their order, each with where it stands: in which control of ours, in which cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from probata.diagnostics.value import value
from probata.word.elements import P_PROPERTIES, R_PROPERTIES, VAL, Element, P, first, w
from probata.word.names import TAG
from probata.word.pieces import Reading

# What the properties of a paragraph say that is asked of every paragraph (ISO/IEC 29500-1, 17.3.1.26).

_STYLE: Final = w("pStyle")
_NUMBERED: Final = w("numPr")


@value()
class Properties:
    """A `w:pPr`, gone through once; all is empty where a paragraph has none."""

    element: Element | None = None
    style: str = ""
    """Id of the style that it names."""

    is_numbered: bool = False
    """Whether it names a list itself."""

    mark: Element | None = None
    """The `w:rPr` of the mark at the end of the paragraph."""


_NONE: Final = Properties()


def properties_of(paragraph: Element) -> Properties:
    """Return the properties of a paragraph; of several of a name the first counts."""
    head = next(iter(paragraph), None)
    found = head if head is not None and head.tag == P_PROPERTIES else first(paragraph, P_PROPERTIES)
    return _NONE if found is None else _read(found)


def _read(properties: Element) -> Properties:
    style = mark = None
    is_numbered = False
    for one in properties:
        tag = one.tag
        if tag == _STYLE:
            style = one if style is None else style
        elif tag == R_PROPERTIES:
            mark = one if mark is None else mark
        elif tag == _NUMBERED:
            is_numbered = True
    return Properties(properties, "" if style is None else style.get(VAL, ""), is_numbered, mark)


# Tracked changes that reach beyond a run: marks of paragraphs and rows of tables (ISO/IEC 29500-1, 17.13.5).

_GONE: Final = {"accepted": w("del"), "rejected": w("ins")}
"""The mark of what the reading leaves out."""

_ROW: Final = w("tr")
_ROW_PROPERTIES: Final = w("trPr")

_MARKS: Final = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))


def goes_on(properties: Properties, reading: Reading) -> bool:
    """Tell by the properties of a paragraph whether the next one belongs to it: the mark between them is left out."""
    return properties.mark is not None and first(properties.mark, _GONE[reading]) is not None


def is_left_out_row(element: Element, reading: Reading) -> bool:
    """Tell whether an element is a row of a table that the reading leaves out."""
    properties = first(element, _ROW_PROPERTIES) if element.tag == _ROW else None
    return properties is not None and first(properties, _GONE[reading]) is not None


def tracked_changes(root: Element) -> Iterator[str]:
    """Give the author of each tracked change of text; one without an author gives an empty name."""
    for mark in root.iter(*_MARKS):
        yield mark.get(w("author"), "")


_OUTSIDE: Final = frozenset(
    w(name) for name in ("txbxContent", "pict", "object", "sdtPr", "tblGrid", "tblPr", "tcPr", "trPr")
)
"""What holds no paragraph, or one of a drawing."""
_CONTROL: Final = w("sdt")
_CONTROL_PROPERTIES: Final = w("sdtPr")
_TAG: Final = w("tag")
_CELL: Final = w("tc")


@dataclass(slots=True, eq=False)
class Row:
    """A row of a table, while its cells are gone through."""

    cells: int = 0


@dataclass(slots=True, eq=False)
class Cell:
    """A cell of a table."""

    row: Row
    column: int
    """Counted from 1."""


@value()
class Standing:
    """A paragraph with where it stands."""

    paragraph: Element
    properties: Properties

    around: str
    """The tag of the innermost control of ours round it, or nothing."""

    cell: Cell | None
    """The innermost one; `None` in running text."""

    inside: str
    """The tag of the first control of ours in it, or nothing."""

    def tag(self) -> str:
        """Return the tag of the control of ours in or round it, or nothing."""
        return self.inside or self.around


def standing_in(story: Element, reading: Reading) -> list[Standing]:
    """Return the paragraphs of a story, without those in drawings and in rows that the reading leaves out."""
    walk = _Walk(reading, _tags_inside(story))
    walk.enter(story, "", None, None)
    return walk.found


def _tags_inside(story: Element) -> dict[Element, str]:
    """Return the tag of the first control of ours in each paragraph that has one; they are looked for once."""
    found: dict[Element, str] = {}
    for control in story.iter(_CONTROL):
        if name := _own_tag(control):
            for paragraph in control.iterancestors(P):
                found.setdefault(paragraph, name)
    return found


@dataclass(slots=True)
class _Walk:
    """Goes once through the blocks of a story, so that no paragraph has to look for what is round it."""

    reading: Reading
    inside: Mapping[Element, str]
    found: list[Standing] = field(default_factory=list)

    def enter(self, element: Element, around: str, row: Row | None, cell: Cell | None) -> None:
        """Go through the children of an element that stands in a control, a row and a cell, or in none."""
        for child in element:
            tag = child.tag
            if tag == P:
                self.found.append(Standing(child, properties_of(child), around, cell, self.inside.get(child, "")))
            elif tag == _CELL:
                held = row or Row()
                held.cells += 1
                self.enter(child, around, row, Cell(held, held.cells))
            elif tag == _ROW:
                if not is_left_out_row(child, self.reading):
                    self.enter(child, around, Row(), cell)
            elif tag == _CONTROL:
                self.enter(child, _own_tag(child) or around, row, cell)
            elif tag not in _OUTSIDE:
                self.enter(child, around, row, cell)


def tag_of_paragraph(paragraph: Element) -> str:
    """Return the tag of the content control of ours in or round a paragraph, or nothing."""
    return next(_own_tags(paragraph.iter(_CONTROL)), "") or next(_own_tags(paragraph.iterancestors(_CONTROL)), "")


def _own_tags(controls: Iterator[Element]) -> Iterator[str]:
    return filter(None, map(_own_tag, controls))


def _own_tag(control: Element) -> str:
    properties = first(control, _CONTROL_PROPERTIES)
    tag = None if properties is None else first(properties, _TAG)
    name = "" if tag is None else tag.get(VAL, "")
    return name if name.startswith(TAG) else ""


# The numbers of cells and rows of the tables in a Word file.


@dataclass(slots=True)
class Cells:
    """Numbers cells and rows in the order in which their first paragraph comes."""

    numbers: dict[Cell, int] = field(default_factory=dict)
    rows: dict[Row, int] = field(default_factory=dict)

    def place(self, cell: Cell | None) -> tuple[int, int, int]:
        """Return the number of a cell, and its row and column; zeros in running text."""
        if cell is None:
            return 0, 0, 0
        number = self.numbers.setdefault(cell, len(self.numbers) + 1)
        return number, self.rows.setdefault(cell.row, len(self.rows) + 1), cell.column

    def places(self) -> frozenset[tuple[int, int]]:
        """Return row and column of each cell that was numbered."""
        return frozenset((self.rows[cell.row], cell.column) for cell in self.numbers)
