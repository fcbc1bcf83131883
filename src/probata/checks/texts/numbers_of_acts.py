"""Acts of Parliament cited with their number among the Acts of a session, `[@prison-act, c. 52]`, as with a place."""

from __future__ import annotations

import re

from probata.checks.texts.citations import PlacedCitation
from probata.checks.texts.words_behind import by_words_behind, read_remark
from probata.graph.case_graph import CaseGraph
from probata.model.citation import Citation, Pinpoint

_NUMBER = re.compile(r"(?:c|cap)\.?\s*(?P<number>\d{1,3})", re.IGNORECASE)


def with_number_behind(graph: CaseGraph) -> tuple[PlacedCitation, ...]:
    """Return the citations of any work with such words behind it, the number as a chapter; `cap` is the older word."""
    return graph.once("numbers of Acts", lambda: tuple(by_words_behind(graph, _with_number)))


def with_number_as_place(cited: Citation) -> Citation | None:
    """Return a citation whose remark is such a number and no more, with the number as its place."""
    return read_remark(cited, _with_number)


def _with_number(key: str, written: str) -> Citation | None:
    found = _NUMBER.fullmatch(written.strip())
    return Citation(source=key, pinpoint=Pinpoint(type="chapter", value=found["number"])) if found else None
