"""Tables of figures: CSV files and dataset records joined to typed cells, and what is computed from them.

Takes a `CaseGraph`, gives a `TypedTable` for each dataset that can be read, and findings for what does not fit. A
value keeps its bound, its status and the characters in which its source prints it, so that `120+` is data. Figures are
computed from the tables by the operations that their records declare, with the way there.
"""

from __future__ import annotations

from probata.figures.amount import Amount, write_number
from probata.figures.compute import compute_figures, decimals_of, ends_shown, is_rounded
from probata.figures.read_tables import read_tables, recorded_works
from probata.figures.sums import Sum, sum_column
from probata.figures.table import Presence, Row, TypedTable, Value
from probata.figures.take import Computed, Taken, Term, time_of_figure

__all__ = [
    "Amount",
    "Computed",
    "Presence",
    "Row",
    "Sum",
    "Taken",
    "Term",
    "TypedTable",
    "Value",
    "compute_figures",
    "decimals_of",
    "ends_shown",
    "is_rounded",
    "read_tables",
    "recorded_works",
    "sum_column",
    "time_of_figure",
    "write_number",
]
