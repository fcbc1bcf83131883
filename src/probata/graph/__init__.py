"""The records of a case joined by their ids."""

from probata.graph.case_graph import CaseGraph

__all__ = ["CaseGraph"]
