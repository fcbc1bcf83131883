"""Tracked changes that a file has already, accepted: a redline of two versions shows none between others."""

from __future__ import annotations

from typing import Final

from probata.word.elements import Element, P, w

_TAKEN_OUT: Final = tuple(w(name) for name in ("del", "moveFrom"))
_UNWRAPPED: Final = tuple(w(name) for name in ("ins", "moveTo"))
_FORMER: Final = tuple(
    w(f"{name}Change") for name in ("rPr", "pPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx", "numbering")
)
_RANGES: Final = tuple(
    w(f"{name}{end}")
    for name in ("moveFromRange", "moveToRange", "customXmlInsRange", "customXmlDelRange", "customXmlMoveFromRange",
                 "customXmlMoveToRange")
    for end in ("Start", "End")
)  # fmt: skip
_OF_MARKS: Final = {w("rPr"), w("trPr"), w("tcPr"), w("numPr")}
"""Where a change is a mark without content: of a paragraph's end, a row, a cell, a number."""


def accept_changes(root: Element) -> int:
    """Accept all tracked changes of a part in place and return how many there were."""
    number = sum(1 for _ in root.iter(*_TAKEN_OUT, *_UNWRAPPED, *_FORMER, w("cellIns"), w("cellDel"), w("cellMerge")))
    if not number:
        return 0
    _drop_rows_and_cells(root)
    ends = _deleted_ends(root)
    for element in list(root.iter(*_TAKEN_OUT, *_UNWRAPPED)):
        _settle(element)
    for element in list(root.iter(*_FORMER, *_RANGES, w("cellIns"), w("cellMerge"))):
        _remove(element)
    for paragraph in ends:
        _run_on(paragraph)
    return number


def _drop_rows_and_cells(root: Element) -> None:
    rows = [row for row in root.iter(w("tr")) if row.find(f"{w('trPr')}/{w('del')}") is not None]
    cells = [cell for cell in root.iter(w("tc")) if cell.find(f"{w('tcPr')}/{w('cellDel')}") is not None]
    for element in (*rows, *cells):
        _remove(element)
    for row in [row for row in root.iter(w("tr")) if next(row.iter(w("tc")), None) is None]:
        _remove(row)
    for table in [table for table in root.iter(w("tbl")) if next(table.iter(w("tr")), None) is None]:
        _remove(table)


def _deleted_ends(root: Element) -> list[Element]:
    looks = f"{w('pPr')}/{w('rPr')}"
    return [p for p in root.iter(P) if any(p.find(f"{looks}/{name}") is not None for name in _TAKEN_OUT)]


def _settle(element: Element) -> None:
    """Remove what is deleted; put the content of what is inserted into its place."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tag in _UNWRAPPED and parent.tag not in _OF_MARKS:
        for child in list(element):
            element.addprevious(child)
    parent.remove(element)


def _run_on(paragraph: Element) -> None:
    """Put what is left of a paragraph before the content of the next; the next one's looks stand, as in Word."""
    following = paragraph.getnext()
    content = [child for child in paragraph if child.tag != w("pPr")]
    if following is None or following.tag != P:
        if not content and following is not None:
            _remove(paragraph)
        return
    properties = following.find(w("pPr"))
    at = 0 if properties is None else 1
    for offset, child in enumerate(content):
        following.insert(at + offset, child)
    _remove(paragraph)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
