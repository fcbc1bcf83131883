"""Two versions of a table as one: rows that came and went, and what changed in the cells of the others."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from probata.redline.align import Side, align
from probata.redline.containers import Said, cells, forget_numbers, likeness, rows
from probata.redline.insertion import Insertion
from probata.redline.story import Story
from probata.word.elements import Element, P, make, w

LEAST_ALIKE: Final = 0.25
"""Share of words that two rows have in common; the numbers of a row often change all together."""


@dataclass(frozen=True, slots=True)
class OfCells:
    """How the content of cells is merged, inserted and deleted; given from above, since cells hold tables again."""

    merge: Callable[[Element, Element, Story], None]
    insert: Callable[[Element, Story], None]
    delete: Callable[[Element, Element, Story], None]


def merge_tables(old: Element, new: Element, story: Story, of_cells: OfCells) -> None:
    """Mark in the new table what changed since the old one; rows with another number of cells are others."""
    before, after = rows(old), rows(new)
    said_old, said_new = _said(before, story, is_old=True), _said(after, story)

    def weight(i: int, j: int) -> float:
        if len(cells(before[i])) != len(cells(after[j])):
            return 0.0
        share = likeness(said_old[i], said_new[j])
        return share if share >= LEAST_ALIKE else 0.0

    entries = align(_side(said_old), _side(said_new), weight)
    insertion = Insertion(new, after)
    for i, j in entries:
        if j is None:
            insertion.add(_deleted_row(before[i or 0], story, of_cells))
            continue
        if i is None:
            _insert_row(after[j], story, of_cells)
        else:
            for one, other in zip(cells(before[i]), cells(after[j]), strict=True):
                of_cells.merge(one, other, story)
        insertion.pass_by(after[j])


def insert_table(new: Element, story: Story, of_cells: OfCells) -> None:
    """Mark every row of a table as inserted."""
    for row in rows(new):
        _insert_row(row, story, of_cells)


def deleted_table(old: Element, story: Story, of_cells: OfCells) -> Element:
    """Return the table for the new version with every row marked as deleted."""
    made = make("tbl")
    for name in ("tblPr", "tblGrid"):
        found = old.find(w(name))
        copy = make(name) if found is None else deepcopy(found)
        story.brought.admit(copy)
        made.append(copy)
    for row in rows(old):
        made.append(_deleted_row(row, story, of_cells))
    return made


def _insert_row(row: Element, story: Story, of_cells: OfCells) -> None:
    story.marker.mark_row(row, "ins")
    for cell in cells(row):
        of_cells.insert(cell, story)


def _deleted_row(row: Element, story: Story, of_cells: OfCells) -> Element:
    made = make("tr")
    for name in ("tblPrEx", "trPr"):
        found = row.find(w(name))
        if found is not None:
            made.append(deepcopy(found))
    story.marker.mark_row(made, "del")
    for cell in cells(row):
        copy = deepcopy(cell)
        copy.tail = None
        forget_numbers(copy)
        made.append(copy)
        of_cells.delete(cell, copy, story)
    return made


def _said(found: list[Element], story: Story, is_old: bool = False) -> list[Said]:
    """Return what rows say; the name of each is what its first cell says, in a table as wide.

    Where the first cells only count the rows they name none: one that came in above has the number that another had.
    """
    named = [_first(row, story, is_old) for row in found]
    counted = _are_counted(named)
    made = []
    for row, (first, text) in zip(found, named, strict=True):
        said, width = story.said(row, is_old=is_old), len(cells(row))
        has_name = said.words and not (counted and text.isdecimal())
        made.append(Said(f"{width} {said.key}", f"{width} {first}" if has_name else "", said.words))
    return made


def _first(row: Element, story: Story, is_old: bool) -> tuple[str, str]:
    """Return what tells the first cell of a row from others, and its text."""
    cell = next(iter(cells(row)), None)
    if cell is None:
        return "", ""
    atoms = story.of_old if is_old else story.of_new
    return story.said(cell, is_old=is_old).key, "".join(atoms(one).text for one in cell.iter(P)).strip(" .")


def _are_counted(named: list[tuple[str, str]]) -> bool:
    """Tell whether the numbers in the first cells are 1, 2, 3 and so on."""
    numbers = [text for _, text in named if text.isdecimal()]
    return numbers == [str(n) for n in range(1, len(numbers) + 1)]


def _side(said: list[Said]) -> Side:
    return Side([one.key for one in said], [one.name for one in said])
