"""Paragraphs and tables of a body, a cell or a note, whatever controls are round them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from probata.redline.atoms import CONTROL, Atoms
from probata.redline.words import is_word
from probata.word.elements import TABLE, Element, P, drop, value, w

ROW: Final = w("tr")
CELL: Final = w("tc")
_TRANSPARENT: Final = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml"))
_RECORD: Final = "probata:"
_REFERENCE: Final = "_Ref_"


def blocks(container: Element) -> list[Element]:
    """Return the paragraphs and tables in order, those in controls too."""
    return list(_inside(container, (P, TABLE)))


def rows(table: Element) -> list[Element]:
    """Return the rows in order."""
    return list(_inside(table, (ROW,)))


def cells(row: Element) -> list[Element]:
    """Return the cells in order."""
    return list(_inside(row, (CELL,)))


def columns(table: Element) -> int:
    """Return how many columns a table has by its grid, or else by its widest row."""
    grid = table.find(w("tblGrid"))
    named = 0 if grid is None else len(grid.findall(w("gridCol")))
    return named or max((len(cells(row)) for row in rows(table)), default=0)


def _inside(parent: Element, names: tuple[str, ...]) -> Iterator[Element]:
    for child in parent:
        if child.tag in names:
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _inside(child, names)


@dataclass(frozen=True, slots=True)
class Said:
    """What a block says, for its counterpart to be found."""

    key: str
    name: str
    words: Counter[str]


NOTHING: Final = Said("", "", Counter())


def said_by(element: Element, atoms: Callable[[Element], Atoms]) -> Said:
    """Return what a block, a row or a cell says; `atoms` divides a paragraph."""
    divided = [atoms(paragraph) for paragraph in element.iter(P)]
    kind = "" if element.tag == P else str(element.tag)
    words = Counter(piece.text for one in divided for piece in one.pieces if piece.is_text and is_word(piece.text))
    if element.tag == TABLE:
        kind += f" {columns(element)}"
    return Said(kind + "\x1d".join(one.key for one in divided), _name(element), words)


def likeness(old: Said, new: Said) -> float:
    """Return from 0 to 1 how many of the words of two blocks are the same."""
    both = old.words.total() + new.words.total()
    return 2 * (old.words & new.words).total() / both if both else 0.0


def control_name(control: Element) -> str:
    """Return what a content control says that its text is, the record and field; empty for one without a tag."""
    tag = value(control, "w:sdtPr/w:tag") if control.tag == CONTROL else ""
    return tag.rpartition(":")[0] if tag.startswith(_RECORD) and tag.count(":") > 1 else tag


def forget_numbers(element: Element) -> None:
    """Leave the controls of a copy without their numbers, each of which stands once in a document."""
    for properties in element.iter(w("sdtPr")):
        drop(properties, "id")


def _name(element: Element) -> str:
    """Return what a block is called whatever it says: by the control round it or in it, or by its bookmark."""
    if element.tag not in (P, TABLE):
        return ""
    inside = element.iterchildren(CONTROL) if element.tag == P else ()
    named = (control_name(control) for control in (*element.iterancestors(CONTROL), *inside))
    marks = (mark.get(w("name"), "") for mark in element.iter(w("bookmarkStart"))) if element.tag == P else ()
    return next((name for name in named if name), "") or next((n for n in marks if n.startswith(_REFERENCE)), "")
