"""The paragraphs of a story in their order, each with where it stands: in which control of ours, in which cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from probata.diagnostics.value import value
from probata.word.elements import VAL, Element, P, first, w
from probata.word.names import TAG
from probata.word.pieces import Reading
from probata.word.properties import Properties, properties_of
from probata.word.tracked import is_left_out_row

_OUTSIDE: Final = frozenset(
    w(name) for name in ("txbxContent", "pict", "object", "sdtPr", "tblGrid", "tblPr", "tcPr", "trPr")
)
"""What holds no paragraph, or one of a drawing."""
_CONTROL: Final = w("sdt")
_CONTROL_PROPERTIES: Final = w("sdtPr")
_TAG: Final = w("tag")
_ROW: Final = w("tr")
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
