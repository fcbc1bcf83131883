"""Quotations whose source is recorded as not holding their words."""

from __future__ import annotations

from probata.diagnostics import say
from probata.graph.case_graph import CaseGraph
from probata.model.quotation import Quotation


def why_not_contained(graph: CaseGraph, quotation: Quotation) -> str:
    """Say by what record the source of a quotation does not hold its words; empty where none says so.

    The last read of the quotation itself tells, and where there is none, the last of its source, if that found nothing:
    a source may differ from what we say in other things than these words.
    """
    cited = quotation.quoted_in
    if cited is None:
        return ""
    if cited.against:
        return "`quoted_in` says that it speaks against them"
    for what, results in ((quotation.id, ("differs", "not_found")), (cited.source, ("not_found",))):
        reads = sorted(
            (one for one in graph.reads if (one.read_as, one.what) == ("text", what)), key=lambda one: one.on.first
        )
        if reads:
            last = reads[-1]
            return f"the read {say.words(last.id)} says {say.words(last.result)}" if last.result in results else ""
    return ""
