"""The records of a case joined by their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from probata.lazy import names_from

if TYPE_CHECKING:
    from probata.graph.case_graph import CaseGraph
else:
    __getattr__ = names_from(__name__, "case_graph")

__all__ = ["CaseGraph"]
