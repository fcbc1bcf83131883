"""Tables of figures: CSV files and dataset records joined to typed cells, and what is computed from them.

Takes a `CaseGraph`, gives a `TypedTable` for each dataset that can be read, and findings for what does not fit. A
value keeps its bound, its status and the characters in which its source prints it, so that `120+` is data.
"""

from __future__ import annotations

from probata.figures.digits import write_number
from probata.figures.read_tables import read_tables
from probata.figures.sums import Sum, sum_column
from probata.figures.table import Row, TypedTable
from probata.figures.value import Presence, Value

__all__ = ["Presence", "Row", "Sum", "TypedTable", "Value", "read_tables", "sum_column", "write_number"]
