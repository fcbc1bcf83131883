"""Names of findings on cells that others ask for, who need no more of a workbook."""

from __future__ import annotations

CELL_IN_ERROR = "cell-in-error"
DAY_FOR_TEXT = "day-for-text"
STRUCK_THROUGH = "struck-through"
