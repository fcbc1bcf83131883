"""Remarks on single values of a table: a letter behind the number, the words below the table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from probata.compose.printer import Printer
from probata.document.foreign import texts
from probata.document.inlines import Inlines
from probata.document.origin import Origin
from probata.pictures.chart_rows import letter


@dataclass(slots=True)
class CellRemarks:
    """The remarks of one table, in the order of its cells; what is said twice has one letter."""

    _printer: Printer
    _letters: dict[str, str] = field(default_factory=dict)

    def marked(self, number: str, remarks: tuple[str, ...]) -> tuple[str, ...]:
        """Return a number with the letter of each remark behind it."""
        pieces: tuple[str, ...] = (number,)
        for remark in remarks:
            mark = self._letters.setdefault(remark, letter(len(self._letters)))
            pieces = self._printer.wording.around("table.with_remark", "value", pieces, remark=mark)
        return pieces

    def lines(self, origin: Origin) -> Iterator[Inlines]:
        """Give a line for each letter, to stand below the table."""
        for remark, mark in self._letters.items():
            yield texts(origin, *self._printer.wording.pieces("picture.remark", mark=f"({mark})", text=remark))
