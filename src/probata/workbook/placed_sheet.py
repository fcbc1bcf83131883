"""One sheet with the place of each heading, and the cells of it that shall show something else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from probata.source.xlsx_reader import Sheet
from probata.workbook.change_cells import NewCell
from probata.workbook.headings import Path, canonical, heading_of, path_of, place_of_headings
from probata.workbook.sheet_rows import parts
from probata.workbook.sheets import IN_SHORT, SheetForm
from probata.workbook.to_rows import Row


class PlacedSheet:
    """The cells of a sheet by row and heading, and what shall be written into it."""

    def __init__(self, sheet: Sheet, form: SheetForm) -> None:
        self.name, self.form = sheet.name, form
        self.rows = {number: list(row) for number, row in sheet.rows}
        self.first = sheet.rows[0 if form.is_upright else place_of_headings(sheet.rows, form.knows)][0]
        self._last = max(self.rows)
        self.headings: dict[str, int] = {}
        """Column of each heading, from 1; in the sheet of the case its row."""
        for heading, place in self._headings():
            self.headings.setdefault(heading, place)
        self.changed: list[NewCell] = []

    def path_of_cell(self, row: int, path: Path) -> Path:
        """Return the path of the cell that holds a field: its own, or that of a part written as a whole in one cell."""
        whole = (path[:length] for length in range(len(path), -1, -1))
        return next((one for one in whole if self._shown(row, _heading(one)).strip()), path)

    def put(self, row: int, path: Path, text: str) -> None:
        """Let the cell of a field show a text; what is too long for it goes on in the columns behind."""
        self._put(row, _heading(path), text)

    def add(self, row: Row) -> None:
        """Add a row below the last one that holds something."""
        self._last += 1
        self.rows[self._last] = []
        for heading, text in row.items():
            self._put(self._last, heading, text)

    def reword(self, number: int, old: Row, new: Row) -> None:
        """Let a row, which says what `old` does in whatever words, say what `new` does: only what differs is written.

        Where a part that changes stands as a whole in one cell, its fields get cells of their own.
        """
        differing = {heading for heading in (*old, *new) if old.get(heading, "") != new.get(heading, "")}
        wholes = {whole for heading in differing if (whole := self._whole(number, heading)) != heading}
        for heading in dict.fromkeys((*old, *new)):
            if heading in differing or self._whole(number, heading) in wholes:
                self._put(number, heading, new.get(heading, ""))
        for whole in sorted(wholes - new.keys()):
            self._put(number, whole, "")

    def _whole(self, number: int, heading: str) -> str:
        """Return the heading of the cell that holds the field of a heading."""
        return heading if heading in self.form.special else _heading(self.path_of_cell(number, path_of(heading)))

    def _put(self, row: int, heading: str, text: str) -> None:
        written = dict(parts(heading, text))
        for number in count(len(written)):
            behind = f"{heading}, continued" if number == 1 else f"{heading}, continued {number}"
            if behind not in self.headings:
                break
            written[behind] = ""
        for name, part in written.items():
            if part != self._shown(row, name):
                self.changed.append(NewCell(self.name, *self._place(row, name), part))

    def _headings(self) -> Iterator[tuple[str, int]]:
        if self.form.is_upright:
            named = [(row[0], number) for number, row in self.rows.items() if number != self.first]
        else:
            named = [(text, place) for place, text in enumerate(self.rows[self.first], 1)]
        return ((name, place) for text, place in named if (name := canonical(text, self.form.special)))

    def _shown(self, row: int, heading: str) -> str:
        if heading not in self.headings:
            return ""
        number, column = self._place(row, heading)
        cells = self.rows.get(number, [])
        return cells[column - 1] if column <= len(cells) else ""

    def _place(self, row: int, heading: str) -> tuple[int, int]:
        """Return row and column of the cell that a heading has in a row; a heading that is missing comes behind all."""
        if heading not in self.headings:
            is_upright = self.form.is_upright
            last = max(self.rows) if is_upright else max(map(len, self.rows.values()))
            place = 1 + max(last, *self.headings.values())
            self.headings[heading] = place
            self.changed.append(NewCell(self.name, *((place, 1) if is_upright else (self.first, place)), heading))
        place = self.headings[heading]
        return (place, 2) if self.form.is_upright else (row, place)


def _heading(path: Path) -> str:
    return heading_of(path) if path else IN_SHORT
