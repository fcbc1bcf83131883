"""A table of a Word file as a table of the markup; rows with a loop or a condition in them are repeated or left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from math import gcd

from probata.compose.word_template.alone import alone
from probata.compose.word_template.characters import Char
from probata.compose.word_template.controls import Controls, loop_tags
from probata.compose.word_template.forms import Wrong
from probata.compose.word_template.inline import InlineWriter
from probata.compose.word_template.lines import Lines
from probata.compose.word_template.read_blocks import Place, WordParagraph, WordTable
from probata.word.decimals import decimal
from probata.word.elements import TABLE, value, w

_NEW_LINE = "{{ new_line }}"
_ALIGNED = {"right": "---:", "end": "---:", "center": ":---:"}
Cell = tuple[WordParagraph, ...]
Faults = list[tuple[Wrong, Place]]


@dataclass(slots=True)
class TableText:
    """Writes one table."""

    table: WordTable
    characters: Callable[[WordParagraph], list[Char]]
    controls: Controls
    lines: Lines
    inline: Callable[[Place], AbstractContextManager[InlineWriter]]

    def write(self, caption: str, name: str = "") -> Faults:
        """Write the table, with its id if it has one, and return what is wrong in it; joined cells are not written."""
        if wrong := self._joined():
            return [(wrong, self.table.place)]
        rows = [row for row in self.table.rows if row]
        columns = max((len(row) for row in rows), default=0)
        if not columns:
            return []
        head, body = (None, rows) if self.table.is_form else (rows[0], rows[1:])
        self.lines.write(f"::: table{self._options(caption, name, columns)}")
        self.lines.write(self._row([self._cell(cell) for cell in head] if head else [""] * columns, columns))
        self.lines.write(f"|{'|'.join(self._rule(rows[-1], column) for column in range(columns))}|")
        lowest, faults = len(self.controls.open), []
        for row in body:
            faults += self._body_row(row, columns, lowest)
        faults += list(self.controls.unclosed(lowest))
        self.lines.write(":::\n")
        return faults

    def _body_row(self, row: Sequence[Cell], columns: int, lowest: int) -> Faults:
        place = next(
            (p.place for cell in row for p in cell if p.place.text), row[0][0].place if row[0] else self.table.place
        )
        with self.inline(place) as writer:
            nodes = [node for cell in row for p in cell for node in writer.read(self.characters(p))]
            only = alone(nodes)
            if only and only.control:
                tags = self.controls.take(only.control, only.said, place, lowest)
                if isinstance(tags, Wrong):
                    return [(tags, place)]
                self.lines.control(*tags)
                return []
            needs = [one for one in writer.needs(nodes) if one not in self.controls.scope.things]
        loops = self.controls.scope.loops_for(needs)
        self.lines.control(*loop_tags(loops))
        self.lines.write(self._row([self._cell(cell) for cell in row], columns))
        self.lines.control(*("endfor" for _ in loops))
        return []

    def _cell(self, cell: Cell) -> str:
        made: list[str] = []
        for paragraph in cell:
            with self.inline(paragraph.place) as writer:
                made.append(writer.line(writer.read(self.characters(paragraph)), "cell"))
        return _NEW_LINE.join(part for part in made if part)

    def _row(self, cells: Sequence[str], columns: int) -> str:
        return f"| {' | '.join([*cells, *[''] * (columns - len(cells))])} |"

    def _options(self, caption: str, name: str, columns: int) -> str:
        named = (f' caption="{caption}"' if caption else "") + (f' id="{name}"' if name else "")
        kind = " kind=form" if self.table.is_form else ""
        return f"{named}{kind}{self._widths(columns)}"

    def _widths(self, columns: int) -> str:
        """Return the widths in hundredths of the table, without a common factor; nothing where all are alike."""
        grid = self.table.widths
        if len(grid) != columns or not sum(grid):
            return ""
        shares = [max(1, round(100 * width / sum(grid))) for width in grid]
        if max(shares) - min(shares) <= 1:
            return ""
        common = gcd(*shares)
        return f' widths="{",".join(str(share // common) for share in shares)}"'

    def _rule(self, row: Sequence[Cell], column: int) -> str:
        """Return the line below the heading of a column, aligned as the last row is."""
        element = row[column][0].element if column < len(row) and row[column] else None
        return "---" if element is None else _ALIGNED.get(value(element, "w:pPr/w:jc"), "---")

    def _joined(self) -> Wrong | None:
        element = self.table.element
        joined = any(
            (decimal(value(p, "w:gridSpan")) or 1) > 1 or p.find(w("vMerge")) is not None
            for p in element.iter(w("tcPr"))
        )
        if joined:
            return Wrong(
                "a table has cells that are joined",
                "divide them: each row needs one cell for each column",
                "template-syntax",
            )
        if next((one for one in element.iter(TABLE) if one is not element), None) is not None:
            return Wrong("a table stands in a cell of another", "put it below the table", "template-syntax")
        return None
